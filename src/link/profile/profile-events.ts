import type { Event, EventPlace, EventStatus, Harm, Reading } from '../../records/index.ts'
import type { LinkKit } from '../link-kit.ts'
import { dayOf, daysOf } from './days.ts'
import type { EventProfile, PlaceProfile, TollRange } from './event-profile.ts'
import { foldName, hashWord } from './names.ts'
import { rankEvents } from './rank-events.ts'
import { bagOf } from './word-bag.ts'

/** Talk of what may come and of sorts of events is about no happening. */
const LINKED: ReadonlySet<EventStatus> = new Set([
  'happened',
  'attempted',
  'foiled',
  'possible',
  'denied',
])
/** A sum of several events is none of them. */
const SUMMARY = 'toll-summary'

/** What linking compares of each event of a reading that can be of an incident, the one that the report is about first. */
export function profileEvents(reading: Reading, kit: LinkKit): EventProfile[] {
  const events = reading.events.filter(({ status, kind }) => LINKED.has(status) && kind !== SUMMARY)
  return rankEvents(events, kit.codebook).map((event, rank) =>
    profileEvent(event, { reading, kit, rank }),
  )
}

interface Around {
  readonly reading: Reading
  readonly kit: LinkKit
  readonly rank: number
}

function profileEvent(event: Event, { reading, kit, rank }: Around): EventProfile {
  const { report } = reading
  const days = event.time && daysOf(event.time.value)
  const published = report.publishedAt === undefined ? undefined : dayOf(report.publishedAt)
  return {
    key: { report: report.id, event: event.id },
    kind: event.kind,
    class: kit.codebook.kinds.get(event.kind)?.class ?? 'other',
    status: event.status,
    rank,
    ...(days && { days }),
    ...(published !== undefined && { published }),
    ...(event.place && { place: profilePlace(event.place.value) }),
    ...(event.site && { site: wordsOf(event.site.value) }),
    actors: actorsOf(event, reading),
    tolls: tollsOf(event),
    words: bagOf(textRound(event, reading), kit.weights, WORDS),
    ...(rank === 0 && { lead: bagOf(leadOf(reading), kit.weights, LEAD_WORDS) }),
  }
}

/** Words that are kept of each event, and of each report. */
const WORDS = 24
const LEAD_WORDS = 60
/** Letters of a text that are its lead. */
const LEAD = 900
/** Letters to either side of a mention that tell of it. */
const ROUND = 200

function leadOf({ report: { title = '', text } }: Reading): string {
  return `${title} ${text.slice(0, LEAD)}`
}

function textRound({ mentions }: Event, { report: { text } }: Reading): string {
  const [first] = mentions.filter(({ in: where }) => where === undefined)
  return first ? text.slice(Math.max(0, first.start - ROUND), first.end + ROUND) : ''
}

function profilePlace(place: EventPlace): PlaceProfile {
  const { name, exactness, country, admin1, latitude, longitude } = place
  return {
    name: foldName(name),
    ...(exactness && { exactness }),
    ...(country !== undefined && { country }),
    ...(admin1 !== undefined && { admin1 }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
  }
}

function wordsOf(site: string): number[] {
  const words = site.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return [...new Set(words.map(hashWord))].sort((a, b) => a - b)
}

function actorsOf({ participants }: Event, { actors }: Reading): string[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  const names = participants.flatMap((participant) => {
    const actor = byId.get(participant.actor)
    if (!actor?.named) return []
    return [actor.known ?? foldName(actor.name)]
  })
  return [...new Set(names)].sort()
}

/** The largest figure of each harm that is no part of another. */
function tollsOf({ figures }: Event): Partial<Record<Harm, TollRange>> {
  const tolls: Partial<Record<Harm, TollRange>> = {}
  for (const { harm, atLeast = 0, atMost, partOf } of figures) {
    if (partOf !== undefined || (tolls[harm]?.[0] ?? -1) >= atLeast) continue
    tolls[harm] = atMost === undefined ? [atLeast] : [atLeast, atMost]
  }
  return tolls
}
