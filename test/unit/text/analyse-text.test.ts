import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { toReport, type Kit } from '../../../src/pipeline.ts'
import { analyseText, predicateAt, type Document } from '../../../src/text/index.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})
const analyse = (text: string): Document => analyseText(toReport({ text }), kit.text)
const sentences = (text: string): string[] =>
  analyse(text).sentences.map(({ start, end }) => text.slice(start, end))
const quotations = (text: string): string[] =>
  analyse(text).quotations.map(
    ({ inner, depth }) => `${depth} ${text.slice(inner.start, inner.end)}`,
  )

describe('sentences', () => {
  test.each([
    ['A bomb went off. Nobody was hurt.', 2],
    ['Gen. Ilan Vash of the U.S. Army left on Sept. 5 at 3 p.m. for Darun.', 1],
    ['They came from the U.S. The army knew.', 2],
    ['“Stop!” he said. “We will shoot.”', 2],
    ['“Is it over?” asked Morvath.', 1],
    ['The toll is 3.5 times higher than in No. 4 camp.', 1],
  ])('%s', (text, count) => {
    expect(sentences(text)).toHaveLength(count)
  })
})

describe('paragraphs', () => {
  test('blank lines before and after a text part nothing in it', () => {
    const lines =
      'The governor of the district said on Monday that the market was hit.\nThe army denied it.'
    for (const text of [lines, `\n\n${lines}`, `${lines}\n\n`])
      expect(analyse(text).paragraphs).toHaveLength(2)
  })

  test.each([
    ['Blast in Darun\n\nA bomb went off.\n\nRead more: other news', 'heading text boilerplate'],
    ['By Ilan Vash\n\nA bomb went off.', 'byline text'],
    [
      'A bomb went off\nin the market of\nDarun yesterday and hurt many of the people who were there,\nthe governor of the district said.',
      'text',
    ],
    ['', ''],
  ])('%j', (text, kinds) => {
    expect(
      analyse(text)
        .paragraphs.map(({ kind }) => kind)
        .join(' '),
    ).toBe(kinds)
  })
})

describe('quotations', () => {
  test.each<[string, string[]]>([
    ['“He told us ‘go’ and left,” she said.', ['0 He told us ‘go’ and left,', '1 go']],
    ['He said "no" and "never".', ['0 no', '0 never']],
    ["''It is over,'' he said.", ['0 It is over,']],
    ['The soldiers’ wives don’t know.', []],
    ["'It's ours,' said Vash. 'Go.'", ["0 It's ours,", '0 Go.']],
    ["The soldiers' wives and the men's sons didn't know.", []],
    ['"He told us \'go\' and left," she said.', ["0 He told us 'go' and left,", '1 go']],
    ['“We will go on', ['0 We will go on']],
    ['«Non», dit-il', ['0 Non']],
    ['"We fled,” she said. “Nobody helped."', ['0 We fled,', '0 Nobody helped.']],
    ['``We fled," she said.', ['0 We fled,']],
    ['“We fled at night.“ She wept.', ['0 We fled at night.']],
    ['”We fled,” she said.', ['0 We fled,']],
    ['“The wall is 6\'2" high,” he said.', ['0 The wall is 6\'2" high,']],
    ['We fled," she said. "Nobody helped."', ['0 Nobody helped.']],
    ['She said," We fled".', ['0  We fled']],
  ])('%s', (text, expected) => {
    expect(quotations(text)).toEqual(expected)
  })

  test('a speech over two paragraphs is one that goes on', () => {
    const { quotations: found } = analyse('“First part.\n\n“Second part,” he said.')
    expect(found.map(({ closed, continues }) => [closed, continues])).toEqual([
      [false, undefined],
      [true, 0],
    ])
  })

  test('a speech that is closed in the paragraph after goes on, though no mark opens it there', () => {
    const { quotations: found, text } = analyse('He said, "We fled.\n\nNobody helped us." He wept.')
    expect(found.map(({ start, end, continues }) => [text.slice(start, end), continues])).toEqual([
      ['"We fled.', undefined],
      ['Nobody helped us."', 0],
    ])
  })
})

describe('datelines', () => {
  test.each([
    ['DARUN, March 6 (Velka News Agency) - A bomb went off.', 'DARUN|March 6|Velka News Agency'],
    ['DARUN, 3 APR 90 (AGENCY) -- [TEXT] A BOMB WENT OFF.', 'DARUN|3 APR 90|AGENCY'],
    ['Darun is a town - a small one.', ''],
  ])('%s', (text, expected) => {
    const words = (span?: { start: number; end: number }): string =>
      span ? text.slice(span.start, span.end) : '-'
    const found = analyse(text).datelines.map(({ place, date, agency }) =>
      [place, date, agency].map(words).join('|'),
    )
    expect(found.join()).toBe(expected)
  })
})

describe('trees', () => {
  const roles = (text: string, verb: string): string => {
    const document = analyse(text)
    const index = document.tokens.findIndex((token) => token.text === verb)
    const { agents, patients } = predicateAt(document, index)
    const words = (heads: readonly number[]): string =>
      heads.map((head) => document.tokens[head]?.text).join(' ')
    return `${words(agents)} > ${words(patients)}`
  }
  test.each([
    ['Gunmen killed two soldiers in Darun.', 'killed', 'Gunmen > soldiers'],
    ['Two soldiers were killed by gunmen in Darun.', 'killed', 'gunmen > soldiers'],
    ['Gunmen killed two soldiers and a driver.', 'killed', 'Gunmen > soldiers driver'],
    ['Four soldiers and four farmers were killed in the blast.', 'killed', ' > soldiers farmers'],
    ['Rebels attacked the base and captured three officers.', 'captured', 'Rebels > officers'],
    ['THE ARMY SHELLED THE VILLAGE ON MONDAY.', 'SHELLED', 'ARMY > VILLAGE'],
  ])('%s', (text, verb, expected) => {
    expect(roles(text, verb)).toBe(expected)
  })

  test('lemmas', () => {
    const { tokens } = analyse(
      'The gunmen fled and denied that they bombed two buses and seized bodies.',
    )
    expect(tokens.map(({ lemma }) => lemma).join(' ')).toMatch(
      /^the gunman flee and deny that they bomb two bus and seize body \.$/,
    )
  })
})

describe('any text', () => {
  test.each([
    ['one letter', 'a'.repeat(100_000)],
    ['quotation marks', '"“‘'.repeat(33_000)],
    ['full stops', '. '.repeat(50_000)],
    ['lone surrogates', '\ud800 '.repeat(20_000)],
    ['direction marks', '\u202e\u200f\u2066'.repeat(10_000)],
    ['line ends', '\n'.repeat(100_000)],
    ['nothing', ''],
  ])('100 kB of %s', (_, text) => {
    const document = analyse(text)
    for (const { start, end, text: word } of document.tokens)
      expect(text.slice(start, end)).toBe(word)
  })

  test('every head lies in its sentence and every tree has a root', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('The', 'army', '"', '“', '.', 'said', ',', 'Mr.', '\n\n', '’s', '5', 'A'),
        ),
        (words) => {
          const { tokens, sentences: found } = analyse(words.join(' '))
          for (const { head, sentence } of tokens)
            if (head >= 0) expect(tokens[head]?.sentence).toBe(sentence)
          for (const { root } of found) expect(tokens[root]?.head).toBe(-1)
        },
      ),
      { numRuns: 50 },
    )
  })
})
