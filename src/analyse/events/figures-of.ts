import type { Harm } from '../../records/index.ts'
import { readCounted, type FigureDraft } from '../figures/index.ts'
import { farAs } from './cause-of-harm.ts'
import type { Group } from './group.ts'
import { isCountable } from './needs.ts'
import type { Scene } from './scene.ts'
import { SUM, type Spot } from './spot.ts'

/** How many sentences after an event a number may still be of it. */
const REACH = 4

/** Which event each figure belongs to: that of its own word, of its sentence, or the one told last. */
export function figuresByGroup(
  scene: Scene,
  groups: readonly Group[],
  drafts: readonly FigureDraft[],
): Map<Group, FigureDraft[]> {
  const spots = groups
    .flatMap((group) => group.spots.map((spot) => ({ spot, group })))
    .sort((a, b) => a.spot.index - b.spot.index)
  const byToken = new Map(spots.map(({ spot, group }) => [spot.trigger.token, group]))
  const bySentence = new Map<number, { spot: Spot; group: Group }[]>()
  for (const one of spots) {
    const list = bySentence.get(one.spot.sentence) ?? []
    list.push(one)
    bySentence.set(one.spot.sentence, list)
  }
  const found = new Map<Group, FigureDraft[]>()
  for (const draft of drafts) {
    const own = byToken.get(draft.token.index)
    const group = groupOf(scene, draft, { own, found, bySentence })
    if (group) found.set(group, [...(found.get(group) ?? []), draft])
    const heard = group
      ? { outcome: 'read' as const, why: `${draft.harm}, of ${group.kind.replaceAll('-', ' ')}` }
      : { outcome: 'missed' as const, why: `${draft.harm}, but no event to belong to` }
    scene.trace?.({ rule: `figures/${draft.rule}`, span: draft.phrase.span, ...heard })
  }
  for (const group of groups) {
    const own = doneTo(scene, group, drafts)
    if (own.length > 0) found.set(group, inOrder([...(found.get(group) ?? []), ...own]))
  }
  return found
}

interface Around {
  /** The event that the number's own word tells of. */
  readonly own: Group | undefined
  readonly found: ReadonlyMap<Group, readonly FigureDraft[]>
  readonly bySentence: ReadonlyMap<number, readonly { spot: Spot; group: Group }[]>
}

function groupOf(
  scene: Scene,
  draft: FigureDraft,
  { own, found, bySentence }: Around,
): Group | undefined {
  if (own !== undefined && (own.kind === SUM || fits(scene, own, draft))) return own
  // Who flees is counted only where the fleeing is an event itself.
  if (draft.harm === 'displaced') return undefined
  if (draft.token.lowerLemma === 'harm') return harmedBefore(draft, found)
  return nearby(scene, bySentence, draft)
}

function inOrder(drafts: readonly FigureDraft[]): FigureDraft[] {
  return [...drafts].sort((a, b) => a.token.index - b.token.index)
}

/** What is done to people by an event of some kinds, whatever word tells of it. */
const HARM_OF: Readonly<Record<string, Harm>> = {
  arrest: 'detained',
  release: 'freed',
  abduction: 'abducted',
  'hostage-taking': 'abducted',
  disappearance: 'abducted',
  displacement: 'displaced',
}

/** "let four peasants go", "took away eleven patients": those whom a verb of such an event has as its object, where no number of theirs is read yet. */
function doneTo(scene: Scene, group: Group, drafts: readonly FigureDraft[]): FigureDraft[] {
  const harm = HARM_OF[group.kind]
  if (harm === undefined || group.status !== 'happened') return []
  const known = new Set(drafts.map(({ phrase }) => phrase.head))
  return group.spots.flatMap(({ trigger, around }) => {
    const token = scene.document.tokens[trigger.token]
    if (trigger.pos !== 'VERB' || !token) return []
    return around.patients.flatMap((head) => {
      const phrase = known.has(head) ? undefined : readCounted(scene, head)
      if (!phrase || phrase.count.atMost === 0 || !isCountable(scene, head)) return []
      known.add(head)
      return [{ harm, phrase, token, part: false, rule: 'done' }]
    })
  })
}

/** "No civilians were harmed in the operation": of the harm told last, whatever the whole is called there. */
function harmedBefore(
  { phrase, token }: FigureDraft,
  found: ReadonlyMap<Group, readonly FigureDraft[]>,
): Group | undefined {
  if (phrase.count.atMost !== 0) return undefined
  let [last, at] = [undefined as Group | undefined, -1]
  for (const [group, drafts] of found)
    for (const { harm, token: word } of drafts)
      if (/^(?:killed|injured)$/.test(harm) && word.index > at && word.index < token.index)
        [last, at] = [group, word.index]
  return last
}

function nearby(
  scene: Scene,
  bySentence: ReadonlyMap<number, readonly { spot: Spot; group: Group }[]>,
  draft: FigureDraft,
): Group | undefined {
  const { token } = draft
  for (let back = 0; back <= REACH; back += 1) {
    const here = (bySentence.get(token.sentence - back) ?? []).filter(({ group }) =>
      fits(scene, group, draft),
    )
    const far = ({ spot, group }: { spot: Spot; group: Group }): number =>
      farAs(scene, group, Math.abs(spot.trigger.token - token.index))
    const nearest = [...here].sort((a, b) => far(a) - far(b))[0]
    if (nearest) return nearest.group
  }
  // A headline or first line may give the number before the event is named.
  return (bySentence.get(token.sentence + 1) ?? []).find(({ group }) => fits(scene, group, draft))
    ?.group
}

const FAMILIES: Readonly<Record<string, RegExp>> = {
  abducted: /^(taking)$/,
  detained: /^(arrest|raid|protest|dispersal|seizure|taking)$/,
  freed: /^(release|taking|prison-break)$/,
  displaced: /^(displacement|disaster|air|clash|any|territory|expulsion)$/,
}

/** Whether an event can do such harm. */
function fits({ words }: Scene, { kind, status }: Group, { harm }: FigureDraft): boolean {
  const facts = words.kinds.get(kind)
  if (!facts || /^(general|planned|threatened)$/.test(status)) return false
  const families = FAMILIES[harm]
  if (families) return families.test(facts.family)
  if (/^(labour|boycott|road-block|hunger)$/.test(facts.family)) return false
  return (
    facts.group === 'violence' ||
    facts.group === 'disorder' ||
    /^(accident|disaster|raid|territory|violation|coup|prison-break|arrest|seizure)$/.test(
      facts.family,
    )
  )
}
