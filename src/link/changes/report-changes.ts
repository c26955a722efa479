import type { Claim, Incident, IncidentChange } from '../../records/index.ts'
import { grouped } from '../grouped.ts'
import { comparisonOf } from '../settle/comparisons.ts'
import { toldBy } from './told-by.ts'

/** Reports that came, went, or have another version; of the latter also the values that it leaves out. */
export function reportChanges(before: Incident, after: Incident): IncidentChange[] {
  const [had, has] = [before, after].map(({ values }) => grouped(values, ({ report }) => report))
  if (!had || !has) return []
  const came = [...has].filter(([report]) => !had.has(report))
  const went = [...had].filter(([report]) => !has.has(report))
  const stayed = [...has].flatMap(([report, now]) => {
    const then = had.get(report)
    return then && then[0]?.version !== now[0]?.version ? newVersion(report, then, now) : []
  })
  return [
    ...came.map(([report, claims]) => change('new-report', report, claims)),
    ...went.map(([report, claims]) => change('gone-report', report, claims)),
    ...stayed,
  ]
}

function change(
  kind: IncidentChange['kind'],
  report: string,
  claims: readonly Claim[],
): IncidentChange {
  const unsourced = claims
    .slice(0, 1)
    .map(({ source, ...claim }) => (source === undefined ? claim : claim))
  return { kind, reports: [report], why: toldBy(unsourced) }
}

function newVersion(
  report: string,
  then: readonly Claim[],
  now: readonly Claim[],
): IncidentChange[] {
  const kept = new Set(now.map(sayingOf))
  const left = then.filter((claim) => !kept.has(sayingOf(claim)))
  return [
    change('new-version', report, now),
    ...left.map(({ field, value }): IncidentChange => ({
      ...change('value-left-out', report, now),
      field,
      before: value,
    })),
  ]
}

/** What a claim says and who says it, wherever in the text. */
function sayingOf({ field, value, sourceActor = '', stance }: Claim): string {
  return [field, comparisonOf(field).key(value), sourceActor, stance].join('\u0000')
}
