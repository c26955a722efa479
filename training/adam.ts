import type { Arena, Block } from './arena.ts'

/** Adam (0.9, 0.99) over one block of numbers; rows that got no gradient may be left alone. */
export interface Adam {
  readonly data: Block
  readonly gradient: Block
  readonly first: Block
  readonly second: Block
}

export function adamFor(arena: Arena, data: Block): Adam {
  const [gradient, first, second] = [0, 1, 2].map(() => arena.take(data.data.length)) as [
    Block,
    Block,
    Block,
  ]
  return { data, gradient, first, second }
}

/** One step over `count` numbers from `from` (multiples of 4); the gradient is cleared. */
export function step(
  { kernels }: Arena,
  { data, gradient, first, second }: Adam,
  { rate, from, count }: { rate: number; from: number; count: number },
): void {
  const by = from * 4
  kernels.adam(data.at + by, gradient.at + by, first.at + by, second.at + by, count, rate)
}
