import type { Db } from '../db.ts'
import { plainText } from '../search-text.ts'

/** A version of a report, and its place in the order by publication. */
export interface DatedVersion {
  readonly report: string
  readonly version: number
  readonly published: string
}

/** The latest versions of reports that hold some words in a row, the newest first, behind one; those without a date last. */
export async function listReportsNaming(
  db: Db,
  words: string,
  { after, limit }: { readonly after?: DatedVersion; readonly limit: number },
): Promise<DatedVersion[]> {
  return db.query<DatedVersion>(
    `
    select id as report, version, coalesce(published_at, '') as published
    from report
    where words @@ phraseto_tsquery('english', $1)
      and not exists (
        select from report as later where later.id = report.id and later.version > report.version)
      and ($2::text is null or (coalesce(published_at, ''), id) < ($3, $2))
    order by coalesce(published_at, '') desc, id desc
    limit $4`,
    [plainText(words), after?.report ?? null, after?.published ?? '', limit],
  )
}

/** The incidents that events of some reports are of: report, event, incident. */
export async function listEventIncidents(
  db: Db,
  reports: readonly string[],
): Promise<{ readonly report: string; readonly event: string; readonly incident: string }[]> {
  return db.query(
    `
    select report_id as report, event_id as event, incident_id as incident
    from event where report_id = any($1::text[])`,
    [reports],
  )
}
