import { childBy, childrenBy, type Token } from '../../text/index.ts'
import { isFinite, markOf, wholeRange } from './clause.ts'
import type { StatementPlace } from './rule.ts'

/** "found *reduction of yields* exceeded 10%": an object right behind the cue that the clause has for its subject. */
export function lostSubject({ document, cue }: StatementPlace, clause: Token): number | undefined {
  if (!isFinite(clause) || markOf(document, clause)) return undefined
  if (childBy(document, clause.index, 'nsubj', 'expl', 'csubj')) return undefined
  const found = childrenBy(document, cue.index, 'obj', 'obl').find(({ index }) => index > cue.index)
  const whole = found && wholeRange(document, found.index)
  if (whole?.first !== cue.index + 1 || whole.last > clause.index) return undefined
  const between = document.tokens.slice(whole.last, clause.index)
  const isBroken = between.some(({ upos }) => /^(?:PUNCT|CCONJ|SCONJ|VERB)$/.test(upos))
  return isBroken ? undefined : whole.first
}

/** "say the mayor's lead obscures the doubts": a noun phrase and a verb in a tense right behind the cue, where the tree has no clause. */
export function opensBareClause(place: StatementPlace, from: number): boolean {
  const { verb, document, cue, sentence } = place
  if (!verb?.needs.has('clause') || !isFinite(cue)) return false
  let hasNoun = false
  for (let at = from; at < Math.min(sentence.last, from + LONGEST_SUBJECT); at += 1) {
    const token = document.tokens[at]
    if (!token || /^(?:PUNCT|CCONJ|SCONJ)$/.test(token.upos) || /^W/.test(token.xpos)) return false
    if (isFinite(token)) return hasNoun && at > from
    if (at === from && !/^(?:DET|ADJ|NOUN|PROPN|NUM|PRON)$/.test(token.upos)) return false
    if (token.lower === 'that') return false
    hasNoun ||= /^(?:NOUN|PROPN|PRON)$/.test(token.upos)
  }
  return false
}

/** Tokens that the subject of a clause without "that" may take. */
const LONGEST_SUBJECT = 25
