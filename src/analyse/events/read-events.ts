import type { Event } from '../../records/index.ts'
import type { Document } from '../../text/index.ts'
import { findFigures } from '../figures/index.ts'
import { openDates } from '../mentions/dates.ts'
import type { Mentions } from '../mentions/mention.ts'
import { findClaims, findPublications, type ClaimDraft } from './claims.ts'
import { figuresByGroup } from './figures-of.ts'
import { groupSpots, type Group } from './group.ts'
import type { Part } from './participants.ts'
import { tokenAt, type EventContext, type Scene } from './scene.ts'
import { findSpots, type Spot } from './spot.ts'
import { findToldParts } from './told-apart.ts'
import { writeEvent } from './write-event.ts'

/** The events of a document with participants, figures, means and claims; `codes` stays empty. Never throws; the same in, the same out. */
export function readEvents(document: Document, mentions: Mentions, context: EventContext): Event[] {
  const scene: Scene = {
    ...context,
    document,
    mentions,
    dates: openDates(document, context.times),
  }
  const groups = groupSpots(scene, findSpots(scene))
  const figures = figuresByGroup(scene, groups, findFigures(scene))
  const claims = claimsByGroup(scene, groups)
  const told = toldByGroup(scene, groups)
  return groups.flatMap(
    (group) =>
      writeEvent(scene, group, {
        figures: figures.get(group) ?? [],
        claims: claims.get(group) ?? [],
        told: told.get(group) ?? [],
      }) ?? [],
  )
}

/** The attack that a sentence at a token speaks of: one of its own sentence, else the last before, else the first of all. */
function attackNear(scene: Scene, groups: readonly Group[], token: number): Group | undefined {
  const attacks = groups.filter((group) => isAttack(scene, group))
  const sentence = tokenAt(scene, token)?.sentence ?? 0
  let best: { group: Group; spot: Spot } | undefined
  for (const group of attacks)
    for (const spot of group.spots) {
      if (spot.sentence > sentence) continue
      const isNearer =
        !best ||
        spot.sentence > best.spot.sentence ||
        (spot.sentence === best.spot.sentence && near(spot, token) < near(best.spot, token))
      if (isNearer) best = { group, spot }
    }
  return best?.group ?? attacks[0]
}

function near({ trigger }: Spot, token: number): number {
  return Math.abs(trigger.token - token)
}

function isAttack({ words }: Scene, { kind, status }: Group): boolean {
  const facts = words.kinds.get(kind)
  return facts?.roles === 'attack' && !/^(general|planned|threatened|possible)$/.test(status)
}

function claimsByGroup(scene: Scene, groups: readonly Group[]): Map<Group, ClaimDraft[]> {
  const found = new Map<Group, ClaimDraft[]>()
  const publications = findPublications(scene)
  for (const claim of findClaims(scene).slice(0, MOST)) {
    const group = attackNear(scene, groups, claim.token)
    if (!group) continue
    const medium = publications.find(
      ({ sentence }) => Math.abs(sentence - claim.sentence) <= 4 && sentence >= claim.sentence - 1,
    )
    const outlet = claim.outlet ?? (claim.stance === 'claims' ? medium?.outlet : undefined)
    add(found, group, { ...claim, ...(outlet !== undefined && { outlet }) })
  }
  return found
}

/** More claims or roles than these no report tells; bounds the work on endless texts. */
const MOST = 100

function toldByGroup(scene: Scene, groups: readonly Group[]): Map<Group, Part[]> {
  const found = new Map<Group, Part[]>()
  for (const part of findToldParts(scene).slice(0, MOST)) {
    const group = attackNear(scene, groups, part.token)
    if (group) add(found, group, part)
  }
  return found
}

function add<T>(map: Map<Group, T[]>, group: Group, one: T): void {
  const list = map.get(group)
  if (list) list.push(one)
  else map.set(group, [one])
}
