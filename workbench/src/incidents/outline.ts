import type { OutlineColumns, OutlineLine } from '../../../src/server/api.ts'

/** Outlines of incidents, column by column, in the order in which they came. */
export type Outline = { [Key in keyof OutlineColumns]: OutlineColumns[Key][number][] }

/** One without incidents. */
export function emptyOutline(): Outline {
  return {
    id: [],
    kind: [],
    country: [],
    first: [],
    last: [],
    killed: [],
    longitude: [],
    latitude: [],
    exactness: [],
  }
}

/** Adds a line of the server's answer; true for the last line, which has the count. */
export function addLine(outline: Outline, line: OutlineLine): line is { readonly count: number } {
  if ('count' in line) return true
  for (const key of Object.keys(outline) as (keyof Outline)[]) {
    const column: unknown[] = outline[key]
    for (const value of line[key]) column.push(value)
  }
  return false
}
