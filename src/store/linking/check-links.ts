import { profileEvents, type EventProfile, type LinkKit } from '../../link/index.ts'
import type { Reading } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { allPages } from '../pages.ts'
import { countEventKeys, countLinking } from '../queries/event-keys.ts'
import { listLinksBack } from '../queries/links.ts'
import { listReadings } from '../queries/list-readings.ts'
import { listProfiles } from '../queries/list-report-events.ts'
import type { StoreFault } from '../verify-store.ts'
import { findLinks, keyRowsOf } from './link-fresh.ts'
import type { StoredEvent } from './stored-event.ts'

/** Reports that are looked at at once. */
const PAGE = 100

/** Where events and links are not what linking the stored readings anew would give. Links are looked at where all events are: what another version made of events may not be compared. */
export async function checkLinks(db: Db, kit: LinkKit): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  for await (const { readings, stored } of pagesOf(db))
    faults.push(...readings.flatMap((reading) => profileFaults(reading, stored, kit)))
  if (faults.length > 0) return faults
  const found = { events: 0, keys: 0, links: 0 }
  for await (const { stored } of pagesOf(db)) {
    const events = stored.map((event) => ({
      ...event,
      profile: JSON.parse(event.profile) as EventProfile,
    }))
    const keys = events.flatMap(keyRowsOf)
    if ((await countEventKeys(db, keys)) !== keys.length)
      faults.push({ where: where(events), reason: 'block keys of events are missing' })
    const links = await linksOf(db, events)
    if (links.stored !== links.anew)
      faults.push({ where: where(events), reason: 'links are not what scoring them anew gives' })
    found.events += events.length
    found.keys += keys.length
    found.links += links.count
  }
  return [...faults, ...countFaults(await countLinking(db), found)]
}

/** Readings with the events that are stored of them. */
async function* pagesOf(db: Db): AsyncGenerator<{
  readings: readonly Reading[]
  stored: Awaited<ReturnType<typeof listProfiles>>
}> {
  const pages = allPages<Reading>(
    (last, limit) => listReadings(db, last?.report.id ?? '', limit),
    PAGE,
  )
  for await (const readings of pages)
    yield {
      readings,
      stored: await listProfiles(
        db,
        readings.map(({ report }) => report.id),
      ),
    }
}

type Counts = Awaited<ReturnType<typeof countLinking>>

/** What is stored and of no report. */
function countFaults(all: Counts, found: Counts): StoreFault[] {
  return (['events', 'keys', 'links'] as const)
    .filter((name) => all[name] > found[name])
    .map((name) => ({ where: name, reason: `${all[name] - found[name]} too many are stored` }))
}

function where(events: readonly StoredEvent[]): string {
  return `reports ${events[0]?.report ?? ''} to ${events.at(-1)?.report ?? ''}`
}

/** A report whose events are not those of its reading, or not as they are compared now. */
function profileFaults(
  reading: Reading,
  stored: readonly (StoredEvent & { readonly profile: string })[],
  kit: LinkKit,
): StoreFault[] {
  const { id, version = 1 } = reading.report
  const own = stored.filter(({ report }) => report === id)
  const had = own.map((event) => `${event.version} ${event.profile}`).sort()
  const has = profileEvents(reading, kit).map((one) => `${version} ${JSON.stringify(one)}`)
  const same = had.length === has.length && has.sort().every((one, i) => one === had[i])
  return same
    ? []
    : [
        {
          where: `report ${id}`,
          reason: 'is not linked as it would be now; `ascribe link` does it',
        },
      ]
}

/** The links of some events with those of lesser numbers, as they are stored and as they are found anew. */
async function linksOf(
  db: Db,
  events: readonly (StoredEvent & { readonly profile: EventProfile })[],
): Promise<{ stored: string; anew: string; count: number }> {
  const numbers = events.map(({ number }) => number)
  const stored = await listLinksBack(db, numbers)
  const found = await findLinks(db, events, events.flatMap(keyRowsOf))
  const anew = found.filter(({ a, b }) => b < a).map(({ a, b, score }) => ({ a: b, b: a, score }))
  const text = (links: typeof anew): string =>
    links
      .map(({ a, b, score }) => `${a} ${b} ${score}`)
      .sort()
      .join('\n')
  return { stored: text([...stored]), anew: text(anew), count: stored.length }
}
