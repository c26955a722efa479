import type { CodeRow } from '../../records/index.ts'
import { middleDay, type EventDates } from '../dates.ts'
import { isArmed, isState, whyNotCounted, type Frame, type Side } from '../frame.ts'
import { joinRows } from '../join-rows.ts'
import { acledFatalities, tollOf } from '../tolls.ts'
import { EVENT_TYPES } from './event-types.ts'

/** ACLED's row of an event. */
export function codeAcled(frame: Frame): CodeRow {
  const { event, doers, others } = frame
  const sub = subEventType(frame)
  const type = EVENT_TYPES[sub ?? '']
  const place = event.place?.value
  const excluded =
    sub === undefined || !type
      ? 'kind-out-of-scope'
      : (whyNotCounted(frame) ?? whyTooVague(frame, type.event_type))
  if (excluded !== undefined || sub === undefined || !type) return { excluded }
  const country = frame.context.codebook.countries.get(place?.country ?? '')?.acled
  return joinRows(dateParts(frame.dates), type, {
    sub_event_type: sub,
    ...sideParts(1, doers[0], sub),
    ...sideParts(2, others[0], sub),
    ...(type.event_type !== 'Battles' &&
      targetsCivilians(others, type.event_type) && { civilian_targeting: 'Civilian targeting' }),
    ...(country && { country: country.country, iso: country.iso, region: country.region }),
    ...(place?.admin1 !== undefined && { admin1: place.admin1 }),
    ...(place?.admin2 !== undefined && { admin2: place.admin2 }),
    ...(place && { location: place.name }),
    ...(place?.latitude !== undefined && { latitude: place.latitude }),
    ...(place?.longitude !== undefined && { longitude: place.longitude }),
    ...(place?.exactness && { geo_precision: GEO[place.exactness] }),
    fatalities: acledFatalities(tollOf(event, 'killed')),
    ...crowdSize(frame, type.event_type),
  })
}

/** The kind's sub-type; who gained a place, and whether both sides bear arms, decide between two. */
function subEventType({ kind, doers, others }: Frame): string | undefined {
  const [doer] = doers
  if (kind.acledByPerpetrator && doer)
    return isState(doer) ? kind.acledByPerpetrator.state : kind.acledByPerpetrator.other
  const armed = doer && isArmed(doer) && others.length > 0 && others.every(isArmed)
  return kind.acled === 'Attack' && armed && kind.kind !== 'execution' ? 'Armed clash' : kind.acled
}

/** A year alone is no date and a country alone no place, except for strategic developments. */
function whyTooVague({ event, dates }: Frame, type: string): string | undefined {
  if (dates.span !== undefined && dates.span > LONGEST_SPAN) return 'time-too-vague'
  const strategic = type === 'Strategic developments'
  return event.place?.value.exactness === 'country' && !strategic ? 'place-too-vague' : undefined
}

const LONGEST_SPAN = 31

function dateParts(dates: EventDates): CodeRow {
  if (dates.day !== undefined) return { event_date: dates.day, time_precision: 1 }
  const middle = middleDay(dates)
  if (middle === undefined) return {}
  return { event_date: middle, time_precision: (dates.span ?? LONGEST_SPAN) <= 7 ? 2 : 3 }
}

const GEO: Readonly<Record<string, number>> = {
  point: 1,
  site: 1,
  town: 1,
  district: 2,
  province: 3,
  region: 3,
  country: 3,
}

function sideParts(number: 1 | 2, side: Side | undefined, sub: string): CodeRow {
  if (!side) return {}
  return {
    [`actor${number}`]: side.names.acled ?? side.actor.name,
    [`inter${number}`]: interOf(side, sub),
  }
}

/** State forces 1, rebels 2, militias 3, rioters 5, protesters 6, civilians 7. */
function interOf(side: Side, sub: string): number {
  const { actor, names } = side
  if (isState(side)) return 1
  if (actor.kind === 'armed-group') return names.inter ?? 3
  if (actor.kind === 'crowd') return /^(Violent|Mob)/.test(sub) ? 5 : 6
  return 7
}

/** ACLED notes the size of a crowd in the words of the source. */
function crowdSize({ event }: Frame, type: string): CodeRow {
  if (type !== 'Protests' && type !== 'Riots') return {}
  const words = event.size?.evidence[0]?.quote
  return { tags: `crowd size=${words === undefined ? 'no report' : words.replaceAll(';', ',')}` }
}

function targetsCivilians(others: readonly Side[], type: string): boolean {
  if (type === 'Violence against civilians') return true
  return (
    type === 'Explosions/Remote violence' &&
    others.length > 0 &&
    !others.some(isArmed) &&
    others.some(isCivilian)
  )
}

function isCivilian(side: Side): boolean {
  return ['civilians', 'media', 'organisation', 'person'].includes(side.actor.kind)
}
