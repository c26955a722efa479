import type { Span } from '../../records/index.ts'
import {
  childBy,
  subtree,
  tellsOutcome,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isFinite, isRelative, reportOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace } from './rule.ts'
import { isTitle } from './title-quotation.ts'

/** What is said in front of the cue. */
export interface Before {
  readonly range: TokenRange
  /** The quotation that ends it. */
  readonly quotation?: number
  /** Whether it is only the word that opens a clause, or nothing: the rest stands behind the cue. */
  readonly isOpen?: boolean
}

/** "After the match, Lor said, “We have learned a lot.”": what stands before tells when it was said, the quotation what. */
export function isOccasion(
  place: StatementPlace,
  before: Before,
  after: number | undefined,
): boolean {
  if (before.quotation !== undefined || after === undefined) return false
  const { first } = place.quotations.range(after)
  const { tokens } = place.document
  const isWhole = /^\p{Lu}/u.test(tokens[first + 1]?.text ?? '')
  return isWhole && (tokens[first - 1]?.text === ',' || !hasVerb(place, before.range))
}

/** What ends right before the cue's clause: a quotation that closes with a sign, or the sentence up to a comma. */
export function contentBefore(place: StatementPlace, left: number): Before | undefined {
  const { document, quotations, cue } = place
  const own = quotations.of(cue.index)
  let end = left
  while (end > 0 && /^[,–—-]$/.test(document.tokens[end - 1]?.text ?? '')) end -= 1
  const quotation = quotations.of(end - 1)
  const closes = quotation >= 0 && quotation !== own && quotations.range(quotation).last === end
  if (closes && !isWordWithin(place, quotation, left))
    return isSpoken(place, quotation, left) ? quoted(place, quotation) : undefined
  if (end === left) return undefined
  const { first } = reportOf(place)
  const range = { first: openClauseFrom(document, first, end), last: end }
  if (range.first > first) return isMedial(place, left) ? { range, isOpen: true } : undefined
  if (isPhraseOfTelling(place, range)) return undefined
  return end - first >= 2 && (hasVerb(place, range) || isMedial(place, left))
    ? { range }
    : undefined
}

/** Whether a quotation that ends before a token can be what the cue there is of: it ends with a sign, in the cue's paragraph, and nobody else has said it. */
function isSpoken(place: StatementPlace, quotation: number, left: number): boolean {
  const { document, quotations, claimed, sentence } = place
  const { first, last } = quotations.range(quotation)
  const sign = lastWord(document, last - 2)
  if (claimed.has(quotation) || (last === left && !/^[,.?!…–—-]+$/.test(sign))) return false
  if (first > sentence.first && isTitle(quotation, place)) return false
  // "“We fled.” ¶ The town held a service": a new paragraph begins a new thought.
  if (paragraphOf(document, last - 1) !== sentence.paragraph) return false
  return sign !== '.' || !(goesOn(place) || isNewLine(place, last))
}

/** A line behind a full stop, a caption say, has its own subject. */
function isNewLine({ document }: StatementPlace, index: number): boolean {
  const [before, token] = [document.tokens[index - 1], document.tokens[index]]
  return document.text.slice(before?.end, token?.start).includes('\n')
}

/** "the branch called “the Depot”, she said, …": words in marks, within what is said. */
function isWordWithin(place: StatementPlace, quotation: number, left: number): boolean {
  const { document, quotations, sentence } = place
  const { first, last } = quotations.range(quotation)
  const isSigned = /^[,.?!…–—-]+$/.test(lastWord(document, last - 2))
  return last < left && first > sentence.first && !isSigned && isMedial(place, left)
}

function quoted(place: StatementPlace, quotation: number): Before {
  const range = place.quotations.range(quotation)
  return { quotation, range: { first: firstOfSentence(place, range), last: range.last } }
}

function paragraphOf({ tokens, sentences }: Document, index: number): number | undefined {
  return sentences[tokens[index]?.sentence ?? -1]?.paragraph
}

/** "…, who, she said, …", "…, because, she said, …": where the last word opens a clause, what is said begins with it, and behind "in which" or "and" with what follows. */
function openClauseFrom({ tokens }: Document, first: number, end: number): number {
  const last = tokens[end - 1]
  if (!last || end - first < 2) return first
  if (last.upos === 'CCONJ') return end
  if (isRelative(last)) return tokens[end - 2]?.upos === 'ADP' ? end : end - 1
  return last.upos === 'SCONJ' ? end - 1 : first
}

/** "After the match, the coach said, “We …”", "In a letter, he said the road was safe": when or how it was told, with what is told behind the cue. */
function isPhraseOfTelling(
  { document, cue, quotations }: StatementPlace,
  range: TokenRange,
): boolean {
  const opening = document.tokens[range.first]
  if (!opening || !/^(ADP|SCONJ)$/.test(opening.upos) || hasMainVerb(document, range)) return false
  const next = document.tokens[cue.index + 1]
  if (next && !/^[,.]$/.test(next.text)) return true
  const quotation = quotations.of(cue.index + 2)
  const isSpeech = quotation >= 0 && quotations.range(quotation).first === cue.index + 2
  return isSpeech && /^\p{Lu}/u.test(document.tokens[cue.index + 3]?.text ?? '')
}

/** Whether a verb of a main clause stands in a range: none of a relative clause, a participle or a clause with a mark. */
function hasMainVerb(document: Document, { first, last }: TokenRange): boolean {
  return document.tokens.slice(first, last).some((token) => {
    const isHelper = /^(aux|cop)/.test(token.deprel)
    const verb = isHelper ? document.tokens[token.head] : token
    if (!isFinite(token) || !verb || /^(acl|advcl)/.test(verb.deprel)) return false
    return childBy(document, verb.index, 'mark') === undefined
  })
}

/** "“They will be caught.” He announced a reward for …": behind a full stop the words after the cue are what is said. */
function goesOn({ document, cue, sentence }: StatementPlace): boolean {
  const last = Math.min(sentence.last, cue.index + 12)
  const after = document.tokens.slice(cue.index + 1, last)
  return (
    after.some(({ upos, head }) => upos === 'VERB' && head !== cue.index) ||
    childBy(document, cue.index, 'obj', 'ccomp') !== undefined
  )
}

/** What ends a quotation before its closing marks: "… house now,’”". */
function lastWord({ tokens }: Document, from: number): string {
  let at = from
  while (at > from - 3 && /^['’"”]$/.test(tokens[at]?.text ?? '')) at -= 1
  return tokens[at]?.text ?? ''
}

/** “With the attack, it “wants war,” says …”: the words before a quotation in its sentence belong to what is said. */
function firstOfSentence(
  { document, sentence, quotations }: StatementPlace,
  range: TokenRange,
): number {
  if (range.first <= sentence.first) return range.first
  const pre = range.first - sentence.first
  for (let at = sentence.first; at < range.first; at += 1)
    if (quotations.of(at) >= 0 || document.tokens[at]?.text === ':') return range.first
  return pre > 60 ? range.first : sentence.first
}

/** A finite verb, or one with a subject: "A bomb exploded" may be tagged as a participle. */
function hasVerb({ document }: StatementPlace, { first, last }: TokenRange): boolean {
  return document.tokens
    .slice(first, last)
    .some((token) => isFinite(token) || (token.upos === 'VERB' && hasSubject(document, token)))
}

function hasSubject(document: Document, { index }: Token): boolean {
  return childBy(document, index, 'nsubj') !== undefined
}

/** "The army, he said, was late." */
function isMedial({ document, cue }: StatementPlace, left: number): boolean {
  return left > 0 && document.tokens[cue.index + 1]?.text === ','
}

/** What goes on after the cue: another quotation behind a comma or colon, or the sentence that the cue interrupts. */
export function contentAfter(
  place: StatementPlace,
  from: number,
  before: Before,
): { span: Span; quotation?: number } | undefined {
  const quotation = before.isOpen
    ? undefined
    : nextQuotation(place, from, before.quotation !== undefined)
  if (quotation !== undefined) {
    const span = contentSpan(place, place.quotations.range(quotation))
    return span && { span, quotation }
  }
  if (place.document.tokens[from]?.text !== ',' || before.quotation !== undefined) return undefined
  const isRest = before.isOpen || interrupts(place, from) || isBegun(place, before)
  if (!isRest && !carriesOn(place, from)) return undefined
  const last = endOfOpen(place, before, reportOf(place).last)
  const span = contentSpan(place, { first: from + 1, last })
  return span && { span }
}

/** The free quotation that a comma or colon sets off behind the cue: ", “and nobody …”", ", but “when …”"; behind a quotation also one further on, unless another verb of saying stands between. */
function nextQuotation(place: StatementPlace, from: number, isFar: boolean): number | undefined {
  const { document, quotations, claimed, words } = place
  const { last } = reportOf(place)
  for (let at = from; at < Math.min(last, from + 30); at += 1) {
    const token = document.tokens[at]
    if (token?.upos === 'VERB' && words.verbs.has(token.lemma)) return undefined
    if (!/^[,:–—-]$/.test(token?.text ?? '')) continue
    const first = document.tokens[at + 1]?.upos === 'CCONJ' ? at + 2 : at + 1
    const quotation = quotations.of(first)
    const opens = quotation >= 0 && quotations.range(quotation).first === first
    if (opens && !claimed.has(quotation)) return quotation
    if (!isFar) return undefined
  }
  return undefined
}

/** The end of a relative clause that the cue interrupts, else of what is reported. */
function endOfOpen(
  { document, cue }: StatementPlace,
  { range, isOpen }: Before,
  last: number,
): number {
  const pronoun = isOpen ? document.tokens[range.first] : undefined
  const verb = document.tokens[pronoun?.head ?? -1]
  if (!pronoun || !verb || !isRelative(pronoun) || verb.index <= cue.index) return last
  return Math.min(last, (subtree(document, verb.index).at(-1) ?? last) + 1)
}

/** "…, he said, because …", "…, he said, to stop them", "…, he said, killing two", "…, he said, and the second at nine": reasons and the like behind the cue's second comma are said, too; when, where and how it was told is not. */
function carriesOn(place: StatementPlace, comma: number): boolean {
  const { document, words } = place
  const [next, second] = [document.tokens[comma + 1], document.tokens[comma + 2]]
  if (!next || !second) return false
  if (next.lower === 'to') return second.xpos === 'VB'
  if (tellsOutcome(next)) return true
  if (next.upos === 'CCONJ')
    return !document.tokens
      .slice(comma + 2, comma + 12)
      .some(({ upos, lemma }) => upos === 'VERB' && words.verbs.has(lemma))
  return CARRYING.has(next.lower)
}

const CARRYING = new Set(
  'because since until till unless despite if from including with without'.split(' '),
)

/** Whether what stands before the cue cannot be all: "The bridge, …" has no verb yet, "If it fails, …" no main clause. */
function isBegun(place: StatementPlace, { range }: Before): boolean {
  const { document } = place
  if (range.first !== reportOf(place).first) return false
  const words = document.tokens.slice(range.first, range.last)
  const isSubordinate = words[0]?.deprel === 'mark' && !words.some(({ text }) => text === ',')
  return isSubordinate || !hasVerb(place, range)
}

/** Whether the words after the cue's clause are the rest of what is said, not of who says it. */
function interrupts({ document, cue, sentence }: StatementPlace, comma: number): boolean {
  const clause = childBy(document, cue.index, 'ccomp')
  if (clause && clause.index > comma) return true
  return cue.head > comma && cue.head < sentence.last
}
