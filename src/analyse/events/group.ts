import type { EventStatus, Place, Time } from '../../records/index.ts'
import { exactKind } from './kind.ts'
import { isDoneBySomebody } from './needs.ts'
import { isNotTold } from './not-told.ts'
import { closePlace, closeTime, isSame, kindsMeet, REACH, statusesMeet } from './same-event.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'
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
    const found = spot.harm
      ? groupOfHarm(scene, { spot, spots, of })
      : ((spot.onlyRetells ? undefined : groupOf(scene, spot, groups)) ??
        retoldBy(scene, spot, groups))
    if (found) put(spot, found)
    else if (standsAlone(scene, spot) && !isIdleTalk(scene, spot.trigger, spot)) {
      const group: Group = { spots: [], kind: aloneKind(spot), status: spot.status }
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

/** What people wreck by itself is sabotage. */
function aloneKind({ kind, row }: Spot): string {
  return row.needs === 'wreckage' && kind === 'unspecified-attack' ? 'sabotage' : kind
}

/** "died" alone tells of no event, nor does "was not hurt"; "the operation" is one that was told before. */
function standsAlone(
  scene: Scene,
  { harm, row, status, onlyRetells, trigger, around, statements }: Spot,
): boolean {
  const isSaid = statements.length > 0
  if (!harm) return !onlyRetells && !isNotTold(scene, { trigger, around, isSaid })
  if (row.needs === 'wreckage')
    return status !== 'denied' && !row.weak && isDoneBySomebody(scene, around)
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

/** "the operation", "the crime": the latest event told before that it may speak of. */
function retoldBy(scene: Scene, spot: Spot, groups: readonly Group[]): Group | undefined {
  if (spot.retells.length === 0 || spot.status === 'general') return undefined
  return groups.slice(-REACH).findLast((group) => {
    if (!spot.retells.some((kind) => kindsMeet(scene, kind, group.kind))) return false
    if (!statusesMeet(spot.status, group.status)) return false
    const last = group.spots.at(-1)?.sentence ?? 0
    return spot.sentence - last <= RETOLD && agree(group, spot)
  })
}

/** How many sentences behind its event "the operation" may stand. */
const RETOLD = 10

/** Whether time and place beside a spot speak against a group. */
function agree(group: Group, spot: Spot): boolean {
  return sameTime(group.time, closeTime(spot)) && samePlace(group.place, closePlace(spot))
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
    (other) =>
      of.has(other.index) &&
      isCause(scene, of.get(other.index)) &&
      !isApartFrom(scene, spot, of.get(other.index)),
  )
  const linked = inSentence.find(({ trigger }) => named.includes(trigger.token))
  const far = (other: Spot): number => farAs(scene, of.get(other.index), distance(other, spot))
  const nearest = linked ?? inSentence.sort((a, b) => far(a) - far(b))[0]
  if (nearest) return of.get(nearest.index)
  for (let at = spot.index - 1; at >= Math.max(0, spot.index - REACH); at -= 1) {
    const group = of.get(at)
    const last = spots[at]
    if (!group || !last || spot.sentence - last.sentence > 4) continue
    if (isApartFrom(scene, spot, group)) continue
    if (isCause(scene, group) && continues(scene, spot, group)) return group
  }
  return undefined
}

/** "The force killed two men in a raid": whom they kill in it is told apart from it, as are its arrests. */
function isApartFrom(scene: Scene, spot: Spot, group?: Group): boolean {
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
  return statusesMeet(spot.status === 'denied' ? 'happened' : spot.status, group.status)
}
