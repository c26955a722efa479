import type { EventStatus, Place, Time } from '../../records/index.ts'
import { groupOfHarm } from './cause-of-harm.ts'
import { exactKind } from './kind.ts'
import { isDoneBySomebody } from './needs.ts'
import { isNotTold } from './not-told.ts'
import { agree, closePlace, closeTime, isSame, kindsMeet, statusesMeet } from './same-event.ts'
import { lemmaAt, type Scene } from './scene.ts'
import { SUM, type Spot } from './spot.ts'
import { isIdleTalk } from './status.ts'
import { REACH, recent } from './told.ts'

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
export function groupSpots(opened: Scene, spots: readonly Spot[]): Group[] {
  const scene = { ...opened, leads: leadsOf(opened, spots) }
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

/** The first sentence below each headline that tells of something, with the sentence of the headline. */
function leadsOf({ document }: Scene, spots: readonly Spot[]): Map<number, number> {
  const leads = new Map<number, number>()
  let heading: number | undefined
  for (const { sentence } of spots) {
    const kind = document.paragraphs[document.sentences[sentence]?.paragraph ?? 0]?.kind
    if (kind !== 'heading' && heading !== undefined && sentence - heading <= LEAD)
      leads.set(sentence, heading)
    heading = kind === 'heading' ? sentence : undefined
  }
  return leads
}

/** How many sentences below a headline it may stand: datelines and names of offices come between. */
const LEAD = 6

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
  return lastOf(scene, spot, { groups, fits: (group) => isSame(scene, spot, group) })
}

interface Choice {
  readonly groups: readonly Group[]
  readonly fits: (group: Group) => boolean
}

/** The latest of the groups that fit; for "the blast" the latest that was told by this word, if any was. */
function lastOf(scene: Scene, spot: Spot, { groups, fits }: Choice): Group | undefined {
  const open = groups.slice(-REACH)
  if (!spot.definite && !spot.onlyRetells) return open.findLast(fits)
  const word = lemmaAt(scene, spot.trigger.token)
  let last: Group | undefined
  for (const group of open.reverse()) {
    const isWord = recent(group).some(({ trigger }) => lemmaAt(scene, trigger.token) === word)
    if ((last && !isWord) || !fits(group)) continue
    if (isWord) return group
    last = group
  }
  return last
}

/** "the operation", "the crime": the latest event told before that it may speak of. */
function retoldBy(scene: Scene, spot: Spot, groups: readonly Group[]): Group | undefined {
  if (spot.retells.length === 0 || spot.status === 'general') return undefined
  const fits = (group: Group): boolean => {
    if (!spot.retells.some((kind) => kindsMeet(scene, kind, group.kind))) return false
    if (!statusesMeet(spot.status, group.status)) return false
    const last = group.spots.at(-1)?.sentence ?? 0
    return spot.sentence - last <= RETOLD && agree(group, spot)
  }
  return lastOf(scene, spot, { groups, fits })
}

/** How many sentences behind its event "the operation" may stand. */
const RETOLD = 10
