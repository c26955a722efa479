import {
  childBy,
  childrenBy,
  subtree,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import {
  clauseAfter,
  cueRange,
  isFinite,
  isNobody,
  markOf,
  sourceOf,
  subjectBefore,
  wholeRange,
  windowOf,
} from './clause.ts'
import { lostSubject, opensBareClause } from './bare-clause.ts'
import { contentSpan } from './content.ts'
import { endOfSaying } from './end-of-saying.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'

/** A clause follows the cue: "the army said that …", "analysts suggest …". */
export const clauseAfterCue: StatementRule = {
  name: 'clause-after',
  starts: 'verb',
  examples: {
    'The army said that the bridge was hit.': 'The army | said | that the bridge was hit',
    'Analysts also suggest that rebels want to spread fear.':
      'Analysts | also suggest | that rebels want to spread fear',
    'The mayor said that he had heard the story, and that the wounds did not tell it.':
      'The mayor | said | that he had heard the story, and that the wounds did not tell it',
    'A poll found most residents wanted peace.': 'A poll | found | most residents wanted peace',
    'She denied that heads would roll, but two directors were fired.':
      'She | denied | that heads would roll',
    'The army said that a plane had struck them, and displayed photographs.':
      'The army | said | that a plane had struck them',
    'The army said nothing.': '-',
    'It was an attempt to show that the road is safe.': '-',
  },
  read(place) {
    const { verb } = place
    if (!verb || !(verb.needs.has('clause') || verb.needs.has('that'))) return undefined
    const cue = cueRange(place)
    const range = clauseRange(place, cue)
    if (!range) return undefined
    const isBare = !verb.needs.has('clause') && !isMarked(place, range.first)
    if (isBare && !isPlain(place, range.first)) return undefined
    const span = contentSpan(place, range)
    if (!span) return undefined
    const source = sourceBeside(place, range)
    // "an attempt to show that …", "let us hope that …": nobody is said to do so.
    if (!source && (isBare || place.cue.xpos === 'VB')) return undefined
    if (source && isNobody(place, source.range)) return undefined
    const { lemma } = verb
    return { cue, content: [span], stance: verb.stance, lemma, ...(source && { source }) }
  },
}

/** Who says it; never a word of the clause itself, which the tree may take for the cue's subject. */
function sourceBeside(place: StatementPlace, { first }: TokenRange): SourcePhrase | undefined {
  const source = sourceOf(place)
  return source && source.range.first >= first ? subjectBefore(place, undefined) : source
}

/** "a poll found residents wanted peace": a clause without mark that follows at once, with a subject and a verb in a tense. */
function isPlain({ document, cue }: StatementPlace, first: number): boolean {
  const clause = clauseAfter(document, cue)
  if (!clause || first !== cue.index + 1 || cue.lemma === 'see') return false
  const subject = childBy(document, clause.index, 'nsubj')
  // "does not know who fired"
  if (!subject || subject.xpos.startsWith('W')) return false
  if (cue.xpos === 'VBN' && !childBy(document, cue.index, 'aux')) return false
  return isFinite(clause) || childrenBy(document, clause.index, 'aux', 'cop').some(isFinite)
}

/** From the clause's first word to the cue's last dependent that is none of the cue's own. */
function clauseRange(place: StatementPlace, cue: TokenRange): TokenRange | undefined {
  const { document } = place
  const clause = clauseAfter(document, place.cue)
  if (!clause) {
    const that = isMarked(place, cue.last) ? cue.last : farThat(place, cue.last)
    const first = that ?? (opensBareClause(place, cue.last) ? cue.last : undefined)
    return first === undefined ? undefined : toEnd(place, restOfSentence(place, first))
  }
  const all = subtree(document, clause.index).filter((index) => index >= cue.last)
  const first = lostSubject(place, clause) ?? all[0] ?? clause.index
  let last = (all.at(-1) ?? clause.index) + 1
  for (const child of childrenBy(document, place.cue.index, ...LATER))
    if (child.index >= last && goesOn(place, child))
      last = Math.max(last, wholeRange(document, child.index).last)
  last = andThat(place, last)
  const comma = document.tokens[first - 1]?.text === ':' ? first : skipComma(place, first)
  return { first: comma, last: endOfSaying(place, { first: comma, last }, clause) }
}

function toEnd(place: StatementPlace, range: TokenRange | undefined): TokenRange | undefined {
  return range && { first: range.first, last: endOfSaying(place, range) }
}

const LATER = ['advcl', 'obl', 'parataxis', 'conj', 'ccomp', 'dep', 'advmod', 'xcomp', 'obj']

/** Whether a later dependent of the cue is rather part of what is said. */
function goesOn({ words, document, cue }: StatementPlace, child: Token): boolean {
  const verb = child.upos === 'VERB' ? words.verbs.get(child.lemma) : undefined
  if (child.deprel.startsWith('advcl') && child.xpos !== 'VBG')
    return !/^(although|though)$/.test(markOf(document, child) ?? '')
  if (verb && (child.xpos === 'VBG' || verb.needs.has('trail'))) return false
  if (!child.deprel.startsWith('conj')) return true
  const subject = childrenBy(document, child.index, 'nsubj').length > 0
  return subject || child.xpos !== cue.xpos || isListed(document, cue, child)
}

/** "said he bought a ticket, put the case on board and left": verbs in a row of which the first has no "and" in front go on with what is said. */
function isListed(document: Document, cue: Token, child: Token): boolean {
  const first = childrenBy(document, cue.index, 'conj')[0]
  return first !== undefined && first.index <= child.index && !childBy(document, first.index, 'cc')
}

/** "…, and that the wounds did not tell it": a second clause with "that" behind the first. */
function andThat({ document, sentence }: StatementPlace, last: number): number {
  const at = document.tokens[last]?.text === ',' ? last + 1 : last
  const [and, that] = [document.tokens[at], document.tokens[at + 1]]
  const isSecond = and?.upos === 'CCONJ' && that?.lower === 'that' && that.upos === 'SCONJ'
  const verb = isSecond ? document.tokens[that.head] : undefined
  if (!verb || verb.index < at || verb.index >= sentence.last) return last
  return Math.max(last, wholeRange(document, verb.index).last)
}

/** "said in a statement on Monday that …": a "that" behind the cue's own phrases. */
function farThat(place: StatementPlace, from: number): number | undefined {
  const { document, sentence } = place
  if (!place.verb?.needs.has('trail')) return undefined
  for (let at = from; at < Math.min(sentence.last, from + 15); at += 1) {
    const token = document.tokens[at]
    // "wanted to undo the promise that …": what comes behind another verb is its own.
    if (!token || isFinite(token) || token.xpos === 'VB' || /^[.,;:"“]$/.test(token.text))
      return undefined
    if (token.lower === 'that' && (token.upos === 'SCONJ' || token.deprel === 'mark')) return at
  }
  return undefined
}

function skipComma({ document }: StatementPlace, first: number): number {
  return /^[,:]$/.test(document.tokens[first]?.text ?? '') ? first + 1 : first
}

function restOfSentence(place: StatementPlace, first: number): TokenRange | undefined {
  const { last } = windowOf(place)
  const hasVerb = place.document.tokens.slice(first, last).some(isFinite)
  return hasVerb ? { first, last } : undefined
}

function isMarked({ document, cue }: StatementPlace, first: number): boolean {
  const token = document.tokens[first]
  if (token && MARKS.has(token.lower) && token.upos !== 'PRON') return true
  const clause = clauseAfter(document, cue)
  const mark = clause && clause.index >= first ? markOf(document, clause) : undefined
  return mark !== undefined && MARKS.has(mark)
}

const MARKS = new Set(['that', 'whether', 'if', 'how', 'why', 'what', 'where', 'who'])
