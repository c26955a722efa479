import { expect, test } from 'vitest'
import { writeIncident } from '../../../src/export/index.ts'
import { incidentOf } from '../../support/incident.ts'

const incident = incidentOf([
  {
    id: 'a',
    outlet: 'Orrin Daily',
    publishedAt: '2024-03-05',
    text: 'DARUN, March 5 (AFP) - An airstrike on the market of Darun killed three people on Monday, police said. Dozens were wounded.',
  },
  {
    id: 'b',
    outlet: 'Velka Post',
    publishedAt: '2024-03-05',
    text: 'DARUN, March 5 (AFP) - An airstrike on the market of Darun killed three people on Monday, police said.',
  },
  {
    id: 'c',
    outlet: 'Radio Selin',
    publishedAt: '2024-03-06',
    text: 'An airstrike by the army on the market of Darun killed 17 people on Monday, including five children, the governor said. The army denied that it had carried out the airstrike.',
  },
])

test('an incident can be read without a manual', () => {
  expect(writeIncident(incident)).toBe(`AIRSTRIKE · HAPPENED
2024-03-04 · Darun · not located
3 reports, 2 origins

Where it comes from
  origin 1     Orrin Daily, Velka Post (2 reports): all copies of one text; all credited to AFP
  origin 2     Radio Selin: written by Radio Selin

What stands · conservative: of numbers the lowest, until another is confirmed
  what         airstrike — Orrin Daily, Velka Post, Radio Selin “airstrike”
  when         2024-03-04 — police (Orrin Daily, Velka Post), the governor (Radio Selin) “Monday”
  where        Darun · not located — police (Orrin Daily, Velka Post), the governor (Radio Selin)
               “Darun”
  site         the market — police (Orrin Daily, Velka Post), the governor (Radio Selin) “the
               market”
  perpetrator  the army — the governor (Radio Selin) “the army”
               but denied by The army (Radio Selin)
  target       the market — police (Orrin Daily, Velka Post), the governor (Radio Selin) “the
               market”
  claim        the army says it did not — Radio Selin “denied that it had carried”

Toll
  injured      “Dozens”
               2024-03-05 · “Dozens” — Orrin Daily
  killed       17 · of whom 5 children
               2024-03-05 · 3 — police (Orrin Daily, Velka Post) “three people”
               2024-03-06 · 17 · up — the governor (Radio Selin) “17 people”

What cannot all be true
  denied       the army as perpetrator — the governor (Radio Selin) “the army”
               not so — The army (Radio Selin) “that it had carried out the airstrike”
`)
})

test('with colours the words are the same, and nothing steers the terminal', () => {
  const plain = writeIncident(incident, { width: 80, colour: false })
  // eslint-disable-next-line no-control-regex
  const codes = /\u001b\[[\d;]*m/g
  expect(writeIncident(incident, { width: 80, colour: true }).replace(codes, '')).toBe(plain)
  const hostile = incidentOf([
    { id: 'x', outlet: 'Orrin\u001b[2JDaily', text: 'A bomb killed three people in Darun.' },
  ])
  expect(writeIncident(hostile)).not.toContain('\u001b')
  for (const line of plain.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
})
