import type { Item } from '../ingest/index.ts'

/** Items in groups of some `size` characters of text, in order; a last group may be small. */
export async function* chunkItems(
  items: AsyncIterable<Item>,
  size: number,
): AsyncGenerator<Item[]> {
  let chunk: Item[] = []
  let length = 0
  for await (const item of items) {
    chunk.push(item)
    length += 'report' in item ? item.report.text.length : ERROR_SIZE
    if (length < size) continue
    yield chunk
    chunk = []
    length = 0
  }
  if (chunk.length > 0) yield chunk
}

/** What an item in error counts as, so that a stream of nothing else comes in chunks, too. */
const ERROR_SIZE = 100

/** The answers of `work` in the order of the questions, `ahead` of them asked at most: nothing more is begun until an answer is taken. */
export async function* inOrder<In, Out>(
  questions: AsyncIterable<In>,
  ahead: number,
  work: (question: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const asked: Promise<Out>[] = []
  for await (const question of questions) {
    const answer = work(question)
    answer.catch(() => undefined) // waited for below, in its turn
    asked.push(answer)
    const first = asked.length >= ahead ? asked.shift() : undefined
    if (first) yield await first
  }
  for (const answer of asked) yield await answer
}
