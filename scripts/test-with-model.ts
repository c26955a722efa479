/**
 * Runs tests with another language model in place of the shipped one: `npm run test:model -- FILE [TEST…]`.
 * Rules that lean on the habits of one parser fail here, as they would on sentences that nobody tried.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COPIED = ['data', 'docs', 'scripts', 'src', 'test', 'training']
const LINKED = ['node_modules', 'package.json', 'tsconfig.json', 'vitest.config.ts']

const [model, ...tests] = process.argv.slice(2)
if (model === undefined) throw new Error('usage: npm run test:model -- FILE [TEST…]')
const place = mkdtempSync(join(tmpdir(), 'ascribe-model-'))
try {
  process.exitCode = runTests(join(place, 'ascribe'), model)
} finally {
  rmSync(place, { recursive: true })
}

/** Tests find all they read beside themselves, so that a copy of the project needs no switch in it. */
function runTests(root: string, file: string): number {
  mkdirSync(root)
  for (const name of COPIED) cpSync(join(ROOT, name), join(root, name), { recursive: true })
  for (const name of LINKED) symlinkSync(join(ROOT, name), join(root, name))
  symlinkSync(join(ROOT, '../shared'), join(root, '../shared'))
  copyFileSync(file, join(root, 'data/language-model/en.bin'))
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', ...tests], {
    cwd: root,
    stdio: 'inherit',
  })
  return status ?? 1
}
