import type { Document, Token } from './document.ts'
import { isNominal, prepositionOf } from './noun-heads.ts'
import { childBy, childrenBy, headOf } from './tree.ts'

/** Whether the verb stands in the passive, or is a past participle that modifies a noun. */
export function isPassive(document: Document, index: number): boolean {
  const token = document.tokens[index]
  if (!token) return false
  if (childBy(document, index, 'nsubj:pass', 'aux:pass', 'csubj:pass')) return true
  if (isShortPassive(document, token)) return true
  if (childBy(document, index, 'nsubj', 'obj') && !childBy(document, index, 'obl:agent'))
    return false
  if (childBy(document, index, 'aux')) return false
  // "troops deployed in the area": no past tense modifies a noun without a pronoun.
  if (token.xpos === 'VBD') return token.deprel === 'acl' && !NO_OBJECT.test(token.lemma)
  return token.xpos === 'VBN' && /^(acl|advcl|root|amod)$/.test(token.deprel)
}

/** "were abducted and beheaded", "was hurt and his driver killed": the second verb takes the first one's helper. */
function isShortPassive(document: Document, { index, xpos, lemma, deprel }: Token): boolean {
  if (!deprel.startsWith('conj') || xpos !== 'VBN' || NO_OBJECT.test(lemma)) return false
  if (childBy(document, index, 'obj', 'aux')) return false
  const head = headOf(document, index)
  return head?.xpos === 'VBN' && isPassive(document, head.index)
}

/** Verbs that take no object, so that one behind a second verb is not theirs. */
export const NO_OBJECT =
  /^(remain|come|go|arrive|appear|flee|escape|die|explode|detonate|rise|fall|crash|stop|stay|wait|return|happen|march|gather|turn|stand|sit|walk|run|drive|move|advance|retreat|withdraw|surrender|live|work|speak|talk)$/

/** Who a passive names as its doer. */
export function agentsBy(document: Document, index: number): number[] {
  return childrenBy(document, index, 'obl')
    .filter(
      (token) => token.deprel === 'obl:agent' || prepositionOf(document, token.index) === 'by',
    )
    .filter(isNominal)
    .map((token) => token.index)
}
