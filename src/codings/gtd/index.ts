import type { CodeRow, Figure, Harm, PeopleCount } from '../../records/index.ts'
import type { EventDates } from '../dates.ts'
import { isState, whyNotCounted, type Frame } from '../frame.ts'
import { joinRows } from '../join-rows.ts'
import { tollOf } from '../tolls.ts'
import { targetTypeOf } from './target-type.ts'

/** GTD's row of an event: attacks by others than states that were at least begun. */
export function codeGtd(frame: Frame): CodeRow {
  const { event, kind, doers, dates } = frame
  const excluded = whyExcluded(frame)
  if (excluded !== undefined) return { excluded }
  const targtype1 = targetTypeOf(frame)
  const group = doers.find(({ actor }) => actor.kind === 'armed-group')
  const doubted = doers.some(({ participant }) => (participant.confidence ?? 'fact') !== 'fact')
  return joinRows(dateParts(dates), placeParts(frame), {
    attacktype1: kind.gtd,
    success: event.status === 'attempted' ? 0 : 1,
    suicide: kind.kind === 'suicide-bombing' ? 1 : 0,
    weaptype1: weaponTypeOf(frame),
    ...(targtype1 !== undefined && { targtype1 }),
    gname: group?.names.gtd ?? (group?.actor.named ? group.actor.name : 'Unknown'),
    guncertain1: group && doubted ? 1 : 0,
    ...claimed(frame),
    ...perpetrators(frame),
    ...toll(frame),
    ...property(frame),
  })
}

function whyExcluded(frame: Frame): string | undefined {
  const { kind, doers } = frame
  const [first] = doers
  if (kind.gtd === undefined) return 'kind-out-of-scope'
  return whyNotCounted(frame) ?? (first && doers.every(isState) ? 'state-actor' : undefined)
}

/** GTD writes 0 for a month or day that is not known. */
function dateParts({ earliest, latest, day }: EventDates): CodeRow {
  if (earliest === undefined) return {}
  const [year = 0, month = 0, date = 0] = earliest.split('-').map(Number)
  const approx = day === undefined &&
    latest !== undefined && { approxdate: `${earliest} to ${latest}` }
  return { iyear: year, imonth: month, iday: date, ...approx }
}

function placeParts({ event, context }: Frame): CodeRow {
  const place = event.place?.value
  if (!place) return {}
  const country = context.codebook.countries.get(place.country ?? '')?.gtd
  return {
    ...(country && { country: country.code, country_txt: country.label, region: country.region }),
    ...(place.admin1 !== undefined && { provstate: place.admin1 }),
    ...(place.exactness && TOWN.has(place.exactness) && { city: place.name }),
    ...(place.latitude !== undefined && { latitude: place.latitude }),
    ...(place.longitude !== undefined && { longitude: place.longitude }),
  }
}

const TOWN: ReadonlySet<string> = new Set(['town'])

function weaponTypeOf({ event, kind, context }: Frame): number {
  const types = event.means.map((means) => context.words?.weapon.get(means.value))
  return (
    types.find((type) => type !== undefined) ??
    OF_KIND[kind.kind] ??
    OF_ATTACK[kind.gtd ?? 0] ??
    UNKNOWN
  )
}

const UNKNOWN = 13
const OF_KIND: Readonly<Record<string, number>> = { arson: 8, 'chemical-attack': 2, beating: 9 }
const OF_ATTACK: Readonly<Record<number, number>> = { 3: 6 }

function claimed({ event }: Frame): CodeRow {
  const stances = event.claims.map((claim) => claim.stance)
  if (stances.includes('claims')) return { claimed: 1 }
  return stances.includes('none') ? { claimed: 0 } : {}
}

/** All attackers over all groups; vague words stay blank. */
function perpetrators({ doers }: Frame): CodeRow {
  const counts = doers.flatMap(({ participant }) => participant.count ?? [])
  const known = counts.filter(({ vague, atLeast }) => !vague && atLeast !== undefined)
  if (known.length === 0 || known.length < doers.length) return {}
  return { nperps: known.reduce((all, { atLeast = 0 }) => all + atLeast, 0) }
}

/** "Several" stays blank; "at least 12" is 12; the attackers among the dead stand beside. */
function toll({ event, kind }: Frame): CodeRow {
  const number = (harm: Harm): number | undefined => exact(tollOf(event, harm))
  const ofAttackers = { ...event, figures: event.figures.filter(isOfAttackers) }
  const columns = {
    nkill: number('killed'),
    nkillter: exact(tollOf(ofAttackers, 'killed')),
    nwound: number('injured'),
    nwoundte: exact(tollOf(ofAttackers, 'injured')),
    ishostkid: TAKING.has(kind.gtd ?? 0) ? 1 : undefined,
    nhostkid: TAKING.has(kind.gtd ?? 0) ? number('abducted') : undefined,
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** Hijacking, hostages at the scene, kidnapping. */
const TAKING: ReadonlySet<number> = new Set([4, 5, 6])

function exact(toll: PeopleCount | undefined): number | undefined {
  return toll?.vague ? undefined : toll?.atLeast
}

function isOfAttackers({ of }: Figure): boolean {
  return of?.category === 'perpetrator'
}

/** Damage of a worth that is not told has the extent "unknown". */
function property({ event: { damage = [] } }: Frame): CodeRow {
  const harmed = damage.filter(({ level }) => level !== 'none')
  if (harmed.length === 0) return damage.length > 0 ? { property: 0 } : {}
  const comment = harmed.map(({ text, level }) => `${text} (${level})`).join('; ')
  return { property: 1, propextent: EXTENT_UNKNOWN, propcomment: comment }
}

const EXTENT_UNKNOWN = 4
