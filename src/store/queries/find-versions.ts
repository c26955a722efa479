import type { Db } from '../db.ts'

/** A version of a report that is stored. */
export interface StoredVersion {
  readonly id: string
  readonly version: number
  readonly hash: string
}

/** All versions of some reports, each report's in order. */
export async function findVersions(db: Db, ids: readonly string[]): Promise<StoredVersion[]> {
  return db.query<StoredVersion>(
    'select id, version, hash from report where id = any($1::text[]) order by id, version',
    [ids],
  )
}
