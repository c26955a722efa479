import type { Event, EventStatus, Reading } from '../../records/index.ts'
import type { LinkKit } from '../link-kit.ts'
import { dayOf, daysNamed, daysOf, exactDaysOf } from './days.ts'
import type { EventProfile } from './event-profile.ts'
import { figuresOf, mostKilled, numbersIn } from './figures.ts'
import { placesNamed, placesOf } from './places.ts'
import { rankEvents } from './rank-events.ts'
import { isWithin, leadScope, mentionScope, textsOf, type Scope } from './scope.ts'
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
  const events = rankEvents(
    reading.events.filter(({ status, kind }) => LINKED.has(status) && kind !== SUMMARY),
    kit.codebook,
  )
  return events.map((event, rank) => profileEvent(event, { reading, kit, events, rank }))
}

interface Around {
  readonly reading: Reading
  readonly kit: LinkKit
  readonly events: readonly Event[]
  readonly rank: number
}

/** Words that are kept of the first event and of others. */
const WORDS = [60, 20] as const
const NAMES = [30, 12] as const

function profileEvent(event: Event, { reading, kit, events, rank }: Around): EventProfile {
  const { report } = reading
  const published = report.publishedAt === undefined ? undefined : dayOf(report.publishedAt)
  const scope = rank === 0 ? leadScope() : mentionScope(event)
  const told = rank === 0 ? toldTogether(event, { events, scope, kit, published }) : [event]
  const places = told.flatMap(({ place }) => (place ? [place.value] : []))
  const killed = mostKilled(told)
  const texts = textsOf(scope, reading)
  const size = rank === 0 ? 0 : 1
  return {
    key: { report: report.id, event: event.id },
    kind: event.kind,
    class: kit.codebook.kinds.get(event.kind)?.class ?? 'other',
    status: event.status,
    rank,
    ...(published !== undefined && { published }),
    kinds: distinct(told.map(({ kind }) => kind)),
    days: distinct(told.flatMap(({ time }) => (time ? exactDaysOf(time.value) : []))),
    daysNear: distinct(daysNamed(reading, scope, published)),
    places: placesOf(places),
    placesNear: placesNamed(reading, scope),
    countries: distinct(places.flatMap(({ country }) => country ?? [])),
    ...(killed > 0 && { killed }),
    figures: distinct(figuresOf(told)),
    numbers: numbersIn(texts),
    words: bagOf(texts, kit.weights, WORDS[size]),
    names: bagOf(namesIn(texts), kit.weights, NAMES[size]),
  }
}

/** Events of more days ago are background. */
const NEWS = 15

/** The first event with those that the lead tells beside it: it may be told as several there ("a gas attack … the strike"), and its day or place read of one of them only. */
function toldTogether(
  main: Event,
  {
    events,
    scope,
    kit,
    published,
  }: Omit<Around, 'rank' | 'reading'> & { scope: Scope; published: number | undefined },
): Event[] {
  const isNews = ({ time }: Event): boolean => {
    const days = time && daysOf(time.value)
    return days === undefined || published === undefined || days[1] >= published - NEWS
  }
  const class_ = kit.codebook.kinds.get(main.kind)?.class
  const others = events.filter(
    (event) =>
      event !== main &&
      kit.codebook.kinds.get(event.kind)?.class === class_ &&
      isWithin(event.mentions, scope) &&
      isNews(event),
  )
  return [main, ...others]
}

const NAME = /(?<=[\p{L}\p{N},;:)] )\p{Lu}[\p{L}'’-]+/gu

/** Words with a capital that do not open a sentence. */
function namesIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => Array.from(text.matchAll(NAME), ([name]) => name))
}

/** Each value once, in order. */
function distinct<T extends string | number>(values: readonly T[]): T[] {
  return [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
}
