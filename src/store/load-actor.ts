import { actorNotes, type ActorNote } from '../link/index.ts'
import type { Db } from './db.ts'
import {
  listEventIncidents,
  listReportsNaming,
  type DatedVersion,
} from './queries/actor-reports.ts'
import { loadReadings } from './queries/load-readings.ts'

/** An actor as reports know them: the key across reports, and a name by which their reports are found. */
export interface WantedActor {
  readonly key: string
  readonly name: string
}

/** What is said of an actor and by them, with the incidents that it is of. */
export type PlacedNote = ActorNote & { readonly incident?: string }

/** What some reports say of an actor and have them say, the newest first. It costs a look-up of the name among the words of reports, and the readings of one page of those: what calls the actor by another name alone is not found. */
export async function loadActorPage(
  db: Db,
  { key, name }: WantedActor,
  at: { readonly after?: DatedVersion; readonly limit: number },
): Promise<{ readonly notes: readonly PlacedNote[]; readonly next?: DatedVersion }> {
  const found = await listReportsNaming(db, name, { ...at, limit: at.limit + 1 })
  const versions = found.slice(0, at.limit)
  const readings = new Map(
    (await loadReadings(db, versions)).map((reading) => [reading.report.id, reading]),
  )
  const incidents = new Map(
    (
      await listEventIncidents(
        db,
        versions.map(({ report }) => report),
      )
    ).map(({ report, event, incident }) => [`${report} ${event}`, incident]),
  )
  const notes = versions.flatMap(({ report, version }) => {
    const reading = readings.get(report)
    return reading ? actorNotes(reading, key).map((note) => ({ ...note, version })) : []
  })
  const next = found.length > at.limit ? versions.at(-1) : undefined
  return {
    notes: notes.map((note) => {
      const incident = incidents.get(`${note.report} ${note.event ?? ''}`)
      return { ...note, ...(incident !== undefined && { incident }) }
    }),
    ...(next && { next }),
  }
}
