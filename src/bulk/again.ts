import type { OwnActor, Reading, Report, ReportInput } from '../records/index.ts'
import {
  allPages,
  listNaming,
  loadDictionary,
  loadReading,
  readAgain,
  type Db,
  type LinkingDoer,
} from '../store/index.ts'
import type { Outcome, Task } from './outcome.ts'
import type { Pool } from './pool.ts'

/** What the store and the reader say of a report, and no door takes. */
const OURS: ReadonlySet<string> = new Set(['hash', 'version', 'credits'] satisfies (keyof Report)[])

/** What a report in the store was, as a door takes it: so it is read again. */
export function inputOf(report: Report): ReportInput {
  const given = Object.entries(report).filter(([key]) => !OURS.has(key))
  return Object.fromEntries(given) as unknown as ReportInput
}

/** A version of a report. */
interface Key {
  readonly report: string
  readonly version: number
}

/** The task of reading a report in the store again; nothing where it is gone. */
export async function taskAgain(db: Db, { report, version }: Key): Promise<Task | undefined> {
  const reading = await loadReading(db, report, version)
  return reading && { where: `report ${report}`, report: inputOf(reading.report) }
}

/** A reading of a text that is in the store, as a reading of that version. */
export function asVersion(text: string, version: number): Reading {
  const reading = JSON.parse(text) as Reading
  return version === 1 ? reading : { ...reading, report: { ...reading.report, version } }
}

export interface AgainTools {
  readonly db: Db
  readonly pool: Pool
  doer(): LinkingDoer
  complain(text: string): void
}

/** Reports that are read and stored at once. */
const PORTION = 20

/** Reads the reports again in which some names may stand, with the dictionary as it is. Gives how many were looked at, and how many say something else now. */
export async function readNamingAgain(
  names: readonly string[],
  { db, pool, doer, complain }: AgainTools,
): Promise<{ readonly looked: number; readonly changed: number }> {
  const own = await loadDictionary(db)
  const pages = allPages<Key>(
    (last, limit) => listNaming(db, names, { after: last?.report ?? '', limit }),
    PORTION,
  )
  let [looked, changed] = [0, 0]
  for await (const keys of pages) {
    const readings = await readKeys(keys, { db, pool, own, complain })
    const done = await readAgain(db, readings, doer())
    looked += keys.length
    changed += done.filter(({ outcome }) => outcome === 'again').length
  }
  return { looked, changed }
}

async function readKeys(
  keys: readonly Key[],
  { db, pool, own, complain }: Omit<AgainTools, 'doer'> & { readonly own: readonly OwnActor[] },
): Promise<Reading[]> {
  const tasks: Task[] = []
  const versions: number[] = []
  for (const key of keys) {
    const task = await taskAgain(db, key)
    if (!task) continue
    tasks.push(task)
    versions.push(key.version)
  }
  const outcomes: Outcome[] = tasks.length === 0 ? [] : await pool.read(tasks, own)
  return outcomes.flatMap((outcome, i) => {
    if ('text' in outcome) return [asVersion(outcome.text, versions[i] ?? 1)]
    complain(`ascribe: ${outcome.fault}\n`)
    return []
  })
}
