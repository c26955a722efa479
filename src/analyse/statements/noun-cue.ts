import {
  childBy,
  childrenBy,
  headOf,
  predicateAt,
  prepositionOf,
  subtree,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isOfSaying, phrase, windowOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'

/** A noun says it: "his claim that …", "the perception among experts is that …". */
export const nounCue: StatementRule = {
  name: 'noun-cue',
  starts: 'noun',
  examples: {
    'The perception among experts is that the army has failed.':
      'experts | perception | that the army has failed',
    'He spoke of the ministry’s assurance to farmers that the road was safe.':
      'the ministry | assurance | that the road was safe',
    'The report was long.': '-',
  },
  read(place) {
    const { words, cue } = place
    const stance = words.nouns.get(cue.lemma)
    if (!stance || isNone(place)) return undefined
    const that = thatAfter(place)
    if (that === undefined) return undefined
    const content = contentSpan(place, { first: that, last: endOfClause(place, that) })
    if (!content) return undefined
    const source = sourceOfNoun(place)
    const range = { first: cue.index, last: cue.index + 1 }
    return { cue: range, content: [content], stance, lemma: cue.lemma, ...(source && { source }) }
  },
}

/** "There is no doubt that": nobody doubts. */
export function isNone({ document, cue }: StatementPlace): boolean {
  return childrenBy(document, cue.index, 'det').some(({ lower }) => lower === 'no')
}

/** The "that" which opens the clause: behind the noun and its phrases, or behind "is". */
function thatAfter(place: StatementPlace): number | undefined {
  const { document, cue } = place
  const { last } = windowOf(place)
  const own = ownClause(place)
  if (own !== undefined) return own
  for (let at = cue.index + 1; at < Math.min(last, cue.index + 14); at += 1) {
    const token = document.tokens[at]
    if (!token || /^[,.;:]$/.test(token.text)) return undefined
    if (token.lower === 'that') return opensClause(place, token) ? at : undefined
    if (token.upos === 'VERB') return undefined
  }
  return undefined
}

/** "the claim, spread by some, that …", "a claim by the firm, Ironbridge, that …": the "that" of the clause that the tree hangs on the noun. */
function ownClause({ document, cue }: StatementPlace): number | undefined {
  const clause = childrenBy(document, cue.index, 'acl', 'ccomp').find(
    ({ index }) => index > cue.index,
  )
  const that = clause && childBy(document, clause.index, 'mark')
  return that?.lower === 'that' && that.index > cue.index ? that.index : undefined
}

/** "that" with a subject and a verb behind it, not "the claim that he made" nor "that day". */
function opensClause({ document, sentence }: StatementPlace, that: Token): boolean {
  const next = document.tokens[that.index + 1]
  // "that" in front of a name is no article, whatever the tree says.
  if (that.deprel === 'det' && next?.upos !== 'PROPN') return false
  if (that.deprel.startsWith('obj')) return false
  if (!next || /^(VERB|AUX)$/.test(next.upos)) return false
  const verbs = document.tokens.slice(that.index, Math.min(sentence.last, that.index + 40))
  const verb = verbs.find(({ upos }) => upos === 'VERB' || upos === 'AUX')
  return verb !== undefined
}

/** The last word under the verb that "that" marks. */
function endOfClause(place: StatementPlace, that: number): number {
  const { document, sentence } = place
  const above = headOf(document, that)
  const verb = above?.upos === 'PROPN' ? headOf(document, above.index) : above
  const limit = Math.min(windowOf(place).last, sentence.last)
  if (!verb || verb.index < that) return limit
  const all = subtree(document, verb.index)
  return Math.min(limit, Math.max((all.at(-1) ?? that) + 1, that + 1))
}

/** "his", "by the army", "among experts", or the subject of "made a claim"; not the noun that heads what is said. */
export function sourceOfNoun(place: StatementPlace, said?: number): SourcePhrase | undefined {
  const { document, cue } = place
  const owner = childBy(document, cue.index, 'nmod:poss')
  // "The mayor expressed his hope that …": the mayor says it.
  const speaker = owner?.upos === 'PRON' ? giverOf(place) : undefined
  if (speaker) return speaker
  if (owner && !isOfSaying(document, owner)) return without(place, phrase(place, owner.index))
  const giver = childrenBy(document, cue.index, 'nmod').find(
    ({ index }) => index !== said && GIVERS.has(prepositionOf(document, index)),
  )
  if (giver) return afterCase(place, giver)
  // "The mayor fears that …", taken for a noun
  const subject = childBy(document, cue.index, 'cop')
    ? undefined
    : childBy(document, cue.index, 'nsubj')
  if (subject && subject.index < cue.index) return phrase(place, subject.index)
  return giverOf(place)
}

/** The subject of "made a claim", "expressed hope". */
function giverOf(place: StatementPlace): SourcePhrase | undefined {
  const { document, cue } = place
  const verb = headOf(document, cue.index)
  if (!verb || !cue.deprel.startsWith('obj') || !LIGHT.has(verb.lemma)) return undefined
  // "We have reports of shots": by others.
  if (verb.lemma === 'have' && cue.lemma === 'report') return undefined
  const agent = predicateAt(document, verb.index).agents[0]
  return agent === undefined ? undefined : phrase(place, agent)
}

const GIVERS = new Set(['by', 'among', 'amongst', 'from', 'of', 'within'])
const LIGHT = new Set([
  'make',
  'give',
  'have',
  'issue',
  'express',
  'voice',
  'offer',
  'repeat',
  'raise',
  'deliver',
  'send',
])

/** Without the "'s" at its end. */
function without({ document }: StatementPlace, source: SourcePhrase): SourcePhrase {
  const { first, last } = source.range
  const ends = document.tokens[last - 1]?.xpos === 'POS'
  return ends ? { ...source, range: { first, last: last - 1 } } : source
}

function afterCase(place: StatementPlace, noun: Token): SourcePhrase {
  const source = phrase(place, noun.index)
  const mark = childBy(place.document, noun.index, 'case')
  const range: TokenRange = {
    first: Math.max(source.range.first, (mark?.index ?? -1) + 1),
    last: Math.min(
      source.range.last,
      Math.max(noun.index + 1, thatAfter(place) ?? infinitiveIn(place, source.range)),
    ),
  }
  return { ...source, range }
}

/** "by the elders | to mediate": an infinitive behind who gives it is the noun's. */
function infinitiveIn({ document }: StatementPlace, { first, last }: TokenRange): number {
  for (let at = first + 1; at < last; at += 1) if (document.tokens[at]?.xpos === 'TO') return at
  return last
}
