import { expect, test } from 'vitest'
import { cameraFor, moved, nearer, projectionOf, WORLD } from '../../../workbench/src/map/camera.ts'

const SIZE = [600, 400] as const

test('what a hand takes hold of stays under it', () => {
  const before = nearer(WORLD, 8)
  const held = projectionOf(before, SIZE).invert?.([200, 150]) ?? [0, 0]
  const [x = 0, y = 0] = projectionOf(moved(before, [30, -20], SIZE), SIZE)(held) ?? []
  expect(x).toBeCloseTo(230, 3)
  expect(y).toBeCloseTo(130, 3)
})

test.each([
  [60, 30, 70, 35],
  [170, -20, -175, -10],
  [10, 0, 10, 0],
] as const)('an area is shown whole (%s %s %s %s)', (...area) => {
  const [west, south, east, north] = area
  const project = projectionOf(cameraFor(area, SIZE), SIZE)
  const corners: [number, number][] = [
    [west, south],
    [east, north],
  ]
  for (const corner of corners) {
    const [x = -1, y = -1] = project(corner) ?? []
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(SIZE[0])
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(SIZE[1])
  }
})

test('the map has a nearest, a farthest and no poles', () => {
  expect(nearer(WORLD, 0.01).zoom).toBe(1)
  expect(nearer(WORLD, 1e9).zoom).toBe(2000)
  expect(moved(WORLD, [0, 1e6], SIZE).latitude).toBe(80)
})
