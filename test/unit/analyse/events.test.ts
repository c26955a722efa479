import { beforeAll, describe, expect, test } from 'vitest'
import { openEventWords, readEvents, type EventWords } from '../../../src/analyse/events/index.ts'
import { openMentionWords, readMentions } from '../../../src/analyse/mentions/index.ts'
import { openKit } from '../../../src/kit.ts'
import { toReport, type Kit } from '../../../src/pipeline.ts'
import type { Event, Place, Time } from '../../../src/records/index.ts'
import { analyseText, type PhraseMatch } from '../../../src/text/index.ts'
import { cpuTime } from '../../support/cpu-time.ts'

let kit: Kit
let words: EventWords
beforeAll(async () => {
  kit = await openKit()
  words = openEventWords(kit.lexicon)
})

interface Read {
  readonly events: readonly Event[]
  readonly name: (actor: string | undefined) => string | undefined
}

/** Reads with the given words as times and places, and no statements. */
function read(text: string, { time, place }: { time?: string; place?: string } = {}): Read {
  const report = toReport({ text, publishedAt: '2024-03-06' })
  const document = analyseText(report, kit.text)
  const at = (quote: string) => {
    const start = text.indexOf(quote)
    return [{ start, end: start + quote.length, quote }]
  }
  const times: Time[] = time
    ? [{ id: 't', type: 'date', evidence: at(time), earliest: '2024-03-05', latest: '2024-03-05' }]
    : []
  const places: Place[] = place ? [{ id: 'p', name: place, evidence: at(place) }] : []
  const phrases: PhraseMatch[] = []
  const mentions = readMentions(document, {
    words: openMentionWords(kit.lexicon),
    phrases,
    times,
    places,
    actorKind: () => undefined,
    countries: () => undefined,
  })
  const events = readEvents(document, mentions, { words, phrases, times, places, statements: [] })
  return { events, name: (id) => mentions.actors.find((actor) => actor.id === id)?.name }
}

const tolls = ({ events }: Read): string[] =>
  events.flatMap(({ figures }) =>
    figures.map(
      ({ harm, atLeast, atMost, evidence, partOf }) =>
        `${harm} ${atLeast ?? ''}-${atMost ?? ''} ${evidence[0]?.quote ?? ''}${partOf ? ' (part)' : ''}`,
    ),
  )
const kinds = ({ events }: Read): string[] => events.map(({ kind, status }) => `${kind} ${status}`)

test('every kind of the core codebook has its triggers', () => {
  const read = new Set(kit.lexicon.rows('event-triggers').map(({ kind }) => kind))
  expect([...words.kinds.keys()].filter((kind) => !read.has(kind))).toEqual([])
  for (const byWord of words.harms.values())
    for (const { whom } of [...byWord.values()].flat())
      expect(['patient', 'subject', 'self', 'of', 'toll', 'lives', 'loss']).toContain(whom)
})

test('one bombing with its time, place, target, victims and tolls', () => {
  const text =
    'A car bomb exploded near a police station in Selin on Tuesday, killing 12 people, including three children, and wounding 20 others. The attack shocked the town.'
  const found = read(text, { time: 'Tuesday', place: 'Selin' })
  expect(kinds(found)).toEqual(['vehicle-bombing happened'])
  const [event] = found.events
  expect(event?.time?.value.ref).toBe('t')
  expect(event?.place?.value).toEqual({ name: 'Selin', ref: 'p' })
  expect(event?.site?.value).toBe('a police station')
  expect(event?.mentions.map(({ quote }) => quote)).toContain('attack')
  expect(tolls(found)).toEqual([
    'killed 12-12 12 people',
    'killed 3-3 three children (part)',
    'injured 20-20 20 others',
  ])
})

test('lists are split, and the same attack told again is one event', () => {
  const found = read(
    'Gunmen attacked a school in Selin. The attack killed two employees of the school and four civilians.',
  )
  expect(found.events).toHaveLength(1)
  expect(tolls(found)).toEqual([
    'killed 2-2 two employees of the school',
    'killed 4-4 four civilians',
  ])
})

describe.each([
  ['Police foiled a plot to bomb the parliament.', 'bombing foiled'],
  ['The army denied that it had attacked the village.', 'unspecified-attack denied'],
  ['Rebels threatened to attack the town.', 'unspecified-attack threatened'],
  ['Analysts say attacks like these could delay the vote.', 'unspecified-attack general'],
  ['The troops withdrew from the town of Selin.', 'withdrawal happened'],
  ['The president met the prime minister in Darun.', 'meeting happened'],
])('%s', (text, expected) => {
  test(expected, () => expect(kinds(read(text))).toContain(expected))
})

test.each([
  'The striker attacked the left side of the goal and shot wide in the match.',
  'He had a heart attack at the office.',
  'In the film, a bomb explodes on a bus.',
])('silent: %s', (text) => {
  expect(read(text).events.filter(({ status }) => status === 'happened')).toEqual([])
})

test.each([
  [
    'Ten people were killed and 50 wounded in the blast.',
    ['killed 10-10 Ten people', 'injured 50-50 50'],
  ],
  ['Nobody was hurt in the explosion.', ['injured 0-0 Nobody']],
  ['The blast killed at least 12 soldiers.', ['killed 12- at least 12 soldiers']],
  [
    'There were no casualties in the bombing.',
    ['killed 0-0 no casualties', 'injured 0-0 no casualties'],
  ],
  ['A bomb could kill hundreds, experts said after the attack.', []],
  // a number of a date or a fraction counts nobody
  ['Agents captured the 9/11 plotter after the attack.', []],
])('%s', (text, expected) => {
  expect(tolls(read(text)).map((toll) => toll.replace(/ wounded$/, ''))).toEqual(expected)
})

test('a claim names its claimant, who becomes a perpetrator by its own claim', () => {
  const { events, name } = read(
    'A bomb killed five soldiers in Selin. The militant group claimed responsibility for the attack.',
  )
  const [event] = events
  expect(event?.claims.map(({ stance, claimant }) => [stance, name(claimant)])).toEqual([
    ['claims', 'The militant group'],
  ])
  expect(event?.participants.find(({ role }) => role === 'perpetrator')?.confidence).toBe('claimed')
})

test('no claim is a claim of none', () => {
  const { events } = read('Gunmen killed two soldiers. No group has claimed responsibility.')
  expect(events.flatMap(({ claims }) => claims.map(({ stance }) => stance))).toEqual(['none'])
})

test('hostile texts are read in time that grows with their length', () => {
  const words = ['attack ', 'killed 12 and ', 'the bombing of ', 'another blast. ', '“killed ”']
  const took = cpuTime(() => {
    for (const word of words) expect(() => read(word.repeat(1500))).not.toThrow()
  })
  expect(took).toBeLessThan(20_000)
}, 120_000)
