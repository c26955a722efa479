/** One line of a text with where it stands. */
export interface Paragraph {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The lines of a text that hold anything; offsets stay those of the text. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const end = start + line.length
    if (line.trim() !== '') found.push({ start, end, text: line })
    start = end + 1
  }
  return found
}

/** Where, in a list in order, the first paragraph is that ends behind an offset. */
export function paragraphIndex(paragraphs: readonly Paragraph[], offset: number): number {
  let [low, high] = [0, paragraphs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((paragraphs[middle]?.end ?? Infinity) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
