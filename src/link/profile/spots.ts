import type { Evidence, Place, Reading, Time } from '../../records/index.ts'
import type { Scope } from './scope.ts'

/** Things in the order of their words in the text, so that those of a stretch are found without a look at all. */
export interface Spots<T> {
  readonly inTitle: readonly T[]
  readonly inText: readonly { readonly start: number; readonly thing: T }[]
}

/** What a reading names, by where. */
export interface Named {
  readonly times: Spots<Time>
  readonly places: Spots<Place>
}

/** The times and places of a reading by where they stand. */
export function openNamed({ times, places }: Reading): Named {
  return { times: openSpots(times), places: openSpots(places) }
}

function openSpots<T extends { readonly evidence: readonly Evidence[] }>(
  things: readonly T[],
): Spots<T> {
  const spots = things.flatMap((thing) =>
    thing.evidence.map(({ start, in: where }) => ({ start, thing, where })),
  )
  return {
    inTitle: spots.filter(({ where }) => where === 'title').map(({ thing }) => thing),
    inText: spots.filter(({ where }) => where !== 'title').sort((a, b) => a.start - b.start),
  }
}

/** The things some of whose words stand in a scope, each once. */
export function thingsWithin<T>({ inTitle, inText }: Spots<T>, scope: Scope): T[] {
  const found = new Set(scope.title ? inTitle : [])
  for (const [from, to] of scope.stretches)
    for (let at = firstFrom(inText, from); at < inText.length; at += 1) {
      const spot = inText[at]
      if (!spot || spot.start >= to) break
      found.add(spot.thing)
    }
  return [...found]
}

/** The first spot that does not stand before an offset. */
function firstFrom(spots: Spots<unknown>['inText'], offset: number): number {
  let [low, high] = [0, spots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spots[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
