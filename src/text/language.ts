import type { Note } from '../records/index.ts'
import type { Lexicon } from './lexicon.ts'

/** The words that tell each language. */
export interface LanguageWords {
  readonly languages: readonly Language[]
  /** The languages of each word, by their place in the list. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
}

/** A language, by its commonest words. */
export interface Language {
  /** ISO 639-1; `und` where only the script is known. */
  readonly code: string
  readonly name: string
}

/** Opens `language-words`. */
export function openLanguageWords(lexicon: Lexicon): LanguageWords {
  const rows = lexicon.rows('language-words')
  const byWord = new Map<string, number[]>()
  rows.forEach(({ words = '' }, at) => {
    for (const word of new Set(words.split(' '))) {
      const known = byWord.get(word)
      if (known) known.push(at)
      else byWord.set(word, [at])
    }
  })
  return {
    languages: rows.map(({ language = '', name = '' }) => ({ code: language, name })),
    byWord,
  }
}

/** Whether a text is read, and what is to be said of its language. */
export interface LanguageJudgement {
  readonly language: string
  readonly refused: boolean
  readonly notes: readonly Note[]
}

/** English is read, nothing else. The text decides where its words tell the language, even against what is said of it; else what is said decides, and a text of which nothing is known is read. */
export function judgeLanguage(
  said: string | undefined,
  text: string,
  words: LanguageWords,
): LanguageJudgement {
  const label = said !== undefined && !UNTOLD.test(said) ? said : undefined
  const english = label === undefined || ENGLISH.test(label)
  const guess = guessLanguage(text, words)
  if (guess && guess.code !== 'en') {
    const seems = `is not in English but, it seems, in ${guess.name}`
    return refuse(said ?? guess.code, `the text ${seems}: nothing was read`)
  }
  if (english) return { language: said ?? 'en', refused: false, notes: [] }
  if (!guess) return refuse(label, `the text is said to be in “${label}”: nothing was read`)
  const message = `the text is said to be in “${label}”, but is in English, and was read`
  const notes = [{ code: 'language-contradicted', message }]
  return { language: label, refused: false, notes }
}

function refuse(language: string, message: string): LanguageJudgement {
  return { language, refused: true, notes: [{ code: 'language-not-read', message }] }
}

const ENGLISH = /^(en|eng|english)\b/i
/** Codes that say nothing: undetermined, multiple, uncoded, no linguistic content. */
const UNTOLD = /^(und|mul|mis|zxx)?$/i

/** What of a text is looked at. */
const SAMPLE = 20_000
/** Letters of another script than Latin that say a text is not English, and their least share of all letters. */
const OTHER_LETTERS = 12
const OTHER_SCRIPT = 0.6
/** Words of a language: so many in all, so many different ones, this share of all words, and so many times those of English (or of any other, for English). */
const HITS = 6
const DIFFERENT = 4
const SHARE = 0.15
const TIMES = 3

/** The language that the script or the frequent words of a text clearly tell; `undefined` where they are too few, as in a headline, a list of names or a table. */
export function guessLanguage(text: string, known: LanguageWords): Language | undefined {
  const sample = text.slice(0, SAMPLE)
  if (inOtherScript(sample)) return OTHER
  const lower = sample.toLowerCase()
  const words = lower.match(/[^\0-\x7f]/.test(lower) ? /[\p{L}\p{M}‘’]+/gu : /[a-z]+/g) ?? []
  const counted = countHits(words, known)
  const [best, second] = counted.sort((a, b) => b.hits - a.hits)
  if (!best || best.hits < HITS || best.different < DIFFERENT) return undefined
  if (best.hits < SHARE * words.length) return undefined
  const rival =
    best.language.code === 'en' ? second : counted.find(({ language }) => language.code === 'en')
  return best.hits >= TIMES * (rival?.hits ?? 0) ? best.language : undefined
}

const OTHER: Language = { code: 'und', name: 'another script' }

function inOtherScript(sample: string): boolean {
  if (!/[^\0-\u024f]/.test(sample)) return false
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters - latin >= OTHER_LETTERS && letters - latin >= OTHER_SCRIPT * letters
}

interface Counted {
  readonly language: Language
  readonly hits: number
  readonly different: number
}

/** How many words each language shares, and how many different ones. */
function countHits(words: readonly string[], { languages, byWord }: LanguageWords): Counted[] {
  const hits = languages.map(() => 0)
  const different = languages.map(() => 0)
  const seen = new Set<string>()
  for (const word of words) {
    const of = byWord.get(word)
    if (!of) continue
    const isNew = !seen.has(word)
    if (isNew) seen.add(word)
    for (const at of of) {
      hits[at] = (hits[at] ?? 0) + 1
      if (isNew) different[at] = (different[at] ?? 0) + 1
    }
  }
  return languages.map((language, at) => ({
    language,
    hits: hits[at] ?? 0,
    different: different[at] ?? 0,
  }))
}
