import type { Span } from '../../records/index.ts'
import { ancestors, subtree, tokensIn, type Token } from '../../text/index.ts'
import { tokenAt, type Scene } from './scene.ts'
import type { Trigger } from './trigger.ts'

/** Which tokens belong to a trigger: its own words and those under them, and those of its clause. */
export interface Scope {
  readonly own: ReadonlySet<number>
  readonly clause: ReadonlySet<number>
}

/** The words that speak of what a trigger tells of; other triggers' words are not its own. */
export function scopeOf(scene: Scene, trigger: Trigger, others: ReadonlySet<number>): Scope {
  const { document } = scene
  const isOthers = ({ index }: Token): boolean => others.has(index) && index !== trigger.token
  const own = new Set(
    subtree(document, trigger.token, (child) => isOthers(child) || isClauseBelow(child)),
  )
  const root = clauseRoot(scene, trigger)
  const clause = new Set(subtree(document, root, isClauseBelow))
  for (let at = trigger.range.first; at < trigger.range.last; at += 1) own.add(at)
  for (const at of own) clause.add(at)
  // "A bomb hidden in a cart killed": what goes before a clause on a noun is of it too.
  if (tokenAt(scene, trigger.token)?.deprel.startsWith('acl'))
    for (let at = sentenceStart(scene, trigger.token); at < trigger.token; at += 1) clause.add(at)
  return { own, clause }
}

function sentenceStart({ document }: Scene, token: number): number {
  const first = document.sentences[document.tokens[token]?.sentence ?? 0]?.first ?? token
  return Math.max(first, token - 15)
}

/** The verb of the clause that a noun stands in. */
function clauseRoot({ document }: Scene, { token, pos }: Trigger): number {
  if (pos === 'VERB') return token
  const above = ancestors(document, token)
  return (above.find(({ upos }) => upos === 'VERB') ?? above.at(-1))?.index ?? token
}

/** Clauses of their own: what is said, what stands beside, what a noun is told to be. */
function isClauseBelow({ deprel, upos }: Token): boolean {
  if (/^(ccomp|parataxis|acl:relcl)/.test(deprel)) return true
  return deprel.startsWith('conj') && upos === 'VERB'
}

export interface Found<T> {
  readonly value: T
  readonly span: Span
  readonly token: number
  /** 0 among the trigger's own words, 1 in its clause, 2 in its sentence. */
  readonly step: 0 | 1 | 2
}

/** How far a span of the same sentence stands from a trigger. */
export function stepOf({ own, clause }: Scope, token: number): 0 | 1 | 2 {
  if (own.has(token)) return 0
  return clause.has(token) ? 1 : 2
}

/** The last token of a span, by which it hangs in the tree: the one whose head lies outside. */
export function headOfSpan(scene: Scene, span: Span): number | undefined {
  const { first, last } = tokensIn(scene.document, span)
  for (let at = first; at < last; at += 1) {
    const head = tokenAt(scene, at)?.head ?? -1
    if (head < first || head >= last) return at
  }
  return first < last ? first : undefined
}
