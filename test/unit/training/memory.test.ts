import { describe, expect, test } from 'vitest'
import { remember, rememberBack } from '../../../training/memory.ts'
import { seeded } from '../../../training/trainer.ts'

const rows = { sentence: Int32Array.of(0, 0, 0, 0, 1, 1), width: 4 }
const random = seeded(5)
const numbers = (length: number, scale: number): Float32Array =>
  Float32Array.from({ length }, () => (random() * 2 - 1) * scale)

/** What is remembered, weighed and summed. */
function total(sums: Float32Array, weights: Float32Array): number {
  const states = new Float32Array(weights.length)
  remember(sums, states, rows)
  return states.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0)
}

describe('a gated memory', () => {
  const sums = numbers(6 * 8, 1.5)
  const weights = numbers(6 * 4, 1)

  test('its gradient is what a small change brings', () => {
    const states = new Float32Array(6 * 4)
    remember(sums, states, rows)
    const dSums = new Float32Array(sums.length)
    rememberBack({ sums, states, dStates: weights }, dSums, rows)
    sums.forEach((_, i) => {
      const moved = (by: number): number =>
        total(
          sums.map((value, j) => (i === j ? value + by : value)),
          weights,
        )
      expect(dSums[i]).toBeCloseTo((moved(0.01) - moved(-0.01)) / 0.02, 2)
    })
  })

  test('it starts anew with each sentence, from both ends', () => {
    const [before, after] = [new Float32Array(24), new Float32Array(24)]
    remember(sums, before, rows)
    const changed = sums.map((value, i) => (i < 4 * 8 ? value : value + 1))
    remember(changed, after, rows)
    expect([...after.subarray(0, 16)]).toEqual([...before.subarray(0, 16)])
    expect([...after.subarray(16)]).not.toEqual([...before.subarray(16)])
  })
})
