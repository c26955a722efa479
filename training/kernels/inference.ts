// AssemblyScript: whole-number kernels over unmanaged memory. Pointers are byte offsets; sizes are multiples of 8.
// Matrices b lie in panels of eight columns, and in a panel for pairs: [n/8][k/2][8][2] of 16 bits, so that one dot
// takes two steps of k for four columns, and a panel stays in the nearest cache for all rows.

/** c[m×n] (32 bits) = bias[n] + a[m×k] · b; row i of a begins at a + i·stride elements, so that windows may overlap. */
export function gemm(a: usize, stride: i32, b: usize, bias: usize, c: usize, m: i32, k: i32, n: i32): void {
  const pairs = k >> 1
  const arow: usize = (<usize>stride) << 1
  const crow: usize = (<usize>n) << 2
  for (let j: i32 = 0; j < n; j += 8) {
    const column: usize = (<usize>j) << 2
    const panel: usize = b + column * <usize>pairs
    let i: i32 = 0
    for (; i + 4 <= m; i += 4)
      rows4(a + (<usize>i) * arow, arow, panel, bias + column, c + (<usize>i) * crow + column, crow, pairs)
    for (; i < m; i++) rows1(a + (<usize>i) * arow, panel, bias + column, c + (<usize>i) * crow + column, pairs)
  }
}

function rows4(a: usize, arow: usize, b: usize, bias: usize, c: usize, crow: usize, pairs: i32): void {
  const bias0 = v128.load(bias), bias1 = v128.load(bias, 16)
  let c00 = bias0, c01 = bias1
  let c10 = bias0, c11 = bias1
  let c20 = bias0, c21 = bias1
  let c30 = bias0, c31 = bias1
  for (let p: i32 = 0; p < pairs; p++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16)
    const a0 = v128.load32_splat(a)
    const a1 = v128.load32_splat(a + arow)
    const a2 = v128.load32_splat(a + 2 * arow)
    const a3 = v128.load32_splat(a + 3 * arow)
    c00 = i32x4.add(c00, i32x4.dot_i16x8_s(a0, b0)); c01 = i32x4.add(c01, i32x4.dot_i16x8_s(a0, b1))
    c10 = i32x4.add(c10, i32x4.dot_i16x8_s(a1, b0)); c11 = i32x4.add(c11, i32x4.dot_i16x8_s(a1, b1))
    c20 = i32x4.add(c20, i32x4.dot_i16x8_s(a2, b0)); c21 = i32x4.add(c21, i32x4.dot_i16x8_s(a2, b1))
    c30 = i32x4.add(c30, i32x4.dot_i16x8_s(a3, b0)); c31 = i32x4.add(c31, i32x4.dot_i16x8_s(a3, b1))
    b += 32
    a += 4
  }
  v128.store(c, c00); v128.store(c, c01, 16)
  v128.store(c + crow, c10); v128.store(c + crow, c11, 16)
  v128.store(c + 2 * crow, c20); v128.store(c + 2 * crow, c21, 16)
  v128.store(c + 3 * crow, c30); v128.store(c + 3 * crow, c31, 16)
}

// Two pairs a round, as a loop's own cost is felt here (k is a multiple of 4).
function rows1(a: usize, b: usize, bias: usize, c: usize, pairs: i32): void {
  let c0 = v128.load(bias), c1 = v128.load(bias, 16)
  const end: usize = a + ((<usize>pairs) << 2)
  for (; a < end; a += 8, b += 64) {
    const a0 = v128.load32_splat(a)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(a0, v128.load(b)))
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(a0, v128.load(b, 16)))
    const a1 = v128.load32_splat(a, 4)
    c0 = i32x4.add(c0, i32x4.dot_i16x8_s(a1, v128.load(b, 32)))
    c1 = i32x4.add(c1, i32x4.dot_i16x8_s(a1, v128.load(b, 48)))
  }
  v128.store(c, c0); v128.store(c, c1, 16)
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

/**
 * A gated memory over the rows of a sentence: sums holds for each row the gates and the news of what runs forwards, then of
 * what runs backwards, half the width each (22 bits of fraction). What is remembered moves to the news as far as the gate,
 * ½ + sum / 4 between 0 and 1, is open; out (16 bits) = below + remembered.
 */
export function remember(sums: usize, below: usize, out: usize, rows: i32, width: i32): void {
  const half: usize = <usize>(width >> 1)
  const end: usize = <usize>rows
  for (let j: usize = 0; j < half; j += 8) {
    const forth: usize = sums + (j << 2)
    const back: usize = forth + (half << 3)
    let old = i16x8.splat(0)
    for (let row: usize = 0; row < end; row++) old = recall(old, forth + row * (half << 4), half << 2, below, out, row * (half << 2) + (j << 1))
    old = i16x8.splat(0)
    for (let row: usize = end; row > 0; row--) old = recall(old, back + (row - 1) * (half << 4), half << 2, below, out, (row - 1) * (half << 2) + ((half + j) << 1))
  }
}

// @ts-ignore: decorator
@inline
function recall(old: v128, gates: usize, news: usize, below: usize, out: usize, at: usize): v128 {
  const open = i16x8.narrow_i32x4_s(i32x4.shr_s(v128.load(gates), 9), i32x4.shr_s(v128.load(gates, 16), 9))
  const gate = i16x8.max_s(i16x8.add_sat_s(open, i16x8.splat(16384)), i16x8.splat(0))
  const what = i16x8.narrow_i32x4_s(i32x4.shr_s(v128.load(gates + news), 12), i32x4.shr_s(v128.load(gates + news, 16), 12))
  const now = i16x8.add_sat_s(old, i16x8.q15mulr_sat_s(i16x8.sub_sat_s(what, old), gate))
  v128.store(out + at, i16x8.add_sat_s(v128.load(below + at), now))
  return now
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

/** Row i of c (32 bits) = bias + the first part of place i - 1, the second of place i, the third of place i + 1; `places` lists rows + 2 of them. */
export function sumShares(places: usize, bias: usize, c: usize, rows: i32, width: i32): void {
  const bytes: usize = (<usize>width) << 2
  for (let i: i32 = 0; i < rows; i++) {
    const before: usize = <usize>load<u32>(places)
    const middle: usize = <usize>load<u32>(places, 4) + bytes
    const after: usize = <usize>load<u32>(places, 8) + 2 * bytes
    for (let at: usize = 0; at < bytes; at += 16) {
      const one = i32x4.add(v128.load(bias + at), v128.load(before + at))
      const two = i32x4.add(v128.load(middle + at), v128.load(after + at))
      v128.store(c + at, i32x4.add(one, two))
    }
    c += bytes
    places += 4
  }
}

/** Index of the first of the greatest numbers (32 bits). */
export function best(values: usize, count: i32): i32 {
  let most = v128.load(values)
  for (let i: i32 = 4; i < count; i += 4) most = i32x4.max_s(most, v128.load(values + ((<usize>i) << 2)))
  most = i32x4.max_s(most, i8x16.shuffle(most, most, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7))
  most = i32x4.max_s(most, i8x16.shuffle(most, most, 4, 5, 6, 7, 0, 1, 2, 3, 12, 13, 14, 15, 8, 9, 10, 11))
  for (let i: i32 = 0; i < count; i += 4) {
    const found = i32x4.bitmask(i32x4.eq(most, v128.load(values + ((<usize>i) << 2))))
    if (found) return i + ctz(found)
  }
  return 0
}

/**
 * One step of the parser: hidden = leaky(saturated sum of the rows of 16 bits at the places of a list), scores (32
 * bits) = bias + hidden · b; the best action of those that may be done (1 shift: the first; 2 left: odd ones; 4 right: the other even ones).
 */
export function step(places: usize, rows: i32, hidden: usize, width: i32, b: usize, bias: usize, scores: usize, n: i32, may: i32): i32 {
  for (let j: i32 = 0; j < width; j += 8) {
    let sum = i16x8.splat(0)
    for (let r: i32 = 0; r < rows; r++)
      sum = i16x8.add_sat_s(sum, v128.load(<usize>load<u32>(places + ((<usize>r) << 2)) + ((<usize>j) << 1)))
    const low = leaky(i32x4.extend_low_i16x8_s(sum))
    const high = leaky(i32x4.extend_high_i16x8_s(sum))
    v128.store(hidden + ((<usize>j) << 1), i16x8.narrow_i32x4_s(low, high))
  }
  const pairs = width >> 1
  for (let j: i32 = 0; j < n; j += 8) {
    const column: usize = (<usize>j) << 2
    rows1(hidden, b + column * <usize>pairs, bias + column, scores + column, pairs)
  }
  const shift = may & 1 ? load<i32>(scores) : i32.MIN_VALUE
  // Lanes take turns: even actions go right, odd ones left.
  const right: i64 = may & 4 ? 0xffffffff : 0
  const left: i64 = may & 2 ? 0xffffffff : 0
  const allowed = i64x2.splat((left << 32) | right)
  const never = i32x4.splat(i32.MIN_VALUE)
  for (let j: i32 = 0; j < n; j += 4) {
    const at: usize = scores + ((<usize>j) << 2)
    v128.store(at, v128.bitselect(v128.load(at), never, allowed))
  }
  store<i32>(scores, shift)
  return best(scores, n)
}
