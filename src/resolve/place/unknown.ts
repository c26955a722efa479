import {
  headOf,
  rangeEvidence,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { foldName } from './fold.ts'
import type { NameText } from './name-text.ts'
import type { PlaceName } from './names.ts'
import type { PlaceWords } from './words.ts'

/** Most words of a name that the gazetteer lacks. */
const LONGEST = 3

/** Names that the gazetteer lacks, and that stand once in the text where a place stands ("in Darun", "near Selin"): each mention of them. */
export function findUnknownPlaces(
  text: NameText,
  isTaken: (tokenIndex: number) => boolean,
): PlaceName[] {
  const runs = capitalisedRuns(text, isTaken)
  const called = new Set(
    runs.filter((run) => standsForPlace(text, run)).map(({ folded }) => folded),
  )
  return runs.filter(({ folded }) => called.has(folded))
}

/** Runs of capitalised proper nouns, as long as they go. */
function capitalisedRuns(text: NameText, isTaken: (tokenIndex: number) => boolean): PlaceName[] {
  const runs: PlaceName[] = []
  const { document } = text
  for (let at = 0; at < document.tokens.length; at += 1) {
    let last = at
    while (isNamePart(text, last, last > at)) last += 1
    if (last === at) continue
    const range = { first: at, last }
    if (last - at <= LONGEST && !hasTaken(range, isTaken)) runs.push(nameAt(text, range))
    at = last - 1
  }
  return runs
}

function isNamePart({ document, words }: NameText, at: number, isJoined: boolean): boolean {
  const [before, token] = [document.tokens[at - 1], document.tokens[at]]
  if (words[at]?.proper !== true || token?.upos !== 'PROPN') return false
  if (!isJoined)
    return (
      words[at - 1]?.capitalised !== true ||
      before?.sentence !== token.sentence ||
      before.upos === 'ADP'
    )
  return before?.sentence === token.sentence && token.start - before.end === 1
}

function hasTaken({ first, last }: TokenRange, isTaken: (at: number) => boolean): boolean {
  for (let at = first; at < last; at += 1) if (isTaken(at)) return true
  return false
}

function nameAt({ document, words }: NameText, range: TokenRange): PlaceName {
  const evidence = rangeEvidence(document, range)
  const area = words[range.last]?.area
  const called = area === 'region' || area === 'site' ? undefined : area
  const name = { ...range, folded: foldName(evidence.quote), evidence, senses: [], whole: false }
  return called ? { ...name, area: called } : name
}

/** Whether a run stands where places do; no name of a person, a body, a language or a thing of a name. */
function standsForPlace(text: NameText, run: PlaceName): boolean {
  const { words } = text.gazetteer
  const { tokens } = text.document
  const { first, last, folded } = run
  if (words.is('word', folded) || words.is('unlike', folded)) return false
  if (text.gazetteer.countries.lookup(folded)) return false
  if (words.is('first-name', tokens[first]?.lower) || words.is('not-tail', tokens[last - 1]?.lower))
    return false
  if (isJoinedOn(tokens[last - 1], tokens[last])) return false
  return (
    isBeforeGround(text, run) || (hasPlaceBefore(text, run) && !isModifier(text.document, last - 1))
  )
}

/** "in Darun", "the gorge of Darun", "the garrison at Darun", "was wounded at Darun". */
function hasPlaceBefore(
  { document, gazetteer: { words } }: NameText,
  { first }: PlaceName,
): boolean {
  const [noun, before, name] = [first - 2, first - 1, first].map((at) => document.tokens[at])
  if (before?.sentence !== name?.sentence) return false
  if (words.is('where', before?.lower)) return true
  if (before?.lower === 'of') return isGround(words, noun) || words.is('of-place', noun?.lowerLemma)
  if (before?.lower !== 'at') return false
  const held = headOf(document, first)
  return isGround(words, held) || words.is('at-place', held?.lowerLemma)
}

/** "the Darun gorge", "in Darun district". */
function isBeforeGround(
  { document, gazetteer: { words } }: NameText,
  { first, last }: PlaceName,
): boolean {
  const [before, noun] = [document.tokens[first - 1], document.tokens[last]]
  if (!isGround(words, noun) || headOf(document, last - 1) !== noun) return false
  return before?.lower === 'the' || words.is('preposition', before?.lower)
}

/** A plain noun for ground or what stands on it: "gorge", "district", "bridge". */
function isGround(words: PlaceWords, noun: Token | undefined): boolean {
  return noun?.upos === 'NOUN' && words.is('ground', noun.lowerLemma)
}

/** "Darun-based", "Darun99", "Darun al-Velki". */
function isJoinedOn(token: Token | undefined, next: Token | undefined): boolean {
  if (/^(?:al|el|ul|ad|ar|as|bin|ibn)$/.test(next?.lower ?? '')) return true
  return token !== undefined && next?.start === token.end && !/^[.,;:!?)\]”’"'—–]/.test(next.text)
}

/** "in Velka uniforms": a word of the noun that follows. */
function isModifier(document: Document, at: number): boolean {
  const token = document.tokens[at]
  if (!token || !/^(?:compound|amod|nmod:poss)/.test(token.deprel)) return false
  return (headOf(document, at)?.index ?? at) > at
}
