import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mentions } from '../src/analyse/mentions/index.ts'
import { readStatements } from '../src/analyse/statements/index.ts'
import { openKit } from '../src/kit.ts'
import { toReport } from '../src/pipeline.ts'
import type { Statement } from '../src/records/index.ts'
import { analyseText } from '../src/text/index.ts'
import { cpuTime } from './support/cpu-time.ts'
import { read, violationsOf } from './support/read.ts'

/** Speech in every form that is read, whole as its writer meant it. */
const WHOLE = [
  '“We heard the planes at night,” said Dana Lor, a nurse.',
  '"We heard the planes," Lor said, "and then the house fell."',
  "''It is over,'' the mayor, Ilan Morvath, told reporters.",
  '‘Go,’ he said.',
  'Lor said: “The officer told us: ‘Leave now,’ and we left.”',
  'The army called it “a cowardly act” and vowed to “hunt down” the rebels.',
  'According to police, the man was “known to us”.',
  'Lor said that “nobody” helped, “not even the army”.',
  '“The town is ours.” – Dana Lor, director',
  'Police: “two dead” in blast',
  'Q: Did the army say “sorry”?',
  'A: “They said nothing.”',
  '“First they came.\n\n“Then they left,” she added.',
  'He said, "We waited.\n\nNobody came." The mayor left.',
  '«Nobody spoke», the agency quoted him as saying.',
  '„We fled“, said the farmer, who denied he had “seen” anything.',
  "``They lied,'' says a man who goes by “Shorty”.",
  'Did he ask, “Who said ‘fire’?”',
]

const MARKS = ['“', '”', '"', "''", '``', '‘', '’', "'", '«', '»', '„', '‹', '›', '”“', '""', '“"']
const SIGNS = [',', '.', '?', '…', ':', '—', ' ', '\n', '\n\n', '(', ')', '\u202e', '\ud800', 'İ']

/** Puts another mark (or sign, or nothing) where one stands, puts one anywhere, or cuts the text. */
type Break = (text: string) => string
const mark = fc.constantFrom('', ...MARKS)
const breaking: fc.Arbitrary<Break> = fc.oneof(
  fc.tuple(fc.nat(), mark).map(
    ([nth, other]): Break =>
      (text) =>
        replaceMark(text, nth, other),
  ),
  fc.tuple(fc.nat(), mark).map(
    ([nth, other]): Break =>
      (text) =>
        replaceMark(text, nth, other),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(...MARKS, ...SIGNS)).map(
    ([at, sign]): Break =>
      (text) =>
        insert(text, at % (text.length + 1), sign),
  ),
  fc.nat().map(
    (at): Break =>
      (text) =>
        text.slice(0, at % (text.length + 1)),
  ),
  fc.nat().map(
    (at): Break =>
      (text) =>
        text.slice(at % (text.length + 1)),
  ),
)
const broken = fc
  .tuple(fc.constantFrom(...WHOLE), fc.array(breaking, { minLength: 1, maxLength: 4 }))
  .map(([text, breaks]) => breaks.reduce((before, change) => change(before), text))

function replaceMark(text: string, nth: number, other: string): string {
  const marks = [...text.matchAll(/``|''|["“”„«»‹›‘’']/g)]
  const found = marks[nth % Math.max(marks.length, 1)]
  return found
    ? text.slice(0, found.index) + other + text.slice(found.index + found[0].length)
    : text
}

function insert(text: string, at: number, sign: string): string {
  return text.slice(0, at) + sign + text.slice(at)
}

/** So many to a text, each beside the others: what one leaves open must not harm the next. */
const TOGETHER = 5
const brokenText = fc
  .tuple(
    fc.array(broken, { minLength: TOGETHER, maxLength: TOGETHER }),
    fc.constantFrom('\n\n', '\n', ' '),
  )
  .map(([texts, between]) => texts.join(between))

test('10,000 broken quotations are read, and all that is said has words that stand in the text', async () => {
  const kit = await openKit()
  const words = { words: kit.words.statements, phrases: [], times: [] }
  let found = 0
  fc.assert(
    fc.property(brokenText, (text) => {
      const statements = readStatements(analyseText(toReport({ text }), kit.text), NONE, words)
      expect(statements.filter((one) => isUntrue(one, text))).toEqual([])
      found += statements.length
    }),
    { numRuns: 10_000 / TOGETHER, seed: 5, endOnFailure: true },
  )
  // Broken as they are, most still tell what is said.
  expect(found).toBeGreaterThan(5000)
})

/** No names known: this is about marks. */
const NONE: Mentions = {
  all: [],
  actors: [],
  byHead: () => undefined,
  at: () => undefined,
  actorOf: () => undefined,
}

/** Whether a statement says nothing, or gives words that do not stand where it says. */
function isUntrue({ source, cue, content }: Statement, text: string): boolean {
  const isEmpty = content.length === 0 || content.some(({ quote }) => !/[\p{L}\p{N}]/u.test(quote))
  const all = [...(source?.evidence ?? []), ...(cue?.evidence ?? []), ...content]
  return isEmpty || all.some(({ start, end, quote }) => text.slice(start, end) !== quote)
}

test('whole readings of broken quotations are proved', () => {
  fc.assert(
    fc.property(brokenText, (text) => {
      expect(violationsOf(read({ text }))).toEqual([])
    }),
    { numRuns: 150, seed: 7, endOnFailure: true },
  )
})

test('a text of broken quotations is read in time that grows with its length', () => {
  const [unit] = fc.sample(fc.array(broken, { minLength: 40, maxLength: 40 }), {
    seed: 5,
    numRuns: 1,
  }) as [string[]]
  const time = (times: number): number =>
    cpuTime(() => void read({ text: Array<string>(times).fill(unit.join('\n')).join('\n') }))
  time(1)
  expect(time(8)).toBeLessThan(4 * time(4) + 300)
})
