import type { Incident, IncidentChange } from '../../records/index.ts'

/** What is new in an incident, and why: from nothing it is new, to nothing it is gone. */
export function changesBetween(
  before: Incident | undefined,
  after: Incident | undefined,
): IncidentChange[] {
  const reports = (incident: Incident | undefined): Set<string> =>
    new Set(incident?.events.map(({ report }) => report))
  const [had, has] = [reports(before), reports(after)]
  if (!before && after)
    return [{ kind: 'new-incident', reports: [...has], why: 'told for the first time' }]
  if (before && !after)
    return [{ kind: 'gone-incident', reports: [...had], why: 'no report tells it any more' }]
  return [
    ...[...has].filter((id) => !had.has(id)).map((id) => change('new-report', id)),
    ...[...had].filter((id) => !has.has(id)).map((id) => change('gone-report', id)),
  ]
}

function change(kind: 'new-report' | 'gone-report', report: string): IncidentChange {
  return {
    kind,
    reports: [report],
    why: kind === 'new-report' ? 'tells it too' : 'tells it no more',
  }
}
