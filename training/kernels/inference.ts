// AssemblyScript: whole-number kernels over unmanaged memory. Pointers are byte offsets; sizes are multiples of 8.
// Matrices b are packed for pairs: [k/2][n][2] of 16 bits, so that one dot takes two steps of k for four columns.

/** c[m×n] (32 bits) += a[m×k] · b; row i of a begins at a + i·stride elements, so that windows may overlap. */
export function gemm(a: usize, stride: i32, b: usize, c: usize, m: i32, k: i32, n: i32): void {
  let i: i32 = 0
  const arow: usize = (<usize>stride) << 1
  const crow: usize = (<usize>n) << 2
  for (; i + 4 <= m; i += 4) rows4(a + (<usize>i) * arow, arow, b, c + (<usize>i) * crow, k >> 1, n)
  for (; i < m; i++) rows1(a + (<usize>i) * arow, b, c + (<usize>i) * crow, k >> 1, n)
}

function rows4(a: usize, arow: usize, b: usize, c: usize, pairs: i32, n: i32): void {
  const row: usize = (<usize>n) << 2
  for (let j: i32 = 0; j < n; j += 8) {
    const at: usize = c + ((<usize>j) << 2)
    let c00 = v128.load(at), c01 = v128.load(at, 16)
    let c10 = v128.load(at + row), c11 = v128.load(at + row, 16)
    let c20 = v128.load(at + 2 * row), c21 = v128.load(at + 2 * row, 16)
    let c30 = v128.load(at + 3 * row), c31 = v128.load(at + 3 * row, 16)
    let bp: usize = b + ((<usize>j) << 2)
    let ap: usize = a
    for (let p: i32 = 0; p < pairs; p++) {
      const b0 = v128.load(bp), b1 = v128.load(bp, 16)
      const a0 = v128.load32_splat(ap)
      const a1 = v128.load32_splat(ap + arow)
      const a2 = v128.load32_splat(ap + 2 * arow)
      const a3 = v128.load32_splat(ap + 3 * arow)
      c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, b0)); c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, b1))
      c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a1, b0)); c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a1, b1))
      c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a2, b0)); c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a2, b1))
      c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a3, b0)); c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a3, b1))
      bp += row
      ap += 4
    }
    v128.store(at, c00); v128.store(at, c01, 16)
    v128.store(at + row, c10); v128.store(at + row, c11, 16)
    v128.store(at + 2 * row, c20); v128.store(at + 2 * row, c21, 16)
    v128.store(at + 3 * row, c30); v128.store(at + 3 * row, c31, 16)
  }
}

function rows1(a: usize, b: usize, c: usize, pairs: i32, n: i32): void {
  const row: usize = (<usize>n) << 2
  for (let j: i32 = 0; j < n; j += 8) {
    const at: usize = c + ((<usize>j) << 2)
    let c0 = v128.load(at), c1 = v128.load(at, 16)
    let bp: usize = b + ((<usize>j) << 2)
    for (let p: i32 = 0; p < pairs; p++) {
      const a0 = v128.load32_splat(a + ((<usize>p) << 2))
      c0 = i32x4.add(c0, i32x4.dot_i16x8_s(a0, v128.load(bp)))
      c1 = i32x4.add(c1, i32x4.dot_i16x8_s(a0, v128.load(bp, 16)))
      bp += row
    }
    v128.store(at, c0); v128.store(at, c1, 16)
  }
}

/** A tenth of what is below zero. */
// @ts-ignore: decorator
@inline
function leaky(v: v128): v128 {
  return i32x4.max_s(v, i32x4.shr_s(i32x4.mul(v, i32x4.splat(6554)), 16))
}

/** out (16 bits) = narrow(leaky(c >> shift)), plus what stands at below, both narrowed with saturation; below 0 adds nothing. */
export function activate(c: usize, below: usize, out: usize, count: i32, shift: i32): void {
  for (let i: i32 = 0; i < count; i += 8) {
    const at: usize = c + ((<usize>i) << 2)
    const low = leaky(i32x4.shr_s(v128.load(at), shift))
    const high = leaky(i32x4.shr_s(v128.load(at, 16), shift))
    let value = i16x8.narrow_i32x4_s(low, high)
    if (below) value = i16x8.add_sat_s(value, v128.load(below + ((<usize>i) << 1)))
    v128.store(out + ((<usize>i) << 1), value)
  }
}

/** out (16 bits) = narrow(c >> shift). */
export function narrow(c: usize, out: usize, count: i32, shift: i32): void {
  for (let i: i32 = 0; i < count; i += 8) {
    const at: usize = c + ((<usize>i) << 2)
    const low = i32x4.shr_s(v128.load(at), shift)
    const high = i32x4.shr_s(v128.load(at, 16), shift)
    v128.store(out + ((<usize>i) << 1), i16x8.narrow_i32x4_s(low, high))
  }
}

/** out[n] (32 bits) = the sum of the rows (32 bits) at the offsets of a list. */
export function sumRows(offsets: usize, rows: i32, out: usize, n: i32): void {
  for (let j: i32 = 0; j < n; j += 4) {
    let sum = i32x4.splat(0)
    for (let r: i32 = 0; r < rows; r++)
      sum = i32x4.add(sum, v128.load(<usize>load<u32>(offsets + ((<usize>r) << 2)) + ((<usize>j) << 2)))
    v128.store(out + ((<usize>j) << 2), sum)
  }
}

/** One step of the parser: hidden = leaky(sum of 16-bit rows), scores (32 bits) = bias + hidden · b. */
export function step(offsets: usize, rows: i32, hidden: usize, width: i32, b: usize, bias: usize, scores: usize, n: i32): void {
  for (let j: i32 = 0; j < width; j += 8) {
    let low = i32x4.splat(0), high = i32x4.splat(0)
    for (let r: i32 = 0; r < rows; r++) {
      const row = v128.load(<usize>load<u32>(offsets + ((<usize>r) << 2)) + ((<usize>j) << 1))
      low = i32x4.add(low, i32x4.extend_low_i16x8_s(row))
      high = i32x4.add(high, i32x4.extend_high_i16x8_s(row))
    }
    v128.store(hidden + ((<usize>j) << 1), i16x8.narrow_i32x4_s(leaky(low), leaky(high)))
  }
  memory.copy(scores, bias, (<usize>n) << 2)
  rows1(hidden, b, scores, width >> 1, n)
}
