import { AscribeError } from '../../base/errors.ts'
import type { Writer } from '../../export/index.ts'
import { readReport, type Kit } from '../../pipeline.ts'
import type { ReportInput } from '../../records/index.ts'

/** One report to read; `where` names its file and line. */
export interface Task {
  readonly where: string
  readonly report: ReportInput
}

/** What became of a task: the reading as written, or why there is none. */
export type Outcome = { readonly text: string } | { readonly fault: string }

/** Reads a report and writes the reading; a fault of ours is a fault of this report alone. */
export function readTask({ where, report }: Task, kit: Kit, writer: Writer): Outcome {
  try {
    return { text: writer.write(readReport(report, kit)) }
  } catch (error) {
    return internalFault(where, error)
  }
}

/** A fault of ours in one report, told so that it can be reported to us. */
export function internalFault(where: string, error: unknown): Outcome {
  const reason = error instanceof AscribeError ? error.message : String(error)
  return { fault: `${where}: internal error, please report it: ${reason}` }
}
