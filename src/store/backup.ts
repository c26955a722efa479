import { AscribeError } from '../base/errors.ts'
import type { Report } from '../records/index.ts'
import type { Db } from './db.ts'
import { NO_OPERATION, type Operation } from './operation.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { insertReadings } from './queries/insert-readings.ts'
import { insertReports } from './queries/insert-reports.ts'
import { insertTombstone } from './queries/insert-tombstone.ts'
import {
  insertLinkingRows,
  LINKING_TABLES,
  listLinkingRows,
  type LinkingRow,
  type LinkingTable,
} from './queries/linking-rows.ts'
import { markSwept } from './queries/sweep-tombstones.ts'
import { listOperations } from './queries/list-operations.ts'
import { listRows, type StoredRow } from './queries/list-rows.ts'
import { listTombstones, type Tombstone } from './queries/list-tombstones.ts'
import { loadHead } from './queries/load-head.ts'
import { allRows } from './pages.ts'
import type { ReportRow } from './report-row.ts'

/** A line of a backup behind its first. */
type Line =
  | ({ readonly is: 'report' } & Omit<ReportRow, 'report'>)
  | ({ readonly is: 'operation' } & Operation)
  | ({ readonly is: 'tombstone' } & Tombstone)
  | { readonly is: 'row'; readonly table: LinkingTable; readonly row: LinkingRow }

const FIRST = { schema: 'ascribe.backup/1' }
const PAGE = 200
/** What the first row stands behind. */
const FIRST_ROW = { id: '', version: 0 }

/** All that a store holds as lines of JSON, as it was at one moment: any store of either kind can be made of it. */
export async function backUp(db: Db, write: (line: string) => Promise<void>): Promise<void> {
  await db.transaction(async (inner) => {
    await inner.query('set transaction isolation level repeatable read')
    await write(JSON.stringify(FIRST))
    const put = (line: Line): Promise<void> => write(JSON.stringify(line))
    const rows = allRows<StoredRow>(
      (last, limit) => listRows(inner, last ?? FIRST_ROW, limit),
      PAGE,
    )
    for await (const { version, body, reading, salt } of rows)
      await put({ is: 'report', version, body, reading, salt })
    const operations = allRows<Operation>(
      (last, limit) => listOperations(inner, last?.seq ?? NO_OPERATION.seq, limit),
      PAGE,
    )
    for await (const operation of operations) await put({ is: 'operation', ...operation })
    for (const tombstone of await listTombstones(inner))
      await put({ is: 'tombstone', ...tombstone })
    for (const table of TABLES) {
      const listed = allRows<LinkingRow>(
        (last, limit) => listLinkingRows(inner, table, { last, limit }),
        PAGE,
      )
      for await (const row of listed) await put({ is: 'row', table, row })
    }
  })
}

const TABLES = Object.keys(LINKING_TABLES) as LinkingTable[]

/** Fills an empty store from the lines of a backup, parsed, with all of them or none. Throws `bad-store` where the store holds something, `bad-input` where a line is none of a backup. */
export async function restore(db: Db, lines: AsyncIterable<unknown>): Promise<void> {
  await db.transaction(async (inner) => {
    if ((await loadHead(inner)).seq > 0)
      throw new AscribeError(
        'bad-store',
        'the store is not empty: a backup fills only an empty one',
      )
    let number = 0
    let batch: Line[] = []
    for await (const line of lines) {
      number += 1
      if (number === 1) checkFirst(line)
      if (number === 1) continue
      const parsed = lineOf(line, number)
      const [first] = batch
      if (first && (sortOf(first) !== sortOf(parsed) || batch.length === PAGE)) {
        await insert(inner, batch)
        batch = []
      }
      batch.push(parsed)
    }
    await insert(inner, batch)
    await markSwept(inner)
  })
}

function checkFirst(line: unknown): void {
  if ((line as Partial<typeof FIRST> | null)?.schema !== FIRST.schema)
    throw new AscribeError('bad-input', 'line 1: not a backup of an Ascribe store')
}

function lineOf(line: unknown, number: number): Line {
  const { is, table = '' } = line as { readonly is?: string; readonly table?: string }
  const known = is === 'row' ? Object.hasOwn(LINKING_TABLES, table) : SORTS.includes(is ?? '')
  if (known) return line as Line
  throw new AscribeError('bad-input', `line ${number}: not a line of a backup`)
}

const SORTS: readonly string[] = ['report', 'operation', 'tombstone'] satisfies Line['is'][]

/** Lines that are written together. */
function sortOf(line: Line): string {
  return line.is === 'row' ? line.table : line.is
}

/** Lines of one sort. */
async function insert(db: Db, lines: readonly Line[]): Promise<void> {
  const rows = lines.flatMap((line) =>
    line.is === 'report' ? [{ ...line, report: JSON.parse(line.body) as Report }] : [],
  )
  const operations = lines.flatMap((line) => (line.is === 'operation' ? [line] : []))
  if (rows.length > 0) {
    await insertReports(db, rows)
    await insertReadings(db, rows)
  }
  if (operations.length > 0) await insertOperations(db, operations)
  const [first] = lines
  if (first?.is === 'row')
    await insertLinkingRows(
      db,
      first.table,
      lines.flatMap((line) => (line.is === 'row' ? [line.row] : [])),
    )
  for (const line of lines)
    if (line.is === 'tombstone') await insertTombstone(db, line.report, line.operation)
}
