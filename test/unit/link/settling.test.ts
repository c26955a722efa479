import { describe, expect, test } from 'vitest'
import type { ClaimField, Incident } from '../../../src/records/index.ts'
import { valueText } from '../../../src/export/claim-text.ts'
import { incidentOf, type Told } from '../../support/incident.ts'

/** A report of 5 March 2024, or of the day before its text: "20: A bomb …". */
const report = (id: string, outlet: string, line: string): Told => {
  const [, day = '05', text = line] = /^(\d\d): (.*)$/.exec(line) ?? []
  return { id, outlet, text, publishedAt: `2024-03-${day}` }
}
const standing = ({ stands }: Incident, field: ClaimField): string[] =>
  (stands[field] ?? []).map(({ value }) => valueText(value))

const BY_ARMY = report(
  'a',
  'Orrin Daily',
  'The army bombed the bridge at Selin on Monday, residents said.',
)
const BY_FRONT = report(
  'b',
  'Velka Post',
  'The Front for a Free Velka bombed the bridge at Selin on Monday.',
)
const DENIED = report(
  'c',
  'Radio Selin',
  'The army bombed the bridge at Selin on Monday, residents said. The army denied that it had bombed the bridge.',
)

describe('what stands', () => {
  test('the more exact of times that agree, with all who say so', () => {
    const incident = incidentOf([
      BY_FRONT,
      report('d', 'Orrin Daily', '20: A bombing destroyed the bridge at Selin in March.'),
    ])
    expect(incident.time).toEqual({ earliest: '2024-03-04', latest: '2024-03-04' })
    expect(incident.stands.time?.[0]).toMatchObject({ because: { length: 2 }, against: [] })
  })

  test('of perpetrators that exclude each other one stands, and the other is against it', () => {
    const incident = incidentOf([
      BY_ARMY,
      BY_FRONT,
      report(
        'e',
        'Upland News',
        'On Monday the Front for a Free Velka bombed the only road over the river.',
      ),
    ])
    expect(standing(incident, 'participant.perpetrator')).toEqual(['Front for a Free Velka'])
    expect(incident.stands['participant.perpetrator']?.[0]?.against).toHaveLength(1)
    const [other] = incident.contradictions
    expect(other).toMatchObject({ kind: 'another-actor', sides: { length: 2 } })
  })

  test('a denial is listed, and stands against', () => {
    const incident = incidentOf([DENIED])
    expect(incident.stands['participant.perpetrator']?.[0]?.against).toHaveLength(1)
    expect(incident.contradictions.map(({ kind, field }) => [kind, field])).toContainEqual([
      'denied',
      'participant.perpetrator',
    ])
  })

  test('who denies a deed of his own says nothing against its day, place or means', () => {
    const incident = incidentOf([
      report('a', 'Orrin Daily', 'A car bomb destroyed the bridge at Selin on Monday.'),
      report(
        'b',
        'Velka Post',
        'The Front for a Free Velka denied that it had carried out the bombing of the bridge at Selin on Monday.',
      ),
    ])
    expect(incident.events).toHaveLength(2)
    expect(incident.stands.time?.map(({ against }) => against)).toEqual([[]])
    expect((incident.stands.site ?? []).flatMap(({ against }) => against)).toEqual([])
    const denied = incident.values.flatMap(({ field, stance }) =>
      stance === 'denies' ? [field] : [],
    )
    expect(denied).toContain('participant.perpetrator')
    expect(denied).not.toContain('kind')
  })

  test('that nobody has claimed it holds until somebody does', () => {
    const none = report(
      'a',
      'Orrin Daily',
      'A bomb exploded at the bridge at Selin on Monday. No group claimed responsibility for the bombing.',
    )
    const later = report(
      'b',
      'Velka Post',
      '06: The Front for a Free Velka claimed responsibility for a bombing at the bridge at Selin on Monday.',
    )
    expect(standing(incidentOf([none]), 'responsibility')).toEqual(['nobody says so'])
    expect(standing(incidentOf([none, later]), 'responsibility')).toEqual([
      'Front for a Free Velka says it did it',
    ])
  })
})
