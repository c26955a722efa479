import {
  BLAME_RULES,
  SUSPICION_RULES,
  DOING_RULES,
  DAMAGE_RULES,
  EVENT_RULES,
  SIZE_RULES,
} from '../../src/analyse/events/index.ts'
import { FIGURE_RULES } from '../../src/analyse/figures/index.ts'
import { MENTION_RULES } from '../../src/analyse/mentions/index.ts'
import { QUOTATION_RULES, STATEMENT_RULES } from '../../src/analyse/statements/index.ts'
import type { NamedRule, Reading, TraceEntry } from '../../src/records/index.ts'
import { PLACE_RULES } from '../../src/resolve/place/index.ts'
import { TIME_RULES } from '../../src/resolve/time/index.ts'

/** All rules of all stages, under the name that `readBy` and the trace give the stage. */
export const RULES: Readonly<Record<string, readonly NamedRule[]>> = {
  mentions: MENTION_RULES,
  statements: [...STATEMENT_RULES, ...QUOTATION_RULES],
  time: TIME_RULES,
  place: PLACE_RULES,
  events: [
    ...EVENT_RULES,
    ...BLAME_RULES,
    ...SUSPICION_RULES,
    ...DOING_RULES,
    ...DAMAGE_RULES,
    ...SIZE_RULES,
  ],
  figures: FIGURE_RULES,
}

/** Every value of a reading with the rule that read it and its words. */
export function valuesOf(reading: Reading): { readBy: string; start: number; quote: string }[] {
  const found: { readBy: string; start: number; quote: string }[] = []
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { readBy, evidence, mentions, content } = value as Record<string, unknown>
    const [first] = (evidence ?? mentions ?? content ?? []) as { start: number; quote: string }[]
    if (typeof readBy === 'string' && first) found.push({ ...first, readBy })
    Object.values(value).forEach(walk)
  }
  walk([reading.events, reading.statements, reading.actors])
  return found
}

/** The words that a rule read, in order of text: values that name it, else what it told the trace. */
export function wordsReadBy(
  rule: string,
  reading: Reading,
  entries: readonly TraceEntry[],
): string {
  const values = valuesOf(reading).filter(({ readBy }) => readBy === rule)
  const traced = entries
    .filter((entry) => entry.rule === rule && entry.outcome === 'read')
    .map(({ span }) => ({ ...span, quote: reading.report.text.slice(span.start, span.end) }))
  const found = (values.length > 0 ? values : traced)
    .sort((a, b) => a.start - b.start)
    .filter(({ start }, i, all) => start !== all[i - 1]?.start)
  return found.length === 0 ? '-' : found.map(({ quote }) => quote).join(' | ')
}
