import type { Span } from '../records/index.ts'

/** Words with what stands before and behind them in their paragraph. */
export interface WordsAround {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Most characters on each side. */
const ROOM = 400

/** The words at a span, with the rest of their paragraph as far as there is room; halves of characters are left out. */
export function wordsAround(text: string, { start, end }: Span): WordsAround {
  const before = text.slice(Math.max(0, start - ROOM), start)
  const after = text.slice(end, end + ROOM)
  const [opening, closing] = [before.lastIndexOf('\n'), after.indexOf('\n')]
  return {
    before: before.slice(opening + 1).replace(/^[\udc00-\udfff]/, ''),
    words: text.slice(start, end),
    after: (closing < 0 ? after : after.slice(0, closing)).replace(/[\ud800-\udbff]$/, ''),
  }
}
