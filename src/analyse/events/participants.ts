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
import { ancestors, childrenBy, expand } from '../../text/index.ts'
import { phraseOf, saysCount } from '../figures/index.ts'
import type { Mention } from '../mentions/mention.ts'
import { isOf, rowsOf, type TriggerRow } from './event-words.ts'
import type { Group } from './group.ts'
import { targets } from './needs.ts'
import { groupsBehind } from './groups-behind.ts'
import { ofOperation } from './operation.ts'
import { isPeople, saidAt, statementsHolding, tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

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
  return withoutContradictions([...all, ...groupsBehind(scene, all, { parts, eventId })])
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

function partsOf(scene: Scene, spot: Spot, { kind }: Group): Part[] {
  const scheme = scene.words.kinds.get(kind)?.roles ?? 'directed'
  const own = scene.words.kinds.get(spot.kind)?.roles ?? scheme
  // "The clash killed two students": the dead are victims, not parties.
  if (!spot.harm && (own === 'mutual' || scheme === 'mutual')) return mutual(scene, spot)
  return own === 'attack' ? attack(scene, spot) : directed(scene, spot)
}

function attack(scene: Scene, spot: Spot): Part[] {
  const { agents } = spot.around
  const isDeath = spot.row.needs === 'death'
  const rule = spot.trigger.pos === 'VERB' ? 'verb-roles' : 'noun-roles'
  const doers: Part[] = (isDeath ? [] : agents)
    .filter((head) => isPeople(scene.mentions.byHead(head)))
    .map((head) => ({
      head,
      role: 'perpetrator',
      confidence: confidenceOf(scene, spot, head),
      rule,
    }))
  const aims = isDeath ? agents : [...targets(scene, spot.around), ...struckBeside(scene, spot)]
  const aimed: Part[] = expand(scene.document, aims)
    .filter((head) => isAimable(scene, head) && !agentsOnly(spot, head))
    .map((head) => ({ head, role: roleOfAim(scene, spot, head), confidence: 'fact', rule }))
  return spot.status === 'denied' && spot.harm ? doers : [...doers, ...aimed]
}

/** "exploded under a car", "next to a bus": what a device is put beside is what it was meant for. */
function struckBeside(scene: Scene, { around, kind }: Spot): number[] {
  if (scene.words.kinds.get(kind)?.family !== 'blast') return []
  return around.obliques
    .filter(({ preposition }) => isOf(scene.words, preposition, 'beside'))
    .map(({ head }) => head)
    .filter((head) => scene.mentions.byHead(head)?.type === 'facility')
}

function agentsOnly({ around, row }: Spot, head: number): boolean {
  return row.needs !== 'death' && around.agents.includes(head)
}

function isAimable({ mentions }: Scene, head: number): boolean {
  const mention = mentions.byHead(head)
  return isPeople(mention) || mention?.type === 'facility'
}

/** People who were harmed or taken are victims; others and places are what was aimed at. */
function roleOfAim(scene: Scene, { row, kind, harm }: Spot, head: number): Role {
  const mention = scene.mentions.byHead(head)
  if (!isPeople(mention) || mention?.type === 'organisation' || mention?.type === 'government')
    return 'target'
  const family = scene.words.kinds.get(kind)?.family ?? ''
  const isHarmed =
    harm ||
    row.needs === 'person' ||
    isDeadly(scene, row) ||
    /^(taking|torture|sexual|beating)$/.test(family)
  return isHarmed ? 'victim' : 'target'
}

/** "shot dead", "gunned down": words of harm that need no person to be told. */
function isDeadly({ words }: Scene, { parts }: TriggerRow): boolean {
  const key = parts.join(' ')
  const verbs = rowsOf(words.harms, parts[0] ?? '', 'VERB') ?? []
  return (
    verbs.some((row) => row.parts.join(' ') === key) ||
    rowsOf(words.harms, key, 'NOUN') !== undefined
  )
}

function mutual(scene: Scene, { around, trigger }: Spot): Part[] {
  const others = around.obliques
    .filter(({ preposition }) => isOf(scene.words, preposition, 'with'))
    .map(({ head }) => head)
  return expand(scene.document, [...around.agents, ...others, ...around.patients])
    .filter((head) => isPeople(scene.mentions.byHead(head)))
    .map((head) => ({
      head,
      role: 'party',
      confidence: 'fact',
      rule: trigger.pos === 'VERB' ? 'verb-parties' : 'noun-parties',
    }))
}

function directed(scene: Scene, spot: Spot): Part[] {
  const { trigger } = spot
  const around = spot.kind === 'raid' ? ofOperation(scene, spot) : spot.around
  const rule = trigger.pos === 'VERB' ? 'verb-parties' : 'noun-parties'
  const isActor = (head: number): boolean => isPeople(scene.mentions.byHead(head))
  const toOthers = around.obliques
    .filter(({ preposition }) => /^(to|with|against|for|on|from)$/.test(preposition))
    .map(({ head }) => head)
  const recipients = expand(scene.document, [...around.patients, ...toOthers])
  const owner = trigger.pos === 'NOUN' && around.agents.length === 0
  // "the withdrawal of the army": with nobody before it, "of" tells who did it.
  const doers = owner ? around.patients : around.agents
  const role = (list: readonly number[], name: Role): Part[] =>
    list.filter(isActor).map((head) => ({ head, role: name, confidence: 'fact', rule }))
  return [
    ...role(doers, 'party'),
    ...role(
      recipients.filter((head) => !doers.includes(head)),
      'recipient',
    ),
  ]
}

/** How the report puts it that somebody did it. */
export function confidenceOf(scene: Scene, spot: Spot, head: number): Confidence {
  const before = childrenBy(scene.document, head, 'amod', 'compound')
  const said = tokenAt(scene, head)
  if (said && before.some(({ lower }) => isOf(scene.words, lower, 'suspect'))) return 'suspected'
  if (isUnderBlame(scene, spot)) return 'suspected'
  if (spot.status === 'possible' || hasMaybe(scene, spot)) return 'possible'
  const deepest = spot.statements.at(-1)
  return deepest ? confidenceIn(scene, deepest, head) : 'fact'
}

/** "accused the army of shelling the town, killing two": what hangs on an accusation is one. */
function isUnderBlame({ document, words }: Scene, { trigger }: Spot): boolean {
  if (trigger.pos !== 'VERB') return false
  return ancestors(document, trigger.token)
    .slice(0, 4)
    .some(({ lowerLemma, upos }) => upos === 'VERB' && isOf(words, lowerLemma, 'blaming'))
}

function hasMaybe(scene: Scene, { trigger }: Spot): boolean {
  return childrenBy(scene.document, trigger.token, 'advmod', 'aux').some(({ lower }) =>
    isOf(scene.words, lower, 'possibly'),
  )
}

/** Whoever wishes, demands or threatens to do it has not claimed to have done it. */
const WISHED: ReadonlySet<Statement['stance']> = new Set([
  'hopes',
  'demands',
  'promises',
  'threatens',
  'warns',
])

/** Said by the doer itself it is claimed; as an accusation, suspected; as a suggestion, possible. */
export function confidenceIn(
  scene: Scene,
  { stance, certainty, source, cue }: Statement,
  head: number,
): Confidence {
  const actor = scene.mentions.actorOf(scene.mentions.byHead(head))
  if (actor && source?.actor === actor.id) return WISHED.has(stance) ? 'fact' : 'claimed'
  if (isOf(scene.words, cue?.lemma, 'belief')) return 'suspected'
  if (stance === 'accuses' || stance === 'suggests' || certainty === 'probable') return 'suspected'
  if (stance === 'claims' || stance === 'doubts' || stance === 'denies') return 'suspected'
  return certainty === 'possible' ? 'possible' : 'fact'
}
