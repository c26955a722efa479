import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { ReportInput } from '../../src/records/index.ts'

/** A short report and the records that a careful analyst would write down for it. */
export interface Case {
  readonly title: string
  /** Line of the file that it starts at, from 1. */
  readonly line: number
  readonly report: ReportInput
  /** Records as `show.ts` writes them; empty where nothing is to be found. */
  readonly expected: string
}

export interface CaseFile {
  /** Path below `test/cases`, without `.txt`: "figures/bounds", "open/figures/bounds". */
  readonly name: string
  /** The folder, which says what is shown: "figures". */
  readonly folder: string
  /** Whether what it expects is known to be missed. */
  readonly isOpen: boolean
  readonly cases: readonly Case[]
}

const FOLDER = new URL('../cases/', import.meta.url)

/** All files of `test/cases`, in order of name. */
export function readCaseFiles(): CaseFile[] {
  const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((path) => {
      const name = path.slice(0, -'.txt'.length)
      const isOpen = name.startsWith('open/')
      const folder = name.split('/').at(-2) ?? ''
      return { name, folder, isOpen, cases: parseCases(readText(name), name) }
    })
}

function readText(name: string): string {
  return readFileSync(urlOf(name), 'utf8')
}

function urlOf(name: string): URL {
  return new URL(`${name}.txt`, FOLDER)
}

/** Puts other records under the cases of a file, in the order of its cases. */
export function writeExpected(name: string, expected: readonly string[]): void {
  const parts = splitCases(readText(name)).map(({ source }, index) => {
    const [text = ''] = source.split(ARROW)
    const records = expected[index] ?? ''
    return `${text.trimEnd()}\n\n==>\n${records === '' ? '' : `\n${records}\n`}`
  })
  writeFileSync(urlOf(name), parts.join('\n'))
}

/** Moves cases of an open file to the file of the same name outside `open/`; `isRead` says which, by their order. */
export function closeCases(name: string, isRead: readonly boolean[]): void {
  const parts = splitCases(readText(name)).map(({ source }) => source.trim())
  const target = name.slice('open/'.length)
  const known = existsSync(urlOf(target)) ? [readText(target).trim()] : []
  const [closed, open] = [true, false].map((wanted) =>
    parts.filter((_, index) => (isRead[index] ?? false) === wanted),
  )
  mkdirSync(new URL('.', urlOf(target)), { recursive: true })
  if (closed && closed.length > 0) writeFileSync(urlOf(target), join([...known, ...closed]))
  if (open && open.length > 0) writeFileSync(urlOf(name), join(open))
  else rmSync(urlOf(name))
}

function join(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`
}

const ARROW = /^==>$/m

/** `# title`, header lines, the text, `==>`, the records. A title may run over several such lines. */
export function parseCases(source: string, name: string): Case[] {
  return splitCases(source).map((part) => {
    const where = `test/cases/${name}.txt:${part.line}`
    const [above, expected, more] = part.source.split(ARROW)
    if (above === undefined || expected === undefined || more !== undefined)
      throw new Error(`${where}: a case has one line ==>`)
    const lines = above.split('\n')
    const titles = lines.findIndex((line) => !line.startsWith('# '))
    const title = lines.slice(0, titles).map((line) => line.slice(2))
    const report = parseReport(lines.slice(titles).join('\n'), where)
    return { title: title.join(' '), line: part.line, report, expected: expected.trim() }
  })
}

/** A case starts at a line `# …` that follows no such line. */
function splitCases(source: string): { line: number; source: string }[] {
  const parts: { line: number; lines: string[] }[] = []
  let isTitle = false
  for (const [index, line] of source.split('\n').entries()) {
    const startsTitle = line.startsWith('# ')
    if (startsTitle && !isTitle) parts.push({ line: index + 1, lines: [] })
    isTitle = startsTitle
    parts.at(-1)?.lines.push(line)
  }
  return parts.map(({ line, lines }) => ({ line, source: lines.join('\n') }))
}

const HEADER = /^(date|outlet|headline) (.+)\n/

/** `date 2024-03-06`, `outlet Velka Post` and `headline …` may stand before the text. */
function parseReport(source: string, where: string): ReportInput {
  let rest = source.trimStart()
  const found: Record<string, string> = {}
  for (let match = HEADER.exec(rest); match; match = HEADER.exec(rest)) {
    found[match[1] ?? ''] = match[2] ?? ''
    rest = rest.slice(match[0].length)
  }
  const text = rest.trim()
  if (text === '') throw new Error(`${where}: a case has a text`)
  const { date, outlet, headline } = found
  return {
    text,
    ...(date !== undefined && { publishedAt: date }),
    ...(outlet !== undefined && { outlet }),
    ...(headline !== undefined && { title: headline }),
  }
}
