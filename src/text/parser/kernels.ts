import { KERNEL_BYTES } from './kernel-bytes.ts'
import { scalarKernels } from './scalar.ts'
import { wasmExports, wasmMemory } from './wasm.ts'

/** Whole-number kernels over one memory; all places are byte offsets in it. Both kinds give the same bytes. */
export interface Kernels {
  /** c (32 bits, m×n) = bias + a (16 bits, rows `stride` apart) · b (16 bits, in panels). */
  gemm(
    a: number,
    stride: number,
    b: number,
    bias: number,
    c: number,
    m: number,
    k: number,
    n: number,
  ): void
  /** out (16 bits) = narrowed leaky(c >> shift), plus what stands at `below` where that is not 0. */
  activate(c: number, below: number, out: number, count: number, shift: number): void
  /** A sentence's gated memory: sums holds each row's gates and news forwards, then backwards; out (16 bits) = below + what is remembered. */
  remember(sums: number, below: number, out: number, rows: number, width: number): void
  /** out (16 bits) = narrowed c >> shift. */
  narrow(c: number, out: number, count: number, shift: number): void
  /** Row i of c (32 bits) = bias + first part of place i - 1, second of place i, third of place i + 1; the list has rows + 2 places. */
  sumShares(places: number, bias: number, c: number, rows: number, width: number): void
  /** Index of the first of the greatest numbers (32 bits). */
  best(values: number, count: number): number
  /** hidden = leaky sum of 16-bit rows; scores (32 bits) = bias + hidden · b; the best action of those that may be done. */
  step(
    places: number,
    rows: number,
    hidden: number,
    width: number,
    b: number,
    bias: number,
    scores: number,
    n: number,
    may: number,
  ): number
}

/** Memory in which blocks are laid one after the other, with the kernels that work in it. */
export interface Workspace {
  readonly kernels: Kernels
  readonly int16: Int16Array
  readonly int32: Int32Array
  /** The place of a zeroed block of so many bytes, on a boundary of 16. */
  take(bytes: number): number
}

/** A workspace of so many megabytes; `scalar` leaves WebAssembly out. */
export function openWorkspace(megabytes: number, scalar = false): Workspace {
  const memory = wasmMemory(megabytes)
  const exports = scalar ? undefined : wasmExports(KERNEL_BYTES, memory)
  let top = 1024
  return {
    kernels: (exports as Kernels | undefined) ?? scalarKernels(memory.buffer),
    int16: new Int16Array(memory.buffer),
    int32: new Int32Array(memory.buffer),
    take(bytes) {
      const at = top
      top += (bytes + 15) & ~15
      if (top > memory.buffer.byteLength) throw new RangeError('language model needs more memory')
      return at
    },
  }
}
