import { readFile, readdir } from 'node:fs/promises'
import { sha256 } from './base/hash.ts'
import type { Kit } from './pipeline.ts'
import { openLexicon } from './text/index.ts'

const DATA = new URL('../data/', import.meta.url)
const PACKAGE = new URL('../package.json', import.meta.url)

/** Opens the data files that reading needs; done once for a process. */
export async function openKit(): Promise<Kit> {
  const files = await readLexiconFiles()
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string }
  const contents = [...files].map(([name, text]) => `${name}\n${text}`).join('\n')
  return {
    run: { ascribe: version, codebook: 'core@1', data: sha256(contents).slice(0, 16) },
    lexicon: openLexicon(files),
  }
}

/** The texts of `data/lexicon/*.tsv` by name without ending, in order of name. */
async function readLexiconFiles(): Promise<Map<string, string>> {
  const folder = new URL('lexicon/', DATA)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return new Map(names.map((name, i) => [name.slice(0, -'.tsv'.length), texts[i] ?? '']))
}
