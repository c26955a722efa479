import type { EventStatus, Place, Time } from '../../records/index.ts'
import { ancestors, tokensIn } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { exactKind } from './kind.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import { SUM, type Spot } from './spot.ts'
import { isIdleTalk } from './status.ts'
import { samePlace, sameTime } from './when-where.ts'

/** The spots that speak of one event. */
export interface Group {
  readonly spots: Spot[]
  kind: string
  status: EventStatus
  /** The first time and place that stand in a clause of it. */
  time?: Time
  place?: Place
}

/** How many groups back, and how many spots of a group, are looked at: bounds the work on endless texts. */
const REACH = 40

/** Spots joined to events in the order of text. */
export function groupSpots(scene: Scene, spots: readonly Spot[]): Group[] {
  const groups: Group[] = []
  const of = new Map<number, Group>()
  const put = (spot: Spot, group: Group): void => {
    group.spots.push(spot)
    group.kind = exactKind(scene, group.kind, [spot.kind])
    if (rank(spot.status) < rank(group.status)) group.status = spot.status
    const [time, place] = [closeTime(spot), closePlace(spot)]
    if (time && !group.time) group.time = time
    if (place && !group.place) group.place = place
    of.set(spot.index, group)
  }
  // What tells of an event itself goes first, so that "killed two" finds the blast that it stands before.
  for (const spot of inOrder(spots)) {
    const found = spot.harm ? groupOfHarm(scene, { spot, spots, of }) : groupOf(scene, spot, groups)
    if (found) put(spot, found)
    else if (standsAlone(spot) && !isIdleTalk(scene, spot.trigger, spot)) {
      const group: Group = { spots: [], kind: spot.kind, status: spot.status }
      groups.push(group)
      put(spot, group)
    }
  }
  const first = new Map(groups.map((group) => [group, firstIndex(group)]))
  return groups.sort((a, b) => (first.get(a) ?? 0) - (first.get(b) ?? 0))
}

/** By sentence; within one, verbs of harm last. */
function inOrder(spots: readonly Spot[]): Spot[] {
  return [...spots].sort(
    (a, b) => a.sentence - b.sentence || Number(a.harm) - Number(b.harm) || a.index - b.index,
  )
}

function firstIndex({ spots }: Group): number {
  return spots.reduce((least, { index }) => Math.min(least, index), Infinity)
}

const ORDER: readonly EventStatus[] = [
  'happened',
  'attempted',
  'foiled',
  'denied',
  'threatened',
  'planned',
  'possible',
  'general',
]

function rank(status: EventStatus): number {
  return ORDER.indexOf(status)
}

/** "died" alone tells of no event, nor does "was not hurt". */
function standsAlone({ harm, row, status, kind }: Spot): boolean {
  if (!harm) return true
  if (row.needs === 'death') return kind !== 'unspecified-attack' && status !== 'denied'
  return (
    row.needs === 'harm' &&
    status !== 'denied' &&
    /^(kill|slay|wound|injure)$/.test(row.parts[0] ?? '')
  )
}

/** The latest group that a spot may speak of again. */
function groupOf(scene: Scene, spot: Spot, groups: readonly Group[]): Group | undefined {
  if (spot.again) return undefined
  // "300 killed and 1,000 hurt in attacks this year" is one sum; the next sentence's is another.
  if (spot.kind === SUM)
    return groups.findLast(
      (group) =>
        group.kind === SUM && group.spots.some(({ sentence }) => sentence === spot.sentence),
    )
  const least = Math.max(0, groups.length - REACH)
  for (let at = groups.length - 1; at >= least; at -= 1) {
    const group = groups[at]
    if (group && isSame(scene, spot, group)) return group
  }
  return undefined
}

function isSame(scene: Scene, spot: Spot, group: Group): boolean {
  if (!kindsMeet(scene, spot.kind, group.kind) || areApart(scene, spot, group)) return false
  if ((spot.status === 'general') !== (group.status === 'general')) return false
  if (!statusesMeet(spot.status, group.status)) return false
  if (spot.status === 'general') return true
  if (isHistory(scene, closeTime(spot)) !== isHistory(scene, group.time) && closeTime(spot))
    return false
  if (!sameTime(group.time, closeTime(spot)) || !samePlace(group.place, closePlace(spot)))
    return isRivalTelling(scene, spot, group)
  return spot.definite || spot.trigger.pos === 'VERB'
    ? sharesParts(scene, spot, group)
    : isLinked(scene, spot, group)
}

/** "Residents said the attack took place on Sunday": another's word on when or where, not another attack. */
function isRivalTelling(scene: Scene, spot: Spot, group: Group): boolean {
  const verb = spot.around.governor
  const isSaid = spot.definite && spot.statements.length > 0
  if (!isSaid || verb === undefined || !isOf(scene.words, lemmaAt(scene, verb), 'taking-place'))
    return false
  return recent(group).some(({ sentence }) => spot.sentence - sentence <= 2)
}

/** "attacked the village to avenge the killing": one answers the other. */
function areApart({ apart }: Scene, { trigger }: Spot, group: Group): boolean {
  const others = apart?.get(trigger.token)
  return others !== undefined && group.spots.some((other) => others.has(other.trigger.token))
}

/** Only a time in the clause tells two events apart. */
function closeTime({ time }: Spot): Time | undefined {
  return time && time.step < 2 ? time.record : undefined
}

function closePlace({ place }: Spot): Place | undefined {
  return place && place.step < 2 ? place.record : undefined
}

function kindsMeet({ words }: Scene, a: string, b: string): boolean {
  if (a === b) return true
  const [one, other] = [words.kinds.get(a), words.kinds.get(b)]
  if (!one || !other) return false
  if (one.family === other.family) return one.group === 'violence'
  const isAny = one.family === 'any' || other.family === 'any'
  return isAny && one.group === 'violence' && other.group === 'violence'
}

function statusesMeet(a: EventStatus, b: EventStatus): boolean {
  if (a === b) return true
  const told = (status: EventStatus): boolean =>
    status === 'happened' || status === 'attempted' || status === 'foiled' || status === 'denied'
  return told(a) === told(b)
}

/** A verb or "the attack" is the same thing again unless its targets are others'; far back only for "the". */
function sharesParts(scene: Scene, spot: Spot, group: Group): boolean {
  const nearby = recent(group).some(({ sentence }) => Math.abs(sentence - spot.sentence) <= 3)
  if (!nearby && !spot.definite) return false
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

/** The people and facilities that something was done to. */
function aimsOf(scene: Scene, { around }: Spot): number[] {
  return around.patients.filter((head) => {
    const mention = scene.mentions.byHead(head)
    return isPeople(mention) || mention?.type === 'facility'
  })
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
function isHistory({ document }: Scene, time: Time | undefined): boolean {
  const published = document.report.publishedAt
  const latest = time?.latest ?? time?.earliest
  if (!published || !latest) return false
  return monthsOf(published) - monthsOf(latest) > 2
}

function monthsOf(date: string): number {
  // A bare year ends with December.
  return Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) || 12)
}

function recent({ spots }: Group): readonly Spot[] {
  return spots.length > REACH ? [...spots.slice(0, 2), ...spots.slice(-REACH)] : spots
}

function isNamed({ mentions }: Scene, head: number): boolean {
  return mentions.byHead(head)?.form === 'name'
}

/** "a blast": new, unless it stands in the same clause as what it tells again ("killed in an attack"), or is the text's first words again. */
function isLinked(scene: Scene, spot: Spot, group: Group): boolean {
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

interface HarmAt {
  readonly spot: Spot
  readonly spots: readonly Spot[]
  readonly of: ReadonlyMap<number, Group>
}

/** The event in which people were harmed: what the verb hangs on, what its sentence tells of, what was told last. */
function groupOfHarm(scene: Scene, { spot, spots, of }: HarmAt): Group | undefined {
  const { agents, obliques } = spot.around
  const named = [...agents, ...obliques.map(({ head }) => head)]
  const inSentence = ofSentence(spots, spot).filter(
    (other) => of.has(other.index) && isCause(scene, of.get(other.index)),
  )
  const linked = inSentence.find(({ trigger }) => named.includes(trigger.token))
  const nearest = linked ?? inSentence.sort((a, b) => distance(a, spot) - distance(b, spot))[0]
  if (nearest) return of.get(nearest.index)
  for (let at = spot.index - 1; at >= Math.max(0, spot.index - REACH); at -= 1) {
    const group = of.get(at)
    const last = spots[at]
    if (!group || !last || spot.sentence - last.sentence > 4) continue
    if (isCause(scene, group) && continues(scene, spot, group)) return group
  }
  return undefined
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

function distance(a: Spot, b: Spot): number {
  return Math.abs(a.trigger.token - b.trigger.token)
}

/** Harm told without its cause belongs to what was told before, where nothing speaks against it. */
function continues(scene: Scene, spot: Spot, group: Group): boolean {
  // "A bomb killed two": its own cause is named, and is no riot told before.
  const family = scene.words.kinds.get(spot.kind)?.family ?? ''
  if (/^(blast|air|chemical)$/.test(family) && !kindsMeet(scene, spot.kind, group.kind))
    return false
  if (!sameTime(group.time, closeTime(spot)) || !samePlace(group.place, closePlace(spot)))
    return false
  return statusesMeet(spot.status === 'denied' ? 'happened' : spot.status, group.status)
}
