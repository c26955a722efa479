import type { FilterQuery } from '../../../src/server/api.ts'
import { boxOf } from './filter.ts'
import type { Outline } from './outline.ts'

/** The numbers of the incidents that a filter leaves, in order; the server's filter leaves the same. Words of reports are for the server alone. */
export function sift(outline: Outline, filter: FilterQuery): number[] {
  const tests = testsOf(outline, filter)
  const left: number[] = []
  for (let i = 0; i < outline.id.length; i += 1) if (tests.every((test) => test(i))) left.push(i)
  return left
}

type Test = (i: number) => boolean

function testsOf(outline: Outline, filter: FilterQuery): Test[] {
  const { kind, country, killed, since, until, dated, located, box } = filter
  const tests: Test[] = []
  const { first, last } = outline
  if (kind) tests.push(isAmong(outline.kind, kind))
  if (country) tests.push(isAmong(outline.country, country))
  if (killed !== undefined) tests.push((i) => (outline.killed[i] ?? -1) >= killed)
  if (since !== undefined) tests.push((i) => (last[i] ?? first[i] ?? '') >= since)
  if (until !== undefined) tests.push((i) => (first[i] ?? last[i] ?? '\uffff') <= until)
  if (dated) tests.push((i) => ((first[i] ?? last[i]) != null) === (dated === 'yes'))
  if (located) tests.push((i) => (outline.longitude[i] != null) === (located === 'yes'))
  const area = boxOf(box)
  if (area) tests.push(isWithin(outline, area))
  return tests
}

function isAmong(column: readonly (string | null)[], wanted: readonly string[]): Test {
  const all = new Set<string | null | undefined>(wanted)
  return (i) => all.has(column[i])
}

function isWithin(
  { longitude, latitude }: Outline,
  [west, south, east, north]: readonly [number, number, number, number],
): Test {
  return (i) => {
    const [x, y] = [longitude[i], latitude[i]]
    if (x == null || y == null || y < south || y > north) return false
    return west <= east ? x >= west && x <= east : x >= west || x <= east
  }
}

/** How many incidents have each value of a column, the most frequent first. */
export function tally(
  column: readonly (string | null)[],
  numbers: readonly number[],
): (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const i of numbers) {
    const value = column[i]
    if (value != null) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
}

/** The same incidents, those with the most killed first; those of which nobody says stay last. */
export function byKilled(outline: Outline, numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => (outline.killed[b] ?? -1) - (outline.killed[a] ?? -1) || a - b)
}
