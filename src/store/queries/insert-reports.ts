import type { Db } from '../db.ts'
import type { ReportRow } from '../report-row.ts'
import { openingOf, plainText, searchText } from '../search-text.ts'
import { insertRows } from './insert-rows.ts'

/** Writes versions of reports, with what they are found by. */
export async function insertReports(db: Db, rows: readonly ReportRow[]): Promise<void> {
  await insertRows(db, {
    into: `
    insert into report
      (id, version, hash, outlet, title, uri, published_at, language, opening, length, body, words, salt)`,
    columns: [...TEXT_COLUMNS, '?::int', '?::json', "to_tsvector('english', ?::text)", '?::text'],
    rows: rows.map(columnsOf),
  })
}

const TEXT_COLUMNS = ['?::text', '?::int', ...Array<string>(7).fill('?::text')]

function columnsOf({ report, version, body, salt }: ReportRow): unknown[] {
  const { id, hash, outlet, title, uri, publishedAt, language, text } = report
  const known = [outlet, title, uri, publishedAt].map((value) => plainText(value ?? '') || null)
  return [
    ...[id, version, hash, ...known, language, openingOf(text)],
    ...[text.length, body, searchText(report), salt],
  ]
}
