import { childBy, childrenBy, subtree, type Document, type Token } from '../../text/index.ts'
import { cueRange, isFinite, isNobody, sourceOf } from './clause.ts'
import { endOfSaying } from './end-of-saying.ts'
import { isNegated } from './no-telling.ts'
import { contentSpan } from './content.ts'
import { isPassiveCue } from './passive.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** "to" and a verb follow the cue: "vowed to strike", "urged the army to leave", "declined to comment". Who is told to is no part of what is said; whom something is hoped of is. */
export const infinitiveAfter: StatementRule = {
  name: 'infinitive-after',
  starts: 'verb',
  examples: {
    'The unit vowed to strike.': 'The unit | vowed | to strike',
    'The ministry declined to comment.': 'The ministry | declined | to comment',
    'The mayor urged the rebels to wait.': 'The mayor | urged | to wait',
    'The mayor called on the rebels to wait.': 'The mayor | called on | to wait',
    'The mayor urged the rebels to wait and warned that the road was mined.':
      'The mayor | urged | to wait',
    'The mayor expects the rebels to wait.': 'The mayor | expects | the rebels to wait',
    'She ordered the prosecutor general to open a case.': 'She | ordered | to open a case',
    'The unit moved to strike.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb || isPassiveCue(document, cue)) return undefined
    const clause = infinitiveOf(place)
    const told = clause && toldBefore(place, clause.index)
    const frame = told && verb.needs.has('to') ? 'to' : 'inf'
    if (!clause || !verb.needs.has(frame) || isRefusal(place, clause)) return undefined
    const source = sourceOf(place)
    if (!source || isNobody(place, source.range)) return undefined
    const all = subtree(document, clause.index)
    const before = told && frame === 'inf' ? subtree(document, told.index)[0] : all[0]
    const start = before !== undefined && before > cue.index ? before : clause.index
    const last = Math.max(all.at(-1) ?? clause.index, endOfThat(place, clause.index))
    const end = endOfSaying(place, { first: start, last: last + 1 })
    const content = contentSpan(place, { first: start, last: end })
    if (!content) return undefined
    const own = verb.needs.get(frame) ?? verb.stance
    const stance = isNegated(document, cue.index) && own === 'declines' ? 'asserts' : own
    return { cue: wholeCue(place, told), source, content: [content], stance, lemma: verb.lemma }
  },
}

/** "refused to pay": only who refuses to speak says something by it. */
function isRefusal({ verb, words }: StatementPlace, { lemma }: Token): boolean {
  if (verb?.stance !== 'declines') return false
  return !words.verbs.has(lemma) && !SPEAKING.test(lemma)
}

const SPEAKING =
  /^(comment|talk|elaborate|specify|discuss|give|release|provide|name|answer|respond|be)$/

function infinitiveOf({ document, cue, verb }: StatementPlace): Token | undefined {
  const own = childrenBy(document, cue.index, 'xcomp', 'ccomp', 'advcl').find(
    ({ index }) => index > cue.index && hasTo(document, index),
  )
  if (own) return own
  // "called on the army | to leave", hung on the army
  const told = childrenBy(document, cue.index, 'obj', 'iobj', 'obl').find(
    ({ index }) => index > cue.index,
  )
  const hung =
    told &&
    childrenBy(document, told.index, 'acl').find(
      ({ index }) => index > told.index && hasTo(document, index),
    )
  return hung ?? (told && verb?.needs.has('to') ? infinitiveSoon(document, told) : undefined)
}

/** "ordered the prosecutor general | to open proceedings", hung on a word of who is told. */
function infinitiveSoon(document: Document, { index }: Token): Token | undefined {
  for (let at = index + 1; at < index + 8; at += 1) {
    const [to, verb] = [document.tokens[at], document.tokens[at + 1]]
    if (!to || to.upos === 'PUNCT' || isFinite(to)) return undefined
    if (to.xpos === 'TO' && verb?.xpos === 'VB') return verb
  }
  return undefined
}

/** Whoever stands between cue and infinitive: an object, or a name behind "on", "to" or "with". */
function toldBefore({ document, cue }: StatementPlace, infinitive: number): Token | undefined {
  return childrenBy(document, cue.index, 'obj', 'iobj', 'obl').find(
    ({ index, deprel }) =>
      index > cue.index &&
      index < infinitive &&
      (!deprel.startsWith('obl') ||
        /^(on|upon|to|with)$/.test(childBy(document, index, 'case')?.lower ?? '')),
  )
}

/** "called on": the preposition of who is told belongs to the cue. */
function wholeCue(place: StatementPlace, told: Token | undefined): { first: number; last: number } {
  const range = cueRange(place)
  const mark = told && childBy(place.document, told.index, 'case')
  return mark?.index === range.last && /^(on|upon)$/.test(mark.lower)
    ? { ...range, last: range.last + 1 }
    : range
}

/** "to undo the promise | that it posed no danger": the last word of a clause that the tree hung on the cue instead, -1 where there is none. */
function endOfThat({ document, cue }: StatementPlace, infinitive: number): number {
  const clause = childrenBy(document, cue.index, 'ccomp').find(({ index }) => index > infinitive)
  const all = clause ? subtree(document, clause.index) : []
  const isJoined = document.tokens[(all[0] ?? 0) - 1]?.upos !== 'PUNCT'
  return isJoined ? (all.at(-1) ?? -1) : -1
}

function hasTo(document: Parameters<typeof childrenBy>[0], index: number): boolean {
  return childrenBy(document, index, 'mark').some(({ lower }) => lower === 'to')
}
