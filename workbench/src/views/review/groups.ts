import type { ReviewDecision } from '../../../../src/server/api.ts'

/** Decisions with those that the server has just kept; what is known already stands once. */
export function withKept(
  decisions: readonly ReviewDecision[],
  kept: readonly ReviewDecision[],
): ReviewDecision[] {
  const known = new Set(decisions.map(keyOf))
  return [...decisions, ...kept.filter((one) => !known.has(keyOf(one)))]
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
