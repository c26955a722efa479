import type { Rate } from '../score.ts'

/** How well a grouping of reports agrees with another. */
export interface ClusterScores {
  /** The mean over the reports: how much of a report's own group is of its true one, and the other way round. */
  readonly b3: Rate
  /** Pairs of reports that are in one group. */
  readonly pairs: Rate
}

/** The group of each report, by id; who is in none stands alone. */
export type Groups = ReadonlyMap<string, string>

/** Scores groups of some reports against their true groups. */
export function scoreClusters(ids: readonly string[], gold: Groups, ours: Groups): ClusterScores {
  const groupOf = (groups: Groups, id: string): string => groups.get(id) ?? `alone ${id}`
  const golds = countBy(ids, (id) => groupOf(gold, id))
  const systems = countBy(ids, (id) => groupOf(ours, id))
  const boths = countBy(ids, (id) => `${groupOf(gold, id)}\n${groupOf(ours, id)}`)
  let [precision, recall] = [0, 0]
  for (const id of ids) {
    const both = boths.get(`${groupOf(gold, id)}\n${groupOf(ours, id)}`) ?? 0
    precision += both / (systems.get(groupOf(ours, id)) ?? 1) / ids.length
    recall += both / (golds.get(groupOf(gold, id)) ?? 1) / ids.length
  }
  const sums = { system: ids.length, gold: ids.length }
  return {
    b3: {
      precision,
      recall,
      f1: harmonic(precision, recall),
      right: Math.round(recall * ids.length),
      ...sums,
    },
    pairs: rateOf({ right: pairsIn(boths), system: pairsIn(systems), gold: pairsIn(golds) }),
  }
}

/** Precision, recall and F1 of counts. */
export function rateOf(counts: Pick<Rate, 'right' | 'system' | 'gold'>): Rate {
  const precision = counts.system === 0 ? 0 : counts.right / counts.system
  const recall = counts.gold === 0 ? 0 : counts.right / counts.gold
  return { precision, recall, f1: harmonic(precision, recall), ...counts }
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b)
}

function countBy(ids: readonly string[], groupOf: (id: string) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(groupOf(id), (counts.get(groupOf(id)) ?? 0) + 1)
  return counts
}

function pairsIn(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
}
