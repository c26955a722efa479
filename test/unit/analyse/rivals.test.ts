import { beforeAll, describe, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { readReport, type Kit } from '../../../src/pipeline.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

const read = (text: string) => readReport({ text, publishedAt: '2024-03-06' }, kit)
const killed = (text: string) =>
  read(text).events.flatMap(({ figures }) => figures.filter(({ harm }) => harm === 'killed'))

describe('until when a number holds, and how it came about', () => {
  test.each([
    ['The death toll from the blast in Selin rose to 17.', 'cumulative', undefined],
    ['The death toll from the blast in Selin was lowered to 9.', 'revised', undefined],
    [
      'Officials revised the death toll from the blast in Selin from 12 to 9.',
      'revised',
      undefined,
    ],
    ['The blast in Selin killed 12 people.', undefined, undefined],
    [
      'As of Tuesday, 20 people had died in the blast in Selin.',
      undefined,
      { earliest: '2024-03-05', latest: '2024-03-05' },
    ],
    ['The blast in Selin on Tuesday killed 20 people.', undefined, undefined],
  ])('%s', (text, series, asOf) => {
    const [figure] = killed(text)
    expect(figure?.series).toBe(series)
    expect(figure?.asOf).toEqual(asOf)
  })

  test('the day up to which a number holds is not the day of the event', () => {
    const { events } = read('As of Tuesday, 20 people had died in the blast in Selin.')
    expect(events[0]?.time).toBeUndefined()
  })
})

test('a number that another says too is confirmed, not counted twice', () => {
  const text =
    'Police said 12 people were killed in the blast in Selin. The hospital confirmed that 12 people were killed.'
  const reading = read(text)
  const [figure, ...others] = killed(text)
  expect(others).toEqual([])
  const [police, hospital] = reading.statements
  expect(figure?.statement).toBe(police?.id)
  expect(figure?.confirmedBy).toEqual([hospital?.id])
})

test('who denies an attack that it is held to have done does so beside its part in it', () => {
  const { events, statements } = read(
    'Police said the Red Front had attacked the station in Darun. The Red Front denied responsibility.',
  )
  const denial = statements.find(({ stance }) => stance === 'denies')
  const attack = events.find(({ kind }) => kind === 'unspecified-attack')
  expect(attack?.participants.find(({ role }) => role === 'perpetrator')?.deniedBy).toEqual([
    denial?.id,
  ])
  expect(attack?.participants.find(({ role }) => role === 'target')?.deniedBy).toBeUndefined()
})

test('two days that are said of one attack stand side by side', () => {
  const text =
    'A bomb exploded in Selin on Monday, the army said. Residents said the attack took place on Sunday.'
  const { events } = read(text)
  expect(events).toHaveLength(1)
  expect(events[0]?.time?.value.earliest).toBe('2024-03-04')
  expect(events[0]?.time?.also?.map(({ value }) => value.earliest)).toEqual(['2024-03-03'])
  const apart = read('A bomb exploded in Selin on Monday. Another attack took place on Sunday.')
  expect(apart.events).toHaveLength(2)
})
