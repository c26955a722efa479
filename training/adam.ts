/** Adam over one block of numbers; rows that got no gradient are left alone. */
export interface Adam {
  readonly data: Float32Array
  readonly gradient: Float32Array
  readonly first: Float32Array
  readonly second: Float32Array
}

const [BETA1, BETA2, EPSILON] = [0.9, 0.99, 1e-8]

export function adamFor(data: Float32Array, gradient: Float32Array): Adam {
  return {
    data,
    gradient,
    first: new Float32Array(data.length),
    second: new Float32Array(data.length),
  }
}

/** One step over `[from, to)`; the gradient is cleared. */
export function step(
  { data, gradient, first, second }: Adam,
  rate: number,
  { from, to }: { from: number; to: number },
): void {
  for (let i = from; i < to; i += 1) {
    const g = gradient[i]!
    gradient[i] = 0
    const m = (first[i] = BETA1 * first[i]! + (1 - BETA1) * g)
    const v = (second[i] = BETA2 * second[i]! + (1 - BETA2) * g * g)
    data[i] = data[i]! - (rate * m) / (Math.sqrt(v) + EPSILON)
  }
}
