import type { Event, Evidence, Reading } from '../../records/index.ts'

/** What of a report tells of an event: stretches of its text, and whether its title does. */
export interface Scope {
  readonly title: boolean
  /** From and to, in order of how much they tell. */
  readonly stretches: readonly (readonly [number, number])[]
}

/** Letters of a text that are its lead: two or three sentences. */
const LEAD = 700
/** Letters to either side of a mention that tell of it. */
const ROUND = 200
/** Mentions of an event that are looked round. */
const MENTIONS = 2

/** Of the event that the report is about, its title and lead. */
export function leadScope(): Scope {
  return { title: true, stretches: [[0, LEAD]] }
}

/** Of another event, what stands round its first mentions. */
export function mentionScope({ mentions }: Event): Scope {
  const inText = mentions.filter(({ in: where }) => where === undefined).slice(0, MENTIONS)
  return {
    title: mentions.some(({ in: where }) => where === 'title'),
    stretches: inText.map(({ start, end }) => [Math.max(0, start - ROUND), end + ROUND]),
  }
}

/** Whether some of the words of something stand in a scope. */
export function isWithin(evidence: readonly Evidence[], { title, stretches }: Scope): boolean {
  return evidence.some(({ start, in: where }) =>
    where === 'title' ? title : stretches.some(([from, to]) => from <= start && start < to),
  )
}

/** The texts of a scope; the title counts twice, as it says what the report is about. */
export function textsOf({ title, stretches }: Scope, { report }: Reading): string[] {
  const heads = title && report.title !== undefined ? [report.title, report.title] : []
  return [...heads, ...stretches.map(([from, to]) => report.text.slice(from, to))]
}
