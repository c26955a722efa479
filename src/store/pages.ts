/** All rows of a list that is asked for page by page: `list` gives those behind a row, or the first, at most `limit` of them. */
export async function* allRows<Row>(
  list: (last: Row | undefined, limit: number) => Promise<readonly Row[]>,
  limit: number,
): AsyncGenerator<Row> {
  for await (const page of allPages(list, limit)) yield* page
}

/** The same in pages, for what is looked up for a page at once; none is empty. */
export async function* allPages<Row>(
  list: (last: Row | undefined, limit: number) => Promise<readonly Row[]>,
  limit: number,
): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined
  for (let isFull = true; isFull;) {
    const page = await list(last, limit)
    if (page.length > 0) yield page
    last = page.at(-1)
    isFull = page.length === limit
  }
}
