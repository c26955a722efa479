import type { Kernels } from './kernels.ts'

/** The kernels in plain JavaScript, for engines without WebAssembly SIMD: slower, to the same bytes. */
export function scalarKernels(buffer: ArrayBuffer): Kernels {
  const views = { i16: new Int16Array(buffer), i32: new Int32Array(buffer) }
  return { ...productKernels(views), ...rowKernels(views) }
}

interface Views {
  readonly i16: Int16Array
  readonly i32: Int32Array
}

function productKernels({ i16, i32 }: Views): Pick<Kernels, 'gemm' | 'step'> {
  /** One row of c (index of 32 bits) += one row of a (index of 16 bits) · b (bytes). */
  const product = (a: number, b: number, c: number, k: number, n: number): void => {
    for (let p = 0; p < k; p += 1) {
      const value = i16[a + p] ?? 0
      if (value === 0) continue
      const row = (b >> 1) + (p >> 1) * 2 * n + (p & 1)
      for (let j = 0; j < n; j += 1)
        i32[c + j] = (i32[c + j] ?? 0) + value * (i16[row + 2 * j] ?? 0)
    }
  }
  return {
    gemm(a, stride, b, c, m, k, n) {
      for (let i = 0; i < m; i += 1) product((a >> 1) + i * stride, b, (c >> 2) + i * n, k, n)
    },
    step(offsets, rows, hidden, width, b, bias, scores, n) {
      for (let j = 0; j < width; j += 1) {
        let sum = 0
        for (let r = 0; r < rows; r += 1) sum += i16[((i32[(offsets >> 2) + r] ?? 0) >> 1) + j] ?? 0
        i16[(hidden >> 1) + j] = narrowed(leaky(sum))
      }
      i32.copyWithin(scores >> 2, bias >> 2, (bias >> 2) + n)
      product(hidden >> 1, b, scores >> 2, width, n)
    },
  }
}

function rowKernels({ i16, i32 }: Views): Pick<Kernels, 'activate' | 'narrow' | 'sumRows'> {
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
    sumRows(offsets, rows, out, n) {
      for (let j = 0; j < n; j += 1) {
        let sum = 0
        for (let r = 0; r < rows; r += 1)
          sum = (sum + (i32[((i32[(offsets >> 2) + r] ?? 0) >> 2) + j] ?? 0)) | 0
        i32[(out >> 2) + j] = sum
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
