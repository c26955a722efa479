import type { Note } from '../records/index.ts'
import type { Lexicon } from './lexicon.ts'

/** The words that tell each language. */
export interface LanguageWords {
  readonly languages: readonly Language[]
}

/** A language, by its commonest words. */
export interface Language {
  /** ISO 639-1; `und` where only the script is known. */
  readonly code: string
  readonly name: string
  readonly words: ReadonlySet<string>
}

/** Opens `language-words`. */
export function openLanguageWords(lexicon: Lexicon): LanguageWords {
  return {
    languages: lexicon.rows('language-words').map(({ language = '', name = '', words = '' }) => ({
      code: language,
      name,
      words: new Set(words.split(' ')),
    })),
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
export function guessLanguage(text: string, { languages }: LanguageWords): Language | undefined {
  const sample = text.slice(0, SAMPLE)
  if (inOtherScript(sample)) return OTHER
  const words = sample.toLowerCase().match(/[\p{L}\p{M}‘’]+/gu) ?? []
  const counted = languages.map((language) => ({ language, ...countHits(words, language) }))
  const [best, second] = counted.sort((a, b) => b.hits - a.hits)
  if (!best || best.hits < HITS || best.different < DIFFERENT) return undefined
  if (best.hits < SHARE * words.length) return undefined
  const rival =
    best.language.code === 'en' ? second : counted.find(({ language }) => language.code === 'en')
  return best.hits >= TIMES * (rival?.hits ?? 0) ? best.language : undefined
}

const OTHER: Language = { code: 'und', name: 'another script', words: new Set() }

function inOtherScript(sample: string): boolean {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  return letters - latin >= OTHER_LETTERS && letters - latin >= OTHER_SCRIPT * letters
}

function countHits(
  words: readonly string[],
  { words: known }: Language,
): { hits: number; different: number } {
  const hits = words.filter((word) => known.has(word))
  return { hits: hits.length, different: new Set(hits).size }
}
