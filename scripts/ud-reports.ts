import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenReport } from './open-report.ts'

/**
 * `tsx scripts/ud-reports.ts FILE.conllu GENRE …`: documents of GUM as NDJSON for `npm run corpus -- --draft`, to be marked for the corpus:
 * text by paragraphs, title, day, address and attribution. Only genres whose texts are CC BY or in the public domain may be asked for.
 */
const LICENCES: Readonly<Record<string, string>> = {
  news: 'CC BY 2.5',
  interview: 'CC BY 2.5',
  bio: 'CC BY-SA 3.0',
  speech: 'public domain',
}

/** The documents of these genres (all that may be asked for, unless said) of a file of GUM; `name` names it. */
export function gumReports(
  source: string,
  name: string,
  genres: readonly string[] = Object.keys(LICENCES),
): OpenReport[] {
  return source.split(/^(?=# newdoc id)/m).flatMap((document) => {
    const id = /^# newdoc id = (\S+)/.exec(document)?.[1]
    const genre = meta(document, 'genre') ?? ''
    const licence = LICENCES[genre]
    if (id === undefined || licence === undefined || !genres.includes(genre)) return []
    return [recordOf(document, { id, genre, licence, name })]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file = '', ...genres] = process.argv.slice(2)
  const reports = gumReports(readFileSync(file, 'utf8'), basename(file, '.conllu'), genres)
  for (const report of reports) console.log(JSON.stringify(report))
}

interface Origin {
  readonly id: string
  readonly genre: string
  readonly licence: string
  /** Of the file, without its ending. */
  readonly name: string
}

function recordOf(document: string, { id, genre, licence, name }: Origin): OpenReport {
  const [title, uri, day, author] = ['title', 'sourceURL', 'dateCreated', 'author'].map((key) =>
    meta(document, key),
  )
  return {
    id: id.toLowerCase().replaceAll('_', '-'),
    text: paragraphsOf(document).join('\n\n'),
    ...(title && { title }),
    ...(uri && { uri }),
    ...(day && /^\d{4}-\d\d-\d\d$/.test(day) && { publishedAt: day }),
    manner: genre,
    layers: 'statements',
    attribution: `${author ?? 'unknown'}, ${licence}, by way of GUM (${name}, ${id})`,
  }
}

/** Sentences of a paragraph with a space between. A heading, caption or quotation that GUM counts inside a longer block is a paragraph of its own. */
function paragraphsOf(document: string): string[] {
  return document
    .split(/^# newpar(?= |$)(?! ?_block).*$/m)
    .flatMap((block) => {
      const sentences = [...block.matchAll(/^# text = (.*)$/gm)].map((match) => match[1] ?? '')
      const head = leadingSentences(block)
      return [sentences.slice(0, head), sentences.slice(head)]
    })
    .map((sentences) => sentences.join(' '))
    .filter((text) => text !== '')
}

/** How many sentences the shortest of a block's elements holds: `p (6 s) | figure (1 s) | caption (1 s)` is 1. */
function leadingSentences(block: string): number {
  const elements = /^# newpar_block = (.+)$/m.exec(block)?.[1]?.split(' | ') ?? []
  const counts = elements
    .filter((element) => !/^(?:hi|add|incident)\b/.test(element))
    .map((element) => Number(/\((\d+) s\)$/.exec(element)?.[1]))
    .filter((count) => count > 0)
  return Math.min(...counts)
}

function meta(document: string, key: string): string | undefined {
  return new RegExp(`^# meta::${key} = (.+)$`, 'm').exec(document)?.[1]
}
