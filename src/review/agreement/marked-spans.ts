import type { Evidence, ReviewDecision, ReviewField } from '../../records/index.ts'
import type { ReviewPart } from '../parts.ts'
import type { CodedReport, CodedUnit } from './coded-units.ts'
import { unitizingAlpha, type Unit } from './unitizing-alpha.ts'

/** What two coders marked in one text as words of one field. */
export interface MarkedReport {
  readonly length: number
  readonly coders: readonly [readonly Unit[], readonly Unit[]]
}

/** By field, the words that each coder holds for its values: of what both decided on, and of what either added. */
export function markedSpans(
  { reading: { report } }: CodedReport,
  units: readonly CodedUnit[],
): Map<ReviewField, MarkedReport> {
  const fields = new Map<ReviewField, CodedUnit[]>()
  for (const unit of units) {
    const isAdded = unit.said.some((decision) => decision?.verdict === 'add')
    if (!isAdded && !unit.said.every(Boolean)) continue
    const { field } = unit.part
    fields.set(field, [...(fields.get(field) ?? []), unit])
  }
  const spansOf = (own: readonly CodedUnit[], coder: 0 | 1): Unit[] =>
    joined(own.flatMap(({ part, said }) => wordsOf(part, said[coder])))
  return new Map(
    [...fields].map(([field, own]) => [
      field,
      { length: report.text.length, coders: [spansOf(own, 0), spansOf(own, 1)] },
    ]),
  )
}

function wordsOf(part: ReviewPart, decision: ReviewDecision | undefined): readonly Evidence[] {
  if (!decision || decision.verdict === 'reject') return []
  return decision.evidence ?? part.evidence
}

/** Spans of the text in order, those that meet as one; titles are another text. */
function joined(words: readonly Evidence[]): Unit[] {
  const spans: { start: number; end: number }[] = []
  const inText = words.filter((one) => one.in === undefined)
  for (const { start, end } of inText.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = spans.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}

/** Alpha over texts that are laid end to end. */
export function spansAlpha(reports: readonly MarkedReport[]): number | undefined {
  let length = 0
  const coders: [Unit[], Unit[]] = [[], []]
  for (const report of reports) {
    const at = length
    for (const [i, own] of coders.entries())
      for (const { start, end } of report.coders[i] ?? [])
        own.push({ start: start + at, end: end + at })
    length += report.length
  }
  return unitizingAlpha({ length, coders })
}
