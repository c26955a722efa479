import { changesBetween, membersOf, toIncident } from '../link/index.ts'
import type { Incident, IncidentChange } from '../records/index.ts'
import type { Db } from './db.ts'
import { loadIncident } from './load-incident.ts'
import { allPages } from './pages.ts'
import { listBefore, type IncidentBefore } from './queries/incidents-before.ts'
import { listChanged, listGone } from './queries/list-changed.ts'
import { loadReadings } from './queries/load-readings.ts'

/** What became of an incident. */
export interface ChangedIncident {
  readonly incident: string
  /** Incidents that it has grown out of, under other ids. */
  readonly formerly: readonly string[]
  readonly changes: readonly IncidentChange[]
}

/** Incidents that are looked at at once. */
const PAGE = 100

/** What changed in incidents since an entry of the log, in order of id; then those that are gone. Texts that were erased meanwhile are left out of what was before, too. */
export async function* listChanges(db: Db, since: number): AsyncGenerator<ChangedIncident> {
  for (const list of [listChanged, listGone]) {
    const pages = allPages<string>(
      (last, limit) => list(db, since, { after: last ?? '', limit }),
      PAGE,
    )
    for await (const ids of pages) {
      yield* await changesOf(db, ids, since)
    }
  }
}

/** A place in the list of changes. */
export interface ChangesAt {
  readonly since: number
  /** Among those that are gone, which come last. */
  readonly gone: boolean
  readonly after: string
}

/** The same list from a place on: what became of so many incidents at most, and where it goes on. */
export async function listChangesAt(
  db: Db,
  { since, gone, after }: ChangesAt,
  limit: number,
): Promise<{ readonly rows: readonly ChangedIncident[]; readonly next?: ChangesAt }> {
  const ids = await (gone ? listGone : listChanged)(db, since, { after, limit })
  const rows = await changesOf(db, ids, since)
  const last = ids.at(-1)
  if (ids.length === limit && last !== undefined)
    return { rows, next: { since, gone, after: last } }
  if (gone) return { rows }
  // What is left of the page is for those that are gone.
  const rest = await listChangesAt(db, { since, gone: true, after: '' }, limit - ids.length)
  return { ...rest, rows: [...rows, ...rest.rows] }
}

async function changesOf(
  db: Db,
  ids: readonly string[],
  since: number,
): Promise<ChangedIncident[]> {
  const before = await listBefore(db, ids, since)
  const found: ChangedIncident[] = []
  for (const id of ids)
    found.push(
      await changeOf(db, id, {
        past: before.filter(({ now }) => now === id),
        since,
      }),
    )
  return found.filter(({ changes }) => changes.length > 0)
}

async function changeOf(
  db: Db,
  id: string,
  { past, since }: { readonly past: readonly IncidentBefore[]; readonly since: number },
): Promise<ChangedIncident> {
  const [main] = [...past].sort(
    (a, b) =>
      Number(b.incident === id) - Number(a.incident === id) ||
      b.members.length - a.members.length ||
      (a.incident < b.incident ? -1 : 1),
  )
  const before = main && (await incidentBefore(db, main, since))
  const after = await loadIncident(db, id)
  const isThere = after?.id === id
  return {
    incident: id,
    formerly: past.flatMap(({ incident }) => (incident === id ? [] : [incident])),
    changes: changesBetween(before, isThere ? after : undefined),
  }
}

/** An incident as its events were at an entry of the log; nothing where all of them are erased. */
export async function incidentBefore(
  db: Db,
  { incident, members }: IncidentBefore,
  at: number,
): Promise<Incident | undefined> {
  const versions = new Map(members.map(([report, version]) => [report, { report, version }]))
  const readings = await loadReadings(db, [...versions.values()], at)
  const keys = members.map(([report, , event]) => ({ report, event }))
  const found = membersOf(readings, keys)
  return found.length === 0 ? undefined : toIncident(incident, found)
}
