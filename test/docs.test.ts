import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { PAGES } from '../scripts/pages.ts'

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')

test('every run-time dependency is argued', () => {
  const { dependencies } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>
  }
  const argued = [...read('docs/dependencies.md').matchAll(/^\| ([\w@/.-]+) \|/gm)].map(
    (match) => match[1],
  )
  expect(argued.filter((name) => name !== 'package').sort()).toEqual(
    Object.keys(dependencies).sort(),
  )
})

test('every error code is documented', () => {
  const codes = [...read('src/base/errors.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(
    (match) => match[1],
  )
  const documented = [...read('docs/errors.md').matchAll(/^\| `([\w-]+)`/gm)].map(
    (match) => match[1],
  )
  expect(documented).toEqual(codes)
})

test('the lock file carries no download addresses', () => {
  expect(read('package-lock.json')).not.toMatch(/"resolved"/)
})

test.each(Object.entries(PAGES))('%s is what `npm run docs` writes', async (name, write) => {
  expect(await write(read(name))).toBe(read(name))
})

test('the example of the README prints what it says', async () => {
  const code = /```ts\n([^]*?)```/.exec(read('README.md'))?.[1] ?? ''
  const place = mkdtempSync(join(tmpdir(), 'ascribe-readme-'))
  const url = new URL('../src/index.ts', import.meta.url).href
  writeFileSync(join(place, 'example.ts'), code.replace("'ascribe'", `'${url}'`))
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await import(join(place, 'example.ts'))
  const lines = printed.mock.calls.map((values) => values.join(' '))
  printed.mockRestore()
  const promised = [...code.matchAll(/console\.log\(.*\) \/\/ (.+)$/gm)].map((match) => match[1])
  expect(lines).toEqual(promised)
  expect(promised.length).toBeGreaterThan(0)
})
