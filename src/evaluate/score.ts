/** Precision, recall and F1 with the counts behind them. Where several of ours may meet one of the gold, `rightOfSystem` counts ours. */
export interface Rate {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly right: number
  readonly system: number
  readonly gold: number
}

/** How many of how many. */
export interface Share {
  readonly share: number
  readonly right: number
  readonly of: number
}

/** One result; a bare number is a product of others. */
export type Score = Rate | Share | number

/** Results by name, in groups. */
export interface Scores {
  readonly [name: string]: Score | Scores
}

interface RateCounts {
  readonly right: number
  readonly system: number
  readonly gold: number
  /** How many of ours are right; as many as of the gold unless said. */
  readonly rightOfSystem?: number
}

export interface RateCounter {
  add(counts: RateCounts): void
  result(): Rate
}

export interface ShareCounter {
  add(isRight: boolean): void
  result(): Share
}

/** Counts report by report, and ends in precision, recall and F1. */
export function countRate(): RateCounter {
  const all = { right: 0, rightOfSystem: 0, system: 0, gold: 0 }
  return {
    add({ right, system, gold, rightOfSystem = right }) {
      all.right += right
      all.rightOfSystem += rightOfSystem
      all.system += system
      all.gold += gold
    },
    result() {
      const { right, rightOfSystem, system, gold } = all
      const precision = ratio(rightOfSystem, system)
      const recall = ratio(right, gold)
      const f1 = ratio(2 * precision * recall, precision + recall)
      return { precision, recall, f1, right, system, gold }
    },
  }
}

/** Counts answer by answer, and ends in a share. */
export function countShare(): ShareCounter {
  let [right, of] = [0, 0]
  return {
    add(isRight) {
      of += 1
      if (isRight) right += 1
    },
    result: () => ({ share: ratio(right, of), right, of }),
  }
}

/** The result of each counter, under its name. */
export function resultsOf(
  counters: Readonly<Record<string, RateCounter | ShareCounter>>,
): Record<string, Rate | Share> {
  return Object.fromEntries(
    Object.entries(counters).map(([name, counter]) => [name, counter.result()]),
  )
}

export function isRate(score: Score | Scores): score is Rate {
  return typeof score === 'object' && 'f1' in score && typeof score['f1'] === 'number'
}

export function isShare(score: Score | Scores): score is Share {
  return typeof score === 'object' && 'share' in score && typeof score['share'] === 'number'
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
