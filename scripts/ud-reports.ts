import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

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

const [file = '', ...genres] = process.argv.slice(2)
for (const document of readFileSync(file, 'utf8').split(/^(?=# newdoc id)/m)) {
  const id = /^# newdoc id = (\S+)/.exec(document)?.[1]
  const licence = LICENCES[meta(document, 'genre') ?? '']
  if (id === undefined || licence === undefined || !genres.includes(meta(document, 'genre') ?? ''))
    continue
  console.log(JSON.stringify(recordOf(document, { id, licence })))
}

function recordOf(document: string, { id, licence }: { id: string; licence: string }) {
  const [title, uri, day, author] = ['title', 'sourceURL', 'dateCreated', 'author'].map((key) =>
    meta(document, key),
  )
  return {
    id: id.toLowerCase().replaceAll('_', '-'),
    text: paragraphsOf(document).join('\n\n'),
    ...(title && { title }),
    ...(uri && { uri }),
    ...(day && /^\d{4}-\d\d-\d\d$/.test(day) && { publishedAt: day }),
    manner: meta(document, 'genre'),
    layers: 'statements',
    attribution: `${author ?? 'unknown'}, ${licence}, by way of GUM (${basename(file, '.conllu')}, ${id})`,
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
