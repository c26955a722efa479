import { contentKey } from '../../base/hash.ts'
import {
  evidenceAt,
  type Confidence,
  type Participant,
  type PeopleCount,
  type Role,
  type Span,
  type Statement,
} from '../../records/index.ts'
import { phraseOf, saysCount } from '../figures/index.ts'
import type { Mention } from '../mentions/mention.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import { withGroupsBehind } from './groups-behind.ts'
import { partsOf } from './parts.ts'
import { saidAt, statementsHolding, tokenAt, type Scene } from './scene.ts'

/** One phrase in a role, before doubles are joined. */
export interface Part {
  readonly head: number
  readonly role: Role
  readonly confidence?: Confidence
  readonly rule: string
  /** Whose content holds the trigger: "accused | the rebels of shelling" has the rebels as its own, whatever is said of them. */
  readonly heldBy?: readonly Statement[]
}

/** Who took part in an event, each actor once in a role; the surest and first words stand. */
export function readParticipants(
  scene: Scene,
  group: Group,
  { extra, eventId }: { extra: readonly Part[]; eventId: string },
): Participant[] {
  const own = group.spots.flatMap((spot) =>
    partsOf(scene, spot, group).map((part) => ({ heldBy: spot.statements, ...part })),
  )
  const parts: Part[] = [...own, ...extra]
  const found = new Map<string, Participant>()
  for (const part of parts) {
    const made = participantOf(scene, part, eventId)
    if (!made) continue
    const key = `${made.role} ${made.actor}`
    const known = found.get(key)
    if (!known || surer(made, known)) found.set(key, made)
  }
  const all = [...found.values()]
  return withoutContradictions(withGroupsBehind(scene, all, { parts, eventId }))
}

const SURE: readonly (Confidence | undefined)[] = [
  'fact',
  'claimed',
  'suspected',
  'possible',
  undefined,
]

function surer(a: Participant, b: Participant): boolean {
  return SURE.indexOf(a.confidence) < SURE.indexOf(b.confidence)
}

/** Who is a victim is no target as well; who did it was not its target. */
function withoutContradictions(all: readonly Participant[]): Participant[] {
  const roleOf = new Set(all.map(({ role, actor }) => `${role} ${actor}`))
  return all.filter(({ role, actor }) => {
    if (role === 'target')
      return !roleOf.has(`victim ${actor}`) && !roleOf.has(`perpetrator ${actor}`)
    return true
  })
}

function participantOf(scene: Scene, part: Part, eventId: string): Participant | undefined {
  const mention = scene.mentions.byHead(part.head)
  const actor = scene.mentions.actorOf(mention)
  if (!mention || !actor || isReflexive(scene, part.head)) return undefined
  const count = countOf(scene, mention)
  const evidence = evidenceAt(
    scene.document.text,
    count ? countedSpan(scene, mention) : mention.span,
  )
  const meets = actor.mentions.some(
    (one) => one.in === undefined && one.start < evidence.end && evidence.start < one.end,
  )
  if (!meets) return undefined
  const { role, confidence, rule } = part
  return {
    id: contentKey(eventId, 'participant', role, evidence.start, evidence.end),
    evidence: [evidence],
    readBy: `events/${rule}`,
    ...saidOf(scene, part, evidence),
    role,
    actor: actor.id,
    ...(confidence && { confidence }),
    ...(count && { count }),
  }
}

/** The deepest statement that holds the words, and the trigger with them. */
function saidOf(scene: Scene, { heldBy }: Part, span: Span): { statement?: string } {
  if (!heldBy) return saidAt(scene, span)
  const deepest = statementsHolding(scene, span).findLast((one) => heldBy.includes(one))
  return deepest ? { statement: deepest.id } : {}
}

/** How many the words of a participant say there are. */
function countOf(scene: Scene, mention: Mention): PeopleCount | undefined {
  if (!mention.count || !saysNumber(mention)) return undefined
  const { start, end } = countedSpan(scene, mention)
  const words = scene.document.text.slice(start, end)
  if (mention.count.atMost === 1 && LOOSE_AGE.test(words)) return undefined
  return saysCount(scene, words, mention.count) ? mention.count : undefined
}

/** "a 59 - year - old woman": the number of an age whose hyphens stand alone reads like a count. */
const LOOSE_AGE = / - old\b/

/** The phrase with the words that bend its number: "more than 60 people". */
function countedSpan(scene: Scene, { head, span }: Mention): Span {
  const token = tokenAt(scene, head)
  if (!token) return span
  const { first } = phraseOf(scene, token)
  return { start: Math.min(span.start, tokenAt(scene, first)?.start ?? span.start), end: span.end }
}

function isReflexive(scene: Scene, head: number): boolean {
  return isOf(scene.words, tokenAt(scene, head)?.lower, 'reflexive')
}

/** A bare plural or a pronoun gives no count worth keeping. */
function saysNumber({ form, count, type }: Mention): boolean {
  if (form !== 'description' || !count || type === 'facility') return false
  // "A court": a body is no number of people.
  if (count.atMost === 1 && (type === 'organisation' || type === 'government')) return false
  return !(count.vague === true && count.atLeast === 2)
}
