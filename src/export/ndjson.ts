import type { Reading } from '../records/index.ts'

/** One line of JSON for each reading. */
export function writeNdjson(reading: Reading): string {
  return `${JSON.stringify(reading)}\n`
}

/** Indented JSON, for one reading read by a person. */
export function writeJson(reading: Reading): string {
  return `${JSON.stringify(reading, null, 2)}\n`
}
