import { expect, test } from 'vitest'
import { harmless, writeText } from '../../../src/export/index.ts'
import { columnsOf, wrap } from '../../../src/export/wrap.ts'
import { openKit } from '../../../src/kit.ts'
import { readReport } from '../../../src/pipeline.ts'
import type { Reading, ReportInput } from '../../../src/records/index.ts'
import {
  at,
  smallEvent,
  smallFigure,
  smallReading,
  smallStatement,
} from '../../support/small-reading.ts'

const kit = await openKit()
const plain = { width: 80, colour: false }

function show(input: ReportInput, setting = plain): string {
  return writeText(readReport({ publishedAt: '2024-03-06', ...input }, kit), setting)
}

const BLAST =
  'A bomb killed at least 12 people at a market in Darun on Monday, the governor said. The Velka Front claimed responsibility for the attack.'

const HIT = 'An airstrike killed at least 12 people in Darun, the governor said.'

/** What people made of the sentence above. */
function hit(): Reading {
  const words = (quote: string) => at(HIT, quote)
  const said = { id: 's', content: words('An airstrike killed at least 12 people in Darun') }
  const source = {
    text: 'the governor',
    evidence: words('the governor'),
    kind: 'unnamed-person',
  } as const
  const statement = smallStatement({
    ...said,
    source,
    cue: { lemma: 'say', evidence: words('said') },
    about: ['e'],
  })
  const figure = smallFigure({ harm: 'killed', atLeast: 12, statement: 's' })
  const event = smallEvent({
    kind: 'airstrike',
    statement: 's',
    mentions: words('airstrike'),
    figures: [{ ...figure, evidence: words('at least 12 people') }],
  })
  return smallReading(HIT, { events: [event], statements: [statement] })
}

test('marked words lead to their record by a small number, without colours by brackets too', () => {
  expect(writeText(hit(), { width: 90, colour: false })).toBe(`report r

  An [airstrike]¹ killed [at least 12 people]¹ in Darun, [the governor]² [said]².

EVENTS

  1  airstrike · happened — says the governor²
     killed       12 or more “at least 12 people” — says the governor²

STATEMENTS

  2  the governor · unnamed person, asserts
     “An airstrike killed at least 12 people in Darun”
     cue “said” · about 1
`)
})

test('with colours nothing is bracketed, and every colour ends', () => {
  const shown = writeText(hit(), { width: 80, colour: true })
  expect(shown).toContain('An \u001b[1;31mairstrike\u001b[0m\u001b[2m¹\u001b[0m killed')
  const starts = shown.split('\u001b[').length - 1
  const ends = shown.split('\u001b[0m').length - 1
  expect(starts).toBe(2 * ends)
})

test.each([40, 60, 80, 100])(
  'no line is wider than %i columns, wide characters counted',
  (width) => {
    const text = `${BLAST} 日本語の文章 です。 ${'Ein Wort '.repeat(20)} 🎉🎉 e\u0301e\u0301.`
    for (const line of show({ text }, { width, colour: false }).split('\n'))
      expect(columnsOf(line)).toBeLessThanOrEqual(width)
  },
)

test('a nested statement stands below the one that holds it, indented', () => {
  const reading = hit()
  const [statement] = reading.statements
  if (!statement) throw new Error('no statement')
  const inner = { ...statement, id: 't', within: 's', about: [] }
  const shown = writeText({ ...reading, statements: [inner, statement] }, plain)
  expect(shown).toMatch(/^ {2}2 {2}the governor · .*$/m)
  expect(shown).toMatch(/^ {6}3 {2}the governor · .*$/m)
  expect(shown.indexOf('  2  the')).toBeLessThan(shown.indexOf('  3  the'))
})

test('text cannot steer the terminal, nor turn the direction of what stands beside it', () => {
  const hostile =
    'A bomb \u001b]0;owned\u0007 went off \u001b[2J\u009b31m in Darun\r\u202egnp.exe\u2066 on Monday\u0000\u007f.'
  const input = { text: hostile, title: hostile, outlet: hostile, author: hostile, uri: hostile }
  for (const colour of [false, true]) {
    const shown = show(input, { width: 80, colour })
    const commands = shown
      .replaceAll('\u001b[0m', '')
      .split('')
      .filter((sign) => /\p{Cc}/u.test(sign) && sign !== '\n' && (sign !== '\u001b' || !colour))
    expect(commands).toEqual([])
    for (const after of shown.split('\u001b').slice(1)) expect(after).toMatch(/^\[[\d;]+m/)
    expect(shown).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
  }
})

test('Arabic is kept apart from what stands beside it', () => {
  const lines = wrap([{ text: 'the word المتحدث said' }], { width: 80, first: 0, rest: 0 })
  expect(lines).toEqual(['the word \u2068المتحدث\u2069 said'])
})

test('halves of characters and control characters have pictures; text stays as it is', () => {
  expect(harmless('a\ud800b\u0000\u001b\u007f\u0085c\r\nd\te é 日 🎉')).toBe(
    'a\ufffdb\u2400\u241b\u2421\ufffdc\nd\te é 日 🎉',
  )
})

test('an empty reading shows the report alone', () => {
  expect(show({ text: 'Nothing.', id: 'a' })).toBe('report a\n2024-03-06\n\n  Nothing.\n')
})

test('100 kB of one letter, of spaces and of line ends are set in time', () => {
  for (const unit of ['a', ' ', '\n', '日', 'a ']) {
    const text = `x${unit.repeat(100_000)}x`
    const reading = readReport({ text: 'x' }, kit)
    const began = process.cpuUsage().user
    writeText({ ...reading, report: { ...reading.report, text } }, plain)
    expect((process.cpuUsage().user - began) / 1000).toBeLessThan(2000)
  }
})
