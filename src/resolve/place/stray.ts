import type { ChosenPlace } from './choose.ts'
import type { Sense } from './gazetteer.ts'

/** The same places, but small ones in a country that nothing else in the text speaks of are refused: more likely namesakes of what the gazetteer lacks. An adjective ("Afghan") speaks for a country and against none. */
export function withoutStrays(
  places: readonly ChosenPlace[],
  demonyms: ReadonlyMap<string, number>,
): ChosenPlace[] {
  const countries = places.flatMap(({ sense }) => (sense?.country ? [sense.country] : []))
  const counts = new Map<string, number>()
  for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1)
  return places.map((place) => {
    const { mentions, sense } = place
    if (!sense || !mayBeStray(place, sense)) return place
    const here = counts.get(sense.country) ?? 0
    const isSpokenOf = here > 1 || (demonyms.get(sense.country) ?? 0) > 0
    return isSpokenOf || countries.length - here < ELSEWHERE ? place : { mentions }
  })
}

/** A village or quarter that neither an area behind its name nor a dateline tells. */
function mayBeStray({ mentions }: ChosenPlace, { kind, population }: Sense): boolean {
  const isMinor = kind === 'quarter' || kind === 'town' || kind === 'seat'
  return isMinor && population <= SMALL && !mentions.some((one) => one.parent ?? one.isDateline)
}

/** People of a place that only its own country's news names. */
const SMALL = 50_000
/** Places elsewhere that show which country a text speaks of. */
const ELSEWHERE = 2
