import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The source as `npm run build` makes it (types are not checked), in a folder of its own beside links to what it needs. Gives that `dist`. */
export function buildDist(): string {
  const place = mkdtempSync(join(tmpdir(), 'ascribe-built-'))
  for (const name of ['data', 'node_modules', 'package.json', 'sql'])
    symlinkSync(join(ROOT, name), join(place, name))
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    rewriteRelativeImportExtensions: true,
    verbatimModuleSyntax: true,
  }
  for (const file of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    const source = readFileSync(join(ROOT, 'src', file), 'utf8')
    const target = join(place, 'dist', file.replace(/\.ts$/, '.js'))
    mkdirSync(dirname(target), { recursive: true })
    const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: file })
    writeFileSync(target, outputText)
  }
  return join(place, 'dist')
}
