import { readFile, readdir } from 'node:fs/promises'
import { contentKey, hashBytes } from './base/hash.ts'
import type { Kit } from './pipeline.ts'
import { openTimeWords } from './resolve/time/index.ts'
import { openLanguageModel, openLemmaWords, openLexicon, openTokenWords } from './text/index.ts'

const DATA = new URL('../data/', import.meta.url)
const PACKAGE = new URL('../package.json', import.meta.url)

/** Opens the data files that reading needs; done once for a process. */
export async function openKit(): Promise<Kit> {
  const files = await readLexiconFiles()
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string }
  const model = await readFile(new URL('language-model/en.bin', DATA))
  const lexicon = openLexicon(files)
  return {
    run: { ascribe: version, codebook: 'core@1', data: dataHash(files, model) },
    lexicon,
    text: {
      model: openLanguageModel(model),
      tokens: openTokenWords(lexicon),
      lemmas: openLemmaWords(lexicon),
    },
    time: openTimeWords(lexicon),
  }
}

/** The texts and bytes of `data/` that reading needs; `hash` names them all. */
export interface DataFiles {
  /** Word lists by name without ending. */
  readonly lexicon: ReadonlyMap<string, string>
  readonly actors: string
  readonly codebook: string
  readonly model: Uint8Array
  readonly gazetteer: Uint8Array
  readonly hash: string
}

/** Reads the data files, all at once. */
export async function loadDataFiles(): Promise<DataFiles> {
  const text = (name: string): Promise<string> => readFile(new URL(name, DATA), 'utf8')
  const [lexicon, actors, codebook, model, gazetteer] = await Promise.all([
    readLexiconFiles(),
    text('actors/actors.json'),
    text('codebooks/core.json'),
    readFile(new URL('language-model/en.bin', DATA)),
    readFile(new URL('gazetteer/places.bin', DATA)),
  ])
  const hash = contentKey(
    ...[...lexicon].flat(),
    actors,
    codebook,
    hashBytes(model),
    hashBytes(gazetteer),
  )
  return { lexicon, actors, codebook, model, gazetteer, hash }
}

/** One key for all data that a reading depends on. */
function dataHash(files: ReadonlyMap<string, string>, model: Uint8Array): string {
  return contentKey(...[...files].flat(), hashBytes(model))
}

/** The texts of `data/lexicon/*.tsv` by name without ending, in order of name. */
async function readLexiconFiles(): Promise<Map<string, string>> {
  const folder = new URL('lexicon/', DATA)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return new Map(names.map((name, i) => [name.slice(0, -'.tsv'.length), texts[i] ?? '']))
}
