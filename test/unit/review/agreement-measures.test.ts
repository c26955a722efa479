import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cohensKappa,
  estimate,
  newRandom,
  nominalAlpha,
  unitizingAlpha,
  unitizingDisagreement,
  type Continuum,
  type Pair,
} from '../../../src/review/index.ts'

/** Pairs by how often each stands in a table of two codes. */
const table = ([yesYes, yesNo, noYes, noNo]: readonly [number, number, number, number]): Pair[] => [
  ...Array.from({ length: yesYes }, (): Pair => ['yes', 'yes']),
  ...Array.from({ length: yesNo }, (): Pair => ['yes', 'no']),
  ...Array.from({ length: noYes }, (): Pair => ['no', 'yes']),
  ...Array.from({ length: noNo }, (): Pair => ['no', 'no']),
]

describe("Cohen's kappa", () => {
  // The examples that textbooks work out: two readers of 50 grant proposals, and two tables with as much agreement but unlike margins.
  test.each([
    [table([20, 5, 10, 15]), 0.4],
    [table([45, 15, 25, 15]), 0.1304],
    [table([25, 35, 5, 35]), 0.2593],
  ])('of a worked example', (pairs, kappa) => expect(cohensKappa(pairs)).toBeCloseTo(kappa, 4))

  test('is not there where nothing varies', () => {
    expect(cohensKappa([])).toBeUndefined()
    expect(cohensKappa(table([7, 0, 0, 0]))).toBeUndefined()
  })
})

describe("Krippendorff's alpha", () => {
  // Krippendorff 2011, sections A and C.
  test('of two observers and two codes', () => {
    const [one, other] = ['0100000010', '1110010000'] as const
    const units = one.split('').map((code, i) => [code, other.charAt(i)])
    expect(nominalAlpha(units)).toBeCloseTo(0.095, 3)
  })

  test('of four observers who left out some units', () => {
    const rows = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.']
    const units = Array.from({ length: 12 }, (_, i) =>
      rows.map((row) => row[i] ?? '.').filter((code) => code !== '.'),
    )
    expect(nominalAlpha(units)).toBeCloseTo(0.743, 3)
  })

  test('is that of the units, whoever is named first', () => {
    const codes = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 8 }), (units) => {
        const turned = units.map((unit) => unit.toReversed()).toReversed()
        const [one, other] = [nominalAlpha(units), nominalAlpha(turned)]
        if (one === undefined) expect(other).toBeUndefined()
        else expect(other).toBeCloseTo(one, 9)
      }),
    )
  })
})

describe("Krippendorff's alpha for unitizing", () => {
  // Krippendorff 2004, page 254: a continuum from 150 to 450, two observers, two categories.
  const continuum = (...coders: readonly (readonly [number, number])[][]): Continuum => ({
    length: 300,
    coders: coders.map((units) =>
      units.map(([at, length]) => ({ start: at - 150, end: at - 150 + length })),
    ),
  })

  test('of a category that two observers mark unlike', () => {
    const c = continuum(
      [
        [225, 70],
        [370, 30],
      ],
      [
        [220, 80],
        [355, 20],
        [400, 20],
      ],
    )
    expect(unitizingDisagreement(c).observed).toBeCloseTo(0.0144, 4)
    expect(unitizingDisagreement(c).expected).toBeCloseTo(0.0532, 4)
    expect(unitizingAlpha(c)).toBeCloseTo(0.7286, 3)
  })

  test('of a category that they mark alike', () => {
    const k = continuum(
      [
        [180, 60],
        [300, 50],
      ],
      [
        [180, 60],
        [300, 50],
      ],
    )
    expect(unitizingDisagreement(k).expected).toBeCloseTo(0.049, 4)
    expect(unitizingAlpha(k)).toBe(1)
  })

  test('is not there where nobody marked anything', () => {
    expect(unitizingAlpha(continuum([], []))).toBeUndefined()
  })
})

describe('an interval', () => {
  const units = table([20, 5, 10, 15])
  const drawing = (seed: number) => ({ times: 500, random: newRandom(seed) })

  test('is the same for the same seed, and holds the value', () => {
    const one = estimate(units, cohensKappa, drawing(1))
    expect(one).toEqual(estimate(units, cohensKappa, drawing(1)))
    expect(one.low).toBeLessThan(0.4)
    expect(one.high).toBeGreaterThan(0.4)
    // The standard error of this table is about 0.13.
    expect((one.high ?? 0) - (one.low ?? 0)).toBeGreaterThan(0.3)
    expect((one.high ?? 0) - (one.low ?? 0)).toBeLessThan(0.7)
  })

  test('is not drawn from few units', () => {
    expect(estimate(table([1, 1, 1, 0]), cohensKappa, drawing(1)).low).toBeUndefined()
  })
})
