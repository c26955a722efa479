import type { LinkKit } from '../link/index.ts'
import type { Reading } from '../records/index.ts'
import type { Db } from './db.ts'
import { checkVersion } from './linking/check-version.ts'
import { relink } from './linking/relink.ts'
import { chainOperations, type Operation } from './operation.ts'
import { findTombstones } from './queries/find-tombstones.ts'
import { findVersions } from './queries/find-versions.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { insertReadings } from './queries/insert-readings.ts'
import { insertReports } from './queries/insert-reports.ts'
import { loadHead } from './queries/load-head.ts'
import { queueReadings } from './review-queue.ts'
import { rowOf, sealOf, type ReportRow } from './report-row.ts'

/** What became of a reading: stored as a first or later version, there already, or refused because it was erased. */
export interface Added {
  readonly id: string
  readonly outcome: 'added' | 'known' | 'erased'
  /** Of `added` and `known`. */
  readonly version?: number
}

/** Who does something, and when. */
export type Doer = Pick<Operation, 'at' | 'by'>

/** The same, and how what it touches is linked. */
export interface LinkingDoer extends Doer {
  readonly kit: LinkKit
}

/** Stores readings in their order, all of them or none. A text that is there under the same id is not stored again; another text under an id is its next version; what was erased stays away. The events of the latest versions are linked with all others. Throws `bad-store` where another version of Ascribe linked those. */
export async function addReadings(
  db: Db,
  readings: readonly Reading[],
  doer: LinkingDoer,
): Promise<Added[]> {
  return db.transaction(async (inner) => {
    const head = await loadHead(inner)
    const { added, rows, latest, gone } = await sort(inner, readings)
    if (rows.length === 0) return added
    await checkVersion(inner)
    await insertReports(inner, rows)
    await insertReadings(inner, rows)
    await insertOperations(inner, chainOperations(rows.map(toOperation), head, doer))
    const operation = head.seq + rows.length
    const change = { readings: [...latest.values()], gone }
    await relink(inner, change, { kit: doer.kit, operation })
    await queueReadings(inner, change.readings)
    return added
  })
}

/** Which readings are new, what is said of each, the latest of each report, and the reports that had an earlier one. */
async function sort(
  db: Db,
  readings: readonly Reading[],
): Promise<{ added: Added[]; rows: ReportRow[]; latest: Map<string, Reading>; gone: string[] }> {
  const ids = readings.map(({ report }) => report.id)
  const erased = await findTombstones(db, ids)
  const versions = new Map<string, Map<string, number>>()
  for (const { id, hash, version } of await findVersions(db, ids))
    versions.set(id, (versions.get(id) ?? new Map<string, number>()).set(hash, version))
  const stored = new Set(versions.keys())
  const rows: ReportRow[] = []
  const latest = new Map<string, Reading>()
  const added = readings.map((reading): Added => {
    const { id, hash } = reading.report
    if (erased.has(id)) return { id, outcome: 'erased' }
    const known = versions.get(id) ?? new Map<string, number>()
    const same = known.get(hash)
    if (same !== undefined) return { id, outcome: 'known', version: same }
    const version = Math.max(0, ...known.values()) + 1
    versions.set(id, known.set(hash, version))
    const row = rowOf(reading, version)
    rows.push(row)
    latest.set(id, { ...reading, report: row.report })
    return { id, outcome: 'added', version }
  })
  return { added, rows, latest, gone: [...latest.keys()].filter((id) => stored.has(id)) }
}

function toOperation(row: ReportRow) {
  const body = { report: row.report.id, version: row.version, seal: sealOf(row) }
  return { kind: 'add-report' as const, body: JSON.stringify(body) }
}
