import { loggedAssignment } from './assignments.ts'
import type { Db } from './db.ts'
import type { Operation } from './operation.ts'
import { allRows } from './pages.ts'
import { listAssignmentRows, type AssignmentRow } from './queries/assignments.ts'
import { findTombstones } from './queries/find-tombstones.ts'
import { listRulingRows, type KeptRuling } from './queries/rulings.ts'
import type { StoreFault } from './verify-store.ts'

/** Who codes what and what is ruled, as the log tells it: each with the entry that said so last. */
export interface LoggedCoding {
  /** By report, version and coder. */
  readonly assignments: Map<string, Told>
  /** By group. */
  readonly rulings: Map<string, Told>
}

interface Told {
  readonly report: string
  readonly entry: number
  readonly body: string
}

/** Nothing heard yet. */
export function noCoding(): LoggedCoding {
  return { assignments: new Map(), rulings: new Map() }
}

/** Adds what an entry of the log says of coding. */
export function hearCoding({ assignments, rulings }: LoggedCoding, operation: Operation): void {
  const { seq: entry, kind, body } = operation
  if (kind !== 'assign' && kind !== 'rule') return
  const said = JSON.parse(body) as { report: string; version: number; coder: string; group: string }
  const told = { report: said.report, entry, body }
  if (kind === 'assign') assignments.set(keyOf(said), told)
  else rulings.set(said.group, told)
}

function keyOf({ report, version, coder }: Pick<AssignmentRow, 'report' | 'version' | 'coder'>) {
  return JSON.stringify([report, version, coder])
}

const PAGE = 500

/** Assignments and rulings of which the tables say something else than the log; those of erased reports are gone. */
export async function checkCoding(db: Db, logged: LoggedCoding): Promise<StoreFault[]> {
  const assignments = new Map(logged.assignments)
  const rulings = new Map(logged.rulings)
  const faults: StoreFault[] = []
  const rows = allRows<AssignmentRow>((last, limit) => listAssignmentRows(db, last, limit), PAGE)
  for await (const row of rows) {
    const told = take(assignments, keyOf(row))
    if (told?.entry !== row.operation || told.body !== loggedAssignment(row))
      faults.push(faultOf(`what ${row.coder} codes of report ${row.report}`))
  }
  const kept = allRows<KeptRuling>((last, limit) => listRulingRows(db, last?.group, limit), PAGE)
  for await (const { operation, ...ruling } of kept) {
    const told = take(rulings, ruling.group)
    if (told?.entry !== operation || told.body !== JSON.stringify(ruling))
      faults.push(faultOf(`ruling ${ruling.group}`))
  }
  const left = [...assignments.values(), ...rulings.values()]
  const erased = await findTombstones(db, [...new Set(left.map(({ report }) => report))])
  const lost = left.filter(({ report }) => !erased.has(report))
  return [...faults, ...lost.map(({ entry }) => faultOf(`entry ${entry} of the log`))]
}

function take(told: Map<string, Told>, key: string): Told | undefined {
  const found = told.get(key)
  told.delete(key)
  return found
}

function faultOf(where: string): StoreFault {
  return { where, reason: 'the store has something else of it than the log' }
}
