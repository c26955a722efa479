import { describe, expect, test } from 'vitest'
import type { Policy, Toll } from '../../../src/records/index.ts'
import { incidentOf, type Told } from '../../support/incident.ts'

let reports = 0
/** "5 Orrin Daily | An airstrike …": published on 5 March 2024 by the Orrin Daily. */
function told(line: string): Told {
  const [, day = '1', outlet = '', text = ''] = /^(\d+) ([^|]+?) \| (.*)$/.exec(line) ?? []
  reports += 1
  const publishedAt = `2024-03-${day.padStart(2, '0')}`
  return { id: `r${reports}`, publishedAt, outlet, text }
}

function tollOf(lines: readonly string[], policy?: Policy, order?: readonly string[]): Toll {
  const { killed } = incidentOf(lines.map(told), policy, order).figures
  if (!killed) throw new Error(`nobody killed in ${lines.join(' ')}`)
  return killed
}

/** "12 (12–40)", "17+": best, low and high, open at the top. */
function short({ low, best, high, open, vague }: Toll): string {
  if (vague) return `${low}+ vague`
  const ends = low === best && high === best ? '' : ` (${low ?? ''}–${high ?? ''})`
  return `${best ?? '?'}${ends}${open ? '+' : ''}`
}

const THREE = 'An airstrike on the market of Darun killed three people on Monday, police said.'
const SEVENTEEN =
  'An airstrike on the market of Darun killed 17 people on Monday, the governor said.'
const RIVALS = [`5 Orrin Daily | ${THREE}`, `5 Velka Post | ${SEVENTEEN}`]

describe('a toll under each policy', () => {
  const three = [
    ...RIVALS,
    '5 Radio Selin | Doctors count 17 dead. They died in an airstrike on Darun.',
    '6 Upland News | An airstrike on the market of Darun killed 12 people on Monday.',
    '6 The Miller | Twelve people died in an airstrike by unknown warplanes in the Velka valley.',
    '6 Lower Herald | Warplanes killed 12 people in Darun this week in an airstrike near the well.',
  ]
  test.each<[Policy, string]>([
    ['conservative', '12 (12–17)'],
    ['range', '17 (12–17)'],
    ['latest', '12 (12–17)'],
    ['majority-of-origins', '12 (12–17)'],
  ])('%s', (policy, wanted) => {
    expect(short(tollOf(three, policy))).toBe(wanted)
  })

  test('conservative: the lowest, until another number is confirmed', () => {
    expect(short(tollOf(RIVALS))).toBe('3 (3–17)')
    expect(short(tollOf(three.slice(0, 3)))).toBe('17 (3–17)')
  })

  test('range: whoever counts by calling goes first, and of equals the lower', () => {
    expect(short(tollOf(RIVALS, 'range'))).toBe('17 (3–17)')
    const papers = [
      '5 A | Nine people died in an airstrike on Darun.',
      '5 B | Ten people died in an airstrike on Darun.',
    ]
    expect(short(tollOf(papers, 'range'))).toBe('9 (9–10)')
  })

  test('source order: whom the list has first, though others told more since', () => {
    const rise = [`5 Orrin Daily | ${THREE}`, `6 Velka Post | ${SEVENTEEN}`]
    expect(short(tollOf(rise, 'source-order', ['orrin daily', 'Velka Post']))).toBe('3 (3–17)')
    expect(short(tollOf(rise, 'source-order', ['police']))).toBe('3 (3–17)')
    expect(short(tollOf(rise, 'source-order', ['Radio Selin']))).toBe('17')
  })
})

describe('a toll has a history', () => {
  const steps = ({ history }: Toll): string[] =>
    history.map(
      (one) => `${one.publishedAt?.slice(8)} ${one.atLeast} ${one.step}${one.past ? ' past' : ''}`,
    )

  test('that rises is no contradiction', () => {
    const lines = [`5 Orrin Daily | ${THREE}`, `6 Velka Post | ${SEVENTEEN}`]
    expect(steps(tollOf(lines))).toEqual(['05 3 first past', '06 17 up'])
    expect(short(tollOf(lines))).toBe('17')
    expect(incidentOf(lines.map(told)).contradictions).toEqual([])
  })

  test('a correction takes the place of a larger number, another outlet does not', () => {
    const before = '5 Orrin Daily | An airstrike on Darun killed 17 people on Monday, police said.'
    const corrected =
      "6 Velka Post | Police lowered the death toll of Monday's airstrike on Darun to 9."
    expect(steps(tollOf([before, corrected]))).toEqual(['05 17 first past', '06 9 down'])
    const less = '6 Velka Post | An airstrike on Darun killed nine people on Monday.'
    expect(short(tollOf([before, less]))).toBe('9 (9–17)')
    expect(incidentOf([before, less].map(told)).contradictions).toHaveLength(1)
  })

  test('a number without a date is no rival of a larger one that has a date', () => {
    const dated = {
      id: 'a',
      outlet: 'A',
      publishedAt: '2024-03-05',
      text: 'An airstrike on Darun killed 17 people on Monday.',
    }
    const undated = {
      id: 'b',
      outlet: 'B',
      text: 'Warplanes killed nine people in Darun in an airstrike on Monday.',
    }
    const { figures, contradictions } = incidentOf([dated, undated])
    expect(figures.killed).toMatchObject({ low: 17, best: 17, high: 17 })
    expect(contradictions.filter(({ kind }) => kind === 'other-figure')).toEqual([])
  })

  test('within one report', () => {
    const toll = tollOf([
      '5 Orrin Daily | An airstrike on Darun killed 3 people on Monday. The death toll later rose to 17, the governor said.',
    ])
    expect(steps(toll)).toEqual(['05 3 first past', '05 17 up'])
  })
})

describe('numbers that are not what they seem', () => {
  test('two numbers of one day that cannot both be true are a contradiction', () => {
    const [first] = incidentOf(RIVALS.map(told)).contradictions
    expect(first).toMatchObject({ field: 'figure.killed', kind: 'other-figure' })
    expect(first?.sides.map(({ value }) => value)).toEqual([
      { atLeast: 3, atMost: 3 },
      { atLeast: 17, atMost: 17 },
    ])
  })

  test('"at least" leaves room for more', () => {
    const lines = [
      '5 A | An airstrike on Darun killed at least 12 people on Monday.',
      '5 B | An airstrike on Darun killed 14 people on Monday.',
    ]
    expect(short(tollOf(lines))).toBe('12 (12–14)')
    expect(short(tollOf(lines.slice(0, 1)))).toBe('12+')
    expect(incidentOf(lines.map(told)).contradictions).toEqual([])
  })

  test('vague words stay vague, and give way to any number', () => {
    const dozens = '5 A | Dozens of people were killed in an airstrike on Darun on Monday.'
    expect(tollOf([dozens])).toMatchObject({ vague: true })
    expect(tollOf([dozens])).not.toHaveProperty('best')
    expect(short(tollOf([dozens, '5 B | An airstrike on Darun killed 31 people on Monday.']))).toBe(
      '31',
    )
  })

  test('members of one list are added up, what may overlap is not', () => {
    expect(
      short(tollOf(['5 A | An airstrike on Darun killed two guards and four civilians.'])),
    ).toBe('6')
    const toll = tollOf(['5 A | An airstrike on Darun killed four civilians. Three women died.'])
    expect(toll).toMatchObject({ low: 4, best: 4, high: 4, of: 'civilian' })
  })

  test('parts neither exceed nor replace a total', () => {
    const toll = tollOf([
      '5 A | An airstrike on Darun killed nine people, including five children.',
    ])
    expect(short(toll)).toBe('9')
    expect(toll.parts).toMatchObject([{ of: 'child', best: 5 }])
  })

  test('what only those say who took part is claimed, and yields to anybody else', () => {
    const army = '5 A | The army said it killed 40 rebels in an airstrike on Darun on Monday.'
    expect(tollOf([army])).toMatchObject({ best: 40, claimed: true })
    const residents =
      '5 B | An airstrike by the army on Darun killed 12 rebels on Monday, residents said.'
    const both = tollOf([army, residents])
    expect(short(both)).toBe('12 (12–40)')
    expect(both).not.toHaveProperty('claimed')
  })
})
