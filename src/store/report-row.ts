import { randomBytes } from 'node:crypto'
import { sha256 } from '../base/hash.ts'
import type { Reading, Report } from '../records/index.ts'

/** A version of a report with its records, as the tables hold it. */
export interface ReportRow {
  readonly report: Report
  readonly version: number
  /** JSON of the report and of the rest of its reading, to the letter. */
  readonly body: string
  readonly reading: string
  readonly salt: string
}

/** The row of a reading; its report says its version where it is not the first. */
export function rowOf({ report: given, ...rest }: Reading, version: number): ReportRow {
  const report = version === 1 ? given : { ...given, version }
  const [body, reading] = [JSON.stringify(report), JSON.stringify(rest)]
  return { report, version, body, reading, salt: randomBytes(16).toString('hex') }
}

/** What the log says of a row: that it is this one and unchanged, to whoever has the row; nothing to whoever has not. */
export function sealOf({
  body,
  reading,
  salt,
}: Pick<ReportRow, 'body' | 'reading' | 'salt'>): string {
  return sha256(JSON.stringify([salt, body, reading]))
}
