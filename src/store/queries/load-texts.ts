import type { Report } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** The texts of some versions of reports, in their order; an empty one for what is gone meanwhile. */
export async function loadTexts(
  db: Db,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<string[]> {
  const rows = await db.query<{ body: string | null }>(
    `
    select report.body::text as body
    from unnest($1::text[], $2::int[]) with ordinality as wanted (id, version, position)
    left join report on report.id = wanted.id and report.version = wanted.version
    order by position`,
    [versions.map(({ id }) => id), versions.map(({ version }) => version)],
  )
  return rows.map(({ body }) => (body === null ? '' : (JSON.parse(body) as Report).text))
}
