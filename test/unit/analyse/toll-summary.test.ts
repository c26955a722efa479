import { beforeAll, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { readReport, type Kit } from '../../../src/pipeline.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

const read = (text: string) => readReport({ text, publishedAt: '2024-03-06' }, kit).events
const sums = (text: string): string[] =>
  read(text)
    .filter(({ kind }) => kind === 'toll-summary')
    .map(({ figures }) =>
      figures.map(({ harm, evidence }) => `${harm} ${evidence[0]?.quote ?? ''}`).join(', '),
    )

test.each([
  [
    'More than 300 people have been killed in such attacks this year.',
    'killed More than 300 people',
  ],
  ['At least 47 people died in the unrest this week.', 'killed At least 47 people'],
  ['The war has claimed 2,000 lives.', 'killed 2,000 lives'],
  ['The conflict has killed 400,000 people since 2015.', 'killed 400,000 people'],
  ['The death toll from the violence this week rose to 47.', 'killed 47'],
])('%s', (text, expected) => {
  expect(sums(text)).toEqual([expected])
})

test.each([
  'A car bomb killed 12 people in Selin this week.',
  'Twelve people were killed in clashes in Selin on Monday.',
  'The two rebels were killed in fighting near Selin.',
  'An attack last year killed 12 people.',
  'The war has changed the town of Selin.',
])('no sum: %s', (text) => {
  expect(sums(text)).toEqual([])
})

test('what happened within the period of a sum is part of it, and nothing else is', () => {
  const events = read(
    'At least 47 people died in the unrest this week. A bomb killed two soldiers in Selin on Monday. Gunmen shot dead a teacher in the town on 12 February.',
  )
  const sum = events.find(({ kind }) => kind === 'toll-summary')
  const parts = events.filter(({ relations = [] }) =>
    relations.some(({ kind, event }) => kind === 'part-of' && event === sum?.id),
  )
  expect(parts.map(({ kind }) => kind)).toContain('bombing')
  expect(parts.map(({ kind }) => kind)).not.toContain('armed-assault')
})
