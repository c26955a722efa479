import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  openMentionWords,
  readMentions,
  type MentionContext,
  type Mentions,
} from '../../../src/analyse/mentions/index.ts'
import { describingPhrases } from '../../../src/analyse/mentions/describing-phrases.ts'
import type { Cluster, Draft } from '../../../src/analyse/mentions/draft.ts'
import type { Actor, Place } from '../../../src/records/index.ts'
import {
  analyseText,
  openLanguageModel,
  openLemmaWords,
  openLexicon,
  openTokenWords,
  type Document,
  type PhraseMatch,
} from '../../../src/text/index.ts'

const DATA = new URL('../../../data/', import.meta.url)
const folder = new URL('lexicon/', DATA)
const lexicon = openLexicon(
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      .map((name) => [name.slice(0, -4), readFileSync(new URL(name, folder), 'utf8')]),
  ),
)
const kit = {
  model: openLanguageModel(readFileSync(new URL('language-model/en.bin', DATA))),
  tokens: openTokenWords(lexicon),
  lemmas: openLemmaWords(lexicon),
}
const words = openMentionWords(lexicon)
const COUNTRIES: Readonly<Record<string, string>> = { velland: 'VEL', vellandic: 'VEL' }
const TOWNS = new Set(['darun', 'velland', 'oskra'])

const analyse = (text: string): Document =>
  analyseText({ id: 'r', hash: 'h', language: 'en', text }, kit)

/** "Kharun Front" is listed; Darun, Oskra and Velland are places. */
function phrasesOf({ tokens }: Document): PhraseMatch[] {
  return tokens.flatMap(({ index, text }) =>
    text === 'Kharun' && tokens[index + 1]?.text === 'Front'
      ? [{ first: index, last: index + 2, entries: [{ list: 'actor', value: 'kharun_front' }] }]
      : [],
  )
}

function placesOf({ tokens }: Document): Place[] {
  return tokens
    .filter(({ lower }) => TOWNS.has(lower))
    .map(({ start, end, text }) => ({
      id: `p${start}`,
      name: text,
      evidence: [{ start, end, quote: text }],
    }))
}

function contextOf(document: Document): MentionContext {
  return {
    words,
    phrases: phrasesOf(document),
    actorKind: (id) =>
      id === 'kharun_front'
        ? { kind: 'armed-group', name: 'Kharun Front', country: ['VEL'] }
        : undefined,
    countries: (word) => COUNTRIES[word],
    times: [],
    places: placesOf(document),
  }
}

function read(text: string): { mentions: Mentions; document: Document } {
  const document = analyse(text)
  return { document, mentions: readMentions(document, contextOf(document)) }
}

const actorsOf = (text: string): readonly Actor[] => read(text).mentions.actors
const named = (text: string, name: string): Actor | undefined =>
  actorsOf(text).find((actor) => actor.name === name)
const quotes = (actor: Actor | undefined): string[] =>
  actor?.mentions.map(({ quote }) => quote) ?? []
const values = (list: readonly { value: string }[] | undefined): string[] =>
  list?.map(({ value }) => value) ?? []

describe('counts', () => {
  test.each<[string, string, object | undefined]>([
    ['At least 12 people were killed.', 'people', { atLeast: 12 }],
    ['More than 100 people were hurt.', 'people', { atLeast: 100 }],
    ['The blast killed two soldiers.', 'soldiers', { atLeast: 2, atMost: 2 }],
    ['The blast killed twenty-five soldiers.', 'soldiers', { atLeast: 25, atMost: 25 }],
    [
      'They killed six hundred and sixty nine civilians.',
      'civilians',
      { atLeast: 669, atMost: 669 },
    ],
    ['They killed one-hundred and thirty-two people.', 'people', { atLeast: 132, atMost: 132 }],
    ['Dozens of civilians fled.', 'civilians', { atLeast: 24, vague: true }],
    ['Several soldiers fled.', 'soldiers', { atLeast: 3, vague: true }],
    ['A soldier was shot.', 'soldier', { atLeast: 1, atMost: 1 }],
    ['Soldiers were shot.', 'Soldiers', { atLeast: 2, vague: true }],
    ['No civilians were hurt.', 'civilians', { atLeast: 0, atMost: 0 }],
    ['The bomb killed 1,200 people.', 'people', { atLeast: 1200, atMost: 1200 }],
    ['A crowd gathered.', 'crowd', undefined],
    ['A 20-year-old man was shot.', 'man', { atLeast: 1, atMost: 1 }],
    ['A 20 - year - old man was shot.', 'man', { atLeast: 1, atMost: 1 }],
    ['Two 20 - year - old men were shot.', 'men', { atLeast: 2, atMost: 2 }],
    ['Over 1 000 civilians fled.', 'civilians', { atLeast: 1000 }],
    ['The bomb killed 12 500 people.', 'people', { atLeast: 12_500, atMost: 12_500 }],
    ['Two dozens soldiers fled.', 'soldiers', { atLeast: 24, atMost: 24 }],
    ['Three dozens soldiers fled.', 'soldiers', { atLeast: 36, atMost: 36 }],
    ['About half dozen soldiers fled.', 'soldiers', { atLeast: 6, atMost: 6, vague: true }],
  ])('%s', (text, head, count) => {
    const { mentions, document } = read(text)
    const token = document.tokens.find((one) => one.text === head)
    expect(mentions.byHead(token?.index ?? -1)?.count).toEqual(count)
  })
})

describe('actors', () => {
  test('a title is a description and no part of the name', () => {
    const actor = named('Foreign Minister Omar Daud said the talks failed. Daud left.', 'Omar Daud')
    expect(quotes(actor)).toContain('Daud')
    expect(values(actor?.description)).toEqual(['Foreign Minister'])
    expect(actor?.publicRole?.value).toBe('Foreign Minister')
  })

  test('an apposition describes and affiliates', () => {
    const actor = named(
      'It is over, said Omar Daud, a lecturer at the Kelm Institute in Oskra.',
      'Omar Daud',
    )
    expect(actor?.kind).toBe('person')
    expect(values(actor?.affiliations)).toEqual(['Kelm Institute'])
  })

  test('a predicate describes, a denied one does not', () => {
    const text = 'Omar Daud spoke. Daud is now a senior fellow. Daud is not a minister.'
    expect(values(named(text, 'Omar Daud')?.description)).toEqual(['senior fellow'])
  })

  test('a listed group, its description and the definite one after it are one actor', () => {
    const text =
      'The Kharun Front, a militant group, attacked a police post. The group said it would go on.'
    const actor = named(text, 'Kharun Front')
    expect(actor).toMatchObject({ kind: 'armed-group', known: 'kharun_front', country: ['VEL'] })
    expect(quotes(actor)).toEqual(['Kharun Front', 'a militant group', 'The group', 'it'])
  })

  test('an acronym in brackets is the same actor', () => {
    const actor = named(
      'The Oskra Human Rights Observatory (OHRO) blamed the army. OHRO counted the dead.',
      'Oskra Human Rights Observatory',
    )
    expect(actor?.kind).toBe('organisation')
    expect(quotes(actor).filter((quote) => quote === 'OHRO')).toHaveLength(2)
  })

  test('a pronoun that could be two persons stays unread', () => {
    const text = 'Omar Daud met Ibrahim Kelm. He was tired.'
    expect(actorsOf(text).flatMap(quotes)).not.toContain('He')
  })

  test('who spoke in the sentence before goes on', () => {
    const text = '“It is lost,” says a former officer. “We must leave,” he tells Oskra Radio.'
    expect(quotes(named(text, 'a former officer'))).toEqual(['a former officer', 'he'])
  })

  test('unnamed people are actors with their country', () => {
    const text = 'The attack killed four Vellandic civilians.'
    expect(named(text, 'four Vellandic civilians')).toMatchObject({
      named: false,
      kind: 'civilians',
      country: ['VEL'],
    })
  })

  test('places, things and the like are none', () => {
    expect(actorsOf('The talks in Darun ended with a new plan.')).toEqual([])
  })
})

describe('hostile text', () => {
  const ids = ({ actors }: Mentions): string[] =>
    JSON.stringify(actors).match(/"id":"[^"]+"/g) ?? []

  test('any text is read with true spans and single ids', () => {
    const parts = [
      'Omar',
      'Daud',
      ',',
      '(',
      ')',
      'the',
      'group',
      '“',
      'he',
      '12',
      '-',
      'of',
      '\n\n',
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts, 'said', 'Front', '.'), { maxLength: 60 }),
        (list) => {
          const text = list.join(' ')
          const { mentions } = read(text)
          expect(new Set(ids(mentions)).size).toBe(ids(mentions).length)
          for (const { mentions: spans, name } of mentions.actors) {
            expect(name).not.toBe('')
            for (const { start, end, quote } of spans) expect(text.slice(start, end)).toBe(quote)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each(['x'.repeat(50_000), 'Omar Daud '.repeat(2500), '("', 'he said '.repeat(2500)])(
    'long text %#',
    (text) => {
      expect(() => read(text)).not.toThrow()
    },
  )
})

test('the same words describe one actor only', () => {
  const document = analyse('A guard fled.')
  const range = { first: 0, last: 2 }
  const guard: Draft = {
    ...range,
    full: range,
    head: 1,
    kernel: 1,
    index: 0,
    type: 'person',
    form: 'description',
  }
  const cluster = (index: number): Cluster => {
    const plain = { plural: false, salience: 0, before: 0, sentence: 0 }
    return { index, mentions: [{ ...guard, index }], kind: 'person', named: true, ...plain }
  }
  const [first, second] = [cluster(0), cluster(1)]
  const drafts = [...first.mentions, ...second.mentions]
  const scene = {
    document,
    context: { words } as MentionContext,
    drafts,
    clusterOf: new Map<number, Cluster>(),
  }
  const phrases = describingPhrases(scene, [first, second])
  expect(phrases.get(first)?.map(({ span }) => span)).toEqual([{ start: 2, end: 7 }])
  expect(phrases.get(second)).toEqual([])
})
