import { expect, test } from 'vitest'
import { incidentOf } from '../../support/incident.ts'

const A = {
  id: 'a',
  outlet: 'Orrin Daily',
  publishedAt: '2024-03-05',
  text: 'An airstrike on the market of Darun killed three people on Tuesday.',
}
const B = {
  id: 'b',
  outlet: 'Velka Post',
  publishedAt: '2024-03-06',
  text: 'An airstrike by the army on the market of Darun killed 17 people on Tuesday, the governor said.',
}

test('an incident has the events, what each report says, and where the reports come from', () => {
  const incident = incidentOf([A, B])
  expect(incident.kind).toBe('airstrike')
  expect(incident.events.map(({ report }) => report)).toEqual(['a', 'b'])
  expect(incident.origins.map(({ reports, why }) => [reports, why])).toEqual([
    [['a'], 'written by Orrin Daily'],
    [['b'], 'written by Velka Post'],
  ])
  expect(incident.stands['participant.perpetrator']?.[0]?.value).toMatchObject({ actor: 'army' })
})
