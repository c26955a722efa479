// AssemblyScript: single-precision kernels over unmanaged memory. All pointers are byte offsets, all matrices row-major, n a multiple of 8.

/** c[m×n] += a[m×k] · b[k×n]; each sum runs over k in order, so that a scalar loop gives the same bytes. */
export function gemm(a: usize, b: usize, c: usize, m: i32, k: i32, n: i32): void {
  let i: i32 = 0
  for (; i + 4 <= m; i += 4) rows4(a + ((i * k) << 2), b, c + ((i * n) << 2), k, n)
  for (; i < m; i++) rows1(a + ((i * k) << 2), b, c + ((i * n) << 2), k, n)
}

function rows4(a: usize, b: usize, c: usize, k: i32, n: i32): void {
  const row: usize = (<usize>n) << 2
  const arow: usize = (<usize>k) << 2
  for (let j: i32 = 0; j < n; j += 8) {
    let at: usize = c + ((<usize>j) << 2)
    let c00 = v128.load(at),
      c01 = v128.load(at, 16)
    let c10 = v128.load(at + row),
      c11 = v128.load(at + row, 16)
    let c20 = v128.load(at + 2 * row),
      c21 = v128.load(at + 2 * row, 16)
    let c30 = v128.load(at + 3 * row),
      c31 = v128.load(at + 3 * row, 16)
    let bp: usize = b + ((<usize>j) << 2)
    let ap: usize = a
    for (let p: i32 = 0; p < k; p++) {
      const b0 = v128.load(bp),
        b1 = v128.load(bp, 16)
      const a0 = v128.load32_splat(ap)
      const a1 = v128.load32_splat(ap + arow)
      const a2 = v128.load32_splat(ap + 2 * arow)
      const a3 = v128.load32_splat(ap + 3 * arow)
      c00 = f32x4.add(c00, f32x4.mul(a0, b0))
      c01 = f32x4.add(c01, f32x4.mul(a0, b1))
      c10 = f32x4.add(c10, f32x4.mul(a1, b0))
      c11 = f32x4.add(c11, f32x4.mul(a1, b1))
      c20 = f32x4.add(c20, f32x4.mul(a2, b0))
      c21 = f32x4.add(c21, f32x4.mul(a2, b1))
      c30 = f32x4.add(c30, f32x4.mul(a3, b0))
      c31 = f32x4.add(c31, f32x4.mul(a3, b1))
      bp += row
      ap += 4
    }
    v128.store(at, c00)
    v128.store(at, c01, 16)
    v128.store(at + row, c10)
    v128.store(at + row, c11, 16)
    v128.store(at + 2 * row, c20)
    v128.store(at + 2 * row, c21, 16)
    v128.store(at + 3 * row, c30)
    v128.store(at + 3 * row, c31, 16)
  }
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
