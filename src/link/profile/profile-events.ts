import type { Event, EventStatus, Reading } from '../../records/index.ts'
import type { LinkKit } from '../link-kit.ts'
import { daysOf } from './days.ts'
import type { EventProfile } from './event-profile.ts'
import { rankEvents } from './rank-events.ts'
import { isWithin, leadScope, mentionScope } from './scope.ts'
import { openNamed } from './spots.ts'
import { publishedOf, toldOf, type Around, type Telling } from './told.ts'

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
  const around = { reading, named: openNamed(reading), kit }
  return linkable(reading, kit).map((event, rank, events) => {
    const key = { report: reading.report.id, event: event.id }
    const told =
      rank === 0
        ? toldOf(toldTogether(events, around), LEAD, around)
        : toldOf([event], { ...BESIDE, scope: mentionScope(event) }, around)
    return { key, rank, ...told }
  })
}

/** What a report is about: the profile of its first event; where none was read that can be linked, that of its title and lead, with no event in its key. */
export function profileReport(reading: Reading, kit: LinkKit): EventProfile {
  const around = { reading, named: openNamed(reading), kit }
  const events = linkable(reading, kit)
  const key = { report: reading.report.id, event: events[0]?.id ?? '' }
  return { key, rank: 0, ...toldOf(toldTogether(events, around), LEAD, around) }
}

/** How much is kept of the first event, and of others. */
const LEAD: Telling = { scope: leadScope(), words: 60, names: 30 }
const BESIDE = { words: 20, names: 12 } as const

function linkable({ events }: Reading, { codebook }: LinkKit): Event[] {
  return rankEvents(
    events.filter(({ status, kind }) => LINKED.has(status) && kind !== SUMMARY),
    codebook,
  )
}

/** Events of more days ago are background. */
const NEWS = 15

/** The first event with those of its class that the lead tells beside it: it may be told as several there ("a gas attack … the strike"), and its day or place read of one of them only. */
function toldTogether(
  [main, ...others]: readonly Event[],
  { reading, kit: { codebook } }: Around,
): Event[] {
  if (!main) return []
  const published = publishedOf(reading)
  const isNews = ({ time }: Event): boolean => {
    const days = time && daysOf(time.value)
    return days === undefined || published === undefined || days[1] >= published - NEWS
  }
  const classOf = ({ kind }: Event): string | undefined => codebook.kinds.get(kind)?.class
  const beside = others.filter(
    (event) =>
      classOf(event) === classOf(main) && isWithin(event.mentions, LEAD.scope) && isNews(event),
  )
  return [main, ...beside]
}
