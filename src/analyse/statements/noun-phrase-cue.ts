import {
  childBy,
  childrenBy,
  headOf,
  prepositionOf,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isOfSaying, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { isNone, sourceOfNoun } from './noun-cue.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A noun says it, with a phrase for what is said: "reports of shots", "calls for a curfew", "his pledge to rebuild the bridge". */
export const nounPhraseCue: StatementRule = {
  name: 'noun-phrase-cue',
  starts: 'noun',
  examples: {
    'There were reports of shots at the hotel.': '- | reports | of shots at the hotel',
    'The mayor’s pledge to rebuild the bridge was met with laughter.':
      'The mayor | pledge | to rebuild the bridge',
    'The council ignored a proposal by the elders to mediate.':
      'the elders | proposal | to mediate',
    'Their request for asylum was turned down.': 'Their | request | for asylum',
    'The report of the committee was long.': '-',
    'The police had no reports of looting.': '-',
    'A request for comment was left at the gate.': '-',
  },
  read(place) {
    const { document, words, cue } = place
    const stance = words.nouns.get(cue.lemma)
    const frames = words.nounFrames.get(cue.lemma)
    if (!stance || !frames || isNone(place) || isFixed(place)) return undefined
    const first = linkOf(place, frames)
    const range = first === undefined ? undefined : rangeFrom(place, first)
    const content = range && contentSpan(place, range)
    if (!content || first === undefined) return undefined
    const own = { first: cue.index, last: cue.index + 1 }
    const source = sourceOfNoun(place, document.tokens[first]?.head)
    // "a proposal to extend the ban", "the desire to win": on the table, in the air.
    if (!source && /^(suggests|hopes)$/.test(stance)) return undefined
    return { cue: own, content: [content], stance, lemma: cue.lemma, ...(source && { source }) }
  },
}

/** "in order to", "on suspicion of theft", "for fear of": a preposition of which the noun is a part; "Court of Appeals for": a name. */
function isFixed({ document, cue }: StatementPlace): boolean {
  const isBehind = document.tokens[cue.index - 1]?.upos === 'ADP'
  return isBehind && (cue.xpos === 'NN' || /^\p{Lu}/u.test(cue.text))
}

/** The preposition or "to" right behind the noun, or behind "by the elders". */
function linkOf(place: StatementPlace, frames: ReadonlySet<string>): number | undefined {
  const { document, cue } = place
  const giver = childrenBy(document, cue.index, 'nmod').find(({ index }) =>
    /^(by|from)$/.test(prepositionOf(document, index)),
  )
  const after = cue.index + 1
  const behind = giver && wholeRange(document, giver.index)
  const at = behind?.first === after ? giver && endOfGiver(place, giver) : after
  const link = document.tokens[at ?? -1]
  const isOpen = link !== undefined && frames.has(link.lower)
  if (!isOpen || (link.lower === 'of' && !mayBeOf(place))) return undefined
  if (link.lower === 'for' && !behind && isLoose(place)) return undefined
  if (link.lower === 'to' && document.tokens[link.index + 1]?.xpos !== 'VB') return undefined
  return link.index
}

/** "by the elders | to mediate", also where the tree hangs the infinitive on the elders. */
function endOfGiver({ document }: StatementPlace, { index }: Token): number {
  const { last } = wholeRange(document, index)
  for (let at = index + 1; at < last; at += 1) if (document.tokens[at]?.xpos === 'TO') return at
  return last
}

/** "the report of the committee" is the committee's; "reports of shots" and "a warning of attacks" are of what is said. */
function mayBeOf({ document, cue }: StatementPlace): boolean {
  if (cue.xpos === 'NNS' || cue.lemma === 'report') return cue.xpos === 'NNS'
  return !childrenBy(document, cue.index, 'det', 'nmod:poss').some(
    ({ lower }) => lower !== 'a' && lower !== 'an',
  )
}

/** "the low demand for coal": not somebody's demand, nor one among others. */
function isLoose({ document, cue }: StatementPlace): boolean {
  const article = childrenBy(document, cue.index, 'det')[0]?.lower
  return (
    cue.xpos === 'NN' && !/^an?$/.test(article ?? '') && !childBy(document, cue.index, 'nmod:poss')
  )
}

/** The phrase from its first word on; none where the noun is of asking for a talk. */
function rangeFrom(place: StatementPlace, first: number): TokenRange | undefined {
  const { document } = place
  const head = headOf(document, first)
  if (!head || head.index < first || /^(comment|interview)$/.test(head.lemma)) return undefined
  const last = withPlaces(place, wholeRange(document, head.index).last)
  // "for the army | to leave", hung on another word
  const verb = document.tokens[last]?.xpos === 'TO' ? headOf(document, last) : undefined
  const isOpen = verb?.xpos === 'VB' && document.tokens[first]?.lower === 'for'
  return { first, last: isOpen ? wholeRange(document, verb.index).last : last }
}

/** "reports of shots | inside the hotel on the hill": where it was, wherever the tree hangs that. */
function withPlaces({ document, sentence }: StatementPlace, from: number): number {
  let last = from
  for (let steps = 0; steps < 4 && last < sentence.last; steps += 1) {
    const link = document.tokens[last]
    const noun = link && PLACING.has(link.lower) ? headOf(document, last) : undefined
    if (!noun || noun.index < last || isOfSaying(document, noun)) return last
    const range = wholeRange(document, noun.index)
    if (range.first !== last) return last
    last = range.last
  }
  return last
}

const PLACING = new Set([
  'in',
  'at',
  'inside',
  'outside',
  'near',
  'on',
  'across',
  'around',
  'against',
])
