import type { SourceType } from '../../../records/index.ts'
import { isOnlyClaimed, voiceOf } from '../policy.ts'
import type { Account } from './accounts.ts'

/** Signs of a day. */
const DAY = 10

/** When an account was first published. */
export function whenOf({ claims }: Account): string | undefined {
  return claims[0]?.publishedAt
}

/** The number that an account gives: at least so many, else at most. */
export function numberOf({ count: { atLeast, atMost } }: Account): number {
  return atLeast ?? atMost ?? 0
}

/** By publication, what has no date last; then as one report tells it. */
export function earlierFirst(a: Account, b: Account): number {
  const [x, y] = [whenOf(a) ?? '\uffff', whenOf(b) ?? '\uffff']
  if (x !== y) return x < y ? -1 : 1
  if (a.turn !== b.turn) return a.turn - b.turn
  return numberOf(a) - numberOf(b) || (idOf(a) < idOf(b) ? -1 : 1)
}

function idOf({ claims }: Account): string {
  return claims[0]?.id ?? ''
}

/** Whether an account was told after another: on a later day, at a later hour where both are known, or where one report tells of both. What has no date is never the later one, so that it keeps no number alive that others have left behind. */
export function isLater(a: Account, b: Account): boolean {
  const [x, y] = [whenOf(a), whenOf(b)]
  if (a.claims[0]?.report === b.claims[0]?.report) return a.turn > b.turn
  if (x === undefined || y === undefined) return x !== undefined && y === undefined
  const signs = x.length > DAY && y.length > DAY ? Infinity : DAY
  return x.slice(0, signs) > y.slice(0, signs)
}

/** Whether two numbers can both be true. Vague words leave room for half as many and twice as many. */
export function canBothBe({ count: a }: Account, { count: b }: Account): boolean {
  const room = a.vague || b.vague ? ROOM : 1
  const [low, high] = [a.atLeast ?? 0, a.atMost ?? Infinity]
  return low <= (b.atMost ?? Infinity) * room && (b.atLeast ?? 0) <= high * room
}

const ROOM = 2

/** Whether an account takes the place of an earlier one: a correction, a later word of the same voice, or anybody's that counts as many or more, as tolls grow. Who speaks of his own deeds takes nobody's place but his own, vague words no number's, and a part only that of a smaller whole. */
export function replaces(a: Account, b: Account): boolean {
  if (!isLater(a, b) || a.more || (a.count.vague && !b.count.vague)) return false
  if (a.of === b.of && (a.revises || isOneVoice(a, b))) return true
  if (a.of !== b.of && b.of !== undefined) return false
  if (isOnlyClaimed(a.claims) && !isOnlyClaimed(b.claims)) return false
  return numberOf(a) >= numberOf(b)
}

/** Whether the same speaks in both. Residents, doctors and officials of two outlets may be others. */
function isOneVoice({ claims: [a] }: Account, { claims: [b] }: Account): boolean {
  if (!a || !b || voiceOf(a) !== voiceOf(b)) return false
  if (a.origin === b.origin) return true
  return a.source !== undefined && !(a.sourceType && ANYBODY.has(a.sourceType))
}

const ANYBODY: ReadonlySet<SourceType> = new Set([
  'official',
  'medic',
  'witness',
  'resident',
  'relative',
  'aid-worker',
  'analyst',
  'journalist',
  'other',
])
