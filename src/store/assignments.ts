import { randomBytes } from 'node:crypto'
import { AscribeError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import {
  listAssignmentsOf,
  putAssignment,
  type Assignment,
  type AssignmentRow,
  type AssignmentState,
} from './queries/assignments.ts'
import { findVersions } from './queries/find-versions.ts'
import { loadHead } from './queries/load-head.ts'

/** A version of a report. */
export interface VersionKey {
  readonly report: string
  readonly version: number
}

/** Which states may follow which. */
const NEXT: Readonly<Record<AssignmentState, readonly AssignmentState[]>> = {
  open: ['done'],
  done: ['returned', 'ruled'],
  returned: ['done'],
  ruled: ['returned'],
}

/** Two coders code at the same time; more would see what two of them said before they are done. */
const MOST_CODERS = 2

/** Gives reports to coders, who are blind to each other until all are done. Who has one already keeps it as it is. Throws `not-found`, and `conflict` where a third would code it. */
export async function assign(
  db: Db,
  {
    reports,
    coders,
  }: { readonly reports: readonly VersionKey[]; readonly coders: readonly string[] },
  doer: Doer,
): Promise<Assignment[]> {
  return db.transaction(async (inner) => {
    await loadHead(inner) // nobody else gives the same report away meanwhile
    const made: Assignment[] = []
    for (const key of reports) {
      await refuseUnknown(inner, key)
      const there = await listAssignmentsOf(inner, key.report, key.version)
      const known = there.map(({ coder }) => coder)
      const fresh = coders.filter((coder) => !known.includes(coder))
      if (known.length + fresh.length > MOST_CODERS)
        throw new AscribeError('conflict', `${key.report} is coded by ${known.join(', ')}`)
      for (const coder of fresh) made.push(await put(inner, { ...key, coder, state: 'open' }, doer))
    }
    return made
  })
}

async function refuseUnknown(db: Db, { report, version }: VersionKey): Promise<void> {
  const versions = await findVersions(db, [report])
  if (!versions.some((one) => one.version === version))
    throw new AscribeError('not-found', `no report ${report}, version ${version} in the store`)
}

/** Says how far somebody is with a report. `may` is asked with the row. Throws `not-found`, and `conflict` where that cannot follow. */
export async function moveAssignment(
  db: Db,
  { report, version, coder, state, note = '' }: Assignment,
  doer: Doer & { may(row: Assignment): void },
): Promise<Assignment> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    const there = await listAssignmentsOf(inner, report, version)
    const found = there.find((one) => one.coder === coder)
    if (!found) throw new AscribeError('not-found', `${coder} does not code ${report}`)
    doer.may(found)
    if (!NEXT[found.state].includes(state))
      throw new AscribeError('conflict', `${report} of ${coder} is ${found.state}`, {
        details: { state: found.state },
      })
    const said = state === 'returned' && note !== '' ? { note } : {}
    return put(inner, { report, version, coder, state, ...said }, doer)
  })
}

async function put(db: Db, assignment: Assignment, doer: Doer): Promise<Assignment> {
  const { note = '' } = assignment
  const salt = note === '' ? '' : randomBytes(16).toString('hex')
  const row = { ...assignment, note, salt }
  const operation = await logOperation(db, { kind: 'assign', body: loggedAssignment(row) }, doer)
  await putAssignment(db, { ...row, operation })
  return assignment
}

/** What the log says of an assignment: of a note a seal alone, which tells nothing to whoever has it not. */
export function loggedAssignment({
  report,
  version,
  coder,
  state,
  note,
  salt,
}: Omit<AssignmentRow, 'operation'>): string {
  const seal = note === '' ? {} : { seal: sha256(JSON.stringify([salt, note])) }
  return JSON.stringify({ report, version, coder, state, ...seal })
}
