import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { openKit } from '../src/kit.ts'
import { readReport, toReport } from '../src/pipeline.ts'
import { analyseText, type Document, type LanguageModel } from '../src/text/index.ts'
import { cpuTime } from './support/cpu-time.ts'
import { violationsOf } from './support/read.ts'

const kit = await openKit()

/** A model that costs nothing, so that the time is that of tokens, sentences, paragraphs and quotations. */
const plain: LanguageModel = {
  name: 'plain',
  analyse: (sentences) =>
    sentences.map((words) => ({
      upos: words.map(() => 'NOUN'),
      xpos: words.map(() => 'NN'),
      heads: words.map((_, i) => i - 1),
      deprels: words.map((_, i) => (i === 0 ? 'root' : 'dep')),
    })),
}

/** Each is repeated to 100 kB. */
const UNITS: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'one digit': '1',
  'quotation marks': '"',
  'mixed quotation marks': '"“‘',
  'single marks': "'",
  'letters with single marks': 'a’',
  'single marks around words': "'a s' ",
  'open quotations': '“a ',
  'closed quotations': 'a” ',
  'full stops': '. ',
  'ends and closing marks': '." "',
  initials: 'A. ',
  abbreviations: 'U.S. ',
  'numbers with points': '1.',
  'numbers with letters': '1,x',
  'lone high surrogates': '\ud800',
  'lone low surrogates': '\udc00 ',
  'direction marks': '\u202e\u200f\u2066',
  'zero bytes': '\u0000',
  'combining marks': 'a\u0301',
  'line ends': '\n',
  'short lines': 'ab,\nab\n',
  'short paragraphs': 'a\na,\n\n',
  space: ' \t',
  brackets: '(',
  addresses: 'http://',
  mail: 'a@',
  bylines: 'By A\n',
  datelines: 'AB -- c.\n\n',
  'open datelines': 'KABUL, ',
  captions: '(photo ',
}

const SIZE = 100_000
const LIMIT = 2000

describe('100 kB are read in time, and every offset is true:', () => {
  test.each(Object.entries(UNITS))('%s', (_, unit) => {
    const text = unit.repeat(Math.ceil(SIZE / unit.length))
    let document: Document | undefined
    const took = cpuTime(() => {
      document = analyseText(toReport({ text }), { ...kit.text, model: plain })
    })
    expect(took).toBeLessThan(LIMIT)
    expectWhole(document)
  })

  test.each(['one letter', 'quotation marks', 'lone high surrogates', 'direction marks'])(
    '%s, with the trained model',
    (name) => {
      const unit = UNITS[name] ?? ''
      const report = toReport({ text: unit.repeat(Math.ceil(SIZE / unit.length)) })
      let document: Document | undefined
      const took = cpuTime(() => {
        document = analyseText(report, kit.text)
      })
      expect(took).toBeLessThan(LIMIT)
      expectWhole(document)
    },
  )
})

/** Each is repeated to 20 kB and read whole, with all that stands in the reading. */
const TELLING: Readonly<Record<string, string>> = {
  names: 'Omar Daud ',
  'names of places': 'Paris, London, KABUL ',
  numbers: '12 ',
  days: 'Monday 5 March 2011 ',
  'one sentence without end': 'and the army attacked the town ',
  'one verb of harm after the other': 'killed 12 and ',
  'quotations and cues': '“killed” said ',
  claims: 'The group claimed responsibility for the attack, police said. ',
  'datelines that tell': 'KABUL, Sept 5 (Reuters) - The army killed 12.\n\n',
  pronouns: 'He said he saw him. ',
  dashes: '- ',
}

describe('whole readings of what repeats end in time:', () => {
  test.each(Object.entries(TELLING))('%s', (_, unit) => {
    const text = unit.repeat(Math.ceil(20_000 / unit.length))
    expect(cpuTime(() => void readReport({ text }, kit))).toBeLessThan(5000)
  })
})

test('a text without words has no tokens', () => {
  for (const text of ['', ' ', '\n\n', '\u202e\u2066\ufeff']) {
    const document = analyseText(toReport({ text }), kit.text)
    expect(document.tokens).toEqual([])
    expect(document.sentences).toEqual([])
    expect(document.quotations).toEqual([])
  }
})

test('twice the text takes no more than some four times as long', () => {
  const time = (unit: string, size: number): number => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    return cpuTime(() => analyseText(toReport({ text }), { ...kit.text, model: plain }))
  }
  for (const unit of ['ab,\nab\n', 'a\na,\n\n', 'AB -- c.\n\n', '“a ', "'a s' "]) {
    time(unit, SIZE)
    expect(time(unit, 2 * SIZE)).toBeLessThan(4 * time(unit, SIZE) + 300)
  }
})

test('a report cut anywhere, and every part of it, is read', async () => {
  const text = await readFile(new URL('../data/samples/market-blast.txt', import.meta.url), 'utf8')
  for (let at = 0; at < text.length; at += 7) {
    const model = { ...kit.text, model: plain }
    expectWhole(analyseText(toReport({ text: text.slice(at) }), model))
    expectWhole(analyseText(toReport({ text: text.slice(0, at) }), model))
  }
})

/** Tokens stand in order and hold the words at their offsets; heads lie in the document, quotations in the text. */
function expectWhole(document: Document | undefined): void {
  const { text = '', tokens = [], quotations = [] } = document ?? {}
  let end = 0
  let wrong = 0
  for (const token of tokens) {
    if (token.start < end || text.slice(token.start, token.end) !== token.text) wrong += 1
    if (token.head < -1 || token.head >= tokens.length) wrong += 1
    end = token.end
  }
  for (const { start, inner, end: last } of quotations)
    if (start > inner.start || inner.start >= inner.end || inner.end > last) wrong += 1
  expect(wrong).toBe(0)
  expect(end).toBeLessThanOrEqual(text.length)
}

/** Read whole by all stages. */
const WHOLE: Readonly<Record<string, string>> = {
  ...UNITS,
  cues: 'said ',
  'cues and quotations': 'said "a" ',
  'nested speech': 'he said that ',
  triggers: 'attack ',
  harms: 'killed 12 and ',
  'triggers without end': 'the bombing of ',
  claims: 'claimed responsibility ',
  'unknown places': 'in Darun ',
  'known places': 'in Paris, ',
  times: 'Monday ',
  numbers: '12 people, including ',
  names: 'Dana Lor, ',
  pronouns: 'they ',
  'appositions before a cue': 'the mayor, Dana Lor, said ',
  'ends of sentences': 'A bomb killed two men. ',
}

const WHOLE_SIZE = 5_000

describe('hostile texts become readings in which every span is proved:', () => {
  test.each(Object.entries(WHOLE))('%s', (_, unit) => {
    const text = unit.repeat(Math.ceil(WHOLE_SIZE / unit.length))
    expect(violationsOf(readReport({ text, publishedAt: '2024-03-06' }, kit))).toEqual([])
  })

  test.each([
    ['nothing', ''],
    ['space', ' \n\t'],
    ['one sign', '.'],
    ['signs', '.,;:!?-–—…()[]{}'],
    ['a zero byte', '\u0000'],
    ['half a pair', '\ud83d'],
    ['a mark of direction in a word', 'A bo\u202emb killed tw\u200fo men.'],
    ['quotations 10,000 deep', '“‘'.repeat(5_000) + 'a' + '’”'.repeat(5_000)],
    ['brackets 10,000 deep', '('.repeat(10_000) + 'a' + ')'.repeat(10_000)],
    ['one word of 100 kB', 'a'.repeat(SIZE)],
  ])('%s', (_, text) => {
    expect(violationsOf(readReport({ text, publishedAt: '2024-03-06' }, kit))).toEqual([])
  })
})

test('a whole reading of twice the text takes no more than some four times as long', () => {
  const time = (unit: string, size: number): number => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    return cpuTime(() => readReport({ text, publishedAt: '2024-03-06' }, kit))
  }
  for (const unit of ['said "a" ', 'killed 12 and ', 'in Darun ', 'the mayor, Dana Lor, said ']) {
    time(unit, WHOLE_SIZE)
    expect(time(unit, 4 * WHOLE_SIZE)).toBeLessThan(4 * time(unit, 2 * WHOLE_SIZE) + 300)
  }
})
