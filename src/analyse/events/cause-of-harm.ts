import { ancestors, childrenBy } from '../../text/index.ts'
import type { Group } from './group.ts'
import { agree, areApart, closeTime, isHistory, kindsMeet, statusesMeet } from './same-event.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'
import { REACH } from './told.ts'

interface HarmAt {
  readonly spot: Spot
  readonly spots: readonly Spot[]
  readonly of: ReadonlyMap<number, Group>
}

/** The event in which people were harmed: where their harm was told before, what the verb hangs on, what its sentence tells of, what was told last. */
export function groupOfHarm(scene: Scene, at: HarmAt): Group | undefined {
  return harmedBefore(scene, at) ?? causeInSentence(scene, at) ?? causeBefore(scene, at)
}

/** "killed two rebel leaders … The leaders were killed after …": the same harm to the same people. */
function harmedBefore(scene: Scene, { spot, spots, of }: HarmAt): Group | undefined {
  const known = spot.around.patients.filter((head) => isToldOf(scene, head))
  if (known.length === 0) return undefined
  for (const last of before(spots, spot, HARMED)) {
    const group = of.get(last.index)
    const isSuch = last.row.needs === spot.row.needs && last.row.parts[0] === spot.row.parts[0]
    if (!group || !isSuch || !continues(scene, spot, group)) continue
    if (last.around.patients.some((one) => known.some((head) => areSame(scene, one, head))))
      return group
  }
  return undefined
}

/** How many sentences after it was told harm is told of the same people. */
const HARMED = 8

/** "the leaders", "Ana Lor", "him" */
function isToldOf({ document, mentions }: Scene, head: number): boolean {
  const mention = mentions.byHead(head)
  if (!isPeople(mention)) return false
  if (mention?.form !== 'description') return true
  return childrenBy(document, head, 'det').some(({ lower }) => /^(?:the|these|those)$/.test(lower))
}

function areSame(scene: Scene, a: number, b: number): boolean {
  const [one, other] = [scene.mentions.byHead(a), scene.mentions.byHead(b)]
  if (!isPeople(one) || !isPeople(other)) return false
  const actor = scene.mentions.actorOf(one)
  if (actor && actor === scene.mentions.actorOf(other)) return true
  return (
    lemmaAt(scene, a) === lemmaAt(scene, b) && tokenAt(scene, a)?.xpos === tokenAt(scene, b)?.xpos
  )
}

function causeInSentence(scene: Scene, { spot, spots, of }: HarmAt): Group | undefined {
  const { agents, obliques } = spot.around
  const named = [...agents, ...obliques.map(({ head }) => head)]
  const inSentence = ofSentence(spots, spot).filter(
    (other) =>
      of.has(other.index) &&
      isCause(scene, of.get(other.index)) &&
      !isApartFrom(scene, spot, of.get(other.index)),
  )
  const linked =
    inSentence.find(({ trigger }) => named.includes(trigger.token)) ??
    hungOn(scene, spot, inSentence)
  const far = (other: Spot): number => farAs(scene, of.get(other.index), distance(other, spot))
  const nearest = linked ?? inSentence.sort((a, b) => far(a) - far(b))[0]
  return nearest && of.get(nearest.index)
}

/** "blew himself up, killing four; shells fell on …", "were killed when police fired" */
function hungOn(scene: Scene, { trigger }: Spot, others: readonly Spot[]): Spot | undefined {
  const at = (token: number): Spot | undefined =>
    others.find((other) => other.trigger.token === token)
  for (const { index } of childrenBy(scene.document, trigger.token, 'advcl'))
    if (at(index)) return at(index)
  if (!/^(?:advcl|acl|[xc]comp)/.test(tokenAt(scene, trigger.token)?.deprel ?? '')) return undefined
  for (const { index, upos } of ancestors(scene.document, trigger.token))
    if (at(index) ?? upos === 'VERB') return at(index)
  return undefined
}

/** What was told in the sentences before; what is not violent only where nothing else was. */
function causeBefore(scene: Scene, { spot, spots, of }: HarmAt): Group | undefined {
  if (isByAnother(scene, spot)) return undefined
  let weak: Group | undefined
  for (const last of before(spots, spot, 4)) {
    const group = of.get(last.index)
    if (!group || isApartFrom(scene, spot, group) || isOtherLine(scene, spot, last)) continue
    if (!isCause(scene, group) || !continues(scene, spot, group)) continue
    if (farAs(scene, group, 0) === 0) return group
    weak ??= group
  }
  return weak
}

/** The spots of the sentences before a spot, the last first. */
function before(spots: readonly Spot[], spot: Spot, sentences: number): Spot[] {
  return spots
    .slice(Math.max(0, spot.index - REACH), spot.index)
    .filter(({ sentence }) => spot.sentence - sentence <= sentences)
    .reverse()
}

/** "another group killed 12" */
function isByAnother({ document }: Scene, { around }: Spot): boolean {
  return around.agents.some((head) =>
    childrenBy(document, head, 'det').some(({ lower }) => lower === 'another'),
  )
}

/** Of a list of headlines each tells something else. */
function isOtherLine({ document }: Scene, a: Spot, b: Spot): boolean {
  const [one, other] = [a, b].map(({ sentence }) => document.sentences[sentence]?.paragraph ?? 0)
  const isHeading = (at = 0): boolean => document.paragraphs[at]?.kind === 'heading'
  return one !== other && isHeading(one) && isHeading(other)
}

/** "The force killed two men in a raid": whom they kill in it is told apart from it, as are its arrests. */
function isApartFrom(scene: Scene, spot: Spot, group?: Group): boolean {
  if (group && areApart(scene, spot, group)) return true
  const { agents } = spot.around
  const family = scene.words.kinds.get(group?.kind ?? '')?.family ?? ''
  if (family === 'raid')
    return spot.row.needs === 'harm' && agents.some((head) => isPeople(scene.mentions.byHead(head)))
  // "killed a farmer and burned a lorry": each by itself; "burned the village, killing ten" is one
  return (
    /^(property|robbery)$/.test(family) &&
    spot.row.needs === 'harm' &&
    agents.some((head) => isPeople(scene.mentions.byHead(head))) &&
    !tokenAt(scene, spot.trigger.token)?.deprel.startsWith('advcl')
  )
}

/** The other spots of a spot's sentence. */
function ofSentence(spots: readonly Spot[], { index, sentence }: Spot): Spot[] {
  const found: Spot[] = []
  for (const step of [-1, 1])
    for (let at = index + step; spots[at]?.sentence === sentence; at += step) {
      const other = spots[at]
      if (other && found.length < REACH) found.push(other)
    }
  return found
}

/** What can harm people. */
export function isCause({ words }: Scene, group: Group | undefined): boolean {
  const kind = words.kinds.get(group?.kind ?? '')
  if (!group || !kind || group.status === 'general') return false
  return (
    /^(violence|disorder)$/.test(kind.group) ||
    /^(accident|disaster|raid|territory|violation|coup|prison-break)$/.test(kind.family)
  )
}

/** "killed 80 at a rally": what is violent did it, however near the rest stands. */
export function farAs({ words }: Scene, group: Group | undefined, apart: number): number {
  const facts = words.kinds.get(group?.kind ?? '')
  const isViolent =
    facts?.group === 'violence'
      ? !/^(robbery|property)$/.test(facts.family)
      : /^(accident|disaster|raid|mob|dispersal|toll)$/.test(facts?.family ?? '')
  return isViolent ? apart : apart + FAR
}

/** More words than a sentence has. */
const FAR = 10_000

function distance(a: Spot, b: Spot): number {
  return Math.abs(a.trigger.token - b.trigger.token)
}

/** Harm told without its cause belongs to what was told before, where nothing speaks against it. */
function continues(scene: Scene, spot: Spot, group: Group): boolean {
  // "A bomb killed two": its own cause is named, and is no riot told before.
  const family = scene.words.kinds.get(spot.kind)?.family ?? ''
  if (/^(blast|air|chemical)$/.test(family) && !kindsMeet(scene, spot.kind, group.kind))
    return false
  if (!agree(group, spot)) return false
  // "Four years ago two workers were killed there": history is no part of what is told now.
  if (!group.time && isHistory(scene, closeTime(spot))) return false
  return statusesMeet(spot.status === 'denied' ? 'happened' : spot.status, group.status)
}
