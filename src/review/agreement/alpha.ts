import { counted } from './kappa.ts'

/** Krippendorff's alpha for names without order, any number of coders, and units that some left out (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, section C: α = 1 − (n − 1) · Σ o_ck / Σ n_c · n_k over c ≠ k). A unit is what was said of it; units of fewer than two say nothing. Undefined where nothing varies. */
export function nominalAlpha(units: readonly (readonly string[])[]): number | undefined {
  const coded = units.filter((codes) => codes.length > 1)
  const all = counted(coded.flat())
  const n = coded.flat().length
  let observed = 0
  for (const codes of coded) observed += unlikePairs(counted(codes)) / (codes.length - 1)
  const expected = unlikePairs(all) / (n - 1)
  return n === 0 || expected === 0 ? undefined : 1 - observed / expected
}

/** Ordered pairs of unlike codes. */
function unlikePairs(counts: ReadonlyMap<string, number>): number {
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return [...counts.values()].reduce((sum, count) => sum + count * (n - count), 0)
}
