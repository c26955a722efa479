/** What two coders said of one unit. */
export type Pair = readonly [string, string]

/** Cohen's kappa of two coders: how far they agree beyond what each one's own habits bring about by chance (J. Cohen, A coefficient of agreement for nominal scales, 1960: κ = (p₀ − p_c) / (1 − p_c)). Undefined where nothing varies, or nothing was coded twice. */
export function cohensKappa(pairs: readonly Pair[]): number | undefined {
  const n = pairs.length
  const [ours, theirs] = [counted(pairs.map(([a]) => a)), counted(pairs.map(([, b]) => b))]
  const agreed = pairs.filter(([a, b]) => a === b).length / n
  let chance = 0
  for (const [code, count] of ours) chance += (count / n) * ((theirs.get(code) ?? 0) / n)
  return n === 0 || chance === 1 ? undefined : (agreed - chance) / (1 - chance)
}

/** How often each stands in a list. */
export function counted(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}
