import type { Role } from '../../records/index.ts'
import { childrenBy, expand } from '../../text/index.ts'
import { takenAlong } from './aims.ts'
import { confidenceOf } from './confidence.ts'
import { isOf, rowsOf, type TriggerRow } from './event-words.ts'
import type { Group } from './group.ts'
import { targets } from './needs.ts'
import { ofOperation } from './operation.ts'
import type { Part } from './participants.ts'
import { peopleBehind } from './people-behind.ts'
import { isPeople, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** Who stands around a trigger in which role, by the scheme of its kind. */
export function partsOf(scene: Scene, spot: Spot, { kind }: Group): Part[] {
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
  const doers: Part[] = peopleBehind(scene, isDeath ? [] : agents).map((head) => ({
    head,
    role: 'perpetrator',
    confidence: confidenceOf(scene, spot, head),
    rule,
  }))
  const aims = isDeath
    ? agents
    : [
        ...targets(scene, spot.around).filter((head) => !isSpotOnly(scene, spot, head)),
        ...struckBeside(scene, spot),
        ...setOnFire(scene, spot),
        ...takenAlong(scene, spot.trigger.token),
      ]
  const aimed: Part[] = expand(scene.document, aims)
    .filter((head) => isAimable(scene, head) && !agentsOnly(spot, head))
    .map((head) => ({ head, role: roleOfAim(scene, spot, head), confidence: 'fact', rule }))
  return spot.status === 'denied' && spot.harm ? doers : [...doers, ...aimed]
}

/** "exploded at a checkpoint", "were killed at a market": where it was; only what is fired or thrown at is aimed at. */
function isSpotOnly({ words }: Scene, { around, row, trigger }: Spot, head: number): boolean {
  if (trigger.pos !== 'VERB' || isOf(words, row.parts[0], 'aiming-at')) return false
  if (around.patients.includes(head)) return false
  const beside = around.obliques.filter((oblique) => oblique.head === head)
  return beside.length > 0 && beside.every(({ preposition }) => preposition === 'at')
}

/** "exploded under a car", "next to a bus", "amid a crowd": what a device is put beside is what it was meant for. */
function struckBeside(scene: Scene, { around, kind }: Spot): number[] {
  if (scene.words.kinds.get(kind)?.family !== 'blast') return []
  return around.obliques
    .filter(({ preposition }) => isOf(scene.words, preposition, 'beside'))
    .map(({ head }) => head)
    .filter((head) => isAimable(scene, head))
}

/** "set fire to a bus": what burns stands behind "to". */
function setOnFire({ words }: Scene, { around, kind }: Spot): number[] {
  if (words.kinds.get(kind)?.family !== 'property') return []
  return around.obliques.filter(({ preposition }) => preposition === 'to').map(({ head }) => head)
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
    row.needs === 'onto-device' ||
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

/** Families of kinds whose noun tells with "of" who suffered them ("the arrest of a man"); of others it is who did them ("the withdrawal of the army"). */
const SUFFERED =
  /^(arrest|release|trial|sentence|expulsion|displacement|investigation|dispersal|seizure|raid)$/

/** Of these an owner, too: "his arrest", but "the army's raid". */
const OWN = /^(arrest|release|trial|sentence|expulsion|displacement)$/

function directed(scene: Scene, spot: Spot): Part[] {
  const { trigger } = spot
  const around = spot.kind === 'raid' ? ofOperation(scene, spot) : spot.around
  const rule = trigger.pos === 'VERB' ? 'verb-parties' : 'noun-parties'
  const isNoun = trigger.pos === 'NOUN'
  const family = scene.words.kinds.get(spot.kind)?.family ?? ''
  const isSuffered = SUFFERED.test(family)
  const owned =
    isNoun && OWN.test(family) && around.patients.length === 0 ? ownersOf(scene, trigger.token) : []
  const agents = peopleBehind(
    scene,
    around.agents.filter((head) => !owned.includes(head)),
  )
  const toOthers = around.obliques
    .filter(({ preposition }) => /^(to|with|against|for|on|from)$/.test(preposition))
    .map(({ head }) => head)
  const recipients = expand(scene.document, [
    ...around.patients,
    ...toOthers,
    ...owned,
    ...takenAlong(scene, spot.trigger.token),
  ])
  // "the withdrawal of the army": with nobody before it, "of" tells who did it.
  const isOwner = isNoun && !isSuffered && agents.length === 0
  const doers = isOwner ? peopleBehind(scene, around.patients) : agents
  const role = (list: readonly number[], name: Role): Part[] =>
    list.map((head) => ({ head, role: name, confidence: 'fact', rule }))
  return [
    ...role(doers, 'party'),
    ...role(
      recipients.filter((head) => !doers.includes(head) && isRecipient(scene, spot, head)),
      'recipient',
    ),
  ]
}

/** "his arrest", "the mayor's trial" */
function ownersOf({ document }: Scene, token: number): number[] {
  return childrenBy(document, token, 'nmod:poss').map(({ index }) => index)
}

/** People; of a raid also the house that was searched. */
function isRecipient({ mentions }: Scene, { kind }: Spot, head: number): boolean {
  const mention = mentions.byHead(head)
  return isPeople(mention) || (kind === 'raid' && mention?.type === 'facility')
}
