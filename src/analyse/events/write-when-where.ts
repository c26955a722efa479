import { contentKey } from '../../base/hash.ts'
import type { EventPlace, EventTime, Place, Sourced, Time } from '../../records/index.ts'
import { saidAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'
import { datelinePlace, isSince, isWide, samePlace, sameTime, type Beside } from './when-where.ts'

const STEPS = ['own', 'clause', 'sentence', 'dateline']

/** When an event was: the time nearest to a trigger, with those that cannot be the same beside it. */
export function writeTime(
  scene: Scene,
  spots: readonly Spot[],
  id: string,
): Sourced<EventTime> | undefined {
  const [best, ...others] = besides(spots.map(({ time }) => time))
  if (!best) return undefined
  const rivals = others.filter(
    ({ record, step }) => step < 2 && best.step < 2 && !sameTime(record, best.record),
  )
  const write = (one: Beside<Time>): Sourced<EventTime> => timeValue(scene, one, id)
  return withRivals(write(best), distinct(rivals).map(write))
}

function timeValue(scene: Scene, { record, evidence, step }: Beside<Time>, id: string) {
  const { earliest, latest, id: ref } = record
  return {
    id: contentKey(id, 'time', evidence.start, evidence.end),
    evidence: [evidence],
    readBy: `events/${STEPS[step] ?? 'sentence'}-time`,
    ...saidAt(scene, evidence),
    value: {
      ...(earliest && { earliest }),
      ...(latest && !isSince(scene, record) && { latest }),
      ref,
    },
  }
}

/** Clause before sentence, then in order of text. */
function besides<T>(found: readonly (Beside<T> | undefined)[]): Beside<T>[] {
  return found
    .filter((one) => one !== undefined)
    .sort((a, b) => a.step - b.step || a.evidence.start - b.evidence.start)
}

/** Each record once. */
function distinct<T extends { readonly id: string }>(found: readonly Beside<T>[]): Beside<T>[] {
  const seen = new Set<string>()
  return found.filter(({ record }) => !seen.has(record.id) && seen.add(record.id))
}

function withRivals<T>(value: Sourced<T>, rivals: readonly Sourced<T>[]): Sourced<T> {
  return rivals.length > 0 ? { ...value, also: rivals } : value
}

/** Where an event was: the place nearest to a trigger, else the dateline's, with those that cannot be the same beside it. */
export function writePlace(
  scene: Scene,
  spots: readonly Spot[],
  { id, isMain: mayUseDateline }: { id: string; isMain: boolean },
): Sourced<EventPlace> | undefined {
  const sentence = scene.document.sentences[spots[0]?.sentence ?? 0]
  const told = besides(spots.map(({ place }) => place))
  const own = told.find((one) => isFinest(one, told[0])) ?? told[0]
  const others = told.filter((one) => one !== own)
  const best = own ?? (mayUseDateline && sentence ? datelinePlace(scene, sentence) : undefined)
  if (!best) return undefined
  const rivals = others.filter(
    ({ record, step }) => step < 2 && best.step < 2 && !samePlace(record, best.record),
  )
  const write = (one: Beside<Place>): Sourced<EventPlace> => placeValue(scene, one, id)
  return withRivals(write(best), distinct(rivals).map(write))
}

/** "an attack in Velka … attacked a bus in Selin, Velka": where a first mention names a country or region, a later one may name the place. */
function isFinest({ record }: Beside<Place>, first: Beside<Place> | undefined): boolean {
  return (
    first !== undefined &&
    isWide(first.record) &&
    !isWide(record) &&
    samePlace(record, first.record)
  )
}

function placeValue(scene: Scene, { record, evidence, step }: Beside<Place>, id: string) {
  return {
    id: contentKey(id, 'place', evidence.start, evidence.end),
    evidence: [evidence],
    readBy: `events/${STEPS[step] ?? 'sentence'}-place`,
    ...saidAt(scene, evidence),
    value: eventPlace(record),
  }
}

function eventPlace(place: Place): EventPlace {
  const { name, country, admin1, admin2, latitude, longitude, gazetteer, exactness } = place
  return {
    name,
    ...(country !== undefined && { country }),
    ...(admin1 !== undefined && { admin1 }),
    ...(admin2 !== undefined && { admin2 }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(gazetteer !== undefined && { gazetteer }),
    ...(exactness !== undefined && { exactness }),
    ref: place.id,
  }
}
