import { expect, test } from 'vitest'
import type { Known } from '../../../src/evaluate/index.ts'
import {
  countCodedEvents,
  mainEvent,
  type CodedEvent,
} from '../../../src/evaluate/measures/coded-event.ts'
import { namesMeet, plainName } from '../../../src/evaluate/group-names.ts'
import type { Reading } from '../../../src/records/index.ts'
import { at, smallEvent, smallFigure, smallReading } from '../../support/small-reading.ts'

const text = 'A bomb killed three men in Darun. The Velka Front met. It may bomb again.'
const known: Known = {
  isHarmful: (kind) => kind === 'bombing',
  country: () => undefined,
  sameGroup: ({ name }, gold) => namesMeet(plainName(name), plainName(gold)),
}
const bombing = smallEvent({
  id: 'e1',
  kind: 'bombing',
  mentions: at(text, 'bomb'),
  figures: [smallFigure({ harm: 'killed', atLeast: 3, atMost: 3 })],
  participants: [
    {
      id: 'p1',
      role: 'perpetrator',
      actor: 'a1',
      confidence: 'suspected',
      evidence: at(text, 'Velka Front'),
      readBy: 'events/x',
    },
  ],
})
const reading = smallReading(text, {
  actors: [
    {
      id: 'a1',
      name: 'The Velka Front',
      named: true,
      kind: 'armed-group',
      mentions: at(text, 'Velka Front'),
    },
  ],
  events: [
    smallEvent({ id: 'e2', kind: 'meeting', mentions: at(text, 'met') }),
    smallEvent({ id: 'e3', kind: 'bombing', status: 'possible', mentions: at(text, 'bomb again') }),
    bombing,
  ],
})
const scoresOf = (gold: CodedEvent, one: Reading) => {
  const counts = countCodedEvents(known)
  counts.add(gold, one)
  return counts.scores()
}
const count = (number: number) => ({ accepted: [number], low: number, high: number })

test('the main event is harmful, particular and happened', () => {
  expect(mainEvent(reading, known)?.id).toBe('e1')
  expect(mainEvent(smallReading(text), known)).toBeUndefined()
})

test('a right count is right in every view; a wrong one is stated and wrong', () => {
  expect(scoresOf({ counts: { killed: count(3) } }, reading)).toMatchObject({
    killed: { exact: { right: 1 }, 'when positive': { right: 1 }, 'in range': { right: 1 } },
  })
  expect(scoresOf({ counts: { killed: count(4) } }, reading)).toMatchObject({
    killed: { exact: { right: 0, of: 1 }, 'when stated': { right: 0, of: 1 } },
  })
})

test('silence says nobody, and states nothing', () => {
  expect(scoresOf({ counts: { injured: count(0) } }, reading)).toMatchObject({
    injured: {
      exact: { right: 1, of: 1 },
      'when positive': { of: 0 },
      'when stated': { of: 0 },
    },
  })
})

test('a perpetrator is right by name, wrong by another; nobody asked for none is not counted', () => {
  const gold = { counts: {}, perpetrator: 'Front of Velka (suspected)', suspected: true }
  expect(scoresOf(gold, reading)).toMatchObject({
    perpetrator: {
      named: { right: 1, system: 1, gold: 1 },
      'suspected, given the name': { right: 1, of: 1 },
    },
  })
  expect(scoresOf({ counts: {}, perpetrator: 'Orrin Brigade' }, reading)).toMatchObject({
    perpetrator: { named: { right: 0, system: 1, gold: 1 } },
  })
  expect(scoresOf({ counts: {}, perpetrator: null }, reading)).toMatchObject({
    perpetrator: { named: { right: 0, system: 1, gold: 0 } },
  })
  expect(scoresOf({ counts: {} }, reading)).not.toHaveProperty('perpetrator')
})

test.each([
  ['the front', 'front', false],
  ['people s front of velka', 'velka front', true],
  ['velka liberation front', 'orrin liberation front', false],
])('names: %s and %s', (a, b, meet) => {
  expect(namesMeet(a, b)).toBe(meet)
})
