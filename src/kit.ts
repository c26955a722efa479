import { readFile, readdir } from 'node:fs/promises'
import { contentKey, hashBytes } from './base/hash.ts'
import { PACKAGE_FOLDER, readVersion } from './base/package-folder.ts'
import { parseCodebook } from './codebook/index.ts'
import { makeLinkKit, type LinkKit } from './link/index.ts'
import { makeKit, makeVerifyKit, type Kit } from './pipeline.ts'
import type { VerifyKit } from './records/index.ts'
import { openActors } from './resolve/actor/index.ts'
import { openGazetteer } from './resolve/place/index.ts'
import {
  openLanguageModel,
  openLemmaWords,
  openLexicon,
  openTokenWords,
  parseTsv,
  readAlike,
  type Lexicon,
} from './text/index.ts'

const DATA = new URL('data/', PACKAGE_FOLDER)

/** Opens the data files that reading needs; done once for a process. */
export async function openKit(): Promise<Kit> {
  const files = await loadDataFiles()
  const version = await readVersion()
  const lexicon = openLexicon(files.lexicon)
  const codebook = parseCodebook(files.codebook)
  return makeKit({
    run: { ascribe: version, codebook: `${codebook.name}@${codebook.version}`, data: files.hash },
    lexicon,
    text: {
      model: readAlike(openLanguageModel(files.model), alikeWords(lexicon)),
      tokens: openTokenWords(lexicon),
      lemmas: openLemmaWords(lexicon),
    },
    gazetteer: openGazetteer(files.gazetteer, lexicon),
    actors: openActors(files.actors),
    codebook,
  })
}

function alikeWords(lexicon: Lexicon): Map<string, string> {
  return new Map(lexicon.rows('alike-words').map(({ word = '', as = '' }) => [word, as]))
}

/** Opens what `verifyReading` needs; takes some milliseconds, as no model or gazetteer is read. */
export async function openVerifyKit(): Promise<VerifyKit> {
  const [lexicon, codebook] = await Promise.all([
    readLexiconFiles(),
    readFile(new URL('codebooks/core.json', DATA), 'utf8'),
  ])
  return makeVerifyKit({ lexicon: openLexicon(lexicon), codebook: parseCodebook(codebook) })
}

/** Opens what linking needs; no model or gazetteer is read. */
export async function openLinkKit(): Promise<LinkKit> {
  const [commonWords, codebook] = await Promise.all([
    readFile(new URL('lexicon/common-words.tsv', DATA), 'utf8'),
    readFile(new URL('codebooks/core.json', DATA), 'utf8'),
  ])
  return makeLinkKit(parseCodebook(codebook), parseTsv('common-words', commonWords))
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

/** The texts of `data/lexicon/*.tsv` by name without ending, in order of name. */
async function readLexiconFiles(): Promise<Map<string, string>> {
  const folder = new URL('lexicon/', DATA)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv')).sort()
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')))
  return new Map(names.map((name, i) => [name.slice(0, -'.tsv'.length), texts[i] ?? '']))
}
