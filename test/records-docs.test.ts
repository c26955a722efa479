import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readingJsonSchema } from '../src/records/index.ts'

// The tables of keys are made of the schema, and `docs.test.ts` holds them to it; here is what is written by hand.
const page = readFileSync(new URL('../docs/records.md', import.meta.url), 'utf8')
const byHand = page.replaceAll(/<!-- keys: \w+ -->[^]*?<!-- end -->/g, '')

interface Definition {
  readonly properties?: Readonly<Record<string, Definition>>
  readonly enum?: readonly string[]
}
const { $defs } = readingJsonSchema() as unknown as { $defs: Readonly<Record<string, Definition>> }

test('every record has its table of keys; values of other sorts share that of a text', () => {
  const shared = /^Sourced(?!Text)|^CodeRow$/
  const tables = [...page.matchAll(/^<!-- keys: (\w+) -->$/gm)].map((match) => match[1])
  const records = Object.keys($defs).filter((name) => !shared.test(name))
  expect(tables.toSorted()).toEqual(['Reading', ...records].sort())
})

test('every member of a closed list is told', () => {
  const told = new Set(
    [...byHand.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/[\w-]+/g) ?? []),
  )
  for (const [name, { properties = {} }] of Object.entries($defs))
    for (const [key, { enum: members = [] }] of Object.entries(properties))
      expect(
        members.filter((member) => !told.has(member)),
        `${name}.${key}`,
      ).toEqual([])
})

test('every kind of violation is told', () => {
  const source = readFileSync(
    new URL('../src/records/verify/violation.ts', import.meta.url),
    'utf8',
  )
  const kinds = [...source.matchAll(/^ {2}\| '([\w-]+)'/gm)].map((match) => match[1])
  const section = byHand.slice(byHand.indexOf('## What `verify` checks'))
  expect([...section.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1])).toEqual(kinds)
})

test('every link of the page leads to a heading', () => {
  const headings = new Set(
    [...page.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]?.toLowerCase()),
  )
  const links = [...page.matchAll(/\]\(#([\w-]+)\)/g)].map((match) => match[1])
  expect(links.filter((link) => !headings.has(link))).toEqual([])
})

test('the glossary is there, in order', () => {
  const glossary = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8')
  const words = [...glossary.matchAll(/^\| \*\*(.+?)\*\*/gm)].map((match) => match[1] ?? '')
  for (const word of [
    'report',
    'document',
    'evidence',
    'event',
    'statement',
    'source',
    'outlet',
    'stance',
    'figure',
    'rule',
    'reading',
  ])
    expect(words).toContain(word)
  expect(words).toEqual(words.toSorted())
})
