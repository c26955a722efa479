import { standingOf, type RecordStanding } from '../../../../src/review/index.ts'
import type { ReviewDecision } from '../../../../src/server/api.ts'

/** How records stand, those first that are only just sent. */
export function standingWith(
  decisions: readonly ReviewDecision[],
  pending: readonly ReviewDecision[],
): ReadonlyMap<string, RecordStanding> {
  return new Map([...standingOf(decisions), ...standingOf(pending)])
}

/** Decisions as they are after some of them were undone, or stand again. */
export function withTurned(
  decisions: readonly ReviewDecision[],
  turned: readonly ReviewDecision[],
): ReviewDecision[] {
  const by = new Map(turned.map((one) => [keyOf(one), one]))
  return decisions.map((one) => by.get(keyOf(one)) ?? one)
}

function keyOf({ entry, record }: ReviewDecision): string {
  return `${entry} ${record}`
}

/** Which decisions add or change something: a text that is the same as long as they are. */
export function changesIn(decisions: readonly ReviewDecision[]): string {
  return decisions
    .filter(
      ({ verdict, undone }) => undone === undefined && (verdict === 'add' || verdict === 'edit'),
    )
    .map(({ record, group }) => `${group} ${record}`)
    .join('\n')
}
