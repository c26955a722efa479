import type { Span } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { cueRange, isFinite, windowOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'
import { adjacentSource } from './source-beside.ts'
import { isTitle } from './title-quotation.ts'

/** The cue stands after the content or in its middle: "…, the army said", "…, said the army, …". */
export const trailingCue: StatementRule = {
  name: 'trailing-cue',
  starts: 'verb',
  examples: {
    'The bridge was hit, the army said.': 'the army | said | The bridge was hit',
    '“We are ready,” said Dana Lor, a nurse.': 'Dana Lor, a nurse | said | “We are ready,”',
    '“We are ready,” Lor said, “and we will stay.”':
      'Lor | said | “We are ready,” … “and we will stay.”',
    'The bridge, the army said, was hit.': 'the army | said | The bridge … was hit',
    'Two men died, the port’s director, Lida Horn, told reporters.':
      'the port’s director, Lida Horn | told | Two men died',
    'The bridge was hit.': '-',
    'On Monday, the army left.': '-',
    'After the match, Lor said, “We have learned a lot.”': '-',
    'On the station’s “Hour of the Town,” Lor said the road was open.': '-',
    '“We fled,” Lor said, pointing at the road, “and nobody helped us.”':
      'Lor | said | “We fled,” … “and nobody helped us.”',
    'As head of the branch called “the Depot”, she said, he had killed two men.':
      'she | said | As head of the branch called “the Depot” … he had killed two men',
  },
  read(place) {
    const { verb } = place
    if (!verb || !isOpenVerb(place)) return undefined
    const cue = cueRange(place)
    const source = adjacentSource(place, cue)
    if (!source) return undefined
    const left = Math.min(source.range.first, cue.first)
    const before = contentBefore(place, left)
    if (!before || !verb.needs.has(before.quotation === undefined ? 'trail' : 'quote'))
      return undefined
    const after = contentAfter(place, Math.max(source.range.last, cue.last), before)
    const first = contentSpan(place, before.range)
    if (!first || isOccasion(place, before, after?.quotation)) return undefined
    const spans: Span[] = [first, ...(after ? [after.span] : [])]
    const quotations = [before.quotation, after?.quotation].flatMap((one) => one ?? [])
    return { cue, source, content: spans, stance: verb.stance, lemma: verb.lemma, quotations }
  },
}

/** "After the match, Lor said, “We have learned a lot.”": what has no verb tells when it was said. */
function isOccasion(place: StatementPlace, before: Before, after: number | undefined): boolean {
  if (before.quotation !== undefined || after === undefined) return false
  const { first } = place.quotations.range(after)
  const isWhole = /^\p{Lu}/u.test(place.document.tokens[first + 1]?.text ?? '')
  return isWhole && !hasVerb(place, before.range)
}

interface Before {
  readonly range: TokenRange
  /** The quotation that ends it. */
  readonly quotation?: number
}

/** A finite verb that takes no clause of its own to its right, unless a comma sets that off. */
function isOpenVerb({ document, cue }: StatementPlace): boolean {
  if (!isFinite(cue) && !childBy(document, cue.index, 'aux') && !isPastAlone(cue)) return false
  const next = document.tokens[cue.index + 1]
  const clause = childrenBy(document, cue.index, 'ccomp', 'xcomp').find(
    (token) => !/^(?:PROPN|NOUN)$/.test(token.upos) && !isBareParticiple(document, token),
  )
  if (next?.lower === 'that' || next?.lower === 'to') return false
  // "A month after the truce was signed, few people believe in it."
  if (next?.lower === 'in' && cue.lemma === 'believe') return false
  return !clause || clause.index < cue.index || /^[,.]$/.test(next?.text ?? '')
}

/** "says general jailed for massacre": no clause of the cue's, but who says it. */
function isBareParticiple(document: Document, { index, xpos }: Token): boolean {
  return xpos === 'VBN' && childBy(document, index, 'aux', 'nsubj') === undefined
}

/** "…, said by telephone": what is tagged a participle but modifies nothing. */
function isPastAlone({ xpos, deprel }: Token): boolean {
  return xpos === 'VBN' && /^(root|conj|parataxis|ccomp)/.test(deprel)
}

/** What ends right before the cue's clause: a quotation that closes with a sign, or the sentence up to a comma. */
function contentBefore(place: StatementPlace, left: number): Before | undefined {
  const { document, quotations, cue } = place
  const own = quotations.of(cue.index)
  let end = left
  while (end > 0 && /^[,–—-]$/.test(document.tokens[end - 1]?.text ?? '')) end -= 1
  const quotation = quotations.of(end - 1)
  const closes = quotation >= 0 && quotation !== own && quotations.range(quotation).last === end
  if (closes && !isWordWithin(place, quotation, left))
    return isSpoken(place, quotation, left) ? quoted(place, quotation) : undefined
  if (end === left) return undefined
  const { first } = windowOf(place)
  const start = own >= 0 ? Math.max(first, quotations.range(own).first + 1) : first
  const range = { first: start, last: end }
  return end - start >= 2 && (hasVerb(place, range) || isMedial(place, left))
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
function contentAfter(
  place: StatementPlace,
  from: number,
  before: Before,
): { span: Span; quotation?: number } | undefined {
  const quotation = nextQuotation(place, from, before.quotation !== undefined)
  if (quotation !== undefined) {
    const span = contentSpan(place, place.quotations.range(quotation))
    return span && { span, quotation }
  }
  if (place.document.tokens[from]?.text !== ',' || before.quotation !== undefined) return undefined
  if (!interrupts(place, from) && !isBegun(place, before)) return undefined
  const span = contentSpan(place, { first: from + 1, last: place.sentence.last })
  return span && { span }
}

/** The free quotation that a comma or colon sets off behind the cue: ", “and nobody …”", ", but “when …”"; behind a quotation also one further on, unless another verb of saying stands between. */
function nextQuotation(place: StatementPlace, from: number, isFar: boolean): number | undefined {
  const { document, quotations, claimed, words } = place
  const { last } = windowOf(place)
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

/** Whether what stands before the cue cannot be all: "The bridge, …" has no verb yet, "If it fails, …" no main clause. */
function isBegun(place: StatementPlace, { range }: Before): boolean {
  const { document, sentence } = place
  if (range.first !== sentence.first) return false
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
