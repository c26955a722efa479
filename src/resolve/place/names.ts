import { evidenceAt, type Evidence, type Exactness } from '../../records/index.ts'
import type { Document, Sentence, Token, TokenRange } from '../../text/index.ts'
import { foldName, HASH_START, hashOn } from './fold.ts'
import type { Gazetteer, Sense } from './gazetteer.ts'
import { isCapitalised, isInCapitals } from './people.ts'

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
  const headed = datelineNames(document)
  for (const sentence of document.sentences) {
    for (let at = sentence.first; at < sentence.last; at += 1) {
      const token = document.tokens[at]
      if (!token || !startsName(token) || isOther(at)) continue
      const name =
        abbreviation(document, gazetteer, at) ??
        longer(
          calledPlace({ document, gazetteer, sentence, look }, at) ??
            fromDateline(document, headed, at),
          longestName({ document, gazetteer, sentence, look }, at),
        )
      if (!name || rangeHas(name, isOther)) continue
      names.push(name)
      at = name.last - 1
    }
  }
  return names
}

/** The folded places of the datelines: what stands there is a place, known or not. */
function datelineNames(document: Document): Set<string> {
  const parts = document.datelines.flatMap(({ place }) =>
    place ? document.text.slice(place.start, place.end).split(',') : [],
  )
  return new Set(parts.map(foldName).filter((folded) => folded.length > 2))
}

function fromDateline(
  document: Document,
  headed: ReadonlySet<string>,
  at: number,
): PlaceName | undefined {
  if (headed.size === 0) return undefined
  for (let last = Math.min(document.tokens.length, at + 3); last > at; last -= 1) {
    const range = { first: at, last }
    const evidence = evidenceOf(document, range)
    const folded = foldName(evidence.quote)
    if (headed.has(folded) && endsName(document.tokens[last - 1]))
      return { ...range, folded, evidence, senses: [], whole: false }
  }
  return undefined
}

/** "The village of Darzab Khel" is not Darzab. */
function longer(
  called: PlaceName | undefined,
  known: PlaceName | undefined,
): PlaceName | undefined {
  return called && (!known || called.last > known.last) ? called : known
}

interface Search {
  readonly document: Document
  readonly gazetteer: Gazetteer
  readonly sentence: Sentence
  readonly look: (folded: string) => readonly Sense[]
}

function startsName({ text, lower }: Token): boolean {
  return (
    lower !== 'the' &&
    /^(?:\p{Lu}|(?:al|el|ad|as|an|ar|ash)[-'’ ]\p{Lu}|[‘'ʿʻ]\p{Lu}|al$)/u.test(text)
  )
}

function longestName(search: Search, at: number): PlaceName | undefined {
  const { document, gazetteer, sentence } = search
  const hashes = hashesFrom(document, at, runEnd(document, sentence, at))
  const isArabic = ARABIC_ARTICLE.test(document.tokens[at]?.lower ?? '')
  for (let last = at + hashes.length; last > at; last -= 1) {
    if (!endsName(document.tokens[last - 1])) continue
    const area = areaInside(search, { first: at, last })
    const mayMean = isArabic || gazetteer.mayMean(hashes[last - at - 1] ?? 0)
    const name = area || mayMean ? nameOver(search, { first: at, last }, area) : undefined
    if (name) return name
  }
  return undefined
}

/** The place name that these tokens are, if they are one. */
function nameOver(
  search: Search,
  range: TokenRange,
  area: Area | undefined,
): PlaceName | undefined {
  const { document, gazetteer, look } = search
  const evidence = evidenceOf(document, range)
  const folded = foldName(evidence.quote)
  if (folded === '' || evidence.quote.includes('\n')) return undefined
  const direct = look(folded)
  const made = { ...range, evidence }
  const isPeople = gazetteer.countries.lookup(folded)?.via === 'demonym'
  if (isPeople && !areaBeside(search, made).area) return undefined
  if (direct.length === 0)
    return area && { ...made, folded, senses: area.senses, area: area.exactness, whole: true }
  return (
    naturalFeature(search, made) ?? {
      ...withDirection(search, made),
      folded,
      senses: direct,
      ...areaBeside(search, made),
    }
  )
}

/** What a name with its own noun means: "Walker County". */
interface Area {
  readonly senses: readonly Sense[]
  readonly exactness: Exactness
}

const ARABIC_ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az)(?![\p{L}])/u

/** The hashes of the folded names that begin at a token and end with each token of the run. */
function hashesFrom(document: Document, first: number, last: number): number[] {
  const hashes: number[] = []
  let hash = HASH_START
  for (let at = first; at < last; at += 1) {
    const { text = '', start = 0 } = document.tokens[at] ?? {}
    const folded = foldName(text)
    // "Darun's" is one word of the name, in two tokens.
    const isTail = /^['’]/.test(text) && document.tokens[at - 1]?.end === start
    const isNext = hash !== HASH_START && folded !== '' && !isTail
    hash = hashOn(isNext ? hashOn(hash, ' ') : hash, folded)
    hashes.push(hash)
  }
  return hashes
}

/** "Catawba River", though Catawba is a town: a natural feature that the gazetteer lacks. */
function naturalFeature(search: Search, { first, last }: TokenRange): PlaceName | undefined {
  const { document, gazetteer } = search
  const noun = document.tokens[last]
  if (!noun || !isCapitalised(noun) || !gazetteer.words.is('feature', noun.lower)) return undefined
  const next = document.tokens[last + 1]
  if (next && isCapitalised(next) && next.start - noun.end === 1) return undefined
  const range = { first, last: last + 1 }
  const evidence = evidenceOf(document, range)
  return {
    ...range,
    folded: foldName(evidence.quote),
    evidence,
    senses: [],
    area: 'region',
    whole: true,
  }
}

/** "North Dallas", "Greater Mumbai": with the capitalised direction before the name. */
function withDirection(
  { document, gazetteer, sentence }: Search,
  { first, last }: TokenRange,
): TokenRange & { evidence: Evidence } {
  const before = document.tokens[first - 1]
  const isPart =
    before !== undefined &&
    before.index > sentence.first &&
    isCapitalised(before) &&
    !isInCapitals(document, { first, last }) &&
    gazetteer.words.is('direction', before.lower) &&
    !gazetteer.words.is('word', document.tokens[first]?.lower)
  const range = { first: isPart ? first - 1 : first, last }
  return { ...range, evidence: evidenceOf(document, range) }
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
  return token !== undefined && /^(?:(?:al|el|ad|as|an|ar|ash)[-'’])?[‘ʿʻ]?\p{Lu}/u.test(token.text)
}

/** "Walker County": a name of the gazetteer with its capitalised noun. */
function areaInside(
  { document, gazetteer, look }: Search,
  { first, last }: TokenRange,
): Area | undefined {
  const noun = document.tokens[last - 1]
  const exactness = gazetteer.words.areaOf(noun?.lower)
  if (!noun || last - first < 2 || !isCapitalised(noun)) return undefined
  if (!exactness || exactness === 'site' || exactness === 'region') return undefined
  const isFirm = FIRM_AREAS.has(noun.lower)
  const senses = look(foldName(evidenceOf(document, { first, last: last - 1 }).quote)).filter(
    (sense) => fits(sense, exactness) && (isFirm || foldName(sense.name).endsWith(noun.lower)),
  )
  return senses.length > 0 ? { senses, exactness } : undefined
}

/** Nouns that are no part of a body's name, as in "Dublin City Council". */
const FIRM_AREAS = new Set(
  'county province governorate oblast parish district region prefecture raion'.split(' '),
)

/** "Anbar province", "the village of Kutal": the noun beside a name. */
function areaBeside(
  { document, gazetteer }: Search,
  { first, last }: TokenRange,
): { area?: Exactness; whole: boolean } {
  const after = gazetteer.words.areaOf(document.tokens[last]?.lower)
  const of = document.tokens[first - 1]?.lower === 'of'
  const before = of
    ? gazetteer.words.areaOf(areaNounBefore(document.tokens[first - 2], document.capitals))
    : undefined
  const area = before ?? after
  return { ...(area && { area }), whole: false }
}

/** "village", "provinces" before "of"; a department of something is a body. */
function areaNounBefore(token: Token | undefined, isInCapitals: boolean): string | undefined {
  if (!token || token.lower === 'department' || (isCapitalised(token) && !isInCapitals))
    return undefined
  return token.lower.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
}

/** "Va." after a town and a comma. */
function abbreviation(document: Document, gazetteer: Gazetteer, at: number): PlaceName | undefined {
  if (document.tokens[at - 1]?.text !== ',') return undefined
  const text = document.tokens[at]?.text ?? ''
  const stop = document.tokens[at + 1]?.text === '.' && /^\p{Lu}\p{Ll}+$/u.test(text) ? 2 : 1
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
  const noun = document.tokens[last - 1]
  if (last - at > 1 && FIRM_AREAS.has(noun?.lower ?? '')) last -= 1
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
