import type { OwnActor } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** An entry of the dictionary, with who added it. */
export interface OwnEntry {
  /** Its entry in the log. */
  readonly entry: number
  readonly at: string
  readonly by: string
  readonly actor: OwnActor
}

/** What the table has of an entry. */
export interface OwnRow {
  readonly operation: number
  readonly id: string
  /** JSON of the actor without its id, to the letter. */
  readonly said: string
  readonly salt: string
  readonly undone: number | null
}

/** The entries that stand, in the order of the log. */
export async function listOwnActors(db: Db): Promise<OwnEntry[]> {
  return (await db.query<ListedRow>(`${LISTED} where undone is null order by operation`)).map(
    toEntry,
  )
}

/** The entry of a number, whether or not it stands. */
export async function findOwnActor(
  db: Db,
  entry: number,
): Promise<(OwnEntry & { readonly isUndone: boolean }) | undefined> {
  const [row] = await db.query<ListedRow & { isUndone: boolean }>(
    `${LISTED} where operation = $1`,
    [entry],
  )
  return row && { ...toEntry(row), isUndone: row.isUndone }
}

const LISTED = `
    select operation::int as entry, at, by, id, said, undone is not null as "isUndone"
    from own_actor join operation on seq = operation`

interface ListedRow {
  readonly entry: number
  readonly at: string
  readonly by: string
  readonly id: string
  readonly said: string
}

function toEntry({ entry, at, by, id, said }: ListedRow): OwnEntry {
  return { entry, at, by, actor: { id, ...(JSON.parse(said) as Omit<OwnActor, 'id'>) } }
}

/** The entry of the log that changed the dictionary last; 0 where none did. */
export async function lastOwnChange(db: Db): Promise<number> {
  const [row] = await db.query<{ last: number }>(
    'select coalesce(max(greatest(operation, undone)), 0)::int as last from own_actor',
  )
  return row?.last ?? 0
}

/** Writes an entry. */
export async function insertOwnActor(
  db: Db,
  { operation, id, said, salt }: Omit<OwnRow, 'undone'>,
): Promise<void> {
  await db.query('insert into own_actor (operation, id, said, salt) values ($1, $2, $3, $4)', [
    operation,
    id,
    said,
    salt,
  ])
}

/** Keeps that an entry is taken back by another entry of the log. */
export async function markOwnUndone(db: Db, entry: number, undone: number): Promise<void> {
  await db.query('update own_actor set undone = $2 where operation = $1', [entry, undone])
}

/** What the table has, in the order of the log, behind an entry. */
export async function listOwnRows(db: Db, after: number, limit: number): Promise<OwnRow[]> {
  return db.query(
    `
    select operation::int as operation, id, said, salt, undone::int as undone
    from own_actor where operation > $1 order by own_actor.operation limit $2`,
    [after, limit],
  )
}
