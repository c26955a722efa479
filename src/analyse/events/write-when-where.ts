import { contentKey } from '../../base/hash.ts'
import type { EventPlace, EventTime, Place, Sourced, Time } from '../../records/index.ts'
import { saidAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'
import { isSince, samePlace, sameTime, type Beside } from './when-where.ts'

const STEPS = ['own', 'clause', 'sentence']

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

/** Where an event was: the place nearest to a trigger, or the finest within it that another names, with those that cannot be the same beside it. */
export function writePlace(
  scene: Scene,
  spots: readonly Spot[],
  id: string,
): Sourced<EventPlace> | undefined {
  const told = besides(spots.map(({ place }) => place))
  const best = told.reduce((finest, one) => (isFiner(one, finest) ? one : finest), told[0])
  if (!best) return undefined
  const rivals = told.filter(
    (one) => one !== best && one.step < 2 && best.step < 2 && !samePlace(one.record, best.record),
  )
  const write = (one: Beside<Place>): Sourced<EventPlace> =>
    placeValue(scene, one, { id, rule: STEPS[one.step] ?? 'sentence' })
  return withRivals(write(best), distinct(rivals).map(write))
}

/** "an attack in Velka … attacked a bus in Selin, Velka", "captured in Velka province … a compound in Selin district": where a first mention names the area, a later one may name the place in it. */
function isFiner(one: Beside<Place>, other: Beside<Place> | undefined): boolean {
  return (
    other !== undefined &&
    one.step < 2 &&
    width(one.record) < width(other.record) &&
    mayHold(other.record, one.record)
  )
}

function width({ exactness }: Place): number {
  return exactness === undefined ? 0 : (WIDTHS[exactness] ?? 0)
}

const WIDTHS: Readonly<Partial<Record<NonNullable<Place['exactness']>, number>>> = {
  district: 1,
  province: 2,
  country: 3,
  region: 4,
}

/** Whether one place may lie in another, as far as we know where they lie. */
function mayHold(outer: Place, inner: Place): boolean {
  const areSame = (a: string | undefined, b: string | undefined): boolean =>
    a === undefined || b === undefined || a === b
  if (!areSame(outer.country, inner.country)) return false
  return outer.exactness === 'country' || areSame(outer.admin1, inner.admin1)
}

/** A place beside an event as its value, by the rule that found it there. */
export function placeValue(
  scene: Scene,
  { record, evidence }: Beside<Place>,
  { id, rule }: { readonly id: string; readonly rule: string },
): Sourced<EventPlace> {
  return {
    id: contentKey(id, 'place', evidence.start, evidence.end),
    evidence: [evidence],
    readBy: `events/${rule}-place`,
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
