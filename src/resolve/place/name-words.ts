import { remember } from '../../base/remember.ts'
import type { Exactness } from '../../records/index.ts'
import type { Countries, CountryWord } from './countries.ts'
import { foldName } from './fold.ts'
import type { PlaceWords } from './words.ts'

/** What a word, as it is written, brings to the names of places. */
export interface NameWord {
  readonly folded: string
  /** It begins with a capital letter. */
  readonly capitalised: boolean
  /** All capitals, at least two. */
  readonly shouted: boolean
  /** It holds a small letter. */
  readonly small: boolean
  /** A capital and a small letter, as names are written in running text. */
  readonly proper: boolean
  /** A name may begin with it, end with it, or run on over it. */
  readonly starts: boolean
  readonly ends: boolean
  readonly joins: boolean
  /** "'s" of "Darun's": where it touches the word before, the two are one word of the name. */
  readonly tail: boolean
  /** "al", "el-…": the Arabic article, which has many spellings. */
  readonly article: boolean
  /** What sort of area the word names: "province". */
  readonly area: Exactness | undefined
  readonly country: CountryWord | undefined
  /** "Sarah", "Col.": a person's name may begin with it or behind it. */
  readonly opensPerson: boolean
}

/** Words whose facts are kept: a text has few that others have not. */
const REMEMBERED = 50_000

/** Looks at each written word once. */
export function openNameWords(countries: Countries, words: PlaceWords): (text: string) => NameWord {
  return remember(REMEMBERED, (text) => {
    const lower = text.toLowerCase()
    const capitalised = /^\p{Lu}/u.test(text)
    const title = lower.endsWith('.') ? lower.slice(0, -1) : lower
    return {
      folded: foldName(text),
      capitalised,
      shouted: /^\p{Lu}{2,}$/u.test(text),
      small: /\p{Ll}/u.test(text),
      proper: /^\p{Lu}[\p{Ll}'’-]/u.test(text),
      starts: lower !== 'the' && STARTS.test(text),
      ends: ENDS.test(text),
      joins: /^[\p{L}\p{N}.'’‘&-]+$/u.test(text),
      tail: /^['’]/.test(text),
      article: /^(?:al|el|ad|an|ar|as|ash|at|az)(?![\p{L}])/u.test(lower),
      area: words.areaOf(lower),
      country: countries.lookup(lower),
      opensPerson:
        capitalised && (words.is('first-name', lower) || words.is('person-before', title)),
    }
  })
}

const STARTS = /^(?:\p{Lu}|(?:al|el|ad|as|an|ar|ash)[-'’ ]\p{Lu}|[‘'ʿʻ]\p{Lu}|al$)/u
const ENDS = /^(?:(?:al|el|ad|as|an|ar|ash)[-'’])?[‘ʿʻ]?\p{Lu}/u
