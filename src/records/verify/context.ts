import type { Evidence } from '../evidence.ts'
import type { CountWords } from './counts/count-words.ts'
import type { Parts } from './walk.ts'
import type { Say } from './violation.ts'

/** What the checks must know besides the reading; made once. */
export interface VerifyKit {
  /** The words that stand for numbers. */
  readonly counts: CountWords
  /** The event kinds of the codebook. */
  readonly kinds: ReadonlySet<string>
}

/** A reading that may be malformed, and its parts. */
export interface Draft {
  readonly reading: unknown
  readonly parts: Parts
  readonly say: Say
}

/** The value at a key of a value that may be anything. */
export function keyOf(value: unknown, key: string | number): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return (value as Readonly<Record<string | number, unknown>>)[key]
}

/** The texts of a report that evidence may stand in. */
export function textOf(reading: unknown, where: unknown): string | undefined {
  const text = keyOf(keyOf(reading, 'report'), where === 'title' ? 'title' : 'text')
  return typeof text === 'string' ? text : undefined
}

/** Whether a value has the shape of evidence. */
export function isEvidence(value: unknown): value is Evidence {
  const [start, end] = [keyOf(value, 'start'), keyOf(value, 'end')]
  return (
    Number.isInteger(start) && Number.isInteger(end) && typeof keyOf(value, 'quote') === 'string'
  )
}
