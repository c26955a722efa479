import { expect, test } from 'vitest'
import { incidentOf, type Told } from '../../support/incident.ts'

const origins = (reports: readonly Told[]): string[] =>
  incidentOf(reports).origins.map(({ reports: ids, why }) => `${ids.join(' ')}: ${why}`)
const on = (day: number): string => `2024-03-0${day}`

const WIRE =
  'Shells hit the market of Darun on Monday morning, killing at least nine people, the governor of the Velka valley said. Rescue workers pulled two children from under a collapsed stall. A doctor at the clinic said that eleven wounded had been brought in, four of them in danger of their lives.'
const OWN =
  'Nine dead in Darun: that is what the council counts after Monday. The shelling of the market, witnesses told this paper, lasted an hour and killed nine people. At the well, where the first of two shells came down, somebody has laid flowers.'

test('copies are one origin, named after the first', () => {
  expect(
    origins([
      { id: 'b', outlet: 'Velka Post', publishedAt: on(6), text: `${WIRE} Read more on page two.` },
      { id: 'a', outlet: 'Orrin Daily', publishedAt: on(5), text: WIRE },
      { id: 'c', outlet: 'Radio Selin', publishedAt: on(6), text: OWN },
    ]),
  ).toEqual(['a b: all copies of one text', 'c: written by Radio Selin'])
})

test('what is credited to one agency is one, also with what the agency itself published', () => {
  expect(
    origins([
      {
        id: 'a',
        outlet: 'Orrin Daily',
        publishedAt: on(5),
        text: `DARUN, March 5 (AFP) - ${WIRE}`,
      },
      { id: 'b', outlet: 'Velka Post', publishedAt: on(5), text: `DARUN, March 5 (AFP) - ${OWN}` },
      {
        id: 'c',
        outlet: 'AFP',
        publishedAt: on(6),
        text: 'Shelling killed 11 people at the market of Darun on Monday.',
      },
      {
        id: 'd',
        outlet: 'Radio Selin',
        publishedAt: on(6),
        text: `DARUN, March 5 (Reuters) - The shelling of the market on Monday killed ten people.`,
      },
    ]),
  ).toEqual(['a b c: all credited to AFP or written by it', 'd: credited to Reuters'])
})

test('a report that only passes on another outlet’s word adds no origin', () => {
  expect(
    origins([
      { id: 'a', outlet: 'AFP', publishedAt: on(5), text: OWN },
      {
        id: 'b',
        outlet: 'Orrin Daily',
        publishedAt: on(6),
        text: 'Shelling killed ten people in Darun on Monday, AFP reported.',
      },
      {
        id: 'c',
        outlet: 'Velka Post',
        publishedAt: on(6),
        text: 'Ten are dead after guns fired on a street of Darun.',
      },
    ]),
  ).toEqual(['a b: all written by AFP or passing on what it said', 'c: written by Velka Post'])
})

test('reports that have nothing but what one body said are one, reports of their own are not', () => {
  const says =
    'The Syrian Observatory for Human Rights said shelling killed ten people in Darun on Monday.'
  expect(
    origins([
      { id: 'a', outlet: 'Orrin Daily', publishedAt: on(5), text: says },
      { id: 'b', outlet: 'Velka Post', publishedAt: on(6), text: `Syria news. ${says}` },
      {
        id: 'c',
        outlet: 'Radio Selin',
        publishedAt: on(6),
        text: 'Shelling killed ten people in Darun on Monday, residents said.',
      },
      {
        id: 'd',
        outlet: 'Upland News',
        publishedAt: on(6),
        text: 'Residents said shelling killed eleven people in Darun on Monday.',
      },
    ]).map((line) => line.slice(0, 3)),
  ).toEqual(['a b', 'c: ', 'd: '])
})

test('an outlet does not confirm itself', () => {
  expect(
    origins([
      { id: 'a', outlet: 'Orrin Daily', publishedAt: on(5), text: WIRE },
      { id: 'b', outlet: 'The Orrin Daily', publishedAt: on(6), text: OWN },
    ]),
  ).toEqual(['a b: all written by Orrin Daily'])
})
