import { openKit } from '../../src/kit.ts'
import { readReport } from '../../src/pipeline.ts'
import {
  verifyReading,
  type Reading,
  type ReportInput,
  type Trace,
  type Violation,
} from '../../src/records/index.ts'

const kit = await openKit()

/** The one place where cases and golden readings meet the engine. */
export function read(report: ReportInput, trace?: Trace): Reading {
  return readReport(report, kit, trace)
}

/** What is wrong with a reading: nothing, ever. */
export function violationsOf(reading: Reading): readonly Violation[] {
  return verifyReading(reading, kit.verify)
}
