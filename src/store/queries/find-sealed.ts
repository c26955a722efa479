import type { Db } from '../db.ts'
import type { ReportVersion } from '../../review/index.ts'
import type { ReportRow } from '../report-row.ts'
import { readingAt } from './former-readings.ts'

/** What is stored of a version that the log added. */
export type Sealed =
  | ({ readonly state: 'kept' } & Pick<ReportRow, 'body' | 'reading' | 'salt'>)
  | { readonly state: 'erased' | 'missing' }

/** What is stored of some versions of reports, in their order, as it was read at an entry of the log. */
export async function findSealed(
  db: Db,
  versions: readonly (ReportVersion & { readonly seq: number })[],
): Promise<Sealed[]> {
  const rows = await db.query<
    Nullable<Pick<ReportRow, 'body' | 'reading' | 'salt'>> & { erased: boolean }
  >(
    `
    select report.body::text as body, ${readingAt('wanted.seq')} as reading, report.salt,
      tombstone.report_id is not null as erased
    from unnest($1::text[], $2::int[], $3::int[]) with ordinality
      as wanted (id, version, seq, position)
    left join report on report.id = wanted.id and report.version = wanted.version
    left join reading on reading.report_id = report.id and reading.version = report.version
    left join tombstone on tombstone.report_id = wanted.id
    order by position`,
    [
      versions.map(({ report }) => report),
      versions.map(({ version }) => version),
      versions.map(({ seq }) => seq),
    ],
  )
  return rows.map(({ body, reading, salt, erased }) => {
    if (body !== null && reading !== null && salt !== null)
      return { state: 'kept', body, reading, salt }
    return { state: erased ? 'erased' : 'missing' }
  })
}

type Nullable<T> = { readonly [Key in keyof T]: T[Key] | null }
