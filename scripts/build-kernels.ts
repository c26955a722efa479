/** Compiles `training/kernels` with AssemblyScript and writes the bytes into `src/text/parser/kernel-bytes.ts`: `npm run kernels`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const out = join(mkdtempSync(join(tmpdir(), 'kernels-')), 'gemm.wasm')
const flags =
  '-O3 --runtime stub --enable simd --importMemory --noExportMemory --initialMemory 1 --maximumMemory 32768'
execFileSync('npx', ['asc', 'training/kernels/gemm.ts', ...flags.split(' '), '-o', out], {
  cwd: ROOT,
  stdio: 'inherit',
})
const text = `/** Made by \`npm run kernels\` from \`training/kernels/gemm.ts\`; base64. */
export const KERNEL_BYTES =
  '${readFileSync(out).toString('base64')}'
`
writeFileSync(join(ROOT, 'src/text/parser/kernel-bytes.ts'), text)
