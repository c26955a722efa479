import type { EventStatus, Place, Time } from '../../records/index.ts'
import { ancestors, childBy, tokensIn } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import { lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'
import { aimsOf, recent } from './told.ts'
import { areListed, isCounted, isOfTheDevice, isToldAgain } from './told-again.ts'
import { samePlace, sameTime } from './when-where.ts'

/** Whether a spot speaks of the event of a group again. */
export function isSame(scene: Scene, spot: Spot, group: Group): boolean {
  if (!kindsMeet(scene, spot.kind, group.kind) || areApart(scene, spot, group)) return false
  if (isAnothersWord(scene, spot, group)) return false
  if ((spot.status === 'general') !== (group.status === 'general')) return false
  if (!statusesMeet(spot.status, group.status)) return false
  if (areListed(scene, spot, group)) return false
  if (spot.status === 'general' || isCounted(scene, spot)) return true
  if (isHistory(scene, closeTime(spot)) !== isHistory(scene, group.time) && closeTime(spot))
    return false
  if (!sameTime(group.time, closeTime(spot)) || !samePlace(group.place, closePlace(spot)))
    return isRivalTelling(scene, spot, group)
  if (isOfAnotherFight(scene, spot, group)) return false
  if (hasSameVictim(scene, spot, group) || isToldAgain(scene, spot, group)) return true
  return spot.definite || spot.trigger.pos === 'VERB'
    ? sharesParts(scene, spot, group)
    : isLinked(scene, spot, group)
}

/** "Rebels attacked a farm. A patrol clashed with a column.": an attack and a clash of another sentence are two, unless "the clash" is meant. */
function isOfAnotherFight({ words }: Scene, spot: Spot, group: Group): boolean {
  if (spot.definite || recent(group).some(({ sentence }) => sentence === spot.sentence))
    return false
  const isClash = (kind: string): boolean => words.kinds.get(kind)?.family === 'clash'
  return isClash(spot.kind) !== isClash(group.kind)
}

/** "A judge was shot … the murder of Judge Bastin": nobody is killed or abducted twice. */
function hasSameVictim(scene: Scene, spot: Spot, group: Group): boolean {
  if (scene.words.kinds.get(spot.kind)?.group !== 'violence') return false
  const mine = victimsOf(scene, spot)
  if (mine.length === 0) return false
  return recent(group).some((other) => victimsOf(scene, other).some((id) => mine.includes(id)))
}

/** The people that something was done to at a spot, by their actors. */
function victimsOf({ mentions }: Scene, { around }: Spot): string[] {
  return around.patients.flatMap((head) => {
    const mention = mentions.byHead(head)
    return mention?.type === 'person' ? (mentions.actorOf(mention)?.id ?? []) : []
  })
}

/** "The mayor promised aid. Her rival promised jobs.": what one says is not what the other says. */
function isAnothersWord(scene: Scene, spot: Spot, group: Group): boolean {
  if (scene.words.kinds.get(spot.kind)?.group !== 'words') return false
  const mine = speakersOf(scene, spot)
  const theirs = recent(group).flatMap((other) => speakersOf(scene, other))
  return mine.length > 0 && theirs.length > 0 && !mine.some((one) => theirs.includes(one))
}

/** The actors that speak at a spot. */
function speakersOf({ mentions }: Scene, { around }: Spot): string[] {
  return around.agents.flatMap((head) => mentions.actorOf(mentions.byHead(head))?.id ?? [])
}

/** "Residents said the attack took place on Sunday": another's word on when or where, not another attack. */
function isRivalTelling(scene: Scene, spot: Spot, group: Group): boolean {
  const verb = spot.around.governor
  const isSaid = spot.definite && spot.statements.length > 0
  if (!isSaid || verb === undefined || !isOf(scene.words, lemmaAt(scene, verb), 'taking-place'))
    return false
  return recent(group).some(({ sentence }) => spot.sentence - sentence <= 2)
}

/** Whether time and place beside a spot speak against a group. */
export function agree(group: Group, spot: Spot): boolean {
  return sameTime(group.time, closeTime(spot)) && samePlace(group.place, closePlace(spot))
}

/** "attacked the village to avenge the killing": one answers the other. */
export function areApart({ apart }: Scene, { trigger }: Spot, group: Group): boolean {
  const others = apart?.get(trigger.token)
  return others !== undefined && group.spots.some((other) => others.has(other.trigger.token))
}

/** Only a time in the clause tells two events apart. */
export function closeTime({ time }: Spot): Time | undefined {
  return time && time.step < 2 ? time.record : undefined
}

/** Only a place in the clause does, too. */
export function closePlace({ place }: Spot): Place | undefined {
  return place && place.step < 2 ? place.record : undefined
}

/** Whether two kinds may be of one event: a bombing and "the attack". */
export function kindsMeet({ words }: Scene, a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [words.kinds.get(a), words.kinds.get(b)]
  if (!one || !other) return false
  if (one.family === other.family) return one.group === 'violence'
  const isAny = one.family === 'any' || other.family === 'any'
  return isAny && one.group === 'violence' && other.group === 'violence'
}

/** Whether both are told as tried or done, or neither. */
export function statusesMeet(a: EventStatus, b: EventStatus): boolean {
  if (a === b) return true
  const told = (status: EventStatus): boolean =>
    status === 'happened' || status === 'attempted' || status === 'foiled' || status === 'denied'
  return told(a) === told(b)
}

function isWithin(spot: Spot, group: Group, sentences: number): boolean {
  return recent(group).some(({ sentence }) => Math.abs(sentence - spot.sentence) <= sentences)
}

/** How many sentences on “the device exploded” tells of it. */
const DEVICE = 20

/** A verb or "the attack" is the same thing again unless its targets are others'; far back only for "the". */
function sharesParts(scene: Scene, spot: Spot, group: Group): boolean {
  if (isSameSweep(scene, spot, group)) return true
  const nearby = isWithin(spot, group, 3)
  if (!nearby && !spot.definite) return isOfTheDevice(scene, spot) && isWithin(spot, group, DEVICE)
  if (isByTheAttacker(scene, spot)) return true
  const mine = aimsOf(scene, spot)
  const theirs = recent(group).flatMap((other) => aimsOf(scene, other))
  if (mine.length === 0 || theirs.length === 0) return true
  const names = new Set(theirs.map((head) => lemmaAt(scene, head)))
  if (mine.some((head) => names.has(lemmaAt(scene, head)))) return true
  if (areOtherFacilities(scene, mine, theirs)) return false
  return (
    spot.definite &&
    !(mine.some((head) => isNamed(scene, head)) && theirs.some((head) => isNamed(scene, head)))
  )
}

/** "captured a dealer … The force detained two others": arrests by the same force in a row are one, whoever is taken; two names are two. */
function isSameSweep(scene: Scene, spot: Spot, group: Group): boolean {
  const { words } = scene
  if (words.kinds.get(spot.kind)?.family !== 'arrest') return false
  const before = recent(group).filter(({ sentence }) => spot.sentence - sentence <= SWEEP)
  if (before.length === 0 || !isByForceOrNobody(scene, spot)) return false
  if (!before.every((other) => isByForceOrNobody(scene, other))) return false
  const named = (one: Spot): boolean => aimsOf(scene, one).some((head) => isNamed(scene, head))
  return !(named(spot) && before.some(named))
}

/** How many sentences an operation and its arrests may be apart. */
const SWEEP = 8

/** A force that is described, or none: "the security force", "the team", "were detained". */
function isByForceOrNobody(scene: Scene, { around }: Spot): boolean {
  return around.agents.every((head) => {
    const mention = scene.mentions.byHead(head)
    const isForce =
      mention?.type === 'state-force' || isOf(scene.words, lemmaAt(scene, head), 'squad')
    return isForce && mention?.form !== 'name'
  })
}

/** "The gunman opened fire", "… identified as X, who fired": whoever "the gunman" is did what was told before. */
function isByTheAttacker(scene: Scene, { around }: Spot): boolean {
  return around.agents.some((head) =>
    scene.mentions.actorOf(scene.mentions.byHead(head))?.mentions.some(({ start, end }) => {
      const { first, last } = tokensIn(scene.document, { start, end })
      return (
        tokenAt(scene, first)?.lower === 'the' &&
        isOf(scene.words, lemmaAt(scene, last - 1), 'perpetrator')
      )
    }),
  )
}

/** Two facilities of different sorts: "the bombing of the station" is not that of the parliament. */
function areOtherFacilities(
  scene: Scene,
  mine: readonly number[],
  theirs: readonly number[],
): boolean {
  const isFacility = (head: number): boolean => scene.mentions.byHead(head)?.type === 'facility'
  return mine.some(isFacility) && theirs.some(isFacility)
}

/** A time of its own that lies long before the report: what it tells is history unless the event does too. */
export function isHistory({ document }: Scene, time: Time | undefined): boolean {
  const published = document.report.publishedAt
  const latest = time?.latest ?? time?.earliest
  if (!published || !latest) return false
  return monthsOf(published) - monthsOf(latest) > 2
}

function monthsOf(date: string): number {
  // A bare year ends with December.
  return Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) || 12)
}

function isNamed({ mentions }: Scene, head: number): boolean {
  return mentions.byHead(head)?.form === 'name'
}

/** "a blast": new, unless it stands in the same clause as what it tells again ("killed in an attack"), or is the text's first words again. */
function isLinked(scene: Scene, spot: Spot, group: Group): boolean {
  if (isWitnessed(scene, spot, group) || isNaming(scene, spot, group)) return true
  return recent(group).some((other) => {
    if (other.sentence !== spot.sentence) return isRetold(scene, spot, other)
    const above = ancestors(scene.document, spot.trigger.token)
    return above.some(({ index }) => index === other.trigger.token)
  })
}

/** A headline and the first sentence after it tell the same thing. */
function isRetold({ document }: Scene, spot: Spot, other: Spot): boolean {
  const paragraph = document.paragraphs[document.sentences[other.sentence]?.paragraph ?? 0]
  return paragraph?.kind === 'heading' && spot.sentence === paragraph.lastSentence
}

/** "“There was an explosion,” she said", "residents heard a blast": whoever was there speaks of what the report tells. */
function isWitnessed(scene: Scene, spot: Spot, group: Group): boolean {
  const { governor } = spot.around
  if (governor === undefined || group.status !== 'happened' || !isOne(scene, spot)) return false
  const isThere = childBy(scene.document, governor, 'expl') !== undefined
  const isSaid = spot.statements.some(({ form }) => form !== 'indirect')
  if (!isOf(scene.words, lemmaAt(scene, governor), 'perceive') && !(isThere && isSaid)) return false
  return recent(group).some(({ sentence }) => spot.sentence - sentence <= WITNESSED)
}

function isOne(scene: Scene, { trigger }: Spot): boolean {
  return tokenAt(scene, trigger.token)?.xpos === 'NN'
}

/** How many sentences after it was told a witness may speak of it. */
const WITNESSED = 20

/** "…, in what the mayor called an attack": another name for what the sentence tells. */
function isNaming(scene: Scene, { around, sentence }: Spot, group: Group): boolean {
  const verb = around.governor === undefined ? undefined : tokenAt(scene, around.governor)
  if (!verb || !isOf(scene.words, verb.lowerLemma, 'naming')) return false
  if (tokenAt(scene, verb.head)?.lower !== 'what') return false
  return recent(group).some((other) => other.sentence === sentence)
}
