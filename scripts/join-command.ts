/** Joins the modules of the command into few files in `dist/cli`, as the last step of `npm run build`: hundreds of files take longer to load than a small report to read. */
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

rmSync(`${ROOT}dist/cli`, { recursive: true, force: true })
// Each by itself, so that the worker, for which every reading waits, loads nothing that only other commands need.
await join('main', 'src/cli/main.ts')
await join('worker', 'src/bulk/worker.ts')

function join(name: string, entry: string): Promise<unknown> {
  return build({
    absWorkingDir: ROOT,
    entryPoints: { [name]: entry },
    outdir: 'dist/cli',
    bundle: true,
    splitting: true, // what only one command needs is loaded with that command
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  })
}
