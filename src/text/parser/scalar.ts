import type { Kernels } from './kernels.ts'
import { MAY_LEFT, MAY_RIGHT, MAY_SHIFT } from './state.ts'

/** The kernels in plain JavaScript, for engines without WebAssembly SIMD: slower, to the same bytes. */
export function scalarKernels(buffer: ArrayBuffer): Kernels {
  const views = { i16: new Int16Array(buffer), i32: new Int32Array(buffer) }
  const rows = rowKernels(views)
  return { ...rows, ...memoryKernel(views), ...productKernels(views, rows.best) }
}

interface Views {
  readonly i16: Int16Array
  readonly i32: Int32Array
}

function productKernels(
  { i16, i32 }: Views,
  best: Kernels['best'],
): Pick<Kernels, 'gemm' | 'step'> {
  /** One row of c (index of 32 bits) = bias + one row of a (index of 16 bits) · b (bytes). */
  const product = (
    { a, b, bias, c }: { a: number; b: number; bias: number; c: number },
    k: number,
    n: number,
  ): void => {
    i32.copyWithin(c, bias >> 2, (bias >> 2) + n)
    for (let p = 0; p < k; p += 1) {
      const value = i16[a + p] ?? 0
      if (value === 0) continue
      for (let j = 0; j < n; j += 1) {
        const at = (b >> 1) + (j >> 3) * 8 * k + (p >> 1) * 16 + (j & 7) * 2 + (p & 1)
        i32[c + j] = (i32[c + j] ?? 0) + value * (i16[at] ?? 0)
      }
    }
  }
  return {
    gemm(a, stride, b, bias, c, m, k, n) {
      for (let i = 0; i < m; i += 1)
        product({ a: (a >> 1) + i * stride, b, bias, c: (c >> 2) + i * n }, k, n)
    },
    step(places, rows, hidden, width, b, bias, scores, n, may) {
      for (let j = 0; j < width; j += 1) {
        let sum = 0
        for (let r = 0; r < rows; r += 1)
          sum = narrowed(sum + (i16[((i32[(places >> 2) + r] ?? 0) >> 1) + j] ?? 0))
        i16[(hidden >> 1) + j] = leaky(sum)
      }
      product({ a: hidden >> 1, b, bias, c: scores >> 2 }, width, n)
      for (let action = 0; action < n; action += 1)
        if ((may & kindOf(action)) === 0) i32[(scores >> 2) + action] = -0x80000000
      return best(scores, n)
    },
  }
}

/** The bit of what an action does. */
function kindOf(action: number): number {
  if ((action & 1) === 1) return MAY_LEFT
  return action === 0 ? MAY_SHIFT : MAY_RIGHT
}

function rowKernels({
  i16,
  i32,
}: Views): Pick<Kernels, 'activate' | 'narrow' | 'sumShares' | 'best'> {
  return {
    activate(c, below, out, count, shift) {
      for (let i = 0; i < count; i += 1) {
        const value = narrowed(leaky((i32[(c >> 2) + i] ?? 0) >> shift))
        const more = below === 0 ? 0 : (i16[(below >> 1) + i] ?? 0)
        i16[(out >> 1) + i] = narrowed(value + more)
      }
    },
    narrow(c, out, count, shift) {
      for (let i = 0; i < count; i += 1)
        i16[(out >> 1) + i] = narrowed((i32[(c >> 2) + i] ?? 0) >> shift)
    },
    sumShares(places, bias, c, rows, width) {
      for (let row = 0; row < rows; row += 1)
        for (let j = 0; j < width; j += 1) {
          let sum = i32[(bias >> 2) + j] ?? 0
          for (let part = 0; part < 3; part += 1) {
            const share = (i32[(places >> 2) + row + part] ?? 0) >> 2
            sum = (sum + (i32[share + part * width + j] ?? 0)) | 0
          }
          i32[(c >> 2) + row * width + j] = sum
        }
    },
    best(values, count) {
      let best = 0
      for (let i = 1; i < count; i += 1)
        if ((i32[(values >> 2) + i] ?? 0) > (i32[(values >> 2) + best] ?? 0)) best = i
      return best
    },
  }
}

function memoryKernel({ i16, i32 }: Views): Pick<Kernels, 'remember'> {
  return {
    remember(sums, below, out, rows, width) {
      const half = width >> 1
      for (let j = 0; j < width; j += 1) {
        let old = 0
        for (let i = 0; i < rows; i += 1) {
          const row = j < half ? i : rows - 1 - i
          const gates = (sums >> 2) + row * 2 * width + (j < half ? j : half + j)
          const gate = Math.max(0, narrowed(narrowed((i32[gates] ?? 0) >> 9) + 16384))
          const change = narrowed(narrowed((i32[gates + half] ?? 0) >> 12) - old)
          old = narrowed(old + ((Math.imul(change, gate) + 16384) >> 15))
          const at = row * width + j
          i16[(out >> 1) + at] = narrowed((i16[(below >> 1) + at] ?? 0) + old)
        }
      }
    },
  }
}

/** A tenth of what is below zero, in whole numbers as the vector kernels count it. */
function leaky(value: number): number {
  return Math.max(value, Math.imul(value, 6554) >> 16)
}

function narrowed(value: number): number {
  return Math.max(-32768, Math.min(32767, value))
}
