import { sha256, contentKey } from './base/hash.ts'
import type { Reading, Report, ReportInput, Run } from './records/index.ts'
import { resolveTimes, type TimeWords } from './resolve/time/index.ts'
import { analyseText, type Lexicon, type TextKit } from './text/index.ts'

/** All that reading needs besides the report; made once by `openKit`. */
export interface Kit {
  readonly run: Run
  readonly lexicon: Lexicon
  readonly text: TextKit
  readonly time: TimeWords
}

/** The report that an input becomes: its id is kept, or made of outlet, address and text. */
export function toReport(input: ReportInput): Report {
  const hash = sha256(input.text)
  return {
    ...input,
    id: input.id ?? contentKey('report', input.outlet ?? '', input.uri ?? '', hash),
    hash,
    language: input.language ?? 'en',
  }
}

/** One report in, all its records out; the same input, kit and version give the same bytes. */
export function readReport(input: ReportInput, kit: Kit): Reading {
  const report = toReport(input)
  const document = analyseText(report, kit.text)
  return {
    schema: 'ascribe.reading/1',
    run: kit.run,
    report,
    actors: [],
    events: [],
    statements: [],
    times: resolveTimes(document, kit.time),
    places: [],
    notes: [],
  }
}
