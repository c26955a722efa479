import type {
  ActorName,
  ActorValue,
  Claim,
  ClaimValue,
  Confidence,
  Settling,
  Standing,
} from '../../records/index.ts'
import { areRivals } from './actor-conflict.ts'
import { grouped } from '../grouped.ts'
import { comparisonOf } from './comparisons.ts'
import {
  compareKeys,
  isDenial,
  isFor,
  isOnlyClaimed,
  latestFirst,
  likingOf,
  newestOf,
  originsOf,
} from './policy.ts'

/** A value, who speaks for it and who against. */
export interface Side {
  readonly key: string
  readonly value: ClaimValue
  readonly backers: readonly Claim[]
  readonly denials: readonly Claim[]
}

/** The values of a field, each with its claims, those of the most origins first. */
export function sidesOf(claims: readonly Claim[]): Side[] {
  return [...grouped(claims, ({ field, value }) => comparisonOf(field).key(value))]
    .map(([key, group]) => {
      const backers = group.filter(isFor)
      const value = strongest(backers) ?? group[0]?.value ?? { text: '' }
      return { key, value, backers, denials: group.filter(isDenial) }
    })
    .sort((a, b) => compareKeys([-originsOf(a.backers), a.key], [-originsOf(b.backers), b.key]))
}

/** Every value of a field that somebody speaks for: many may take part. Of those that exclude each other the one that the policy likes best stands, and the others are against it. */
export function settleEach(claims: readonly Claim[], settling: Settling): Standing[] {
  const sides = sidesOf(claims).filter((side) => side.backers.length > 0 && !isCounted(side))
  const ranked = sides
    .map((side) => ({ side, rank: rankingOf(side, settling) }))
    .sort((a, b) => compareKeys(a.rank, b.rank))
    .map(({ side }) => side)
  const standing: Side[] = []
  for (const side of ranked)
    if (!standing.some((better) => excludes(better, side))) standing.push(side)
  return standing.map((side) => {
    const { value, backers, denials } = side
    const rivals = sides.filter((other) => excludes(side, other)).flatMap((one) => one.backers)
    return {
      value,
      policy: settling.policy,
      ...(isOnlyClaimed(backers) && { claimed: true as const }),
      because: backers.map(({ id }) => id),
      against: [...denials, ...rivals].map(({ id }) => id),
    }
  })
}

/** Victims without a name and more than one are a figure, and stand in the toll. */
function isCounted({ value, backers }: Side): boolean {
  if (backers[0]?.field !== 'participant.victim' || !isActor(value)) return false
  return value.named !== true && value.count !== undefined && value.count.atMost !== 1
}

/** Whether two values of a field exclude each other. Perpetrators do where no report names both. */
export function excludes(a: Side, b: Side): boolean {
  const field = a.backers[0]?.field
  if (field === 'responsibility') return isNobody(a) !== isNobody(b)
  if (field !== 'participant.perpetrator' || !areRivals(actorOf(a), actorOf(b))) return false
  const reports = new Set(a.backers.map(({ report }) => report))
  return !b.backers.some(({ report }) => reports.has(report))
}

/** Nobody has claimed it: true until somebody does. */
function isNobody({ value }: Side): boolean {
  return 'responsibility' in value && value.responsibility === 'none'
}

function actorOf({ value }: Side): ActorName {
  return 'kind' in value ? (value as ActorName) : { actor: '', name: '', kind: 'unknown' }
}

function rankingOf(side: Side, settling: Settling): (number | string)[] {
  const { key, backers } = side
  const newest = latestFirst(newestOf(backers))
  return [
    isNobody(side) ? 1 : 0,
    isOnlyClaimed(backers) ? 1 : 0,
    ...likingOf(backers, settling),
    -originsOf(backers),
    newest,
    key,
  ]
}

/** One value for claims of the same one: put as surely as anybody puts it who took no part. Of what only the others say, what somebody says of himself is claimed, and what he says of his enemy is suspected. */
function strongest(backers: readonly Claim[]): ClaimValue | undefined {
  const value = backers[0]?.value
  if (!value || !isActor(value)) return value
  const others = backers.filter(({ involved }) => !involved)
  const surest = CONFIDENCES.find((one) => others.some((claim) => confidenceOf(claim) === one))
  const isOwn = backers.some(
    (claim) => claim.sourceActor === value.actor || confidenceOf(claim) === 'claimed',
  )
  return { ...value, confidence: surest ?? (isOwn ? 'claimed' : 'suspected') }
}

function isActor(value: ClaimValue): value is ActorValue {
  return 'actor' in value && !('responsibility' in value)
}

const CONFIDENCES: readonly Confidence[] = ['fact', 'claimed', 'suspected', 'possible']

function confidenceOf({ value }: Claim): Confidence {
  return ('confidence' in value && value.confidence) || 'fact'
}
