import { childBy, isPassive, type Document, type Token } from '../../text/index.ts'

/** Whether a cue is a passive to be read as one: "were told", "men suspected of theft", but not the "called" of "the force called for calm", which the tagger takes for a participle. */
export function isPassiveCue(document: Document, cue: Token): boolean {
  if (!isPassive(document, cue.index)) return false
  if (childBy(document, cue.index, 'aux:pass')) return true
  if (!ACTIVE.test(cue.lemma)) return true
  const isCalling = /^(for|on|upon)$/.test(document.tokens[cue.index + 1]?.lower ?? '')
  return childBy(document, cue.index, 'nsubj') === undefined && !isCalling
}

/** Verbs that go with a preposition or a person who is told: without a helper their past is no passive. */
const ACTIVE = /^(call|ask|appeal|tell|urge|order|speak|warn|count|describe|complain|plead|beg)$/
