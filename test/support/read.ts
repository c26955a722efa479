import { openKit } from '../../src/kit.ts'
import { readReport } from '../../src/pipeline.ts'
import type { Reading, ReportInput, Trace } from '../../src/records/index.ts'

const kit = await openKit()

/** The one place where cases and golden readings meet the engine. */
export function read(report: ReportInput, trace?: Trace): Reading {
  return readReport(report, kit, trace)
}
