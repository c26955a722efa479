import { childBy, type Document, type Token, type TokenRange } from '../../text/index.ts'
import { isFinite } from './clause.ts'
import type { StatementPlace } from './rule.ts'

/** Where what follows a cue ends: before a semicolon, ", citing the mayor", ", adding that …", before a second cue that goes with the first ("… and called on the army to leave"), which the tree may have hung on what is said, and before what the report tells itself. */
export function endOfSaying(
  place: StatementPlace,
  { first, last }: TokenRange,
  clause?: Token,
): number {
  const { document, cue, quotations } = place
  const own = quotations.of(cue.index)
  for (let at = first + 1; at < last - 1; at += 1) {
    if (quotations.of(at) !== own) continue
    const token = document.tokens[at]
    const other = endBeforeOther(place, first, at)
    if (other !== undefined) return other
    if (token?.text === ';') return at
    if (token?.text === ',' && endsAtComma(place, at, first)) return at
    if (token?.upos === 'CCONJ' && isSecondCue(place, at, clause)) return at
  }
  return last
}

function endsAtComma(place: StatementPlace, comma: number, first: number): boolean {
  return (comma > first + 1 && isNewCue(place, comma)) || isOfReport(place, comma, first)
}

/** Behind a comma: the main clause of "Asked whether …, she said …", and what is told of a thing that the source denies, doubts or claims to have done ("denied that heads would roll, but two fell", "claimed the blast, which killed nine"). */
function isOfReport(place: StatementPlace, comma: number, first: number): boolean {
  const { document, cue, verb } = place
  if (isAskedBefore(place)) return comma > first + 1
  if (!verb || !/^(denies|doubts|claims)$/.test(verb.stance)) return false
  const next = document.tokens[comma + 1]
  if (!next) return false
  if (next.upos === 'DET' && isAppositionWithClause(document, comma)) return true
  if (/^(which|who|where)$/.test(next.lower))
    return verb.stance !== 'claims' || !hasClause(document, cue)
  return next.upos === 'CCONJ' && hasSubjectSoon(document, comma + 2)
}

/** ", a group that bombed trains": who or what it is, with a clause that tells of it. */
function isAppositionWithClause({ tokens }: Document, comma: number): boolean {
  const [noun, pronoun] = [tokens[comma + 2], tokens[comma + 3]]
  return noun?.upos === 'NOUN' && /^(that|which|who)$/.test(pronoun?.lower ?? '')
}

/** "Asked whether it knew, the army …", "when asked if he knew, …" */
function isAskedBefore({ document, cue, sentence }: StatementPlace): boolean {
  if (cue.xpos !== 'VBN' || cue.lemma !== 'ask') return false
  return cue.index === sentence.first || document.tokens[cue.index - 1]?.lower === 'when'
}

function hasClause(document: Document, { index }: Token): boolean {
  return childBy(document, index, 'ccomp') !== undefined
}

/** Whether the words from a token on are a subject and its verb: not "and that …" nor "and wounded two". */
function hasSubjectSoon({ tokens }: Document, from: number): boolean {
  for (let at = from; at < from + 10; at += 1) {
    const token = tokens[at]
    if (!token || token.upos === 'SCONJ' || token.upos === 'PUNCT') return false
    if (isFinite(token)) return at > from
  }
  return false
}

/** ", adding that", ", but noted that". */
function isNewCue({ document, words, cue }: StatementPlace, comma: number): boolean {
  const isJoined = document.tokens[comma + 1]?.upos === 'CCONJ'
  const verb = document.tokens[comma + (isJoined ? 2 : 1)]
  if (!verb || verb.upos !== 'VERB') return false
  const known = words.verbs.get(verb.lemma)
  if (isJoined) return verb.xpos === cue.xpos && known !== undefined
  return (
    /^(citing|quoting)$/.test(verb.lower) ||
    (verb.xpos === 'VBG' && known?.needs.has('trail') === true)
  )
}

/** "told them that it had erred and promised to pay": the second verb stands in the tense of the cue, not of what is said; "says it has no drones and accuses the army": it tells of speaking; "denied ordering abuse and said that …": it stands in a tense, and what is said in none. */
function isSecondCue(place: StatementPlace, and: number, clause: Token | undefined): boolean {
  const { document, words, cue } = place
  const verb = document.tokens[and + 1]
  const known = words.verbs.get(verb?.lemma ?? '')
  if (verb?.upos === 'AUX') return isSecondWithHelper(place, and)
  // "displayed" behind "had struck" may be taken for a participle.
  const isPast = cue.xpos === 'VBD' && verb?.xpos === 'VBN' && isAfterComma(document, and)
  if (verb?.upos !== 'VERB') return false
  if (!clause) return isFinite(verb) && known?.needs.has('quote') === true
  if (verb.xpos !== cue.xpos && !isPast) return false
  if (clause.xpos !== cue.xpos) return known !== undefined || isAfterComma(document, and)
  return cue.xpos === 'VBZ' && known !== undefined && !/^(asserts|hopes)$/.test(known.stance)
}

/** "denied that it carried men, and did not dispute that …", "had said that it did it, and had begged …" */
function isSecondWithHelper({ document, words, cue }: StatementPlace, and: number): boolean {
  const helper = document.tokens[and + 1]
  const verb = document.tokens[helper?.head ?? -1]
  if (!helper || !verb || verb.index < and || !isAfterComma(document, and)) return false
  if (helper.lower === 'did') return cue.xpos === 'VBD' && words.verbs.has(verb.lemma)
  const own = childBy(document, cue.index, 'aux')
  return helper.lower === 'had' && own?.lower === 'had'
}

/** "said that a plane had struck them, and displayed photographs" */
function isAfterComma({ tokens }: Document, and: number): boolean {
  return tokens[and - 1]?.text === ','
}

/** "noted that he pays no tax, and when pressed, the mayor boasted, “That is smart.”": whoever is quoted behind a cue of his own says nothing of what stands before; the end at the last break before him. */
function endBeforeOther(
  { document, words, quotations }: StatementPlace,
  first: number,
  sign: number,
): number | undefined {
  const opener = document.tokens[sign + 1]
  const isQuoted = /^[,:]$/.test(document.tokens[sign]?.text ?? '') && quotations.of(sign + 1) >= 0
  if (!isQuoted || !/^\p{Lu}/u.test(document.tokens[sign + 2]?.text ?? '') || !opener)
    return undefined
  const verb = document.tokens[sign - 1]
  if (!verb || !isFinite(verb) || words.verbs.get(verb.lemma)?.needs.has('quote') !== true)
    return undefined
  for (let at = sign - 2; at > first + 1; at -= 1)
    if (/^(?:[,;–—―]|--)$/.test(document.tokens[at]?.text ?? '')) return at
  return undefined
}
