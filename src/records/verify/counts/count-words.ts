/** What words mean together: so many, nobody, or how the number beside them is bent ("at least"). */
export interface CountPhrase {
  readonly type: 'vague' | 'none' | 'bound'
  /** Of vague words: the least they mean, and the most that may be meant. */
  readonly min: number
  readonly max: number
  /** In words. */
  readonly length: number
}

/** The words by which quotes say how many; made of `data/lexicon`. */
export interface CountWords {
  /** "seven", "forty". */
  readonly units: ReadonlyMap<string, number>
  /** "hundred", "dozen": what multiplies the number before it. */
  readonly scales: ReadonlyMap<string, number>
  /** By their words in lower case, with spaces between: "a handful of", "more than". */
  readonly phrases: ReadonlyMap<string, CountPhrase>
  /** The numbers of month names. */
  readonly months: ReadonlySet<string>
  /** Whether a word is of a kind of the list `count-words`. */
  is(kind: CountKind, word: string): boolean
}

export type CountKind =
  | 'one'
  | 'none'
  | 'plural'
  | 'more'
  | 'fewer'
  | 'particle'
  | 'age-unit'
  | 'age-before'
  | 'age-after'
  | 'break'

type Row = Readonly<Record<string, string>>

/** The words of number out of the rows of four lists of `data/lexicon`: `cardinals`, `quantities`, `count-words` and `time-words`. */
export function openCountWords(lists: {
  readonly cardinals: readonly Row[]
  readonly quantities: readonly Row[]
  readonly counting: readonly Row[]
  readonly calendar: readonly Row[]
}): CountWords {
  const cardinals = lists.cardinals
    .map(({ word = '', value }) => [word, Number(value)] as const)
    .filter(([word]) => !word.includes('-'))
  const scales = new Map(cardinals.filter(([word, value]) => isScale(word, value)))
  const kinds = new Set(lists.counting.map(({ word, kind }) => `${kind} ${word}`))
  return {
    units: new Map(cardinals.filter(([word]) => !scales.has(word))),
    scales,
    phrases: phrasesOf(lists.quantities, new Set(cardinals.map(([word]) => word))),
    months: monthsOf(lists.calendar),
    is: (kind, word) => kinds.has(`${kind} ${word}`),
  }
}

function isScale(word: string, value: number): boolean {
  return value >= 100 || word === 'dozen' || word === 'score'
}

function monthsOf(rows: readonly Row[]): ReadonlySet<string> {
  const months = rows.filter(({ kind }) => kind === 'month')
  return new Set(months.map(({ word = '' }) => word.replace('.', '')))
}

function typeOf(type: string): CountPhrase['type'] {
  if (type === 'vague') return 'vague'
  return type === 'zero' ? 'none' : 'bound'
}

/** "dozens" may be as many as 120, "several" as many as 10. */
const MOST_TO_LEAST = 5
const LEAST_REACH = 10

/** Phrases with a number word in them ("about a dozen", "two or three") are read by their numbers, those for one ("a lone") by their article. */
function phrasesOf(rows: readonly Row[], numbers: ReadonlySet<string>): Map<string, CountPhrase> {
  const phrases = new Map<string, CountPhrase>()
  for (const { phrase = '', min = '0', max, type = '' } of rows) {
    const words = phrase.split(/[\s-]+/)
    const key = words.join(' ')
    if (phrases.has(key) || max === '1' || words.some((word) => numbers.has(word))) continue
    const least = Number(min)
    const most = max === undefined ? Math.max(LEAST_REACH, MOST_TO_LEAST * least) : Number(max)
    phrases.set(key, { type: typeOf(type), min: least, max: most, length: words.length })
  }
  return phrases
}
