import { expect, test } from 'vitest'
import { countReadings } from '../../../src/evaluate/measures/readings.ts'
import type { Event, Reading } from '../../../src/records/index.ts'
import {
  at,
  smallEvent,
  smallFigure,
  smallReading,
  smallStatement,
} from '../../support/small-reading.ts'

const text = 'A car bomb killed three men in Darun, police said. Gunmen fled.'
const statement = smallStatement({
  id: 's1',
  content: at(text, 'A car bomb killed three men in Darun'),
  source: { text: 'police', kind: 'group', type: 'police', evidence: at(text, 'police') },
})
const gunmen = {
  id: 'a1',
  name: 'Gunmen',
  named: false,
  kind: 'armed-group' as const,
  mentions: at(text, 'Gunmen'),
}
const bare = smallFigure({
  harm: 'killed',
  atLeast: 3,
  atMost: 3,
  evidence: at(text, 'three men'),
})
const figure = { ...bare, statement: 's1' }
const bombing = smallEvent({
  id: 'e1',
  kind: 'vehicle-bombing',
  mentions: at(text, 'bomb'),
  figures: [figure],
  participants: [
    {
      id: 'p1',
      role: 'perpetrator',
      actor: 'a1',
      evidence: at(text, 'Gunmen'),
      readBy: 'events/x',
    },
  ],
})
const gold = smallReading(text, { actors: [gunmen], events: [bombing], statements: [statement] })
const scoresOf = (reading: Reading) => {
  const counts = countReadings()
  counts.add(gold, reading)
  return counts.scores()
}
const withEvent = (changes: Partial<Event>): Reading => ({
  ...gold,
  events: [{ ...bombing, ...changes }],
})

test('a reading agrees with itself', () => {
  expect(scoresOf(gold)).toMatchObject({
    events: {
      events: { f1: 1 },
      'events of the right kind': { f1: 1 },
      mentions: { f1: 1 },
      participants: { f1: 1 },
      'participants by role': { perpetrator: { right: 1, gold: 1 } },
      figures: { f1: 1 },
      'given the event': { status: { share: 1 }, carrier: { right: 1, of: 1 } },
    },
    statements: {
      whole: { exact: { f1: 1 } },
      'values, given the content': { stance: { share: 1 }, 'type of source': { share: 1 } },
    },
  })
})

test('another kind at the same trigger is found, but not of the right kind', () => {
  expect(scoresOf(withEvent({ kind: 'bombing' }))).toMatchObject({
    events: { events: { right: 1 }, 'events of the right kind': { right: 0 } },
  })
})

test('an event without a trigger in common is spurious, and so are its values', () => {
  expect(scoresOf(withEvent({ mentions: at(text, 'fled') }))).toMatchObject({
    events: {
      events: { right: 0, system: 1, gold: 1 },
      figures: { right: 0, system: 1, gold: 1 },
      'given the event': { status: { of: 0 } },
    },
  })
})

test('a figure that rests on nobody, where the gold has a carrier, is right and wrongly carried', () => {
  expect(scoresOf(withEvent({ figures: [bare] }))).toMatchObject({
    events: { figures: { right: 1 }, 'given the event': { carrier: { right: 0, of: 1 } } },
  })
})

test('a layer that the gold does not hold whole is passed over', () => {
  const counts = countReadings()
  counts.add(gold, gold, ['statements'])
  expect(counts.scores()).toMatchObject({
    events: { events: { gold: 0, system: 0 } },
    statements: { whole: { exact: { f1: 1 } } },
  })
})

test('mentions are found one by one', () => {
  const both = [...at(text, 'bomb'), ...at(text, 'killed')]
  expect(scoresOf(withEvent({ mentions: both }))).toMatchObject({
    events: { events: { right: 1 }, mentions: { right: 1, system: 2, gold: 1 } },
  })
})

test('a role is right only in its part', () => {
  const participants = bombing.participants.map((one) => ({ ...one, role: 'victim' as const }))
  expect(scoresOf(withEvent({ participants }))).toMatchObject({
    events: { participants: { right: 0, system: 1, gold: 1 } },
  })
})
