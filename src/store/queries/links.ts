import type { LinkReason } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { insertRows } from './insert-rows.ts'

/** A link by the numbers of its events. */
export interface LinkRow {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** Writes links; the lesser number is first. */
export async function insertLinks(db: Db, links: readonly LinkRow[]): Promise<void> {
  await insertRows(db, {
    into: 'insert into link (a, b, score, reasons)',
    columns: ['?::int', '?::int', '?::float8', '?::json'],
    rows: links.map(({ a, b, score, reasons }) => [
      ...[Math.min(a, b), Math.max(a, b)],
      ...[score, JSON.stringify(reasons)],
    ]),
  })
}

/** The links of some events that make whole components. */
export async function listLinks(
  db: Db,
  numbers: readonly number[],
): Promise<Omit<LinkRow, 'reasons'>[]> {
  return db.query<Omit<LinkRow, 'reasons'>>(
    'select a, b, score from link where a = any($1::int[]) order by a, b',
    [numbers],
  )
}

/** The links of some events with those of lesser numbers. */
export async function listLinksBack(
  db: Db,
  numbers: readonly number[],
): Promise<Omit<LinkRow, 'reasons'>[]> {
  return db.query<Omit<LinkRow, 'reasons'>>(
    'select a, b, score from link where b = any($1::int[]) order by a, b',
    [numbers],
  )
}
