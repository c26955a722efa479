import { evidenceAt, type Evidence, type Exactness } from '../../records/index.ts'
import type { Document, Sentence, Token, TokenRange } from '../../text/index.ts'
import { foldName } from './fold.ts'
import type { Gazetteer, Sense } from './gazetteer.ts'

/** A run of tokens that may name a place. */
export interface PlaceName extends TokenRange {
  readonly folded: string
  readonly evidence: Evidence
  /** None where the gazetteer lacks the name and only the text calls it a place. */
  readonly senses: readonly Sense[]
  /** The noun that says what sort of place it is: "Anbar *province*", "the *village* of …". */
  readonly area?: Exactness
  /** Whether the name includes that noun: "Walker County". */
  readonly whole: boolean
}

/** Most tokens of one name. */
const LONGEST = 7
/** Most namesakes that are weighed. */
const MOST_SENSES = 40

/** The longest names of the gazetteer at each capitalised token, and names that the text calls places, in order of text. */
export function findPlaceNames(
  document: Document,
  gazetteer: Gazetteer,
  isOther: (tokenIndex: number) => boolean,
): PlaceName[] {
  const cache = new Map<string, readonly Sense[]>()
  const look = (folded: string): readonly Sense[] => {
    const known = cache.get(folded)
    if (known) return known
    const found = [...gazetteer.senses(folded)]
      .sort((a, b) => b.population - a.population)
      .slice(0, MOST_SENSES)
    cache.set(folded, found)
    return found
  }
  const names: PlaceName[] = []
  for (const sentence of document.sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = document.tokens[at]
      if (!token || !startsName(token) || isOther(at)) continue
      const name =
        longestName({ document, gazetteer, sentence, look }, at) ??
        abbreviation(document, gazetteer, at) ??
        calledPlace({ document, gazetteer, sentence, look }, at)
      if (!name || rangeHas(name, isOther)) continue
      names.push(name)
      at = name.last - 1
    }
  }
  return names
}

interface Search {
  readonly document: Document
  readonly gazetteer: Gazetteer
  readonly sentence: Sentence
  readonly look: (folded: string) => readonly Sense[]
}

function startsName({ text }: Token): boolean {
  return (
    /^(?:\p{Lu}|(?:al|el|ad|as|an|ar|ash)[-'’ ]\p{Lu}|[‘'ʿʻ]\p{Lu})/u.test(text) || text === 'al'
  )
}

function longestName(search: Search, at: number): PlaceName | undefined {
  const { document, sentence, look } = search
  const end = runEnd(document, sentence, at)
  for (let last = end; last > at; last -= 1) {
    const evidence = evidenceOf(document, { first: at, last })
    if (/\n/.test(evidence.quote)) continue
    const area = areaInside(search, { first: at, last })
    const folded = foldName(evidence.quote)
    if (folded === '' || !endsName(document.tokens[last - 1])) continue
    const direct = look(folded)
    const made = { first: at, last, evidence }
    if (direct.length > 0) return { ...made, folded, senses: direct, ...areaBeside(search, made) }
    if (area) {
      const senses = look(area.folded).filter((sense) => fits(sense, area.exactness))
      return { ...made, folded, senses, area: area.exactness, whole: true }
    }
  }
  return undefined
}

/** Where a run of words that one name may hold ends: no comma, no gap, at most so many tokens. */
function runEnd(document: Document, sentence: Sentence, at: number): number {
  let last = at + 1
  const limit = Math.min(sentence.last, at + LONGEST)
  while (last < limit) {
    const [before, token] = [document.tokens[last - 1], document.tokens[last]]
    if (!token || !before || token.start - before.end > 1) break
    if (!/^[\p{L}\p{N}.'’‘&-]+$/u.test(token.text)) break
    last += 1
  }
  return last
}

function endsName(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(?:['’‘]?\p{L}|\.$)/u.test(token.text) && /^[^a-z]/.test(token.text)
  )
}

/** "Walker County": a name of the gazetteer with its capitalised noun. */
function areaInside(
  { document, gazetteer, look }: Search,
  { first, last }: TokenRange,
): { folded: string; exactness: Exactness } | undefined {
  const tail = document.tokens[last - 1]
  const head = document.tokens[first]
  const inner =
    tail && gazetteer.words.areaOf(tail.lower)
      ? { noun: tail, range: { first, last: last - 1 } }
      : head && gazetteer.words.areaOf(head.lower) && document.tokens[first + 1]?.lower === 'of'
        ? { noun: head, range: { first: first + 2, last } }
        : undefined
  if (!inner || inner.range.last <= inner.range.first || !/^\p{Lu}/u.test(inner.noun.text))
    return undefined
  const exactness = gazetteer.words.areaOf(inner.noun.lower)
  const folded = foldName(evidenceOf(document, inner.range).quote)
  if (!exactness || exactness === 'site' || exactness === 'region') return undefined
  return look(folded).some((sense) => fits(sense, exactness)) ? { folded, exactness } : undefined
}

/** "Anbar province", "the village of Kutal": the noun beside a name. */
function areaBeside(
  { document, gazetteer }: Search,
  { first, last }: TokenRange,
): { area?: Exactness; whole: boolean } {
  const after = gazetteer.words.areaOf(document.tokens[last]?.lower)
  const of = document.tokens[first - 1]?.lower === 'of'
  const before = of
    ? gazetteer.words.areaOf(singular(document.tokens[first - 2]?.lower))
    : undefined
  const area = before ?? after
  return { ...(area && { area }), whole: false }
}

const singular = (word: string | undefined): string | undefined =>
  word?.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')

/** "Va." after a town and a comma. */
function abbreviation(document: Document, gazetteer: Gazetteer, at: number): PlaceName | undefined {
  if (document.tokens[at - 1]?.text !== ',') return undefined
  const stop = document.tokens[at + 1]?.text === '.' ? 2 : 1
  const evidence = evidenceOf(document, { first: at, last: at + stop })
  const folded = foldName(evidence.quote)
  const senses = gazetteer.abbreviated(folded)
  return senses.length > 0
    ? { first: at, last: at + stop, folded, evidence, senses, whole: false }
    : undefined
}

/** "the village of Xyz", "in Xyz province": a name that the gazetteer lacks. */
function calledPlace(search: Search, at: number): PlaceName | undefined {
  const { document, sentence, gazetteer } = search
  const before = document.tokens[at - 1]
  let last = at
  while (
    last < Math.min(sentence.last, at + 4) &&
    /^\p{Lu}[\p{Ll}'’-]/u.test(document.tokens[last]?.text ?? '')
  )
    last += 1
  const range = { first: at, last }
  const beside = areaBeside(search, range)
  const isNamed =
    last > at &&
    last - at < 4 &&
    beside.area !== undefined &&
    beside.area !== 'region' &&
    beside.area !== 'site' &&
    (before?.lower === 'of' || gazetteer.words.is('preposition', before?.lower)) &&
    document.tokens[at]?.upos === 'PROPN'
  if (!isNamed) return undefined
  const evidence = evidenceOf(document, range)
  return { ...range, folded: foldName(evidence.quote), evidence, senses: [], ...beside }
}

/** Whether a place can be called so: a county is no town. */
export function fits(sense: Sense, area: Exactness): boolean {
  if (area === 'province')
    return sense.kind === 'admin1' || sense.kind === 'own' || sense.kind === 'admin2'
  if (area === 'district')
    return (
      sense.kind === 'admin2' ||
      sense.kind === 'own' ||
      sense.kind === 'admin1' ||
      sense.kind === 'quarter'
    )
  if (area === 'town')
    return sense.kind !== 'country' && sense.kind !== 'admin1' && sense.kind !== 'admin2'
  return true
}

function evidenceOf(document: Document, { first, last }: TokenRange): Evidence {
  const start = document.tokens[first]?.start ?? 0
  return evidenceAt(document.text, { start, end: document.tokens[last - 1]?.end ?? start })
}

function rangeHas({ first, last }: TokenRange, isOther: (at: number) => boolean): boolean {
  for (let at = first; at < last; at += 1) if (isOther(at)) return true
  return false
}
