import type { LinkReason } from '../../records/index.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { WEIGHTS } from './weights.ts'

/** Fewer dead are as many by chance. */
const LEAST = 3
/** Counts of one happening differ by less than this; those of two often by more. */
const NEAR = 0.75
const FAR = 0.4
/** Numbers beyond are no more telling. */
const MOST = 3

/** How many died, and which numbers both tell. */
export function compareTolls(a: EventProfile, b: EventProfile): LinkReason[] {
  return [...compareKilled(a, b), ...compareNumbers(a, b)]
}

function compareKilled(
  { killed: a = 0 }: EventProfile,
  { killed: b = 0 }: EventProfile,
): LinkReason[] {
  if (a < LEAST || b < LEAST) return []
  const share = Math.min(a, b) / Math.max(a, b)
  const detail = `${a} and ${b}`
  if (share === 1) return [{ name: 'killed-same', weight: WEIGHTS.killedSame, detail: String(a) }]
  if (share > NEAR) return [{ name: 'killed-near', weight: WEIGHTS.killedNear, detail }]
  return share < FAR ? [{ name: 'killed-far', weight: WEIGHTS.killedFar, detail }] : []
}

function compareNumbers(a: EventProfile, b: EventProfile): LinkReason[] {
  const both = a.numbers.filter((number) => b.numbers.includes(number)).slice(0, MOST)
  if (both.length === 0) return []
  return [{ name: 'numbers', weight: WEIGHTS.number * both.length, detail: both.join(', ') }]
}
