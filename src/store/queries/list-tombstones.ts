import type { Db } from '../db.ts'

/** That a report was erased. */
export interface Tombstone {
  readonly report: string
  /** The entry of the log that says so. */
  readonly operation: number
}

/** All that was erased, in that order. */
export async function listTombstones(db: Db): Promise<Tombstone[]> {
  return db.query<Tombstone>(
    'select report_id as report, operation::int as operation from tombstone order by tombstone.operation',
  )
}
