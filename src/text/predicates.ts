import type { Document, Token } from './document.ts'
import { childBy, childrenBy, headOf } from './tree.ts'

/** Who does what to whom at one verb, seen through passives, conjunction, control and relative clauses. Token indices are heads of noun phrases. */
export interface Predicate {
  readonly token: number
  readonly passive: boolean
  /** Logical subjects: the agent of a passive, the subject of an active, conjuncts included. */
  readonly agents: readonly number[]
  /** Logical objects: the subject of a passive, the object of an active, conjuncts included. */
  readonly patients: readonly number[]
  readonly indirect: readonly number[]
  /** Prepositional dependents: preposition (lower case) and head of the phrase. */
  readonly obliques: readonly { readonly preposition: string; readonly head: number }[]
  /** True where the subject was passed on from another verb (control, conjunction, relative clause). */
  readonly agentShared: boolean
}

/** Reads the arguments of the verb (or adjective) at a token. */
export function predicateAt(document: Document, index: number): Predicate {
  const passive = isPassive(document, index)
  const own = childrenBy(document, index, 'nsubj', 'csubj').filter(isNominal)
  const shared = own.length === 0 ? sharedSubject(document, index) : undefined
  const subjects = expand(document, shared ? [shared.head] : own.map((token) => token.index))
  const objects = expand(document, objectsOf(document, index))
  const byAgents = expand(document, agentsBy(document, index))
  // A reduced relative ("men killed by …") is passive without auxiliary; its noun is the patient.
  const subjectsAreAgents = !passive
  return {
    token: index,
    passive,
    agents: subjectsAreAgents ? subjects : byAgents,
    patients: subjectsAreAgents ? objects : [...subjects, ...objects],
    indirect: expand(
      document,
      childrenBy(document, index, 'iobj').map((token) => token.index),
    ),
    obliques: obliquesOf(document, index),
    agentShared: shared !== undefined,
  }
}

/** Whether the verb stands in the passive, or is a past participle that modifies a noun. */
export function isPassive(document: Document, index: number): boolean {
  const token = document.tokens[index]
  if (!token) return false
  if (childBy(document, index, 'nsubj:pass', 'aux:pass', 'csubj:pass')) return true
  if (childBy(document, index, 'nsubj', 'obj') && !childBy(document, index, 'obl:agent'))
    return false
  if (token.deprel.startsWith('conj') && token.xpos === 'VBN') {
    const head = headOf(document, index)
    return head !== undefined && head.xpos === 'VBN' && isPassive(document, head.index)
  }
  return (
    token.xpos === 'VBN' &&
    (token.deprel === 'acl' ||
      token.deprel === 'advcl' ||
      token.deprel === 'root' ||
      token.deprel === 'amod') &&
    !childBy(document, index, 'aux')
  )
}

/** A head and the heads of all its conjuncts, in order of text. */
export function expand(document: Document, heads: readonly number[]): number[] {
  const all: number[] = []
  for (const head of heads) {
    all.push(head)
    for (const conjunct of childrenBy(document, head, 'conj'))
      if (isNominal(conjunct)) all.push(...expand(document, [conjunct.index]))
  }
  return [...new Set(all)].sort((a, b) => a - b)
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

function objectsOf(document: Document, index: number): number[] {
  return childrenBy(document, index, 'obj')
    .filter(isNominal)
    .map((token) => token.index)
}

function agentsBy(document: Document, index: number): number[] {
  return childrenBy(document, index, 'obl')
    .filter(
      (token) => token.deprel === 'obl:agent' || prepositionOf(document, token.index) === 'by',
    )
    .filter(isNominal)
    .map((token) => token.index)
}

/** The subject that a verb without one takes over, at most six verbs away. */
function sharedSubject(document: Document, index: number): { head: number } | undefined {
  let at = document.tokens[index]
  for (let steps = 0; at && steps < 6; steps += 1) {
    const above = headOf(document, at.index)
    if (!above) return undefined
    // "the bomb that killed": the noun above stands for the missing subject.
    if (at.deprel.startsWith('acl')) return { head: above.index }
    if (!passesSubjectOn(document, at)) return undefined
    const subject = controller(document, at, above)
    if (subject) return { head: subject.index }
    at = above
  }
  return undefined
}

/** Whether a clause without a subject takes that of the clause above. */
function passesSubjectOn(document: Document, { index, deprel }: Token): boolean {
  if (deprel.startsWith('ccomp')) return hasInfinitiveMark(document, index)
  return /^(conj|xcomp|advcl|parataxis)/.test(deprel)
}

/** Who does the lower verb: in "urged the army to leave" the object of the upper one, else its subject. */
function controller(document: Document, { deprel }: Token, above: Token): Token | undefined {
  const object = deprel.startsWith('xcomp')
    ? childBy(document, above.index, 'obj', 'iobj')
    : undefined
  if (object && isNominal(object)) return object
  return childrenBy(document, above.index, 'nsubj').find(isNominal)
}

function hasInfinitiveMark(document: Document, index: number): boolean {
  return childrenBy(document, index, 'mark').some((token) => token.lower === 'to')
}
