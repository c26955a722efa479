/** A stretch that a coder marked, on one continuum for all. */
export interface Unit {
  readonly start: number
  readonly end: number
}

/** What several coders marked as one thing on a stretch of text. */
export interface Continuum {
  readonly length: number
  /** Of each coder, in order and without overlap. */
  readonly coders: readonly (readonly Unit[])[]
}

/** Observed and expected disagreement on where something begins and ends. */
export interface Disagreement {
  readonly observed: number
  readonly expected: number
}

/** Krippendorff's alpha for unitizing, of one category (K. Krippendorff, Content Analysis, 2nd ed. 2004, section 11.6; On the reliability of unitizing continuous data, 1995): 1 − observed / expected. Undefined where nobody marked anything. */
export function unitizingAlpha(continuum: Continuum): number | undefined {
  const { observed, expected } = unitizingDisagreement(continuum)
  return expected === 0 ? undefined : 1 - observed / expected
}

/** The two disagreements that alpha compares. */
export function unitizingDisagreement(continuum: Continuum): Disagreement {
  return { observed: observedIn(continuum), expected: expectedIn(continuum) }
}

function observedIn({ length, coders }: Continuum): number {
  const m = coders.length
  let sum = 0
  for (const [i, ours] of coders.entries())
    for (const [j, theirs] of coders.entries())
      if (i !== j) sum += difference(ours, { units: theirs, length })
  return m < 2 ? 0 : sum / (m * (m - 1) * length ** 2)
}

/** Half of the squared differences of two coders, so that both orders make all of it. */
function difference(ours: readonly Unit[], { units, length }: Marked): number {
  const gaps = gapsOf({ units, length })
  let sum = 0
  for (const one of ours) {
    for (const other of units)
      if (one.start < other.end && other.start < one.end)
        sum += (one.start - other.start) ** 2 + (one.end - other.end) ** 2
    const isMissed = gaps.some(({ start, end }) => start <= one.start && one.end <= end)
    // A unit against a gap counts in both orders of the two coders; here only one of them is looked at.
    if (isMissed) sum += 2 * lengthOf(one) ** 2
  }
  return sum
}

interface Marked {
  readonly units: readonly Unit[]
  readonly length: number
}

/** Stretches between units, the margins too. */
function gapsOf({ units, length }: Marked): Unit[] {
  const starts = [0, ...units.map(({ end }) => end)]
  const ends = [...units.map(({ start }) => start), length]
  return starts
    .map((start, i) => ({ start, end: ends[i] ?? length }))
    .filter(({ start, end }) => start < end)
}

function expectedIn({ length, coders }: Continuum): number {
  const m = coders.length
  const units = coders.flat()
  const gaps = coders.flatMap((own) => gapsOf({ units: own, length }))
  let sum = 0
  let used = 0
  for (const unit of units) {
    const l = lengthOf(unit)
    const rooms = gaps.reduce((total, gap) => total + Math.max(0, lengthOf(gap) - l + 1), 0)
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * rooms
    used += l * (l - 1)
  }
  const all = m * length * (m * length - 1) - used
  return all <= 0 ? 0 : ((2 / length) * sum) / all
}

function lengthOf({ start, end }: Unit): number {
  return end - start
}
