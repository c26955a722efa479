import type { OutlineRow } from '../store/index.ts'

/** Outlines of many incidents by column: short to send, and fast to read. */
export type OutlineColumns = { readonly [Key in keyof OutlineRow]: readonly OutlineRow[Key][] }

/** A line of an outline: many incidents, or, last, how many there were. */
export type OutlineLine = OutlineColumns | { readonly count: number }

/** Rows as columns. */
export function columnsOf(rows: readonly OutlineRow[]): OutlineColumns {
  const column = <Key extends keyof OutlineRow>(key: Key): OutlineRow[Key][] =>
    rows.map((row) => row[key])
  return {
    id: column('id'),
    kind: column('kind'),
    country: column('country'),
    first: column('first'),
    last: column('last'),
    killed: column('killed'),
    longitude: column('longitude'),
    latitude: column('latitude'),
    exactness: column('exactness'),
  }
}
