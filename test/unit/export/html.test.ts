import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { writeHtml } from '../../../src/export/index.ts'
import { openKit } from '../../../src/kit.ts'
import { readReport } from '../../../src/pipeline.ts'
import type { ReportInput } from '../../../src/records/index.ts'

const kit = await openKit()

function page(...inputs: readonly ReportInput[]): string {
  return writeHtml(inputs.map((input) => readReport({ publishedAt: '2024-03-06', ...input }, kit)))
}

const BLAST =
  'A bomb killed at least 12 people at a market in Darun on Monday, the governor said.\n\nThe Velka Front claimed responsibility for the attack.'

test('every link leads to one place of the page, and every value has one', () => {
  const html = page({ text: BLAST, id: 'a' }, { text: BLAST, id: 'b' })
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(targets.length).toBeGreaterThan(20)
  expect(targets.filter((target) => !ids.includes(target))).toEqual([])
})

test('the text of the page is the text of the report', () => {
  const html = page({ text: BLAST })
  const section = html.slice(html.indexOf('<section class="text"'), html.indexOf('</section>'))
  const words = section.replace(/<sup>\d+<\/sup>/g, '').replace(/<[^>]+>/g, '')
  expect(words.trim()).toBe(BLAST.replace('\n\n', '\n'))
})

test('nothing is loaded or run: the policy lets in the one style and no more', () => {
  const html = page({ text: BLAST, uri: 'https://example.org/x.js' })
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; base-uri`)
  expect(html).not.toMatch(/<script|\bsrc=|<link|@import|url\(|\bon\w+=|style="/i)
})

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><svg onload=alert(1)>',
  '<!-- --><a href="javascript:alert(1)">x</a>',
  '&lt;b&gt; \u0000\u202e',
])('hostile words stay words: %j', (hostile) => {
  const text = `${hostile} said that ${hostile} bombed ${hostile} in Darun on Monday. ${BLAST}`
  const html = page({
    text,
    title: hostile,
    outlet: hostile,
    author: hostile,
    uri: hostile,
    id: hostile,
  })
  const tags = new Set([...html.matchAll(/<\/?([a-z][\w-]*)/gi)].map((match) => match[1]))
  const known =
    'html head meta title style body main footer p article header h1 h2 h3 bdi div section span a sup dl dt dd ul li'
  expect([...tags].filter((tag) => !known.split(' ').includes(tag ?? ''))).toEqual([])
  const bare = html.replace(/"[^"]*"/g, '""')
  const names = new Set([...bare.matchAll(/\s([\w-]+)=""/g)].map((match) => match[1]))
  const allowed =
    'lang charset name content http-equiv class id dir href title tabindex aria-labelledby aria-label aria-hidden'
  expect([...names].filter((name) => !allowed.split(' ').includes(name ?? ''))).toEqual([])
  expect(html.match(/href="(?!#)/g)).toBe(null)
})

test('text of any direction is shown in its own', () => {
  const html = page({ text: `${BLAST}\nقال المتحدث`, title: 'قال' })
  expect(html).toContain('<p dir="auto"><span>قال المتحدث</span></p>')
  expect(html).toContain('dir="auto">قال</h1>')
})
