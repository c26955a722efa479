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

/** Takes all block keys out. */
export async function deleteAllKeys(db: Db): Promise<void> {
  await db.query('delete from event_key')
}

/** Pairs of a given event and a stored one that has a key of it. */
export async function findNeighbours(
  db: Db,
  rows: readonly KeyRow[],
): Promise<{ readonly event: number; readonly other: number }[]> {
  // Not a join: without statistics Postgres would read the whole table for one. One row for each key: drivers take longer for a row than for its numbers.
  const found = await db.query<{ key: number; events: string }>(
    `
    select key, string_agg(event::text, ' ' order by event) as events
    from event_key where key = any($1::int[])
    group by key order by key`,
    [[...new Set(rows.map(({ key }) => key))]],
  )
  const others = new Map(found.map(({ key, events }) => [key, events.split(' ').map(Number)]))
  const met = new Map<number, Set<number>>()
  for (const { key, event } of rows) {
    const near = met.get(event) ?? new Set()
    for (const other of others.get(key) ?? []) near.add(other)
    met.set(event, near)
  }
  return [...met].flatMap(([event, near]) => Array.from(near, (other) => ({ event, other })))
}

/** How many of some block keys of events are stored. */
export async function countEventKeys(db: Db, rows: readonly KeyRow[]): Promise<number> {
  const found = await db.query<{ count: number }>(
    `
    select count(*)::int as count from event_key join unnest($1::int[], $2::int[]) as wanted (key, event)
      on event_key.key = wanted.key and event_key.event = wanted.event`,
    columns(rows),
  )
  return found[0]?.count ?? 0
}

/** How many events, block keys and links there are. */
export async function countLinking(
  db: Db,
): Promise<{ readonly events: number; readonly keys: number; readonly links: number }> {
  const [counts] = await db.query<{ events: number; keys: number; links: number }>(
    `
    select (select count(*) from event)::int as events, (select count(*) from event_key)::int as keys,
      (select count(*) from link)::int as links`,
  )
  return counts ?? { events: 0, keys: 0, links: 0 }
}

function columns(rows: readonly KeyRow[]): [number[], number[]] {
  return [rows.map(({ key }) => key), rows.map(({ event }) => event)]
}
