import {
  childBy,
  childrenBy,
  headOf,
  isNominal,
  predicateAt,
  subtree,
  subtreeRange,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { clauseSubject } from './clause-subject.ts'
import { endOfSource } from './end-of-source.ts'
import { verbAbove } from './participle-subject.ts'
import { isPassiveCue } from './passive.ts'
import { trim } from './trim.ts'
import { WINDOW, type SourcePhrase, type StatementPlace } from './rule.ts'

/** The cue with its auxiliaries, negation, adverbs and "to", as far as they stand together. */
export function cueRange({ document, cue }: StatementPlace): TokenRange {
  let first = cue.index
  let last = cue.index + 1
  while (isPartOfVerb(document.tokens[first - 1], cue.index)) first -= 1
  while (document.tokens[last]?.deprel === 'compound:prt') last += 1
  return { first, last }
}

/** Whoever does the saying: the subject, the agent of a passive, the subject passed on from another verb, or the noun after an inverted verb ("says a former official"). */
export function sourceOf(place: StatementPlace): SourcePhrase | undefined {
  const { document, cue } = place
  const { agents, passive: isTagged } = predicateAt(document, cue.index)
  const own = childrenBy(document, cue.index, 'nsubj', 'expl').filter(
    (token) => isNominal(token) && token.index < cue.index + 12 && !isFormal(token),
  )
  const subject = own.at(-1)
  const above = subject ? undefined : verbAbove(place)
  if (above) return sourceOf({ ...place, cue: above })
  const isBehind = subject !== undefined && isBehindClause(place, subject)
  const passive = isTagged && isPassiveCue(document, cue) && !isBehind
  const isOfRelative = subject !== undefined && isRelative(subject) && !isBehind
  const opening = passive || isOfRelative ? undefined : openingSubject(place)
  // "Lor, his left eye shut, denied": the tree takes the aside's noun.
  if (opening && (!subject || subject.index > opening.head)) return opening
  if (!passive && !subject)
    return subjectOfCue(place) ?? subjectBefore(place, agents[0] ?? nounBefore(place))
  if (passive || !subject) return agents[0] === undefined ? undefined : phrase(place, agents[0])
  return subjectPhrase(place, subject)
}

/** "A colleague who was on shift told me": the clause of the pronoun, which the tree takes for the cue's subject, has a verb of its own before the cue. */
function isBehindClause(place: StatementPlace, subject: Token): boolean {
  const { tokens } = place.document
  const { first } = cueRange(place)
  if (!isRelative(subject) || !isFinite(place.cue)) return false
  const last = tokens[first - 1]
  const isNewSubject = last?.upos === 'PRON' || last?.upos === 'DET' || last?.text === ','
  return !isNewSubject && tokens.slice(subject.index + 1, first).some(isFinite)
}

/** A subject as a source: its noun phrase, or the relative pronoun alone. */
export function subjectPhrase(place: StatementPlace, subject: Token): SourcePhrase {
  return isRelative(subject) ? pronounPhrase(place.document, subject) : phrase(place, subject.index)
}

/** "Dana Lor, who leads it, called for calm": the noun on which the tree hangs a past that it takes for a participle. */
function nounBefore({ document, cue }: StatementPlace): number | undefined {
  const noun = headOf(document, cue.index)
  const isParticiple =
    cue.xpos === 'VBN' && cue.deprel.startsWith('acl') && !childBy(document, cue.index, 'aux')
  return isParticiple && noun && isNominal(noun) && noun.index < cue.index ? noun.index : undefined
}

/** The noun phrase that opens the clause of a finite cue, with what stands between them. */
function openingSubject(place: StatementPlace): SourcePhrase | undefined {
  const { first } = cueRange(place)
  const verbs = place.document.tokens.slice(first, place.cue.index + 1)
  const found = verbs.some(isFinite) ? clauseSubject(place, first) : undefined
  if (!found) return undefined
  const { range, head } = found
  return { head, range: trim(place.document, { ...range, last: endOfSource(place, range, head) }) }
}

/** "recalled that attacks are crimes, and called on …": the subject of the cue before, where the tree takes one out of what is said. */
function subjectOfCue(place: StatementPlace): SourcePhrase | undefined {
  const { document, words, cue, sentence } = place
  const { first } = cueRange(place)
  const above = document.tokens[cue.head]
  if (document.tokens[first - 1]?.upos !== 'CCONJ' || !isFinite(cue) || !above) return undefined
  if (words.verbs.has(above.lemma)) return undefined
  for (let at = first - 2; at > Math.max(sentence.first, first - NEAR); at -= 1) {
    const verb = document.tokens[at]
    if (verb?.upos !== 'VERB' || !words.verbs.has(verb.lemma) || verb.xpos !== cue.xpos) continue
    const subject = childrenBy(document, at, 'nsubj').find(isNominal)
    const isHeld = above.index > at
    if (subject && isHeld) return phrase({ ...place, cue: verb }, subject.index)
  }
  return undefined
}

/** How many tokens back another cue is sought. */
const NEAR = 50

/** Where the tree gives the cue no subject of its own: the noun phrase right before it, if a clause opens there; else the one shared with another verb. */
export function subjectBefore(
  place: StatementPlace,
  shared: number | undefined,
): SourcePhrase | undefined {
  const { document, cue, sentence } = place
  const end = cueRange(place).first
  let first = end
  while (first > sentence.first && end - first < 10 && isPlain(document.tokens[first - 1]))
    first -= 1
  const [head, opener] = [document.tokens[end - 1], document.tokens[first - 1]]
  const opens = first === sentence.first || /^(SCONJ|PUNCT)$/.test(opener?.upos ?? '')
  const isPhrase = head !== undefined && first < end && /^(NOUN|PROPN|PRON)$/.test(head.upos)
  if (isPhrase && opens && isFinite(cue) && cue.deprel !== 'acl')
    return { head: head.index, range: { first, last: end } }
  return shared === undefined ? undefined : phrase(place, shared)
}

/** What a short noun phrase is made of. */
function isPlain(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    /^(DET|ADJ|NOUN|PROPN|NUM|PART|PRON)$/.test(token.upos) &&
    !/^(?:to|W.*)$/.test(token.lower)
  )
}

/** "who said": the pronoun as it stands, with the noun that it stands for. */
function pronounPhrase(document: Document, pronoun: Token): SourcePhrase {
  const range = { first: pronoun.index, last: pronoun.index + 1 }
  const verb = document.tokens[pronoun.head]
  const isClause = verb !== undefined && verb.deprel.startsWith('acl') && verb.head >= 0
  return { head: pronoun.index, range, ...(isClause && { standsFor: verb.head }) }
}

/** "No group has claimed it" says that nobody speaks. */
export function isNobody({ document }: StatementPlace, { first }: TokenRange): boolean {
  return /^(no|nobody|none|neither|no-one)$/.test(document.tokens[first]?.lower ?? '')
}

/** "on Monday", "in a letter", "by telephone": when and how it was said. */
export function isOfSaying({ tokens }: Document, { lower, lemma, upos, index }: Token): boolean {
  const isName = upos === 'PROPN' && /^(?:in|at|from)$/.test(tokens[index - 1]?.lower ?? '')
  return isName || WEEKDAY.test(lower) || MEANS.has(lemma)
}

const MEANS = new Set(
  'statement letter interview conference speech message post video telephone phone radio television website leaflet hearing ruling forum rally yesterday today tonight time week month morning evening reporter journalist'.split(
    ' ',
  ),
)

/** The whole noun phrase of a head, without a clause that holds the cue. */
export function phrase(place: StatementPlace, head: number): SourcePhrase {
  const { document, cue } = place
  const above = pathUp(document, cue.index)
  const whole = subtreeRange(
    document,
    head,
    ({ index, deprel, lower, head: over }) =>
      above.has(index) ||
      (index < head &&
        over === head &&
        /^(parataxis|mark|discourse|case|cop|aux|cc$)/.test(deprel) &&
        !/^['’]s?$/.test(lower)),
  )
  const own = trim(document, outside(whole, cue.index, head))
  const range = { first: own.first, last: endOfSource(place, own, head) }
  return { head, range: withoutDay(document, range, head) }
}

/** "The army on Thursday denied": the day is that of the saying. */
function withoutDay({ tokens }: Document, { first, last }: TokenRange, head: number): TokenRange {
  const isDay = WEEKDAY.test(tokens[last - 1]?.lower ?? '') && last - 1 > head
  if (!isDay) return { first, last }
  return { first, last: tokens[last - 2]?.lower === 'on' ? last - 2 : last - 1 }
}

/** Names of days. */
export const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** First to last token under a head, whether or not all between are. */
export function wholeRange(document: Document, head: number): TokenRange {
  const all = subtree(document, head)
  return { first: all[0] ?? head, last: (all.at(-1) ?? head) + 1 }
}

/** Whether a token is a verb that can stand in a main clause. */
export function isFinite({ xpos }: Token): boolean {
  return xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP' || xpos === 'MD'
}

/** The sentence from the token, no farther than a rule may look. */
export function windowOf({ sentence, cue }: StatementPlace): TokenRange {
  return {
    first: Math.max(sentence.first, cue.index - WINDOW),
    last: Math.min(sentence.last, cue.index + WINDOW),
  }
}

/** The part of the sentence round the cue in which what it reports stands: between semicolons, without a joining word at its head ("But", "Instead,"), and inside the marks of the quotation that holds the cue. */
export function reportOf(place: StatementPlace): TokenRange {
  const { document, quotations, cue } = place
  const own = quotations.of(cue.index)
  const limits = own >= 0 ? quotations.range(own) : undefined
  const window = windowOf(place)
  let first = Math.max(window.first, limits ? limits.first + 1 : 0)
  let last = Math.min(window.last, limits ? limits.last - 1 : window.last)
  for (let at = cue.index - 1; at >= first; at -= 1) {
    // "These strikes hit a tunnel; and suppressed two units, he said": a list
    const opens = document.tokens[at + (document.tokens[at + 1]?.upos === 'CCONJ' ? 2 : 1)]
    if (
      document.tokens[at]?.text === ';' &&
      quotations.of(at) === own &&
      !/^VB[DN]$/.test(opens?.xpos ?? '')
    )
      first = at + 1
  }
  for (let at = cue.index + 1; at < last; at += 1)
    if (document.tokens[at]?.text === ';' && quotations.of(at) === own) last = at
  return { first: first + joiningWords(document, first), last }
}

/** How many tokens of a joining word stand at a place. */
function joiningWords({ tokens }: Document, at: number): number {
  const lower = tokens[at]?.lower ?? ''
  const isSetOff = tokens[at + 1]?.text === ','
  if (/^(but|and)$/.test(lower)) return isSetOff ? 2 : 1
  return isSetOff && /^(instead|however|still|yet|meanwhile)$/.test(lower) ? 2 : 0
}

/** "who", "which", "that". */
export function isRelative({ xpos, lower, upos }: Token): boolean {
  return xpos === 'WP' || xpos === 'WDT' || (lower === 'that' && upos === 'PRON')
}

/** "there", and the "it" of a passive: no source. Before a verb of saying "it" is somebody, whatever the tree calls it. */
function isFormal({ lower }: Token): boolean {
  return lower === 'there'
}

function isPartOfVerb(token: Token | undefined, cue: number): boolean {
  if (!token || token.head !== cue) return false
  return /^(aux|advmod|cop)/.test(token.deprel) || (token.deprel === 'mark' && token.lower === 'to')
}

function pathUp(document: Document, index: number): Set<number> {
  const path = new Set<number>()
  for (let at = index; at >= 0 && path.size < WINDOW; at = document.tokens[at]?.head ?? -1)
    path.add(at)
  return path
}

/** The side of a range on which the head stands. */
function outside({ first, last }: TokenRange, cue: number, head: number): TokenRange {
  if (cue < first || cue >= last) return { first, last }
  return head < cue ? { first, last: cue } : { first: cue + 1, last }
}

/** The clause that a verb takes, to its right; one behind its infinitive ("wanted to undo the promise that …") is rather that one's. */
export function clauseAfter(document: Document, cue: Token): Token | undefined {
  const child = childrenBy(document, cue.index, 'ccomp').find(({ index }) => index > cue.index)
  const infinitive = child && childBy(document, cue.index, 'xcomp')
  const isBehind = infinitive && infinitive.xpos === 'VB' && infinitive.index < child.index
  return isBehind && infinitive.index > cue.index ? undefined : child
}

/** The word that introduces a clause: "that", "whether", "how". */
export function markOf(document: Document, clause: Token): string | undefined {
  return childBy(document, clause.index, 'mark')?.lower
}

/** "which, according to the mayor, …", "which, as he noted, …": the relative clause whose pronoun stands right in front of a token or of its comma. */
export function relativeClauseRound(
  { document }: StatementPlace,
  at: number,
): TokenRange | undefined {
  const comma = document.tokens[at - 1]?.text === ',' ? 1 : 0
  const before = document.tokens[at - 1 - comma]
  if (!before || !isRelative(before) || before.head < at) return undefined
  return { first: before.index, last: wholeRange(document, before.head).last }
}
