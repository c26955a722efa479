/** A number, and between which numbers nine and a half of ten such samples have it. */
export interface Estimate {
  /** Absent where the sample says nothing. */
  readonly value?: number
  readonly low?: number
  readonly high?: number
}

/** How an interval is drawn: how often, and by which chance, a number from 0 to below 1. */
export interface Drawing {
  readonly times: number
  random(): number
}

/** Below so many units an interval would say more than there is. */
const LEAST = 5

/** A number with the percentile interval of the bootstrap: the same number of as many samples drawn from the units with return (B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). */
export function estimate<Unit>(
  units: readonly Unit[],
  measure: (units: readonly Unit[]) => number | undefined,
  { times, random }: Drawing,
): Estimate {
  const value = measure(units)
  if (value === undefined) return {}
  if (units.length < LEAST) return { value }
  const drawn: number[] = []
  for (let i = 0; i < times; i++) {
    const found = measure(units.map(() => units[Math.floor(random() * units.length)] as Unit))
    if (found !== undefined) drawn.push(found)
  }
  drawn.sort((a, b) => a - b)
  const [low, high] = [
    drawn[Math.floor(drawn.length * 0.025)],
    drawn[Math.ceil(drawn.length * 0.975) - 1],
  ]
  return { value, ...(low !== undefined && { low }), ...(high !== undefined && { high }) }
}

/** A chance that is the same for the same seed (mulberry32, of T. Ettinger, in the public domain). */
export function newRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
