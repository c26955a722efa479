import { AscribeError } from '../base/errors.ts'
import type { ReportInput } from '../records/index.ts'

/** One report to read; `where` names its file and line. */
export interface Task {
  readonly where: string
  readonly report: ReportInput
}

/** What became of a task: the reading as written, or why there is none. */
export type Outcome = { readonly text: string } | { readonly fault: string }

/** A fault of ours in one report, told so that it can be reported to us. */
export function internalFault(where: string, error: unknown): Outcome {
  const reason = error instanceof AscribeError ? error.message : String(error)
  return { fault: `${where}: internal error, please report it: ${reason}` }
}
