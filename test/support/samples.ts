import { readFileSync } from 'node:fs'
import type { ReportInput } from '../../src/records/index.ts'

const FILE = new URL('../../data/samples/workbench/reports.ndjson', import.meta.url)

/** The reports that a sample store holds; a page that was changed is there twice. */
export function sampleReports(): (ReportInput & { readonly id: string })[] {
  return readFileSync(FILE, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReportInput & { readonly id: string })
}
