import type { EventLink, LinkReason } from '../../records/index.ts'
import { keyText } from '../incident-id.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { compareDays } from './compare-days.ts'
import { compareKinds } from './compare-kinds.ts'
import { comparePlaces } from './compare-places.ts'
import { compareRanks } from './compare-ranks.ts'
import { compareTolls } from './compare-tolls.ts'
import { compareWords, haveDays } from './compare-words.ts'
import { UNDATED, WEIGHTS } from './weights.ts'

/** Links of less are not worth keeping. */
export const LEAST_SCORE = 0.25

/** What gives reasons for two events to be one, or not; what either report does not tell is no reason. */
export type Comparison = (a: EventProfile, b: EventProfile) => LinkReason[]

const COMPARISONS: readonly Comparison[] = [
  compareDays,
  comparePlaces,
  compareTolls,
  compareKinds,
  compareWords,
  compareRanks,
]

/** How well two events of different reports go together, and why. The same whichever is given first. */
export function scoreEvents(one: EventProfile, other: EventProfile): EventLink {
  const [a, b] = keyText(one.key) < keyText(other.key) ? [one, other] : [other, one]
  const reasons = COMPARISONS.flatMap((compare) => compare(a, b))
  const { start } = haveDays(a, b) ? WEIGHTS : UNDATED
  const sum = reasons.reduce<number>((total, { weight }) => total + weight, start)
  return { a: a.key, b: b.key, score: round(1 / (1 + Math.exp(-sum))), reasons }
}

/** Scores have three digits, so that sums of them are the same in any order. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
