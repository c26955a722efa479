/** A running average of a network's numbers: what the last steps left to chance evens out. */
export interface Average {
  readonly parameters: Readonly<Record<string, Float32Array>>
  /** Moves the average towards the numbers as they are now. */
  add(): void
}

/** Opens an average at the numbers as they are; early on it forgets faster than by `decay`, so that the start does not linger. */
export function openAverage(
  numbers: Readonly<Record<string, Float32Array>>,
  decay: number,
): Average {
  const parameters = Object.fromEntries(
    Object.entries(numbers).map(([name, data]) => [name, data.slice()]),
  )
  let times = 0
  return {
    parameters,
    add() {
      times += 1
      const share = 1 - Math.min(decay, times / (times + 9))
      for (const [name, from] of Object.entries(numbers)) {
        const to = parameters[name]!
        for (let i = 0; i < to.length; i += 1) to[i] = to[i]! + (from[i]! - to[i]!) * share
      }
    },
  }
}
