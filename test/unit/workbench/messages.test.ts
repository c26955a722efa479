import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { blanksOf } from '../../../workbench/src/views/review/drafts.ts'

const REVIEW_FIELDS = ['event', 'status', 'participant', 'figure', 'claim', 'statement'] as const
const FOLDER = new URL('../../../workbench/', import.meta.url)

function messagesOf(language: string): Record<string, string> {
  const file = new URL(`messages/${language}.json`, FOLDER)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}

const english = messagesOf('en')
/** A message that has forms for numbers, and not one for all. */
const INFLECTS = /, plural,.*\b(?:one|two|few|many) *\{/s
const languages = readdirSync(new URL('messages/', FOLDER)).map((name) => name.slice(0, -5))
const sources = readdirSync(new URL('src/', FOLDER), { recursive: true })
  .map(String)
  .filter((name) => /\.(?:svelte|ts)$/.test(name))
  .map((name) => readFileSync(new URL(`src/${name}`, FOLDER), 'utf8'))
  .join('\n')

/** Names and kinds of what a message has in braces, in any order. */
function holesOf(text: string, language: string): string[] {
  const holes: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const { type, value: name, options } = value as Record<string, unknown>
    // 0 is plain text, 7 the number sign of a plural.
    if (typeof type === 'number' && type !== 0 && type !== 7) holes.push(`${String(name)} ${type}`)
    for (const option of Object.values(options ?? {})) walk((option as { value: unknown }).value)
  }
  walk(new IntlMessageFormat(text, language).getAst())
  return [...new Set(holes)].sort()
}

/** Names that are written whole in the code, and the beginnings of those that are put together. */
const whole = new Set(
  [...sources.matchAll(/['"`]([a-z][a-z-]*(?:\.[a-z-]+)+)['"`]/g)].map(([, name]) => name),
)
const beginnings = [...sources.matchAll(/`([a-z][a-z-]*(?:\.[a-z-]+)*\.)\$\{/g)].map(
  ([, name = '']) => name,
)

test('every message that the screens say is there', () => {
  const said = [...sources.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, name]) => name)
  expect(said.length).toBeGreaterThan(10)
  expect(said.filter((name) => name !== undefined && !(name in english))).toEqual([])
})

test('every message that is there is said', () => {
  const isSaid = (name: string): boolean =>
    whole.has(name) || beginnings.some((beginning) => name.startsWith(beginning))
  expect(Object.keys(english).filter((name) => !isSaid(name))).toEqual([])
})

test('every kind of the codebook and every code that is chosen from has a message', () => {
  const file = new URL('../../../data/codebooks/core.json', import.meta.url)
  const { kinds } = JSON.parse(readFileSync(file, 'utf8')) as { kinds: { kind: string }[] }
  const codes = REVIEW_FIELDS.flatMap((field) =>
    blanksOf(field, []).flatMap(({ choices = [] }) => choices),
  )
  expect(kinds.length).toBeGreaterThan(50)
  expect(codes.length).toBeGreaterThan(40)
  const wanted = [...kinds.map(({ kind }) => `kind.${kind}`), ...codes.map((one) => `code.${one}`)]
  expect(wanted.filter((name) => !(name in english))).toEqual([])
})

describe.each(languages)('%s', (language) => {
  const messages = messagesOf(language)

  test('says what English says: all of it, and nothing else', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort())
  })

  test('has the holes of the English messages', () => {
    for (const [name, text] of Object.entries(messages))
      expect([name, holesOf(text, language)]).toEqual([name, holesOf(english[name] ?? '', 'en')])
  })

  test('has every form of its plurals', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [name, text] of Object.entries(messages)) {
      // Where neither it nor English tells one from many, it has one form for all.
      if (!INFLECTS.test(text) && !INFLECTS.test(english[name] ?? '')) continue
      const missing = pluralCategories.filter((form) => !new RegExp(`\\b${form} *\\{`).test(text))
      // What is left out falls to "other", which is wrong in languages that have the form for whole numbers.
      const used = missing.filter((form) => isForWholeNumbers(form, language))
      expect([name, used]).toEqual([name, []])
    }
  })
})

/** Whether a form of the plural is that of a number below a thousand. */
function isForWholeNumbers(form: string, language: string): boolean {
  const rules = new Intl.PluralRules(language)
  return Array.from({ length: 1000 }, (_, i) => rules.select(i)).some(
    (one) => one === form && one !== 'zero',
  )
}
