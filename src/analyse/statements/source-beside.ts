import type { Document, Token, TokenRange } from '../../text/index.ts'
import { phrase, sourceOf } from './clause.ts'
import { trim } from './trim.ts'
import type { SourcePhrase, StatementPlace } from './rule.ts'

/** The source beside the cue: before it, or right after it. */
export function adjacentSource(place: StatementPlace, cue: TokenRange): SourcePhrase | undefined {
  const { document } = place
  const apposed = apposedSubject(place, cue)
  const subject = sourceOf(place)
  // "…, which has denied it": a pronoun behind a comma opens a clause about what stands before.
  const isPronoun = document.tokens[subject?.head ?? -1]?.xpos.startsWith('W') === true
  const found = isPronoun ? undefined : subject
  const isWider = apposed && found && apposed.range.last === found.range.last
  if (found && !(isWider && apposed.range.first < found.range.first) && touches(place, found, cue))
    return found
  if (apposed) return apposed
  const next = document.tokens[cue.last]
  const inverted = document.tokens[place.cue.index]?.children.find((child) => {
    const token = document.tokens[child]
    return (
      child >= cue.last &&
      child < cue.last + 12 &&
      /^(nsubj|obj|dep|xcomp)/.test(token?.deprel ?? '') &&
      token?.upos !== 'VERB'
    )
  })
  const isFirst = opensAfterBreak(document, cue.first)
  if (isFirst && inverted !== undefined && next && !/^[,.:;"“”]$/.test(next.text)) {
    const source = phrase(place, inverted)
    if (source.range.first <= cue.last) return source
  }
  return shortSubject(place, cue) ?? shortInverted(place, cue)
}

function touches({ document }: StatementPlace, { range }: SourcePhrase, cue: TokenRange): boolean {
  if (range.first >= cue.last) return range.first - cue.last <= 1
  // "…,” says a former official": who stands before what is said does not say it.
  if (/^(?:[”"]|'')$/.test(document.tokens[cue.first - 1]?.text ?? '')) return false
  const between = trim(document, { first: range.last, last: cue.first })
  return between.last <= between.first && opensAfterBreak(document, range.first)
}

const opensAfterBreak = ({ tokens }: StatementPlace['document'], first: number): boolean =>
  /^([,”"’]|''|–|—|-)$/.test(tokens[first - 1]?.text ?? '')

/** "…,” Maro Tel said": where the tree errs, the few words between the break and the cue, if the last is a noun. */
function shortSubject(place: StatementPlace, cue: TokenRange): SourcePhrase | undefined {
  const { document, sentence } = place
  const noun = bracketBefore(document, cue.first)
  let first = noun
  while (first > sentence.first && noun - first < 8 && !opensAfterBreak(document, first)) {
    const token = document.tokens[first - 1]
    const opens = token !== undefined && opensAfterBreak(document, token.index)
    // "…”, presiding judge Dana Lor said": a participle may open the phrase.
    if (!token || (isNoSubject(token) && !(opens && token.xpos === 'VBG'))) return undefined
    first -= 1
  }
  const head = document.tokens[noun - 1]
  if (first === noun || !opensAfterBreak(document, first) || !head) return undefined
  if (head.upos === 'PRON' && first < noun - 1) return undefined
  return /^(NOUN|PROPN|PRON)$/.test(head.upos)
    ? { head: head.index, range: { first, last: cue.first } }
    : undefined
}

/** "Dana Lor (Orrin) *said*": where the words before brackets end, or the place itself. */
function bracketBefore({ tokens }: Document, end: number): number {
  if (tokens[end - 1]?.text !== ')') return end
  for (let at = end - 2; at > end - 10; at -= 1) if (tokens[at]?.text === '(') return at
  return end
}

/** Verbs, prepositions and "which": what no plain subject holds. */
function isNoSubject({ upos, xpos }: Token): boolean {
  return /^(VERB|AUX|ADP|SCONJ|CCONJ)$/.test(upos) || xpos.startsWith('W')
}

/** "…,” says Maro Tel.", "…,” wrote Maro Tel for the Post": where the tree errs, the few words of a noun phrase between the cue and the next sign or preposition; a participle ("general jailed for massacre") and "of" belong to it. */
function shortInverted(place: StatementPlace, cue: TokenRange): SourcePhrase | undefined {
  const { tokens } = place.document
  if (!/^(?:[,”"’]|'')$/.test(tokens[cue.first - 1]?.text ?? '')) return undefined
  let last = cue.last
  while (last - cue.last < 8 && isNounWord(tokens[last])) last += 1
  const head = tokens[last - 1]
  if (last === cue.last || !head || !/^(NOUN|PROPN)$/.test(head.upos)) return undefined
  const next = tokens[last]
  const goesOn = next?.xpos === 'VBN' || next?.lower === 'of'
  const isEnd =
    !next || /^(?:[.,;:—–?!]|--)$/.test(next.text) || /^(ADP|SCONJ|ADV)$/.test(next.upos)
  if (!goesOn && !isEnd) return undefined
  const end = goesOn ? endOfPhrase(place, last) : last
  return { head: head.index, range: { first: cue.last, last: end } }
}

function isNounWord(token: Token | undefined): boolean {
  return (
    token !== undefined && (/^(DET|ADJ|NOUN|PROPN|NUM)$/.test(token.upos) || token.text === '/')
  )
}

/** To the next sign, or the end of the sentence. */
function endOfPhrase({ document, sentence }: StatementPlace, from: number): number {
  let last = from
  while (last < sentence.last && last < from + 10 && document.tokens[last]?.upos !== 'PUNCT')
    last += 1
  return last
}

/** "…, the port's director, Lida Horn, told reporters": where the tree errs, two short phrases between the break and the cue, one of them a name. */
function apposedSubject(place: StatementPlace, cue: TokenRange): SourcePhrase | undefined {
  const { document } = place
  const second = phraseBefore(document, cue.first)
  const first = second && phraseBefore(document, second.first)
  if (!first || !second || !opensAfterBreak(document, first.first)) return undefined
  if (!hasPerson(place, first) && !hasPerson(place, second)) return undefined
  const named = [second, first].find((range) => isName(document, range))
  return named && { head: named.first, range: { first: first.first, last: second.last } }
}

/** Whether somebody stands in a run of tokens whose title or work is told. */
function hasPerson({ document, mentions, words }: StatementPlace, range: TokenRange): boolean {
  return document.tokens
    .slice(range.first, range.last)
    .some(
      ({ index, lower, lemma }) =>
        mentions.byHead(index)?.type === 'person' ||
        words.sources.has(lower) ||
        words.sources.has(lemma),
    )
}

/** The few words between two commas, the second of which stands right before a token; no clause. */
function phraseBefore(document: Document, end: number): TokenRange | undefined {
  const { tokens } = document
  if (tokens[end - 1]?.text !== ',') return undefined
  let first = end - 1
  while (end - first < 12 && !/^[,”"]$/.test(tokens[first - 1]?.text ?? ',')) {
    if (/^(VERB|AUX|SCONJ|PRON|PUNCT)$/.test(tokens[first - 1]?.upos ?? '')) return undefined
    first -= 1
  }
  return first < end - 1 && end - first < 12 ? { first, last: end - 1 } : undefined
}

function isName({ tokens }: Document, { first, last }: TokenRange): boolean {
  return tokens.slice(first, last).every(({ upos }) => upos === 'PROPN')
}
