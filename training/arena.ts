import { wasmExports, wasmMemory } from '../src/text/parser/wasm.ts'
import { KERNEL_BYTES } from './kernel-bytes.ts'

/** A matrix or vector in the arena: its view, and its offset in bytes. */
export interface Block {
  readonly data: Float32Array
  readonly at: number
}

/** The kernels; all take offsets in bytes, then sizes. */
interface Exports {
  gemm(a: number, b: number, c: number, m: number, k: number, n: number, panel: number): void
  transpose(from: number, to: number, m: number, k: number): void
  addTo(to: number, from: number, count: number): void
  adam(
    data: number,
    gradient: number,
    first: number,
    second: number,
    count: number,
    rate: number,
  ): void
  forward(
    places: number,
    rows: number,
    hidden: number,
    width: number,
    b: number,
    bias: number,
    scores: number,
    n: number,
  ): void
  backward(
    places: number,
    rows: number,
    hidden: number,
    width: number,
    b: number,
    db: number,
    d: number,
    n: number,
  ): void
}

export interface Size {
  readonly m: number
  readonly k: number
  readonly n: number
}

/** Memory that blocks are laid into one after the other, with the kernels that work in it. */
export interface Arena {
  readonly kernels: Exports
  readonly int32: Int32Array
  /** A zeroed block of so many numbers. */
  take(length: number): Block
  /** How much is taken; `release` gives back all that was taken since. */
  mark(): number
  release(mark: number): void
  /** c += a · b, with a of m×k, b of k×n (n a multiple of 8). */
  gemm(blocks: readonly [a: Block, b: Block, c: Block], size: Size): void
  /** to = transpose of from, which is m×k. */
  transpose(from: Block, to: Block, size: { readonly m: number; readonly k: number }): void
}

/** An arena of so many megabytes. */
export function openArena(megabytes: number): Arena {
  const memory = wasmMemory(megabytes)
  const exports = wasmExports(KERNEL_BYTES, memory)
  if (!exports) throw new Error('training needs WebAssembly SIMD')
  const kernels = exports as Exports
  let top = 1024
  return {
    kernels,
    int32: new Int32Array(memory.buffer),
    take(length) {
      const at = top
      top += (length * 4 + 15) & ~15
      const data = new Float32Array(memory.buffer, at, length)
      data.fill(0)
      return { data, at }
    },
    mark: () => top,
    release(mark) {
      top = mark
    },
    // The panel is laid where the next block would be.
    gemm: ([a, b, c], { m, k, n }) => kernels.gemm(a.at, b.at, c.at, m, k, n, top),
    transpose: (from, to, { m, k }) => kernels.transpose(from.at, to.at, m, k),
  }
}

/** A run of so many numbers within a block. */
export function part({ data, at }: Block, from: number, length: number): Block {
  return { data: data.subarray(from, from + length), at: at + from * 4 }
}
