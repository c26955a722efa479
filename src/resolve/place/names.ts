import { HASH_START, hashOn } from '../../base/hash.ts'
import type { Evidence, Exactness } from '../../records/index.ts'
import {
  rangeEvidence,
  type Document,
  type Sentence,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { foldName } from './fold.ts'
import type { Sense } from './gazetteer.ts'
import { LONGEST, type NameText } from './name-text.ts'
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

/** The longest names of the gazetteer at each capitalised token, and names that the text calls places, in order of text. */
export function findPlaceNames(
  text: NameText,
  isOther: (tokenIndex: number) => boolean,
): PlaceName[] {
  const names: PlaceName[] = []
  const headed = datelineNames(text.document)
  for (const sentence of text.document.sentences) {
    const search = { sentence, ...text }
    for (let at = sentence.first; at < sentence.last; at += 1) {
      if (text.words[at]?.starts !== true || isOther(at)) continue
      const name =
        abbreviation(search, at) ??
        longer(calledPlace(search, at) ?? fromDateline(search, headed, at), longestName(search, at))
      if (!name || rangeHas(name, isOther)) continue
      names.push(name)
      at = name.last - 1
    }
  }
  return names
}

/** The folded places of the datelines, by their first letters: what stands there is a place, known or not. */
function datelineNames(document: Document): Map<string, Set<string>> {
  const headed = new Map<string, Set<string>>()
  for (const { place } of document.datelines) {
    const parts = place ? document.text.slice(place.start, place.end).split(',') : []
    for (const folded of parts.map(foldName)) {
      if (folded.length <= 2) continue
      const letter = folded.charAt(0)
      headed.set(letter, (headed.get(letter) ?? new Set()).add(folded))
    }
  }
  return headed
}

function fromDateline(
  { document, words }: Search,
  headed: ReadonlyMap<string, ReadonlySet<string>>,
  at: number,
): PlaceName | undefined {
  const near = headed.get(words[at]?.folded.charAt(0) ?? '')
  if (!near) return undefined
  for (let last = Math.min(document.tokens.length, at + 3); last > at; last -= 1) {
    if (words[last - 1]?.ends !== true) continue
    const range = { first: at, last }
    const evidence = rangeEvidence(document, range)
    const folded = foldName(evidence.quote)
    if (near.has(folded)) return { first: at, last, folded, evidence, senses: [], whole: false }
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

interface Search extends NameText {
  readonly sentence: Sentence
}

function longestName(search: Search, at: number): PlaceName | undefined {
  const { gazetteer, words, hashes } = search
  const end = runEnd(search, at)
  putHashes(search, at, end)
  const isArabic = words[at]?.article === true
  for (let last = end; last > at; last -= 1) {
    const word = words[last - 1]
    if (word?.ends !== true) continue
    const area = word.area && areaInside(search, { first: at, last })
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
  const { document, gazetteer, words } = search
  const evidence = rangeEvidence(document, range)
  const isWord = range.last === range.first + 1
  const folded = isWord ? (words[range.first]?.folded ?? '') : foldName(evidence.quote)
  if (folded === '' || evidence.quote.includes('\n')) return undefined
  const direct = gazetteer.senses(folded)
  const made = { first: range.first, last: range.last, evidence }
  const isPeople = gazetteer.countries.lookup(folded)?.via === 'demonym'
  if (isPeople && !areaBeside(search, made).area) return undefined
  if (direct.length === 0)
    return area && { folded, senses: area.senses, area: area.exactness, whole: true, ...made }
  return (
    naturalFeature(search, made) ?? {
      folded,
      senses: direct,
      ...withDirection(search, made),
      ...areaBeside(search, made),
    }
  )
}

/** What a name with its own noun means: "Walker County". */
interface Area {
  readonly senses: readonly Sense[]
  readonly exactness: Exactness
}

/** Puts down the hashes of the folded names that begin at a token and end with each token of the run. */
function putHashes({ document, words, hashes }: Search, first: number, last: number): void {
  let hash = HASH_START
  for (let at = first; at < last; at += 1) {
    const { folded = '', tail = false } = words[at] ?? {}
    const isTail = tail && document.tokens[at - 1]?.end === document.tokens[at]?.start
    const isNext = hash !== HASH_START && folded !== '' && !isTail
    hash = hashOn(isNext ? hashOn(hash, ' ') : hash, folded)
    hashes[at - first] = hash
  }
}

/** "Catawba River", though Catawba is a town: a natural feature that the gazetteer lacks. */
function naturalFeature(search: Search, { first, last }: TokenRange): PlaceName | undefined {
  const { document, gazetteer } = search
  const noun = document.tokens[last]
  if (!noun || !isCapitalised(noun) || !gazetteer.words.is('feature', noun.lower)) return undefined
  const next = document.tokens[last + 1]
  if (next && isCapitalised(next) && next.start - noun.end === 1) return undefined
  const range = { first, last: last + 1 }
  const evidence = rangeEvidence(document, range)
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
  { document, gazetteer, words, sentence }: Search,
  name: TokenRange & { evidence: Evidence },
): TokenRange & { evidence: Evidence } {
  const { first, last } = name
  const before = document.tokens[first - 1]
  const isPart =
    before !== undefined &&
    before.index > sentence.first &&
    isCapitalised(before) &&
    gazetteer.words.is('direction', before.lower) &&
    !gazetteer.words.is('word', document.tokens[first]?.lower) &&
    !isInCapitals({ document, words }, { first, last })
  if (!isPart) return name
  const range = { first: first - 1, last }
  return { evidence: rangeEvidence(document, range), ...range }
}

/** Where a run of words that one name may hold ends: no comma, no gap, at most so many tokens. */
function runEnd({ document, words, sentence }: Search, at: number): number {
  let last = at + 1
  const limit = Math.min(sentence.last, at + LONGEST)
  while (last < limit) {
    const before = document.tokens[last - 1]
    const token = document.tokens[last]
    if (!token || !before || token.start - before.end > 1) break
    if (words[last]?.joins !== true) break
    last += 1
  }
  return last
}

/** "Walker County": a name of the gazetteer with its capitalised noun. */
function areaInside(
  { document, gazetteer, words }: Search,
  { first, last }: TokenRange,
): Area | undefined {
  const [noun, word] = [document.tokens[last - 1], words[last - 1]]
  const exactness = word?.area
  if (!noun || !exactness || last - first < 2 || !word.capitalised) return undefined
  if (exactness === 'site' || exactness === 'region') return undefined
  const isFirm = FIRM_AREAS.has(noun.lower)
  const bare = foldName(rangeEvidence(document, { first, last: last - 1 }).quote)
  const senses = gazetteer
    .senses(bare)
    .filter(
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
  { document, gazetteer, words }: Search,
  { first, last }: TokenRange,
): { area?: Exactness; whole: boolean } {
  const of = document.tokens[first - 1]?.lower === 'of'
  const before = of
    ? gazetteer.words.areaOf(areaNounBefore(document.tokens[first - 2], document.capitals))
    : undefined
  const area = before ?? words[last]?.area
  return { whole: false, ...(area && { area }) }
}

/** "village", "provinces" before "of"; a department of something is a body. */
function areaNounBefore(token: Token | undefined, isInCapitals: boolean): string | undefined {
  if (!token || token.lower === 'department' || (isCapitalised(token) && !isInCapitals))
    return undefined
  return token.lower.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
}

/** "Va." after a town and a comma. */
function abbreviation({ document, gazetteer }: NameText, at: number): PlaceName | undefined {
  if (document.tokens[at - 1]?.text !== ',') return undefined
  const text = document.tokens[at]?.text ?? ''
  const stop = document.tokens[at + 1]?.text === '.' && /^\p{Lu}\p{Ll}+$/u.test(text) ? 2 : 1
  const evidence = rangeEvidence(document, { first: at, last: at + stop })
  const folded = foldName(evidence.quote)
  const senses = gazetteer.abbreviated(folded)
  return senses.length > 0
    ? { first: at, last: at + stop, folded, evidence, senses, whole: false }
    : undefined
}

/** "the village of Xyz", "in Xyz province": a name that the gazetteer lacks. */
function calledPlace(search: Search, at: number): PlaceName | undefined {
  const { document, sentence, gazetteer, words } = search
  let last = at
  while (last < Math.min(sentence.last, at + 4) && words[last]?.proper === true) last += 1
  if (last === at || last - at > 3) return undefined
  last = linkedEnd(search, last)
  if (last - at > 1 && FIRM_AREAS.has(document.tokens[last - 1]?.lower ?? '')) last -= 1
  if (document.tokens[at]?.upos !== 'PROPN') return undefined
  const before = document.tokens[at - 1]?.lower
  if (before !== 'of' && !gazetteer.words.is('preposition', before)) return undefined
  const range = { first: at, last }
  const beside = areaBeside(search, range)
  if (beside.area === undefined || beside.area === 'region' || beside.area === 'site')
    return undefined
  const evidence = rangeEvidence(document, range)
  return { ...range, folded: foldName(evidence.quote), evidence, senses: [], ...beside }
}

/** "Dasht-e Velka", "Nawa-ye Selin": where a name goes on over the Persian link. */
function linkedEnd({ document: { tokens }, sentence, words }: Search, at: number): number {
  const [hyphen, link] = [tokens[at], tokens[at + 1]]
  const touches = hyphen?.start === tokens[at - 1]?.end && link?.start === hyphen?.end
  if (hyphen?.text !== '-' || !touches || !/^(?:e|ye|i|yi)$/.test(link?.text ?? '')) return at
  let last = at + 2
  while (last < Math.min(sentence.last, at + 4) && words[last]?.proper === true) last += 1
  return last > at + 2 ? last : at
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

function rangeHas({ first, last }: TokenRange, isOther: (at: number) => boolean): boolean {
  for (let at = first; at < last; at += 1) if (isOther(at)) return true
  return false
}
