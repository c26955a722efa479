import type { EventLink, LinkReason } from '../../records/index.ts'
import { keyText } from '../incident-id.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { bagLikeness } from '../profile/word-bag.ts'

/** Links of less are not worth keeping. */
export const LEAST_SCORE = 0.3

/** How well two events of different reports go together, and why. The same whichever is given first. */
export function scoreEvents(one: EventProfile, other: EventProfile): EventLink {
  const [a, b] = keyText(one.key) < keyText(other.key) ? [one, other] : [other, one]
  const reasons: LinkReason[] = []
  if (a.kind === b.kind) reasons.push({ name: 'kind', weight: 1, detail: a.kind })
  if (a.place && a.place.name === b.place?.name)
    reasons.push({ name: 'place', weight: 2, detail: a.place.name })
  const killed = a.tolls.killed?.[0]
  if (killed !== undefined && killed > 1 && killed === b.tolls.killed?.[0])
    reasons.push({ name: 'killed', weight: 1.5, detail: String(killed) })
  const wording = bagLikeness(a.words, b.words)
  reasons.push({ name: 'wording', weight: round(4 * wording) })
  const sum = reasons.reduce((total, { weight }) => total + weight, START)
  return { a: a.key, b: b.key, score: round(1 / (1 + Math.exp(-sum))), reasons }
}

/** Most pairs are of two incidents. */
const START = -3.5

/** Scores have three digits, so that sums of them are the same in any order. */
function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
