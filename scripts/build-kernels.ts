/** Compiles `training/kernels` with AssemblyScript and writes the bytes beside the code that uses them: `npm run kernels`. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'kernels-'))
const FLAGS =
  '-O3 --runtime stub --enable simd --importMemory --noExportMemory --initialMemory 1 --maximumMemory 32768'

build('training/kernels/inference.ts', 'src/text/parser/kernel-bytes.ts')
build('training/kernels/training.ts', 'training/kernel-bytes.ts')

/** Compiles one file and writes its bytes as lines of base64. */
function build(source: string, target: string): void {
  const out = join(folder, 'kernels.wasm')
  execFileSync('npx', ['asc', source, ...FLAGS.split(' '), '-o', out], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  const lines =
    readFileSync(out)
      .toString('base64')
      .match(/.{1,88}/g) ?? []
  const text = `/** Made by \`npm run kernels\` from \`${source}\`; base64. */
export const KERNEL_BYTES =
${lines.map((line) => `  '${line}'`).join(' +\n')}
`
  writeFileSync(join(ROOT, target), text)
}
