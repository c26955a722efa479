import { describe, expect, test } from 'vitest'
import { compileReport, isHeldBack } from '../../../../src/evaluate/index.ts'
import { showWholeReading } from '../../../../src/evaluate/cases/index.ts'

const HEAD = 'title: Blast in Darun\npublishedAt: 2024-03-06\n\n'
const TEXT =
  'A bomb killed two men in Darun, the mayor said on Tuesday. The mayor said he had seen the bomb.'
const words = { lemmaOf: (cue: string) => cue }

const compile = (records: string, text = TEXT) =>
  compileReport(`${HEAD}${text}\n\n==>\n${records}`, 'own/x', words)
const faultsOf = (records: string, text?: string) =>
  compile(records, text).faults.map(({ line, reason }) => `${line}: ${reason}`)
const read = (records: string, text?: string) => {
  const { reading, faults } = compile(records, text)
  expect(faults).toEqual([])
  if (!reading) throw new Error('no reading')
  return reading
}

test('marks become records, each value with the words that it quotes', () => {
  const reading = read(`
date 2024-03-05 "Tuesday"
place "Darun"
actor @mayor person "the mayor", "he"
actor civilians "two men"

event @blast bombing title "Blast", "killed"
  place "Darun"
  victim 2 "two men"
  killed 2 "two men"

statement by "the mayor" cue "[said] on"
  "A bomb killed … in Darun"
  source unnamed-person official
  said on "Tuesday"
`)
  expect(showWholeReading(reading)).toBe(`event bombing title "Blast", "killed"
  place Darun "Darun" says "the mayor"
  victim 2 "two men" says "the mayor"
  killed 2 "two men" says "the mayor"

statement by "the mayor" cue "said" (asserts indirect)
  "A bomb killed two men in Darun"
  source unnamed-person official
  said on "Tuesday"
  about bombing title "Blast"

date 2024-03-05 "Tuesday"

place Darun "Darun"

actor two men (civilians) "two men"
actor the mayor (person) "the mayor", "he"
`)
})

describe('what follows from where words stand need not be written', () => {
  const inner = `
statement by "The mayor" cue "[said] he"
  "he had seen the bomb" | source unnamed-person official
statement by "he" cue "seen"
  "the bomb." | source unnamed-person official`

  test('a statement inside another is within it, unless a line says otherwise', () => {
    const [outer, one] = read(
      inner.replace('"he had seen the bomb"', '"he had seen the bomb."'),
    ).statements
    expect(one?.within).toBe(outer?.id)
    const [, alone] = read(
      `${inner.replace('seen the bomb"', 'seen the bomb."')}\n  within nobody`,
    ).statements
    expect(alone).not.toHaveProperty('within')
  })

  test('a value rests on the innermost statement around its words, unless its line says otherwise', () => {
    const event = (says = '') => `
statement @s by "the mayor" cue "[said] on"
  "A bomb killed … in Darun" | source unnamed-person official
event bombing "killed"
  killed 2 "two men"${says}`
    const { statements, events } = read(event())
    expect(events[0]?.figures[0]?.statement).toBe(statements[0]?.id)
    expect(read(event(' says nobody')).events[0]?.figures[0]).not.toHaveProperty('statement')
  })

  test('in quotation marks from end to end is direct, in part mixed', () => {
    const form = (content: string) =>
      read(`statement\n  \`${content}\``, `She spoke: ${content}`).statements[0]?.form
    expect(form('“We saw it.”')).toBe('direct')
    expect(form('“We saw it.')).toBe('direct')
    expect(form('"We saw it."')).toBe('direct')
    expect(form('it was “a crime” of theirs')).toBe('mixed')
    expect(form('it was a crime')).toBe('indirect')
  })
})

test('source and cue are looked for in the paragraphs of what is said, then in its sentences, and not within it', () => {
  const { statements } = read(
    `
statement by "He" cue "said"
  "she said so" | source unnamed-person
statement by "Dana" cue "said"
  "nothing." | source named-person`,
    'He said she said so. Dana said nothing.\n\nThey said more.',
  )
  expect(statements.map(({ cue, source }) => [source?.text, cue?.evidence[0]?.start])).toEqual([
    ['He', 3],
    ['Dana', 26],
  ])
})

describe('words', () => {
  const time = (quote: string, text: string) =>
    read(`date 2024 ${quote}`, text).times[0]?.evidence.map(({ start, end }) => [start, end])

  test('are whole, and any white space is as good as another', () => {
    expect(time('"he"', 'Then he left.')).toEqual([[5, 7]])
    expect(time('"a b"', 'a\nb')).toEqual([[0, 3]])
  })
  test('may have others around them, their middle left out, a number, or all be meant', () => {
    expect(time('"was [it]"', 'it was it')).toEqual([[7, 9]])
    expect(time('"it … was"', 'it never was')).toEqual([[0, 12]])
    expect(time('"it" #2', 'it was it')).toEqual([[7, 9]])
    expect(time('"it" x2', 'it was it')).toEqual([
      [0, 2],
      [7, 9],
    ])
  })
  test('may hold signs of ours behind a backslash', () => {
    expect(time(String.raw`"\[TEXT\]"`, 'a [TEXT] b')).toEqual([[2, 8]])
    expect(time(String.raw`"so \… on"`, 'so … on')).toEqual([[0, 7]])
    expect(time(String.raw`"say \"so\""`, 'say "so"')).toEqual([[0, 8]])
  })
})

test.each([
  ['no such words', 'place "Selin"', '7: "Selin" does not stand in the text'],
  ['words that stand twice', 'place "said"', '7: "said" stands 2 times: put words around it'],
  ['another number of them', 'place "said" x3', '7: "said" stands 2 times, not 3'],
  [
    'an end that may be two',
    'place "A bomb … the"',
    '7: "A bomb … the" may end in more than one place',
  ],
  ['a quote without end', 'place "Darun', '7: a quote is not closed'],
  ['a word of no list', 'actor persn "he"', '7: no kind of actor (person, armed-group'],
  ['a word too many', 'place small "Darun"', '7: “small” is not understood here (no exactness)'],
  ['an unknown record', 'town "Darun"', '7: no record begins with town'],
  ['an unknown part', 'event bombing "killed"\n  colour red', '8: an event has no colour'],
  [
    'a clause out of place',
    'place "Darun" cue "said" #1',
    '7: “cue” means nothing in a line place',
  ],
  ['a handle twice', 'place @a "Darun"\nplace @a "bomb" #1', '8: @a twice'],
  [
    'a handle of nothing',
    'event bombing "killed"\n  killed 2 "two men" says @x',
    '8: nothing is called @x',
  ],
  [
    'a handle of another sort',
    'place @p "Darun"\nevent bombing "killed"\n  killed 2 "two men" says @p',
    '9: @p is a place, no statement',
  ],
  [
    'a time of no Time',
    'event bombing "killed"\n  time "Tuesday"',
    '8: not the very words of one Time',
  ],
  [
    'a participant of no actor',
    'event bombing "killed"\n  victim "two men"',
    '8: these words are no mention of an actor',
  ],
  ['a figure without a number', 'event bombing "killed"\n  killed "two men"', '8: how many?'],
  [
    'two times',
    'date 2024 "Tuesday"\nevent bombing "killed"\n  time "Tuesday"\n  time "Tuesday"',
    '10: time twice',
  ],
  ['a source of no kind', 'statement by "the mayor"\n  "he had"', '7: a source has a kind'],
  ['a statement of nothing', 'statement cue "seen"', '7: what is said is missing'],
  ['a part without a record', '  place "Darun"', '7: belongs to no record'],
])('a fault is named by its line: %s', (_, records, fault) => {
  expect(faultsOf(records)[0]).toContain(fault)
})

test('a fault leaves out its record, and the rest goes on', () => {
  const { reading, faults } = compile('place "Selin"\nplace "Darun"\ndate 2024 "Monday"')
  expect(faults.map(({ line }) => line)).toEqual([7, 9])
  expect(reading?.places).toHaveLength(1)
})

test('faults of the head and of the file as a whole', () => {
  const faults = (source: string) =>
    compileReport(source, 'own/x', words).faults.map(({ line, reason }) => `${line}: ${reason}`)
  expect(faults('title: x\n\ntext')).toEqual(['3: a line ==> parts the text from its records'])
  expect(faults('titel: x\n\ntext\n\n==>\n')[0]).toMatch(/^1: no key of a head: titel/)
  expect(faults('outlet: x\npublishedAt: May\n\ntext\n\n==>\n')).toEqual([
    '2: publishedAt is no day or instant: May',
  ])
  expect(faults('layers: figures\n\ntext\n\n==>\n')[0]).toMatch(/^1: no layer: figures/)
})

test('a report is held back by the hash of its id, and with its whole set', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `own/report-${i}`)
  const share = ids.filter((id) => isHeldBack(id)).length / ids.length
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.25)
  expect(new Set(ids.map((id) => isHeldBack(id, 'ferry'))).size).toBe(1)
})
