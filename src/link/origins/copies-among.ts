import type { Reading } from '../../records/index.ts'
import { isCopy } from './near-copies.ts'
import { likenessOf, shinglesOf } from './text-sketch.ts'

/** Two reports of one wording, by their ids. */
export interface Copy {
  readonly earlier: string
  readonly later: string
  /** How much of the shorter one's wording is in the other, from 0 to 1. */
  readonly held: number
}

/** Pairs of reports that are copies, by the runs of words that they share: all are counted in one pass. The readings are in order of publication. */
export function copiesAmong(readings: readonly Reading[]): Copy[] {
  if (readings.length < 2) return []
  const holders = new Map<number, number[]>()
  const all = readings.map(({ report }) => ({ id: report.id, shingles: shinglesOf(report.text) }))
  return all.flatMap(({ id, shingles }, i) => {
    const shared = new Map<number, number>()
    for (const shingle of shingles) {
      const before = holders.get(shingle)
      for (const other of before ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      if (!before) holders.set(shingle, [i])
      else if (before.length < MOST) before.push(i)
    }
    return [...shared].flatMap(([other, both]): Copy[] => {
      const earlier = all[other]
      if (!earlier) return []
      const likeness = likenessOf(both, earlier.shingles.size, shingles.size)
      return isCopy(likeness) ? [{ earlier: earlier.id, later: id, held: likeness.held }] : []
    })
  })
}

/** Reports that a run of words is looked for in; what more have says nothing, and copies are found by the first. */
const MOST = 60

/** By publication; what has no date comes last, since it may be a copy of any. */
export function earlierFirst({ report: a }: Reading, { report: b }: Reading): number {
  const [x, y] = [a.publishedAt ?? LAST, b.publishedAt ?? LAST]
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const LAST = '\uffff'
