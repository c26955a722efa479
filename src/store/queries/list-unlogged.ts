import type { Db } from '../db.ts'
import type { StoredVersion } from './find-versions.ts'

/** Versions of reports that no entry of the log added. */
export async function listUnlogged(db: Db): Promise<Omit<StoredVersion, 'hash'>[]> {
  return db.query<Omit<StoredVersion, 'hash'>>(
    `
    select id, version from report
    except
    select body ->> 'report', (body ->> 'version')::int from operation where kind = 'add-report'
    order by id, version`,
  )
}
