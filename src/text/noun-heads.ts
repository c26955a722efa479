import type { Document, Token } from './document.ts'
import { childBy, childrenBy, headOf } from './tree.ts'

/** A head and the heads of all its conjuncts, in order of text. */
export function expand(document: Document, heads: readonly number[]): number[] {
  const all: number[] = []
  for (const head of heads) {
    all.push(head)
    for (const conjunct of childrenBy(document, head, 'conj'))
      if (isNominal(conjunct)) all.push(...expand(document, [conjunct.index]))
  }
  return all.length > 1 ? [...new Set(all)].sort((a, b) => a - b) : all
}

/** The prepositional dependents of a verb or noun (`obl`, `nmod`), conjuncts included. */
export function obliquesOf(
  document: Document,
  index: number,
): { preposition: string; head: number }[] {
  const found: { preposition: string; head: number }[] = []
  for (const token of childrenBy(document, index, 'obl', 'nmod')) {
    if (token.deprel === 'nmod:poss') continue
    const preposition = prepositionOf(document, token.index)
    for (const head of expand(document, [token.index])) found.push({ preposition, head })
  }
  return found
}

/** The preposition of a phrase in lower case with its fixed parts ("because of"); '' for bare adverbials ("last week"). */
export function prepositionOf(document: Document, index: number): string {
  const mark = childBy(document, index, 'case')
  if (!mark) return ''
  const fixed = childrenBy(document, mark.index, 'fixed').map((token) => token.lower)
  return [mark.lower, ...fixed].join(' ')
}

/** Whether a token can head a noun phrase. */
export function isNominal(token: Token): boolean {
  return (
    token.upos === 'NOUN' ||
    token.upos === 'PROPN' ||
    token.upos === 'PRON' ||
    token.upos === 'NUM' ||
    token.upos === 'DET' ||
    token.upos === 'SYM' ||
    (token.upos === 'ADJ' && !token.deprel.startsWith('amod')) ||
    token.upos === 'X'
  )
}

/** Heads with their conjuncts; a relative pronoun gives way to its noun. */
export function meant(document: Document, heads: readonly number[]): number[] {
  if (heads.length === 0) return []
  return [...new Set(expand(document, heads).flatMap((head) => standsFor(document, head)))]
}

/** The noun that "who", "which" or "that" stands for: the one on which its clause hangs. */
function standsFor(document: Document, head: number): number[] {
  let at = document.tokens[head]
  if (at?.upos !== 'PRON' || !/^(who|whom|which|that)$/.test(at.lower)) return [head]
  for (let steps = 0; at && steps < FARTHEST; steps += 1) {
    if (at.deprel.startsWith('acl') && at.head >= 0) return nounBefore(document, at, head)
    at = headOf(document, at.index)
  }
  return [head]
}

/** The noun of a relative clause; the one right before the pronoun where the clause hangs on none. */
function nounBefore(document: Document, clause: Token, pronoun: number): number[] {
  const noun = document.tokens[clause.head]
  if (noun && noun.index < pronoun && isNominal(noun)) return nounAbove(document, clause)
  const comma = document.tokens[pronoun - 1]?.text === ','
  const near = document.tokens[pronoun - (comma ? 2 : 1)]
  const isNear = near && /^(NOUN|PROPN)$/.test(near.upos) && near.sentence === clause.sentence
  return [isNear ? near.index : pronoun]
}

/** The noun on which a clause hangs, with its conjuncts in front of the clause ("soldiers and police killed by …"). */
export function nounAbove(document: Document, { head, index }: Token): number[] {
  return expand(document, [head]).filter((noun) => noun === head || noun < index)
}

/** Verbs looked at on the way up from a pronoun. */
const FARTHEST = 6
