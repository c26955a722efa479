import type { Group } from './group.ts'
import { targets } from './needs.ts'
import { signsOfNew, signsOfSame } from './joining-signs.ts'
import {
  areApart,
  closePlace,
  closeTime,
  isApartFrom,
  kindsMeet,
  statusesMeet,
} from './same-event.ts'
import { isPeople, lemmaAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'
import { samePlace, sameTime } from './when-where.ts'

/** A spot and the events that it may tell of again. */
export interface Joining {
  readonly scene: Scene
  readonly spot: Spot
  /** In the order in which they were told first. */
  readonly groups: readonly Group[]
  /** The one that the rules would have it join. */
  readonly byRule: Group | undefined
  /** Whether it tells of an event where it joins none. */
  readonly standsAlone: boolean
}

/** Says which event a spot tells of again; undefined for one of its own. */
export type Join = (joining: Joining) => Group | undefined

/** How many of the last events are weighed: bounds the work on endless texts. */
const WEIGHED = 20

/** The events that a spot may tell of again: that of the rules, and all that nothing tells apart from it. */
export function mayJoin({ scene, spot, groups, byRule }: Joining): Group[] {
  return groups
    .slice(-WEIGHED)
    .filter((group) => group === byRule || !areToldApart(scene, spot, group))
}

/** "another attack", another day, place or name, what is planned or denied and what was done. */
function areToldApart(scene: Scene, spot: Spot, group: Group): boolean {
  return (
    spot.again ||
    !statusesMeet(spot.status, group.status) ||
    (spot.status === 'denied') !== (group.status === 'denied') ||
    !mayBeOfKind(scene, spot, group.kind) ||
    !sameTime(group.time, closeTime(spot)) ||
    !samePlace(group.place, closePlace(spot)) ||
    areApart(scene, spot, group) ||
    areOnOtherFacilities(scene, spot, group) ||
    (spot.harm ? isApartFrom(scene, spot, group) : areOtherNames(scene, spot, group))
  )
}

/** Deeds of violence may be told by any of its kinds; "the operation" is of what it may stand for. */
function mayBeOfKind(scene: Scene, { kind, retells, onlyRetells }: Spot, other: string): boolean {
  if (onlyRetells) return retells.some((one) => kindsMeet(scene, one, other))
  const isViolent = (one: string): boolean => scene.words.kinds.get(one)?.group === 'violence'
  return kindsMeet(scene, kind, other) || (isViolent(kind) && isViolent(other))
}

/** "the bombing of the station", "threw a grenade at the house" */
function areOnOtherFacilities(scene: Scene, spot: Spot, { spots }: Group): boolean {
  const facilitiesOf = ({ around }: Spot): string[] =>
    targets(scene, around).flatMap((head) =>
      scene.mentions.byHead(head)?.type === 'facility' ? lemmaAt(scene, head) : [],
    )
  return areOthers(facilitiesOf(spot), spots.slice(-WEIGHED).flatMap(facilitiesOf))
}

function areOthers(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.length > 0 && theirs.length > 0 && !mine.some((one) => theirs.includes(one))
}

/** "arrested Oren Talit. … arrested Mira Kos" */
function areOtherNames({ mentions }: Scene, spot: Spot, { spots }: Group): boolean {
  const namesOf = ({ around }: Spot): string[] =>
    around.patients.flatMap((head) => {
      const mention = mentions.byHead(head)
      const isName = isPeople(mention) && mention?.form === 'name'
      return isName ? (mentions.actorOf(mention)?.id ?? []) : []
    })
  return areOthers(namesOf(spot), spots.slice(-WEIGHED).flatMap(namesOf))
}

/** Joins by what the signs weigh together: the event, or none, for which most speaks. */
export function joinBy(weights: ReadonlyMap<string, number>): Join {
  const weigh = (signs: readonly string[]): number =>
    signs.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0)
  return (joining) => {
    const open = mayJoin(joining)
    if (open.length === 0) return undefined
    let best: Group | undefined
    let most = isGiven(joining) ? -Infinity : weigh(signsOfNew(joining))
    for (const { group, signs } of signsOfSame(joining, open)) {
      const weight = weigh(signs)
      if (weight > most) [best, most] = [group, weight]
    }
    return best
  }
}

/** "A blast hit the bus. Two were killed.": harm for which the rules find a cause has one, this or another. */
function isGiven({ spot, byRule }: Joining): boolean {
  return spot.harm && byRule !== undefined
}
