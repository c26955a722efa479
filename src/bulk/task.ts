import type { Writer } from '../export/index.ts'
import { readReport, type Kit } from '../pipeline.ts'
import { internalFault, type Outcome, type Task } from './outcome.ts'

/** Reads a report and writes the reading; a fault of ours is a fault of this report alone. */
export function readTask({ where, report }: Task, kit: Kit, writer: Writer): Outcome {
  try {
    return { text: writer.write(readReport(report, kit)) }
  } catch (error) {
    return internalFault(where, error)
  }
}
