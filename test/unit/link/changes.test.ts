import { describe, expect, test } from 'vitest'
import { changeText } from '../../../src/export/index.ts'
import { changesBetween, toIncident, type Member } from '../../../src/link/index.ts'
import { eventOf } from '../../support/incident.ts'
import { read } from '../../support/read.ts'

function member(outlet: string, day: number, text: string): Member {
  const reading = read({ id: outlet, outlet, publishedAt: `2024-03-0${day}`, text })
  return { reading, event: eventOf(reading) }
}

/** The same report with another text. */
function version({ reading: { report } }: Member, text: string): Member {
  const { outlet = '', publishedAt = '' } = report
  const next = member(outlet, Number(publishedAt.slice(-1)), text)
  return { ...next, reading: { ...next.reading, report: { ...next.reading.report, version: 2 } } }
}

function changes(before: readonly Member[], after: readonly Member[]): string[] {
  const [then, now] = [before, after].map((members) =>
    members.length === 0 ? undefined : toIncident('i', members),
  )
  return changesBetween(then, now).map(changeText)
}

const THREE = member(
  'Orrin Daily',
  5,
  'An airstrike on Darun killed three people on Monday, police said.',
)
const SEVENTEEN = member(
  'Velka Post',
  6,
  'An airstrike on Darun killed 17 people on Monday, the governor said.',
)
const BY_ARMY = member(
  'Radio Selin',
  6,
  'An airstrike by the army hit Darun on Monday, residents said.',
)
const DENIED = member(
  'Upland News',
  7,
  'An airstrike by the army hit Darun on Monday, residents said. The army denied that it had carried out the airstrike.',
)

describe('what changed in an incident', () => {
  test('nothing, for the same state', () => {
    expect(changes([THREE, SEVENTEEN], [SEVENTEEN, THREE])).toEqual([])
    expect(changes([], [])).toEqual([])
  })

  test('it is new, or gone', () => {
    expect(changes([], [THREE])[0]).toMatch(/^a new incident: Orrin Daily, 2024-03-05/)
    expect(changes([THREE], [])).toEqual(['the incident is gone: no report tells it any more'])
  })

  test('a report raises the toll', () => {
    expect(changes([THREE], [THREE, SEVENTEEN])).toEqual([
      'another report: Velka Post, 2024-03-06',
      'killed raised from 3 to 17: the governor (Velka Post, 2024-03-06)',
    ])
  })

  test('a report is gone, and the toll with it', () => {
    expect(changes([THREE, SEVENTEEN], [THREE])).toEqual([
      'a report is no longer part of it: Velka Post, 2024-03-06',
      'killed lowered from 17 to 3: no longer told by the governor (Velka Post, 2024-03-06)',
    ])
  })

  test('a perpetrator is named, and denies it', () => {
    expect(changes([THREE], [THREE, BY_ARMY])).toContain(
      'perpetrator is now the army: residents (Radio Selin, 2024-03-06)',
    )
    expect(changes([THREE, BY_ARMY], [THREE, BY_ARMY, DENIED])).toContain(
      'perpetrator cannot all be true (the army, and not so): residents (Upland News, 2024-03-07), The army (Upland News, 2024-03-07)',
    )
  })

  test('a new version leaves a value out', () => {
    const edited = version(
      THREE,
      'An airstrike on Darun wounded three people on Monday, police said.',
    )
    const told = changes([THREE], [edited])
    expect(told).toContain('a report has a new version: Orrin Daily, 2024-03-05, version 2')
    expect(told).toContain(
      'killed left out by the new version (3): Orrin Daily, 2024-03-05, version 2',
    )
    expect(told).toContain(
      'killed stands no longer (3): no longer told by police (Orrin Daily, 2024-03-05)',
    )
    expect(told).toContain('injured is now 3: police (Orrin Daily, 2024-03-05, version 2)')
  })
})
