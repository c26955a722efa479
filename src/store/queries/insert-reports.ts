import type { Db } from '../db.ts'
import type { ReportRow } from '../report-row.ts'
import { openingOf, plainText, searchText } from '../search-text.ts'

/** Writes versions of reports, with what they are found by. */
export async function insertReports(db: Db, rows: readonly ReportRow[]): Promise<void> {
  const reports = rows.map(({ report }) => report)
  const column = (value: (report: ReportRow['report']) => string | undefined) =>
    reports.map((report) => plainText(value(report) ?? '') || null)
  await db.query(
    `
    insert into report
      (id, version, hash, outlet, title, uri, published_at, language, opening, length, body, words, salt)
    select id, version, hash, outlet, title, uri, published_at, language, opening, length, body::json,
      to_tsvector('english', words), salt
    from unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
      $8::text[], $9::text[], $10::int[], $11::text[], $12::text[], $13::text[])
      as row (id, version, hash, outlet, title, uri, published_at, language, opening, length, body, words, salt)`,
    [
      reports.map(({ id }) => id),
      rows.map(({ version }) => version),
      reports.map(({ hash }) => hash),
      column(({ outlet }) => outlet),
      column(({ title }) => title),
      column(({ uri }) => uri),
      column(({ publishedAt }) => publishedAt),
      reports.map(({ language }) => language),
      reports.map(({ text }) => openingOf(text)),
      reports.map(({ text }) => text.length),
      rows.map(({ body }) => body),
      reports.map(searchText),
      rows.map(({ salt }) => salt),
    ],
  )
}
