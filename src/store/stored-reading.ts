import type { Reading, Report } from '../records/index.ts'

/** A reading as the tables hold it: JSON of the report, and of the rest. */
export interface StoredReading {
  readonly report: string
  readonly reading: string
}

/** The reading as it was when it was stored. */
export function toReading({ report, reading }: StoredReading): Reading {
  const { schema, run, ...records } = JSON.parse(reading) as Omit<Reading, 'report'>
  return { schema, run, report: JSON.parse(report) as Report, ...records }
}
