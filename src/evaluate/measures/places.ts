import { spansMeet, type Place, type Reading, type Span } from '../../records/index.ts'
import { matchOneToOne } from '../match-one-to-one.ts'
import { countRate, countShare, resultsOf, type Scores } from '../score.ts'
import { inText } from '../token-sets.ts'

/** The name of a place; without coordinates it is one that nobody can say where it lies. */
export interface GoldToponym extends Span {
  readonly latitude?: number
  readonly longitude?: number
}

/** The geoparsing papers' radius, 100 miles: nearer than this is right. */
const RADIUS_KM = 161

interface Mention extends Span {
  readonly place: Place
}

/**
 * Scores place names and where they are put. `resolved`: of the gold names found that have coordinates, those to which ours gives
 * some; `within 161 km`: of those resolved; `of found` counts refusals as wrong, `of all` also what was not found.
 * `unknowable`: gold names without coordinates; refusing (or not finding) them is right.
 */
export function countPlaces() {
  const [exact, overlap] = [countRate(), countRate()]
  const shares = {
    found: countShare(),
    resolved: countShare(),
    'within 161 km of resolved': countShare(),
    'within 161 km of found': countShare(),
    'within 161 km of all': countShare(),
    'unknowable refused': countShare(),
  }
  return {
    add(gold: readonly GoldToponym[], { places }: Pick<Reading, 'places'>) {
      const asked = distinct(gold)
      const found = mentionsOf(places)
      const sizes = { system: found.length, gold: asked.length }
      const same = (a: Span, b: Span): number => Number(a.start === b.start && a.end === b.end)
      exact.add({ right: matchOneToOne(asked, found, same).length, ...sizes })
      overlap.add({ right: matchOneToOne(asked, found, commonLength).length, ...sizes })
      for (const name of asked) judge(name, bestFor(name, found), shares)
    },
    scores: (): Scores => ({
      spans: resultsOf({ exact, overlap }),
      where: resultsOf(shares),
    }),
  }
}

function judge(
  name: GoldToponym,
  mention: Mention | undefined,
  shares: Readonly<Record<string, ReturnType<typeof countShare>>>,
): void {
  const isResolved = mention?.place.latitude !== undefined
  if (name.latitude === undefined) {
    shares['unknowable refused']?.add(!isResolved)
    return
  }
  const isNear = mention !== undefined && distanceKm(name, mention.place) <= RADIUS_KM
  shares['found']?.add(mention !== undefined)
  shares['within 161 km of all']?.add(isNear)
  if (mention === undefined) return
  shares['resolved']?.add(isResolved)
  shares['within 161 km of found']?.add(isNear)
  if (isResolved) shares['within 161 km of resolved']?.add(isNear)
}

function distinct<T extends Span>(spans: readonly T[]): T[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()]
}

function mentionsOf(places: readonly Place[]): Mention[] {
  return distinct(
    places.flatMap((place) =>
      inText(place.evidence).map(({ start, end }) => ({ start, end, place })),
    ),
  )
}

/** Characters in common over those of the longer one. */
function commonLength(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return Math.max(0, common) / Math.max(a.end - a.start, b.end - b.start)
}

function bestFor(name: Span, mentions: readonly Mention[]): Mention | undefined {
  return mentions
    .filter((mention) => spansMeet(name, mention))
    .reduce<Mention | undefined>(
      (best, one) => (best && commonLength(name, best) >= commonLength(name, one) ? best : one),
      undefined,
    )
}

interface Point {
  readonly latitude?: number
  readonly longitude?: number
}

/** Great-circle distance; infinite where a point is not known. */
export function distanceKm(a: Point, b: Point): number {
  if ([a.latitude, a.longitude, b.latitude, b.longitude].some((angle) => angle === undefined))
    return Infinity
  const radians = (degrees = 0): number => (degrees * Math.PI) / 180
  const [from, to] = [radians(a.latitude), radians(b.latitude)]
  const chord =
    Math.sin((to - from) / 2) ** 2 +
    Math.cos(from) * Math.cos(to) * Math.sin((radians(b.longitude) - radians(a.longitude)) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)))
}
