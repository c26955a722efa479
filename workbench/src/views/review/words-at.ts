import type { Evidence } from '../../../../src/server/api.ts'

/** A text on the page: an element for each paragraph, which says in `data-start` where it begins. */
export interface ShownText {
  readonly text: string
  readonly in?: 'title'
}

/** The words that are selected in a text, without spaces around them and with no character cut in two. */
export function wordsAt(shown: ShownText, from: number, to: number): Evidence | undefined {
  const { text } = shown
  let [start, end] = [Math.min(from, to), Math.max(from, to)]
  if (isLow(text, start)) start -= 1
  if (isLow(text, end)) end += 1
  while (start < end && /\s/.test(text.charAt(start))) start += 1
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1
  if (start === end) return undefined
  return { start, end, quote: text.slice(start, end), ...(shown.in && { in: shown.in }) }
}

/** Whether an offset lies within a character of two units. */
function isLow(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  const before = text.charCodeAt(offset - 1)
  return unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
