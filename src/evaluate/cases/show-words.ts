import type { Evidence, Location, Reading, Said } from '../../records/index.ts'

export { writeCount as count, writeRange } from '../corpus/count.ts'

/** `"at least 12 people", "a dozen"`: words as they stand; line ends as `\n`. */
export function words(evidence: readonly Evidence[]): string {
  return evidence
    .map(({ quote, in: where }) => `${where ? 'title ' : ''}${quoted(quote)}`)
    .join(', ')
}

export function quoted(quote: string): string {
  return `"${quote.replaceAll('\n', '\\n')}"`
}

/** ` (34.3, 62.2)`, or nothing: to a tenth of a degree one sees which place was meant. */
export function point({ latitude, longitude }: Location): string {
  if (latitude === undefined || longitude === undefined) return ''
  return ` (${latitude.toFixed(1)}, ${longitude.toFixed(1)})`
}

/** ` says "the governor"`, ` denied by "the army"`: who stands behind a value; `nobody` where a statement has no source. */
export function said({ statements }: Reading, { statement, deniedBy, confirmedBy }: Said): string {
  const by = (ids: readonly string[]): string =>
    ids.map((id) => sourceOf(statements.find((one) => one.id === id)?.source)).join(', ')
  return [
    statement === undefined ? '' : ` says ${by([statement])}`,
    confirmedBy ? ` confirmed by ${by(confirmedBy)}` : '',
    deniedBy ? ` denied by ${by(deniedBy)}` : '',
  ].join('')
}

function sourceOf(source: { readonly text: string } | undefined): string {
  return source ? quoted(source.text) : 'nobody'
}

/** Lines of a record below its first. */
export function indented(...lines: readonly (string | false | undefined)[]): string[] {
  return lines.flatMap((line) => (line ? [`  ${line}`] : []))
}

/** Records in the order in which their first words stand in the report. */
export function inOrder<T>(
  records: readonly T[],
  evidenceOf: (record: T) => readonly Evidence[],
): T[] {
  const first = (record: T): number => Math.min(...evidenceOf(record).map(({ start }) => start))
  return [...records].sort((a, b) => first(a) - first(b))
}
