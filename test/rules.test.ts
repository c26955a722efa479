import { describe, expect, test } from 'vitest'
import { EVENT_RULES } from '../src/analyse/events/index.ts'
import { FIGURE_RULES } from '../src/analyse/figures/index.ts'
import { MENTION_RULES } from '../src/analyse/mentions/index.ts'
import { QUOTATION_RULES, STATEMENT_RULES } from '../src/analyse/statements/index.ts'
import type { NamedRule, Statement, TraceEntry } from '../src/records/index.ts'
import { PLACE_RULES } from '../src/resolve/place/index.ts'
import { TIME_RULES } from '../src/resolve/time/index.ts'
import { readCaseFiles } from './support/cases.ts'
import { read } from './support/read.ts'
import { RULES, valuesOf, wordsReadBy } from './support/rules.ts'

type RuleName = TraceEntry['rule']

describe('every rule', () => {
  const all = Object.entries(RULES).flatMap(([stage, rules]) =>
    rules.map((rule): readonly [RuleName, NamedRule] => [`${stage}/${rule.name}`, rule]),
  )

  test('has a name of its own', () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length)
  })

  test.each(all)('%s has examples, and one in which it stays silent', (_, { examples }) => {
    expect(Object.values(examples)).toContain('-')
    expect(Object.values(examples).some((expected) => expected !== '-')).toBe(true)
  })

  test('that a reading names is listed', () => {
    const listed = new Set<string>(all.map(([name]) => name))
    const reports = readCaseFiles().flatMap(({ cases }) => cases.map(({ report }) => report))
    const unlisted = new Set<string>()
    for (const report of reports) {
      const reading = read(report, ({ rule, outcome }) => {
        if (outcome === 'read' && !listed.has(rule)) unlisted.add(rule)
      })
      for (const { readBy } of valuesOf(reading)) if (!listed.has(readBy)) unlisted.add(readBy)
    }
    expect([...unlisted]).toEqual([])
  })
})

/** Text → the words that the rule reads. */
describe.each(
  Object.entries({
    events: EVENT_RULES,
    figures: FIGURE_RULES,
    mentions: MENTION_RULES,
    place: PLACE_RULES,
    statements: QUOTATION_RULES,
  }).flatMap(([stage, rules]) => examplesOf(stage, rules)),
)('%s', (rule, examples) => {
  test.each(examples)('%s → %s', (text, expected) => {
    const entries: TraceEntry[] = []
    const reading = read({ text }, (entry) => entries.push(entry))
    expect(wordsReadBy(rule, reading, entries)).toBe(expected)
  })
})

/** Text → `source | cue | content`. */
describe.each(examplesOf('statements', STATEMENT_RULES))('%s', (rule, examples) => {
  test.each(examples)('%s → %s', (text, expected) => {
    const found = read({ text }).statements.find(({ readBy }) => readBy === rule)
    expect(found ? told(found) : '-').toBe(expected)
  })
})

/** Text of a report of Wednesday 2024-03-06 → TIMEX3 value. */
describe.each(examplesOf('time', TIME_RULES))('%s', (rule, examples) => {
  test.each(examples)('%s → %s', (text, expected) => {
    const entries: TraceEntry[] = []
    read({ text, publishedAt: '2024-03-06' }, (entry) => entries.push(entry))
    expect(entries.find((entry) => entry.rule === rule)?.why ?? '-').toBe(expected)
  })
})

function examplesOf(
  stage: string,
  rules: readonly NamedRule[],
): (readonly [RuleName, [string, string][]])[] {
  return rules.map(({ name, examples }) => [`${stage}/${name}`, Object.entries(examples)] as const)
}

function told({ source, cue, content }: Statement): string {
  const said = content.map(({ quote }) => quote).join(' … ')
  return [source?.text ?? '-', cue?.evidence[0]?.quote ?? '-', said].join(' | ')
}
