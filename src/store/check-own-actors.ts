import type { Db } from './db.ts'
import type { Operation } from './operation.ts'
import { sealedBody } from './own-actors.ts'
import { allRows } from './pages.ts'
import { listOwnRows, type OwnRow } from './queries/own-actors.ts'
import type { StoreFault } from './verify-store.ts'

/** Entries of the dictionary as the log tells them, by their numbers. */
export type LoggedOwnActors = Map<number, { readonly body: string; undone?: number }>

/** Adds what an entry of the log says of the dictionary. */
export function hearOwnActor(logged: LoggedOwnActors, { seq, kind, body }: Operation): void {
  if (kind === 'own-actor') logged.set(seq, { body })
  if (kind !== 'undo-own-actor') return
  const undone = logged.get((JSON.parse(body) as { entry: number }).entry)
  if (undone) undone.undone = seq
}

const PAGE = 500

/** Entries of the dictionary of which the table says something else than the log. */
export async function checkOwnActors(db: Db, logged: LoggedOwnActors): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  const left = new Map(logged)
  const rows = allRows<OwnRow>((last, limit) => listOwnRows(db, last?.operation ?? 0, limit), PAGE)
  for await (const row of rows) {
    const told = left.get(row.operation)
    left.delete(row.operation)
    if (sealedBody(row) !== told?.body || (row.undone ?? undefined) !== told.undone)
      faults.push(faultOf(row.operation, 'is not what the log says'))
  }
  for (const entry of left.keys()) faults.push(faultOf(entry, 'the log has it, the store has not'))
  return faults
}

function faultOf(entry: number, reason: string): StoreFault {
  return { where: `entry ${entry} of the dictionary`, reason }
}
