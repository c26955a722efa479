import type { EventKey, LinkDecision } from '../../records/index.ts'
import type { Db } from '../db.ts'

/** The decisions that stand on some events: of several on one pair the last. */
export async function listStanding(db: Db, keys: readonly EventKey[]): Promise<LinkDecision[]> {
  const rows = await db.query<DecisionRow>(
    `
    select distinct on (a_report, a_event, b_report, b_event)
      operation::text as id, a_report, a_event, b_report, b_event, verdict
    from decision
    where undone is null and (
      (a_report, a_event) in (select * from unnest($1::text[], $2::text[]))
      or (b_report, b_event) in (select * from unnest($1::text[], $2::text[])))
    order by a_report, a_event, b_report, b_event, operation desc`,
    [keys.map(({ report }) => report), keys.map(({ event }) => event)],
  )
  return rows.map((row) => ({
    id: row.id,
    a: { report: row.a_report, event: row.a_event },
    b: { report: row.b_report, event: row.b_event },
    verdict: row.verdict,
  }))
}

interface DecisionRow extends Pick<LinkDecision, 'id' | 'verdict'> {
  readonly a_report: string
  readonly a_event: string
  readonly b_report: string
  readonly b_event: string
}
