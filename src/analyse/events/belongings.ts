import { findFigures } from '../figures/index.ts'
import { BLAME_RULES } from './blame.ts'
import { claimKey, findClaims, findPublications, wordsOf, type ClaimDraft } from './claims.ts'
import { DAMAGE_RULES, type DamageDraft } from './damage.ts'
import { DOING_RULES } from './doing.ts'
import { figuresByGroup } from './figures-of.ts'
import { isCause } from './cause-of-harm.ts'
import type { Group } from './group.ts'
import { openNearGroup, type NearGroup } from './near-group.ts'
import { ownDeeds } from './own-deeds.ts'
import type { Part } from './participants.ts'
import { readByRules } from './rule.ts'
import type { Scene } from './scene.ts'
import { hasSize, SIZE_RULES, type SizeDraft } from './size.ts'
import { findToldParts } from './told-apart.ts'
import { SUSPICION_RULES } from './suspicion.ts'
import type { Belongings } from './write-event.ts'

/** What the rest of the text tells of each event: figures, claims, roles, damage and size. */
export function openBelongings(
  scene: Scene,
  groups: readonly Group[],
): (group: Group) => Belongings {
  const place = { groups, near: openNearGroup(scene, groups) }
  const figures = figuresByGroup(scene, groups, findFigures(scene))
  const claims = claimsByGroup(scene, place)
  const told = toldByGroup(scene, place)
  const damage = damageByGroup(scene, place)
  const sizes = sizesByGroup(scene, place)
  return (group) => ({
    figures: figures.get(group) ?? [],
    claims: claims.get(group) ?? [],
    told: told.get(group) ?? [],
    damage: damage.get(group) ?? [],
    sizes: sizes.get(group) ?? [],
  })
}

interface Told {
  readonly groups: readonly Group[]
  readonly near: NearGroup
}

/** The attack that a sentence at a token speaks of: one of its own sentence, else the last before, else the first of all. */
function attackNear(scene: Scene, { groups, near }: Told, token: number): Group | undefined {
  const fits = (group: Group): boolean => isAttack(scene, group)
  return near(token, { fits, reach: Infinity }) ?? groups.find(fits)
}

function isAttack(scene: Scene, group: Group): boolean {
  const isToll = scene.words.kinds.get(group.kind)?.family === 'toll'
  return rolesOf(scene, group) === 'attack' && !isToll && isReal(group)
}

/** Which roles an event of this kind has. */
function rolesOf({ words }: Scene, { kind }: Group): string | undefined {
  return words.kinds.get(kind)?.roles
}

function claimsByGroup(scene: Scene, place: Told): Map<Group, ClaimDraft[]> {
  const found = new Map<Group, ClaimDraft[]>()
  const claims = findClaims(scene).slice(0, MOST)
  const publications = findPublications(scene)
  const claiming = new Set(claims.map(({ sentence }) => sentence))
  for (const claim of claims) {
    const group = attackNear(scene, place, claim.token)
    if (!group) continue
    // What a sentence with a claim of its own says was published is that claim.
    const medium = publications.find(
      ({ sentence }) =>
        sentence === claim.sentence ||
        (sentence >= claim.sentence - 1 &&
          sentence <= claim.sentence + 4 &&
          !claiming.has(sentence)),
    )
    const outlet = claim.outlet ?? (claim.stance === 'claims' ? medium?.outlet : undefined)
    add(found, group, { ...claim, ...(outlet !== undefined && { outlet }) })
  }
  for (const group of place.groups) {
    if (!isAttack(scene, group)) continue
    const before = found.get(group) ?? []
    const told = new Set(before.flatMap((claim) => [claimKey(scene, claim), wordsOf(claim)]))
    for (const claim of ownDeeds(scene, group))
      if (!told.has(claimKey(scene, claim)) && !told.has(wordsOf(claim))) add(found, group, claim)
  }
  return found
}

/** More claims or roles than these no report tells; bounds the work on endless texts. */
const MOST = 100

function toldByGroup(scene: Scene, place: Told): Map<Group, Part[]> {
  const found = new Map<Group, Part[]>()
  const byTrigger = new Map(
    place.groups.flatMap((group) => group.spots.map(({ trigger }) => [trigger.token, group])),
  )
  const parts = [
    ...findToldParts(scene),
    ...readByRules(scene, BLAME_RULES),
    ...readByRules(scene, SUSPICION_RULES),
  ]
  for (const part of parts.slice(0, MOST)) {
    // "responsible for attacks": of a sort of attack, and of no other that was told.
    const own = byTrigger.get(part.token)
    const isSort = own?.status === 'general' && rolesOf(scene, own) === 'attack'
    const group = isSort ? own : attackNear(scene, place, part.token)
    if (group) add(found, group, part)
  }
  // These point at the word for the attack itself: no other attack will do.
  for (const part of readByRules(scene, DOING_RULES).slice(0, MOST)) {
    const group = byTrigger.get(part.token)
    // "conducted the operation": a raid has parties, whatever its noun may mean elsewhere.
    if (group && rolesOf(scene, group) === 'attack') add(found, group, part)
  }
  return found
}

/** What was damaged belongs to the nearest event of three sentences that can do harm. */
function damageByGroup(scene: Scene, place: Told): Map<Group, DamageDraft[]> {
  const found = new Map<Group, DamageDraft[]>()
  const search = { fits: (group: Group) => isCause(scene, group) && isReal(group), reach: 3 }
  for (const draft of readByRules(scene, DAMAGE_RULES)) {
    const group = place.near(draft.token, search)
    if (group) add(found, group, draft)
  }
  return found
}

function sizesByGroup(scene: Scene, place: Told): Map<Group, SizeDraft[]> {
  const found = new Map<Group, SizeDraft[]>()
  const search = { fits: (group: Group) => hasSize(scene, group.kind), reach: 3 }
  for (const draft of readByRules(scene, SIZE_RULES)) {
    const group = place.near(draft.token, search)
    if (group) add(found, group, draft)
  }
  return found
}

function isReal({ status }: Group): boolean {
  return !/^(general|planned|threatened|possible)$/.test(status)
}

function add<T>(map: Map<Group, T[]>, group: Group, one: T): void {
  const list = map.get(group)
  if (list) list.push(one)
  else map.set(group, [one])
}
