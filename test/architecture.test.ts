import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const SRC = fileURLToPath(new URL('../src/', import.meta.url))

/** Who may import whom: every import runs to a lower floor or stays in its own folder. */
const ENGINE = ['base', 'records', 'codebook', 'text', 'analyse', 'resolve', 'codings']
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  records: ['base'],
  codebook: ['base', 'records'],
  ingest: ['base', 'records'],
  text: ['base', 'records'],
  analyse: ['base', 'records', 'codebook', 'text'],
  resolve: ['base', 'records', 'text'],
  codings: ['base', 'records', 'codebook'],
  export: ['base', 'records'],
  evaluate: ['base', 'records'],
  link: ['base', 'records', 'codebook'],
  store: ['base', 'records', 'codebook', 'link', 'review'],
  review: ['base', 'records'],
  redact: ['base', 'records'],
  'pipeline.ts': ENGINE,
  'kit.ts': [...ENGINE, 'pipeline.ts', 'link'],
  'index.ts': [...ENGINE, 'ingest', 'export', 'pipeline.ts', 'kit.ts'],
  bulk: ['base', 'records', 'ingest', 'export', 'store', 'pipeline.ts', 'kit.ts'],
  server: [
    ...['base', 'records', 'codebook', 'ingest', 'link', 'store', 'review', 'redact', 'export'],
    ...['bulk', 'evaluate'],
  ],
  cli: [
    ...[...ENGINE, 'ingest', 'export', 'evaluate', 'link', 'store', 'review', 'redact'],
    ...['pipeline.ts', 'kit.ts', 'bulk', 'server'],
  ],
}
const PURE = [
  'records',
  'codebook',
  'text',
  'analyse',
  'resolve',
  'codings',
  'export',
  'evaluate',
  'review',
  'redact',
  'link',
  'pipeline.ts',
]

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
)
const place = (path: string): string => path.split('/')[0] ?? ''

test('every import runs to a lower floor', () => {
  const wrong: string[] = []
  for (const file of files) {
    for (const match of readFileSync(join(SRC, file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
      const target = relative(SRC, join(SRC, dirname(file), match[1] ?? ''))
      const [from, to] = [place(file), place(target)]
      if (from !== to && !(MAY_IMPORT[from] ?? []).includes(to)) wrong.push(`${file} → ${target}`)
    }
  }
  expect(wrong).toEqual([])
})

test('pure stages touch no file, network, clock or randomness', () => {
  const world = /'node:(?!crypto)|Date\.now|new Date\(\)|Math\.random|process\.|fetch\(/
  const wrong = files.filter(
    (file) => PURE.includes(place(file)) && world.test(readFileSync(join(SRC, file), 'utf8')),
  )
  expect(wrong).toEqual([])
})
