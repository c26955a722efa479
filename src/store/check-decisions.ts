import type { Db } from './db.ts'
import type { Operation } from './operation.ts'
import { allRows } from './pages.ts'
import { listDecided, type DecidedRow } from './queries/list-decided.ts'
import type { StoreFault } from './verify-store.ts'

/** Decisions as the log tells them, by their entries. */
export type LoggedDecisions = Map<number, { readonly said: string; undone?: number }>

/** Adds what an entry of the log says to them. */
export function hearDecision(logged: LoggedDecisions, { seq, kind, body }: Operation): void {
  if (kind === 'decide') {
    const { verdict, pairs } = JSON.parse(body) as { verdict: string; pairs: string[][] }
    logged.set(seq, { said: textOf(verdict, pairs) })
  }
  if (kind !== 'undo-decision') return
  const decided = logged.get((JSON.parse(body) as { decision: number }).decision)
  if (decided) decided.undone = seq
}

/** Decisions of which the table says something else than the log. */
export async function checkDecisions(db: Db, logged: LoggedDecisions): Promise<StoreFault[]> {
  const faults: StoreFault[] = []
  const left = new Map(logged)
  const rows = allRows<DecidedRow>(
    (last, limit) => listDecided(db, last?.operation ?? 0, limit),
    PAGE,
  )
  for await (const { operation, verdict, pairs, undone } of rows) {
    const told = left.get(operation)
    left.delete(operation)
    const said = textOf(verdict, JSON.parse(pairs) as string[][])
    if (said !== told?.said || (undone ?? undefined) !== told.undone)
      faults.push({ where: `decision ${operation}`, reason: 'is not what the log says' })
  }
  for (const operation of left.keys())
    faults.push({ where: `decision ${operation}`, reason: 'the log has it, the store has not' })
  return faults
}

const PAGE = 200

function textOf(verdict: string, pairs: readonly (readonly string[])[]): string {
  return JSON.stringify([verdict, pairs.map((pair) => JSON.stringify(pair)).sort()])
}
