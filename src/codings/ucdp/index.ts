import type { CodeRow, PeopleCategory } from '../../records/index.ts'
import type { EventDates } from '../dates.ts'
import { isArmed, isState, whyNotCounted, type Frame, type Side } from '../frame.ts'
import { tollOf } from '../tolls.ts'

/** UCDP GED's row of an event: organised violence with at least one death between known sides. */
export function codeUcdp(frame: Frame): CodeRow {
  const { event, kind, doers, others, dates, context } = frame
  if (kind.class !== 'violence' && kind.kind !== 'territory-gained')
    return { excluded: 'kind-out-of-scope' }
  const counted = whyNotCounted(frame)
  if (counted !== undefined) return { excluded: counted }
  const toll = tollOf(event, 'killed')
  const low = toll?.atLeast ?? 0
  const high = toll?.atMost ?? low
  if (high < 1) return { excluded: 'no-death' }
  const [doer] = doers
  const type = typeOfViolence(doer, others)
  if (!doer || type === undefined) return { excluded: 'unknown-actor' }
  const place = event.place?.value
  const country = context.codebook.countries.get(place?.country ?? '')?.ucdp
  return {
    type_of_violence: type,
    side_a: doer.names.ucdp ?? doer.actor.name,
    side_b: type === ONE_SIDED ? 'Civilians' : nameOf(others.find(isOrganised)),
    ...(country && { country: country.name, country_id: country.id }),
    ...(place && { where_description: place.name }),
    ...(place?.exactness && { where_prec: WHERE[place.exactness] }),
    ...(place?.latitude !== undefined && { latitude: place.latitude }),
    ...(place?.longitude !== undefined && { longitude: place.longitude }),
    ...dateParts(dates),
    event_clarity: 1,
    deaths_civilians: Math.min(low, civiliansKilled(frame)),
    best: low,
    low,
    high: Math.max(low, high),
  }
}

const [STATE_BASED, NON_STATE, ONE_SIDED] = [1, 2, 3]

function typeOfViolence(doer: Side | undefined, others: readonly Side[]): number | undefined {
  if (!doer || !isOrganised(doer) || others.length === 0) return undefined
  const armed = others.filter(isOrganised)
  if (armed.length === 0) return ONE_SIDED
  return [doer, ...armed].some(isState) ? STATE_BASED : NON_STATE
}

function isOrganised(side: Side): boolean {
  return isArmed(side) || isState(side)
}

function nameOf(side: Side | undefined): string {
  return side ? (side.names.ucdp ?? side.actor.name) : 'unknown'
}

const WHERE: Readonly<Record<string, number>> = {
  point: 1,
  site: 1,
  town: 1,
  district: 3,
  province: 4,
  region: 5,
  country: 6,
}

function dateParts({ earliest, latest, span }: EventDates): CodeRow {
  if (earliest?.length !== 10 || latest?.length !== 10 || span === undefined) return {}
  return { date_start: earliest, date_end: latest, date_prec: datePrecision(span) }
}

function datePrecision(days: number): number {
  if (days === 1) return 1
  if (days < 7) return 2
  if (days === 7) return 3
  return days <= 31 ? 4 : 5
}

const CIVILIANS: ReadonlySet<PeopleCategory> = new Set([
  'civilian',
  'child',
  'woman',
  'worker',
  'journalist',
  'medic',
  'aid-worker',
  'diplomat',
])

function civiliansKilled({ event }: Frame): number {
  return event.figures
    .filter(
      ({ harm, of, partOf }) => harm === 'killed' && !partOf && of && CIVILIANS.has(of.category),
    )
    .reduce((sum, { atLeast }) => sum + (atLeast ?? 0), 0)
}
