import { contentKey } from '../../base/hash.ts'
import type { Event, EventPlace, EventRelation, Sourced } from '../../records/index.ts'
import { childrenBy, firstTokenFrom, obliquesOf } from '../../text/index.ts'
import type { Group } from './group.ts'
import { tokenAt, type Scene } from './scene.ts'
import { SUM } from './spot.ts'
import { isWide, type Setting } from './when-where.ts'
import { SCENE_REACH, scenePlace } from './scene-place.ts'
import { placeValue } from './write-when-where.ts'

/** A group with the event that was written of it. */
export type Written = readonly [Group, Event]

/** Gives the events whose own words tell no time or place those of what they are part of, or of what their paragraph told before. */
export function withCarried(
  scene: Scene & { readonly setting: Setting },
  written: readonly Written[],
  relations: ReadonlyMap<Group, readonly { kind: EventRelation['kind']; to: Group }[]>,
): Event[] {
  const byGroup = new Map(written)
  const ground = { scene, placed: sentencesPlaced(scene) }
  const done = new Map<Group, Event>()
  return written.map(([group, event], at) => {
    const whole = relations
      .get(group)
      ?.find(({ kind, to }) => kind === 'part-of' && to.kind !== SUM)
    const of = whole && (done.get(whole.to) ?? byGroup.get(whole.to))
    const before = written.slice(Math.max(0, at - BACK), at).map(([one]) => one)
    const told = before.findLast((one) => done.get(one)?.place && goesOn(ground, group, one))
    const from = told && done.get(told)
    const own = carried(carried(event, of, 'whole'), from, 'paragraph')
    const place = own.place ?? placeOfScene(ground, group, event)
    const set = place ? { ...own, place } : own
    done.set(group, set)
    return set
  })
}

/** Where the paragraph goes on from, for an event that tells no place. */
function placeOfScene(
  { scene, placed }: Ground,
  group: Group,
  { id }: Event,
): Sourced<EventPlace> | undefined {
  if (group.status !== 'happened' || !isOfScene(scene, group.kind)) return undefined
  if (group.spots.some(({ sentence }) => placed.has(sentence))) return undefined
  const isToldOn = group.spots.some(({ around }) =>
    around.agents.some((head) => isToldOf(scene, head)),
  )
  const found = scenePlace(scene, scene.setting, { group, isToldOn })
  return found && placeValue(scene, found, { id, rule: 'scene' })
}

/** How many events back are looked at. */
const BACK = 8

interface Ground {
  readonly scene: Scene & { readonly setting: Setting }
  /** Sentences that name a time or place of their own. */
  readonly placed: ReadonlySet<number>
}

/** Whether what a group tells goes on from another of the same paragraph: "Police stopped a bus in Selin. … The officers detained two men.": an act of somebody told of before, in a sentence that names no time or place of its own. */
function goesOn({ scene, placed }: Ground, group: Group, before: Group): boolean {
  if (group.status !== 'happened' || before.status !== 'happened') return false
  if (!isOfScene(scene, group.kind) || !isOfScene(scene, before.kind)) return false
  const [own, last] = [group.spots[0], before.spots.at(-1)]
  if (!own || !last) return false
  const agents = group.spots.flatMap(({ around }) => around.agents)
  if (!agents.some((head) => isToldOf(scene, head))) return false
  const apart = own.sentence - last.sentence
  const said = own.statements.at(-1)
  if (apart < 1 || apart > SCENE_REACH || (said && said !== last.statements.at(-1))) return false
  const { sentences } = scene.document
  if (sentences[own.sentence]?.paragraph !== sentences[last.sentence]?.paragraph) return false
  return group.spots.every(({ sentence }) => !placed.has(sentence))
}

/** "the gunmen", "they", "one of the bombers". */
function isToldOf(scene: Scene, head: number): boolean {
  const token = tokenAt(scene, head)
  if (token?.upos === 'PRON') return true
  const words = [head, ...obliquesOf(scene.document, head).map((one) => one.head)]
  return words.some((word) =>
    childrenBy(scene.document, word, 'det').some(({ lower }) =>
      /^(?:the|these|those)$/.test(lower),
    ),
  )
}

/** The sentences that name a time or a place, found once for all events. */
function sentencesPlaced(scene: Scene): Set<number> {
  const { document, times, places } = scene
  const placed = new Set<number>()
  for (const { evidence } of [...times, ...places.filter((place) => !isWide(place))])
    for (const span of evidence) {
      const at = tokenAt(scene, firstTokenFrom(document, span.start))?.sentence ?? -1
      const sentence = document.sentences[at]
      if (!span.in && sentence && sentence.start <= span.start && span.end <= sentence.end)
        placed.add(at)
    }
  return placed
}

/** Kinds that are done at one scene, one after the other. */
function isOfScene({ words }: Scene, kind: string): boolean {
  return /^(?:violence|coercion)$/.test(words.kinds.get(kind)?.group ?? '')
}

function carried(event: Event, from: Event | undefined, rule: string): Event {
  if (!from) return event
  const time = event.time ?? copied(event, from.time, { rule, key: 'time' })
  const place = event.place ?? copied(event, from.place, { rule, key: 'place' })
  return { ...event, ...(time && { time }), ...(place && { place }) }
}

function copied<T>(
  { id }: Event,
  value: Sourced<T> | undefined,
  { rule, key }: { rule: string; key: string },
): Sourced<T> | undefined {
  if (!value) return undefined
  const [span] = value.evidence
  return {
    id: contentKey(id, key, span?.start ?? 0, span?.end ?? 0),
    evidence: value.evidence,
    readBy: `events/${rule}-${key}`,
    ...(value.statement !== undefined && { statement: value.statement }),
    value: value.value,
  }
}
