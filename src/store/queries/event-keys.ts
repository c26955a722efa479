import type { Db } from '../db.ts'

/** A hash of a block key, and the number of an event that has it. */
export interface KeyRow {
  readonly key: number
  readonly event: number
}

/** Writes block keys of events. */
export async function insertEventKeys(db: Db, rows: readonly KeyRow[]): Promise<void> {
  await db.query(
    'insert into event_key (key, event) select * from unnest($1::int[], $2::int[])',
    columns(rows),
  )
}

/** Takes block keys of events out. */
export async function deleteEventKeys(db: Db, rows: readonly KeyRow[]): Promise<void> {
  await db.query(
    `
    delete from event_key using unnest($1::int[], $2::int[]) as gone (key, event)
    where event_key.key = gone.key and event_key.event = gone.event`,
    columns(rows),
  )
}

/** Pairs of a given event and a stored one that has a key of it. */
export async function findNeighbours(
  db: Db,
  rows: readonly KeyRow[],
): Promise<{ readonly event: number; readonly other: number }[]> {
  return db.query<{ event: number; other: number }>(
    `
    select distinct wanted.event, event_key.event as other
    from unnest($1::int[], $2::int[]) as wanted (key, event) join event_key on event_key.key = wanted.key
    order by wanted.event, other`,
    columns(rows),
  )
}

function columns(rows: readonly KeyRow[]): [number[], number[]] {
  return [rows.map(({ key }) => key), rows.map(({ event }) => event)]
}
