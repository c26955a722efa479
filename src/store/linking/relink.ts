import type { LinkKit } from '../../link/index.ts'
import type { EventKey, Reading } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { deleteEventKeys } from '../queries/event-keys.ts'
import { deleteEvents } from '../queries/delete-events.ts'
import { insertEvents } from '../queries/insert-events.ts'
import { listLinks } from '../queries/links.ts'
import { listStanding } from '../queries/list-standing.ts'
import { listTouched } from '../queries/list-touched.ts'
import { updateEvents } from '../queries/update-events.ts'
import { keyRowsOf, linkFresh, openFresh } from './link-fresh.ts'
import { regroup } from './regroup.ts'
import { saveChanges } from './save-changes.ts'
import type { StoredEvent } from './stored-event.ts'

/** What happened to a store that linking has to follow. */
export interface LinkChange {
  /** Readings of what are the latest versions of their reports now. */
  readonly readings?: readonly Reading[]
  /** Reports whose events are to be there no more: those that are erased, and earlier versions of readings. */
  readonly gone?: readonly string[]
  /** Events that somebody decided on. */
  readonly decided?: readonly EventKey[]
}

/** How it is linked, and the entry of the log that it is part of. */
export interface LinkContext {
  readonly kit: LinkKit
  readonly operation: number
}

/** Brings events, links and incidents in line with a change, and looks at no more than the components that it touches. */
export async function relink(
  db: Db,
  { readings = [], gone = [], decided = [] }: LinkChange,
  { kit, operation }: LinkContext,
): Promise<void> {
  const removed = gone.length > 0 ? await deleteEvents(db, gone) : []
  if (removed.length > 0) await deleteEventKeys(db, removed.flatMap(keyRowsOf))
  const fresh = await openFresh(db, readings, kit)
  const partners = await linkFresh(db, fresh)
  const decisions = await listStanding(db, fresh)
  const touched = await listTouched(db, {
    numbers: partners,
    components: removed.map(({ component }) => component),
    keys: [...decided, ...decisions.flatMap(({ a, b }) => [a, b])],
  })
  const events = [...touched, ...fresh]
  const after = regroup(events, {
    links: await listLinks(
      db,
      events.map(({ number }) => number),
    ),
    decisions: await listStanding(db, events),
  })
  await saveEvents(db, { touched, fresh, after })
  await saveChanges(db, { before: [...removed, ...touched], after, readings, operation })
}

interface Regrouped {
  readonly touched: readonly StoredEvent[]
  readonly fresh: Awaited<ReturnType<typeof openFresh>>
  readonly after: ReadonlyMap<number, StoredEvent>
}

async function saveEvents(db: Db, { touched, fresh, after }: Regrouped): Promise<void> {
  const moved = touched.flatMap((event) => {
    const now = after.get(event.number)
    const same = now?.component === event.component && now.incident === event.incident
    return now && !same ? [now] : []
  })
  if (moved.length > 0) await updateEvents(db, moved)
  if (fresh.length > 0)
    await insertEvents(
      db,
      fresh.map((event) => ({ ...event, ...after.get(event.number) })),
    )
}
