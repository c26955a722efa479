import { hash } from './features.ts'

/** Words with their rows; opened without a string for each. */
export interface WordList {
  readonly count: number
  /** All words, one a line. */
  readonly lines: string
  /** The row of a word, -1 for one that is not listed. */
  rowOf(word: string): number
}

/** Opens a list of words, one a line: a table of rows by hash, over the lines as they are. */
export function openWordList(lines: string): WordList {
  const starts = lineStarts(lines)
  const count = starts.length - 1
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2))).fill(-1)
  const last = table.length - 1
  for (let row = 0; row < count; row += 1) {
    let at = hash(lines, starts[row] ?? 0, (starts[row + 1] ?? 0) - 1) & last
    while ((table[at] ?? -1) >= 0) at = (at + 1) & last
    table[at] = row
  }
  const rowOf = (word: string): number => {
    for (let at = hash(word) & last; ; at = (at + 1) & last) {
      const row = table[at] ?? -1
      if (row < 0) return -1
      const start = starts[row] ?? 0
      const length = (starts[row + 1] ?? 0) - 1 - start
      if (length === word.length && lines.startsWith(word, start)) return row
    }
  }
  return { count, lines, rowOf }
}

/** Where each line starts, and where one behind the last would. */
function lineStarts(lines: string): number[] {
  const starts = [0]
  for (let feed = lines.indexOf('\n'); feed >= 0; feed = lines.indexOf('\n', feed + 1))
    starts.push(feed + 1)
  starts.push(lines.length + 1)
  return starts
}
