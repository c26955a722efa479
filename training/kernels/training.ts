// AssemblyScript: single-precision kernels over unmanaged memory. All pointers are byte offsets, all matrices row-major, n a multiple of 8.

/**
 * c[m×n] += a[m×k] · b[k×n]; each sum runs over k in order, so that a scalar loop gives the same bytes. Eight columns of b
 * at a time are laid side by side in `panel` (k × 8 numbers), where the first cache holds them for all rows.
 */
export function gemm(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32, panel: usize): void {
  const row: usize = (<usize>n) << 2
  const arow: usize = (<usize>k) << 2
  for (let j: usize = 0; j < row; j += 32) {
    for (let p: usize = 0; p < <usize>k; p++) {
      v128.store(panel + (p << 5), v128.load(b + p * row + j))
      v128.store(panel + (p << 5), v128.load(b + p * row + j, 16), 16)
    }
    let i: i32 = 0
    for (; i + 4 <= m; i += 4) rows4(a + <usize>i * arow, panel, c + <usize>i * row + j, k, row)
    for (; i < m; i++) row1(a + <usize>i * arow, panel, c + <usize>i * row + j, k)
  }
}

function rows4(a: usize, panel: usize, c: usize, k: i32, row: usize): void {
  const arow: usize = (<usize>k) << 2
  let c00 = v128.load(c), c01 = v128.load(c, 16)
  let c10 = v128.load(c + row), c11 = v128.load(c + row, 16)
  let c20 = v128.load(c + 2 * row), c21 = v128.load(c + 2 * row, 16)
  let c30 = v128.load(c + 3 * row), c31 = v128.load(c + 3 * row, 16)
  for (const end: usize = a + arow; a < end; a += 4, panel += 32) {
    const b0 = v128.load(panel), b1 = v128.load(panel, 16)
    const a0 = v128.load32_splat(a)
    const a1 = v128.load32_splat(a + arow)
    const a2 = v128.load32_splat(a + 2 * arow)
    const a3 = v128.load32_splat(a + 3 * arow)
    c00 = f32x4.add(c00, f32x4.mul(a0, b0)); c01 = f32x4.add(c01, f32x4.mul(a0, b1))
    c10 = f32x4.add(c10, f32x4.mul(a1, b0)); c11 = f32x4.add(c11, f32x4.mul(a1, b1))
    c20 = f32x4.add(c20, f32x4.mul(a2, b0)); c21 = f32x4.add(c21, f32x4.mul(a2, b1))
    c30 = f32x4.add(c30, f32x4.mul(a3, b0)); c31 = f32x4.add(c31, f32x4.mul(a3, b1))
  }
  v128.store(c, c00); v128.store(c, c01, 16)
  v128.store(c + row, c10); v128.store(c + row, c11, 16)
  v128.store(c + 2 * row, c20); v128.store(c + 2 * row, c21, 16)
  v128.store(c + 3 * row, c30); v128.store(c + 3 * row, c31, 16)
}

function row1(a: usize, panel: usize, c: usize, k: i32): void {
  let c0 = v128.load(c), c1 = v128.load(c, 16)
  for (const end: usize = a + ((<usize>k) << 2); a < end; a += 4, panel += 32) {
    const a0 = v128.load32_splat(a)
    c0 = f32x4.add(c0, f32x4.mul(a0, v128.load(panel)))
    c1 = f32x4.add(c1, f32x4.mul(a0, v128.load(panel, 16)))
  }
  v128.store(c, c0); v128.store(c, c1, 16)
}

function rows1(a: usize, b: usize, c: usize, k: i32, n: i32): void {
  const row: usize = (<usize>n) << 2
  for (let j: i32 = 0; j < n; j += 8) {
    let at: usize = c + ((<usize>j) << 2)
    let c0 = v128.load(at),
      c1 = v128.load(at, 16)
    let bp: usize = b + ((<usize>j) << 2)
    for (let p: i32 = 0; p < k; p++) {
      const a0 = v128.load32_splat(a + ((<usize>p) << 2))
      c0 = f32x4.add(c0, f32x4.mul(a0, v128.load(bp)))
      c1 = f32x4.add(c1, f32x4.mul(a0, v128.load(bp, 16)))
      bp += row
    }
    v128.store(at, c0)
    v128.store(at, c1, 16)
  }
}

/** to[k×m] = transpose of from[m×k]. */
export function transpose(from: usize, to: usize, m: i32, k: i32): void {
  for (let i: i32 = 0; i < m; i++)
    for (let p: i32 = 0; p < k; p++)
      store<f32>(to + ((p * m + i) << 2), load<f32>(from + ((i * k + p) << 2)))
}

/** One step of the parser: hidden = leaky(sum of the rows at the places of a list), scores = bias + hidden · b. */
export function forward(
  places: usize,
  rows: i32,
  hidden: usize,
  width: i32,
  b: usize,
  bias: usize,
  scores: usize,
  n: i32,
): void {
  const zero = f32x4.splat(0)
  for (let j: i32 = 0; j < width; j += 4) {
    let sum = zero
    for (let r: i32 = 0; r < rows; r++)
      sum = f32x4.add(
        sum,
        v128.load(<usize>load<u32>(places + ((<usize>r) << 2)) + ((<usize>j) << 2)),
      )
    sum = v128.bitselect(f32x4.mul(sum, f32x4.splat(0.1)), sum, f32x4.lt(sum, zero))
    v128.store(hidden + ((<usize>j) << 2), sum)
  }
  memory.copy(scores, bias, (<usize>n) << 2)
  rows1(hidden, b, scores, width, n)
}

/** What a step's gradient of scores d brings: to the weights (db += hidden ⊗ d), and through the hidden layer to the rows at the places of a list. */
export function backward(
  places: usize,
  rows: i32,
  hidden: usize,
  width: i32,
  b: usize,
  db: usize,
  d: usize,
  n: i32,
): void {
  for (let i: i32 = 0; i < width; i++) {
    const h = load<f32>(hidden + ((<usize>i) << 2))
    const hs = f32x4.splat(h)
    const row: usize = (<usize>i * <usize>n) << 2
    let sum = f32x4.splat(0)
    for (let j: i32 = 0; j < n; j += 4) {
      const at: usize = (<usize>j) << 2
      const dj = v128.load(d + at)
      sum = f32x4.add(sum, f32x4.mul(dj, v128.load(b + row + at)))
      v128.store(db + row + at, f32x4.add(v128.load(db + row + at), f32x4.mul(dj, hs)))
    }
    const total =
      f32x4.extract_lane(sum, 0) +
      f32x4.extract_lane(sum, 1) +
      f32x4.extract_lane(sum, 2) +
      f32x4.extract_lane(sum, 3)
    store<f32>(hidden + ((<usize>i) << 2), h < 0 ? total * 0.1 : total)
  }
  for (let r: i32 = 0; r < rows; r++) {
    const to: usize = <usize>load<u32>(places + ((<usize>r) << 2))
    for (let j: i32 = 0; j < width; j += 4) {
      const at: usize = (<usize>j) << 2
      v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(hidden + at)))
    }
  }
}

/** One step of Adam over `count` numbers (a multiple of 4); the gradient is cleared. */
export function adam(
  data: usize,
  gradient: usize,
  first: usize,
  second: usize,
  count: i32,
  rate: f32,
): void {
  const zero = f32x4.splat(0)
  for (let i: i32 = 0; i < count; i += 4) {
    const at: usize = (<usize>i) << 2
    const g = v128.load(gradient + at)
    v128.store(gradient + at, zero)
    const m = f32x4.add(
      f32x4.mul(v128.load(first + at), f32x4.splat(0.9)),
      f32x4.mul(g, f32x4.splat(0.1)),
    )
    const v = f32x4.add(
      f32x4.mul(v128.load(second + at), f32x4.splat(0.99)),
      f32x4.mul(f32x4.mul(g, g), f32x4.splat(0.01)),
    )
    v128.store(first + at, m)
    v128.store(second + at, v)
    const by = f32x4.div(
      f32x4.mul(m, f32x4.splat(rate)),
      f32x4.add(f32x4.sqrt(v), f32x4.splat(1e-8)),
    )
    v128.store(data + at, f32x4.sub(v128.load(data + at), by))
  }
}

/** to += from, over `count` numbers (a multiple of 4). */
export function addTo(to: usize, from: usize, count: i32): void {
  for (let i: i32 = 0; i < count; i += 4) {
    const at: usize = (<usize>i) << 2
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)))
  }
}
