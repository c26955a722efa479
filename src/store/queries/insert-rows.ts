import type { Db } from '../db.ts'

/** Rows that one statement takes: Postgres has no more than 65,535 parameters for it. */
const MOST = 1000

/** Rows for a table. */
export interface NewRows {
  /** `insert into …` up to the values. */
  readonly into: string
  /** What is written into each column, `?` being the value: `?::json`. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  /** What follows the values. */
  readonly then?: string
}

/** Writes rows with each value as a parameter of its own: in arrays, Postgres and its drivers would escape long texts and read them mark by mark. */
export async function insertRows(
  db: Db,
  { into, columns, rows, then = '' }: NewRows,
): Promise<void> {
  for (let at = 0; at < rows.length; at += MOST) {
    const part = rows.slice(at, at + MOST)
    const values = part.map((_, i) => {
      const places = columns.map((column, j) =>
        column.replace('?', `$${i * columns.length + j + 1}`),
      )
      return `(${places.join()})`
    })
    await db.query(`${into} values ${values.join()} ${then}`, part.flat())
  }
}
