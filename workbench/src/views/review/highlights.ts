import { FAMILIES } from './families.ts'
import type { Mark } from './marks.ts'
import { placeIn } from './offsets.ts'
import { paragraphIndex, type Paragraph } from './paragraphs.ts'

/** Whether this browser paints marks without wrapping words in elements. */
export function canHighlight(): boolean {
  return typeof Highlight === 'function' && 'highlights' in CSS
}

/** A text on the page: its paragraphs, each with the element that shows it. */
export interface Shown {
  readonly paragraphs: readonly Paragraph[]
  readonly elements: ArrayLike<Element>
}

/** Ranges on the page of a span; one for each paragraph that it touches. */
export function rangesOf(
  { paragraphs, elements }: Shown,
  { start, end }: { readonly start: number; readonly end: number },
): Range[] {
  const ranges: Range[] = []
  for (let i = paragraphIndex(paragraphs, start); i < paragraphs.length; i += 1) {
    const paragraph = paragraphs[i]
    const element = elements[i]
    if (!paragraph || paragraph.start >= end || !(element instanceof HTMLElement)) break
    const range = document.createRange()
    range.setStart(...placeIn(element, Math.max(0, start - paragraph.start)))
    range.setEnd(...placeIn(element, Math.min(paragraph.text.length, end - paragraph.start)))
    ranges.push(range)
  }
  return ranges
}

/** Wider marks are painted first, so that what is said lies below the values in it. */
const PRIORITY = { said: 0, what: 1, where: 2, who: 3, harm: 4 } as const

/** Paints the marks of a page, in place of those that were there. */
export function paint(texts: readonly (Shown & { readonly marks: readonly Mark[] })[]): void {
  for (const family of FAMILIES) {
    const highlight = new Highlight()
    highlight.priority = PRIORITY[family]
    for (const { marks, ...shown } of texts)
      for (const mark of marks)
        if (mark.family === family) for (const range of rangesOf(shown, mark)) highlight.add(range)
    CSS.highlights.set(family, highlight)
  }
}

/** Paints the words that are looked at. */
export function paintCurrent(ranges: readonly Range[]): void {
  const highlight = new Highlight(...ranges)
  highlight.priority = 9
  CSS.highlights.set('current', highlight)
}

/** Takes all marks off the page. */
export function clearMarks(): void {
  for (const name of [...FAMILIES, 'current']) CSS.highlights.delete(name)
}
