import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  linkStatements,
  openStatementWords,
  readStatements,
} from '../../../src/analyse/statements/index.ts'
import type { Mentions } from '../../../src/analyse/mentions/mention.ts'
import { contentKey, sha256 } from '../../../src/base/hash.ts'
import type { Event, Report, Statement, Time } from '../../../src/records/index.ts'
import {
  analyseText,
  openLanguageModel,
  openLemmaWords,
  openLexicon,
  openTokenWords,
} from '../../../src/text/index.ts'
import { cpuTime } from '../../support/cpu-time.ts'

const DATA = new URL('../../../data/', import.meta.url)
const lists = readdirSync(new URL('lexicon/', DATA)).filter((name) => name.endsWith('.tsv'))
const lexicon = openLexicon(
  new Map(
    lists.map((name) => [
      name.slice(0, -'.tsv'.length),
      readFileSync(new URL(`lexicon/${name}`, DATA), 'utf8'),
    ]),
  ),
)
const words = openStatementWords(lexicon)
const kit = {
  model: openLanguageModel(readFileSync(new URL('language-model/en.bin', DATA))),
  tokens: openTokenWords(lexicon),
  lemmas: openLemmaWords(lexicon),
}

const reportOf = (text: string): Report => ({
  id: contentKey('report', text),
  text,
  hash: sha256(text),
  language: 'en',
})

/** No mentions known: sources are read from the tree. */
const NONE: Mentions = {
  all: [],
  actors: [],
  byHead: () => undefined,
  at: () => undefined,
  actorOf: () => undefined,
}

function read(text: string, times: readonly Time[] = []): Statement[] {
  const document = analyseText(reportOf(text), kit)
  return readStatements(document, NONE, { words, phrases: [], times })
}

/** `source | cue | content`. */
function told({ source, cue, content }: Statement): string {
  const said = content.map(({ quote }) => quote).join(' … ')
  return [source?.text ?? '-', cue?.evidence[0]?.quote ?? '-', said].join(' | ')
}

test('a later quotation of the paragraph joins the speaker before it', () => {
  const found = read('“We fled at night,” said Dana Lor, a nurse. “Nobody helped us.”')
  expect(found.map(told)).toEqual([
    'Dana Lor, a nurse | said | “We fled at night,” … “Nobody helped us.”',
  ])
  expect(found[0]).toMatchObject({
    form: 'direct',
    source: { kind: 'named-person', type: 'witness' },
  })
})

test('a speech over two paragraphs is one statement', () => {
  const found = read('Lor told reporters: “We fled at night.\n\n“Nobody helped us.”')
  expect(found).toHaveLength(1)
  expect(found[0]?.content).toHaveLength(2)
  expect(found[0]?.to?.text).toBe('reporters')
})

test('an unnamed source keeps the reason why it is unnamed', () => {
  const first = read(
    'The unit “wants to spread fear,” says a former official who requested anonymity because of his work.',
  ).find(({ form }) => form === 'mixed')
  expect(first?.source).toMatchObject({
    kind: 'unnamed-person',
    type: 'official',
    anonymity: { reason: 'his work' },
  })
})

test('what is reported inside a report names the statement around it', () => {
  const found = read('The mayor said that residents claimed that the bridge was hit.')
  expect(found).toHaveLength(2)
  expect(found[1]?.within).toBe(found[0]?.id)
  expect(found.map(({ stance }) => stance)).toEqual(['asserts', 'claims'])
})

test('an outlet in between is the way, not the source', () => {
  const [cited] = read('State television reported that two men died, citing the mayor.')
  expect(cited).toMatchObject({ source: { text: 'the mayor' }, via: { text: 'State television' } })
  expect(cited?.content.map(({ quote }) => quote)).toEqual(['that two men died'])
  const [carried] = read('The group said in a statement carried by Maro Radio that it left.')
  expect(carried).toMatchObject({ source: { text: 'The group' }, via: { text: 'Maro Radio' } })
  const [quoted] = read('The mayor was quoted by Maro Radio as saying that two men died.')
  expect(quoted).toMatchObject({ source: { text: 'The mayor' }, via: { text: 'Maro Radio' } })
})

test('stance, certainty and time of a statement', () => {
  const text = 'Officials said on Monday that rebels may have fled.'
  const start = text.indexOf('Monday')
  const evidence = [{ start, end: start + 6, quote: 'Monday' }]
  const [first] = read(text, [{ id: 't1', type: 'date', evidence }])
  expect(first).toMatchObject({
    certainty: 'possible',
    source: { kind: 'group', type: 'official' },
  })
  expect(first?.time).toBe('t1')
  expect(read('The army declined to comment.')[0]?.stance).toBe('declines')
  expect(read('No group has claimed responsibility.')).toEqual([])
})

test('a statement is about the events in its content', () => {
  const statements = read('The mayor said that the blast killed two men. The army left.')
  const start = 'The mayor said that the '.length
  const mentions = [{ start, end: start + 5, quote: 'blast' }]
  const base = { readBy: 'events/x', kind: 'bombing', status: 'happened', codes: {} } as const
  const empty = { participants: [], means: [], figures: [], claims: [] }
  const event: Event = { id: 'e1', mentions, ...base, ...empty }
  expect(linkStatements(statements, [event])[0]?.about).toEqual(['e1'])
  expect(linkStatements(statements, [{ ...event, mentions: [] }])[0]?.about).toEqual([])
})

test('ids are unique and spans are proved', () => {
  const text = '“A,” he said. “B,” he said. “We go,” he said, “and he said: “No.””'
  const found = read(text)
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
  for (const { content } of found)
    for (const { start, end, quote } of content) expect(text.slice(start, end)).toBe(quote)
})

test.each([
  ['cues', 'said '.repeat(6000)],
  ['quotes', '“'.repeat(6000)],
  ['straight quotes', 'said "a" '.repeat(3000)],
  ['nested speech', 'he said that '.repeat(3000)],
  ['according', 'according to x '.repeat(2000)],
  ['surrogates', '\ud800" said \udfff'.repeat(1000)],
])('hostile %s do no harm', (_, text) => {
  const document = analyseText(reportOf(text), kit)
  const took = cpuTime(() => readStatements(document, NONE, { words, phrases: [], times: [] }))
  expect(took).toBeLessThan(2000)
})
