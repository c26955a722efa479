import { describe, expect, test } from 'vitest'
import { markWordsOf } from '../../../../src/cli/corpus-words.ts'
import { compileReport, draftReport } from '../../../../src/evaluate/index.ts'
import { openKit } from '../../../../src/kit.ts'
import { spansMeet, type Reading } from '../../../../src/records/index.ts'
import { readCaseFiles } from '../../../support/cases.ts'
import { at, fullReading } from '../../../support/full-reading.ts'
import { read } from '../../../support/read.ts'

const words = markWordsOf(await openKit())

/** What a draft keeps: ids as numbers in order of place, no rules, codes and notes. */
function kept(reading: Reading): unknown {
  const { report, actors, times, places, events, statements } = reading
  const numbers = new Map<string, string>()
  const records = { actors, times, places, events, statements, credits: report.credits ?? [] }
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && typeof value.id === 'string') numbers.set(value.id, `#${numbers.size}`)
    for (const key of Object.keys(value).sort())
      collect((value as Readonly<Record<string, unknown>>)[key])
  }
  collect(records)
  const text = JSON.stringify(records, (key, value: unknown) => {
    if (key === 'readBy' || key === 'codes') return undefined
    return typeof value === 'string' && key !== 'quote' ? (numbers.get(value) ?? value) : value
  })
  return JSON.parse(text)
}

/** Who speaks is a mention of the actor, also as "I" in somebody's words: marks would add it. */
function withSpeakers(reading: Reading): Reading {
  const actors = reading.actors.map((actor) => {
    const spoken = reading.statements.flatMap(({ source }) =>
      source?.actor === actor.id ? source.evidence : [],
    )
    const own = spoken.filter((one) => !actor.mentions.some((mention) => spansMeet(mention, one)))
    return { ...actor, mentions: [...actor.mentions, ...own] }
  })
  return { ...reading, actors }
}

function expectGivenBack(given: Reading): void {
  const reading = withSpeakers(given)
  const draft = draftReport(reading, words)
  const { reading: again, faults } = compileReport(draft, reading.report.id, words)
  expect(faults, draft).toEqual([])
  expect(again && kept(again), draft).toEqual(kept(reading))
}

describe('a reading that is drafted and compiled is what it was', () => {
  test('with every key of every record', () => {
    // Whom a statement is told to is a mention of the actor: marks would add it.
    const actors = fullReading.actors.map((actor) =>
      actor.id === 'a-post'
        ? { ...actor, mentions: [...actor.mentions, at('Radio Orrin')] }
        : actor,
    )
    expectGivenBack({ ...fullReading, actors })
  })

  test.each(readCaseFiles().map(({ name, cases }) => [name, cases] as const))(
    'as the reader reads test/cases/%s',
    (_, cases) => {
      for (const [i, { report }] of cases.entries())
        expectGivenBack(read({ ...report, id: `case-${i}` }))
    },
  )
})
