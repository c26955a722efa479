import { AscribeError } from '../../base/errors.ts'

/** What is wrong with a marked report, and in which line, from 1. */
export interface Fault {
  readonly line: number
  readonly reason: string
}

/** Ends the work on a record line. */
export function fail(reason: string): never {
  throw new AscribeError('bad-input', reason)
}

/** Takes faults while the rest of a report goes on. */
export interface Faults {
  /** Does a piece of work on a line; what fails in it becomes a fault of that line. */
  at<T>(line: number, work: () => T): T | undefined
  all(): readonly Fault[]
}

/** An empty list of faults. */
export function openFaults(): Faults {
  const faults: Fault[] = []
  return {
    at(line, work) {
      try {
        return work()
      } catch (error) {
        if (!(error instanceof AscribeError) || error.code !== 'bad-input') throw error
        faults.push({ line, reason: error.message })
        return undefined
      }
    },
    all: () => [...faults].sort((a, b) => a.line - b.line),
  }
}
