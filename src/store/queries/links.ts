import type { LinkReason } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** A link by the numbers of its events. */
export interface LinkRow {
  readonly a: number
  readonly b: number
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** Writes links; the lesser number is first. */
export async function insertLinks(db: Db, links: readonly LinkRow[]): Promise<void> {
  await db.query(
    `
    insert into link (a, b, score, reasons)
    select least(one, other), greatest(one, other), score, reasons::json
    from unnest($1::int[], $2::int[], $3::float8[], $4::text[]) as row (one, other, score, reasons)`,
    [
      links.map(({ a }) => a),
      links.map(({ b }) => b),
      links.map(({ score }) => score),
      links.map(({ reasons }) => JSON.stringify(reasons)),
    ],
  )
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
