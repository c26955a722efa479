import type { Db } from '../db.ts'

/** A filter of the incidents that somebody keeps under a name. */
export interface SavedFilter {
  readonly id: string
  readonly owner: string
  readonly name: string
  /** JSON, to the letter. */
  readonly filter: string
  readonly at: string
}

const COLUMNS = 'id, owner, name, filter::text as filter, at'

/** The filters of one person, by name. */
export async function listSavedFilters(
  db: Db,
  owner: string,
  limit: number,
): Promise<SavedFilter[]> {
  return db.query(`select ${COLUMNS} from saved_filter where owner = $1 order by name limit $2`, [
    owner,
    limit,
  ])
}

/** A filter by its id. */
export async function findSavedFilter(db: Db, id: string): Promise<SavedFilter | undefined> {
  const rows = await db.query<SavedFilter>(`select ${COLUMNS} from saved_filter where id = $1`, [
    id,
  ])
  return rows[0]
}

/** Writes a filter, in place of the one that its owner has under that name. */
export async function putSavedFilter(
  db: Db,
  { id, owner, name, filter, at }: SavedFilter,
): Promise<void> {
  await db.query(
    `
    insert into saved_filter (id, owner, name, filter, at) values ($1, $2, $3, $4::json, $5)
    on conflict (owner, name) do update set filter = excluded.filter, at = excluded.at`,
    [id, owner, name, filter, at],
  )
}

/** Takes a filter out. */
export async function deleteSavedFilter(db: Db, id: string): Promise<void> {
  await db.query('delete from saved_filter where id = $1', [id])
}
