import type { Incident, IncidentChange } from '../../records/index.ts'
import { contradictionChanges } from './contradiction-changes.ts'
import { reportChanges } from './report-changes.ts'
import { standingChanges } from './standing-changes.ts'
import { tollChanges } from './toll-changes.ts'
import { reportsOf, toldBy } from './told-by.ts'

/** What is new in an incident, and why; from nothing it is new, to nothing it is gone. Both states are to be of one policy. */
export function changesBetween(
  before: Incident | undefined,
  after: Incident | undefined,
): IncidentChange[] {
  if (before && after)
    return [
      ...reportChanges(before, after),
      ...standingChanges(before, after),
      ...tollChanges(before, after),
      ...contradictionChanges(before, after),
    ]
  if (after)
    return [{ kind: 'new-incident', reports: reportsOf(after.values), why: toldBy(after.values) }]
  if (before)
    return [
      {
        kind: 'gone-incident',
        reports: reportsOf(before.values),
        why: 'no report tells it any more',
      },
    ]
  return []
}
