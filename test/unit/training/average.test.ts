import { describe, expect, test } from 'vitest'
import { openAverage } from '../../../training/average.ts'

describe('the average of the numbers', () => {
  test('keeps the decay’s share of what it was, once it has run in', () => {
    const weights = Float32Array.of(1, -2)
    const average = openAverage({ weights }, 0.5)
    for (let i = 0; i < 40; i += 1) average.add()
    weights.set([3, 2])
    average.add()
    expect([...(average.parameters['weights'] ?? [])]).toEqual([2, 0])
    average.add()
    expect([...(average.parameters['weights'] ?? [])]).toEqual([2.5, 1])
  })

  test('forgets its start sooner than the decay alone would', () => {
    const weights = Float32Array.of(1)
    const average = openAverage({ weights }, 0.999)
    weights.fill(0)
    for (let i = 0; i < 100; i += 1) average.add()
    expect(average.parameters['weights']?.[0]).toBeLessThan(0.001)
  })

  test('smooths numbers that jump about their mean, and leaves the numbers as they are', () => {
    const weights = new Float32Array(4)
    const average = openAverage({ weights }, 0.99)
    for (let i = 0; i < 2000; i += 1) {
      weights.fill(i % 2 === 0 ? 5 : 7)
      average.add()
    }
    for (const value of average.parameters['weights'] ?? [])
      expect(Math.abs(value - 6)).toBeLessThan(0.1)
    expect([...weights]).toEqual([7, 7, 7, 7])
  })
})
