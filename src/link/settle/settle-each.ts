import type {
  ActorValue,
  Claim,
  ClaimValue,
  Confidence,
  Settling,
  Standing,
} from '../../records/index.ts'
import { keyOf } from './comparisons.ts'
import { compareKeys, isDenial, isFor, isOnlyClaimed, originsOf } from './policy.ts'

/** Every value of a field that somebody speaks for, each by itself, those of the most origins first: many may take part. */
export function settleEach(claims: readonly Claim[], { policy }: Settling): Standing[] {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const key = keyOf(claim.value)
    groups.set(key, [...(groups.get(key) ?? []), claim])
  }
  return [...groups]
    .map(([key, group]) => ({ key, group, backers: group.filter(isFor) }))
    .filter(({ backers }) => backers.length > 0)
    .sort((a, b) => compareKeys([-originsOf(a.backers), a.key], [-originsOf(b.backers), b.key]))
    .map(({ group, backers }) => ({
      value: strongest(backers),
      policy,
      ...(isOnlyClaimed(backers) && { claimed: true as const }),
      because: backers.map(({ id }) => id),
      against: group.filter(isDenial).map(({ id }) => id),
    }))
}

/** One value for claims of the same one: put as surely as anybody puts it who took no part. */
function strongest(backers: readonly Claim[]): ClaimValue {
  const value = backers[0]?.value ?? { text: '' }
  if (!('actor' in value) || 'responsibility' in value) return value
  const others = backers.filter(({ involved }) => !involved)
  const surest = CONFIDENCES.find((one) => others.some((claim) => confidenceOf(claim) === one))
  return { ...(value as ActorValue), confidence: surest ?? 'claimed' }
}

const CONFIDENCES: readonly Confidence[] = ['fact', 'claimed', 'suspected', 'possible']

function confidenceOf({ value }: Claim): Confidence {
  return ('confidence' in value && value.confidence) || 'fact'
}
