/** What can go wrong with what a person wrote for us; each code has a line in `docs/errors.md`. */
export type ErrorCode =
  | 'bad-input' // a record, file or stream that cannot be read as a report
  | 'bad-usage' // a command line that makes no sense
  | 'bad-data' // a data file of ours (lexicon, gazetteer, model) that does not hold what it should
  | 'bad-codebook'
  | 'not-found'
  | 'bad-store' // a store that cannot be opened, or does not hold what it should
  | 'store-locked' // a store that another process has open
  | 'not-logged-in'
  | 'forbidden' // what whoever asks may not do
  | 'conflict' // what was changed by somebody else meanwhile
  | 'too-many' // asked too often
  | 'too-large' // more than is taken at once
  | 'internal'

/** An error with a code that a program can act on; the message names the thing and the place. */
export class AscribeError extends Error {
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause })
    this.name = 'AscribeError'
    this.code = code
    this.details = options.details ?? {}
  }
}

/** The end of a `switch` over a union: reached only when a member was forgotten. */
export function unreachable(value: never): never {
  throw new AscribeError('internal', `not foreseen: ${String(value)}`)
}
