import type { SourceType, Span, Statement } from '../../records/index.ts'
import { childrenBy, tokensIn, type Document, type Token } from '../../text/index.ts'
import { nameKey } from './source.ts'
import type { StatementWords } from './statement-words.ts'

interface Ground {
  readonly document: Document
  readonly words: StatementWords
}

/** Sources who tell what they saw or went through are witnesses in all that they say; officials, soldiers and the like speak for their office. */
export function withWitnesses(statements: readonly Statement[], ground: Ground): Statement[] {
  const found = new Set<string>()
  for (const statement of statements)
    if (mayWitness(statement) && isWitness(statement, ground)) found.add(keyOf(statement))
  return statements.map((statement) => {
    const { source } = statement
    if (!source || !found.has(keyOf(statement)) || !mayWitness(statement)) return statement
    return { ...statement, source: { ...source, type: 'witness' } }
  })
}

function keyOf({ id, source }: Statement): string {
  return source?.actor ?? (source && nameKey(source)) ?? id
}

const PRIVATE: ReadonlySet<SourceType | undefined> = new Set<SourceType | undefined>([
  undefined,
  'resident',
  'other',
  'medic',
  'relative',
])

function mayWitness({ source }: Statement): boolean {
  return source !== undefined && /person$|^group$/.test(source.kind) && PRIVATE.has(source.type)
}

function isWitness({ source, content, form }: Statement, ground: Ground): boolean {
  const own = source?.evidence[0]
  if (own && tokensOf(own, ground).some((token) => isOwnClause(token, ground))) return true
  // Kin tell of others: "they took my brother".
  if (source?.type === 'relative') return false
  const said = content.slice(0, SPANS).flatMap((span) => tokensOf(span, ground))
  if (form === 'direct') return said.some((token) => isMine(token, ground))
  return said.some((token) => isTold(token, content, ground))
}

/** Spans of one statement, and tokens of one span, that are looked at. */
const SPANS = 4
const LONGEST = 120

function tokensOf(span: Span, { document }: Ground): readonly Token[] {
  const { first, last } = tokensIn(document, span)
  return document.tokens.slice(first, Math.min(last, first + LONGEST))
}

/** "who was shot", "who hid among nets": a clause of the source's own words. */
function isOwnClause({ deprel, lemma, index }: Token, { document, words }: Ground): boolean {
  if (!deprel.startsWith('acl')) return false
  const isPassive = childrenBy(document, index, 'nsubj:pass', 'aux:pass').length > 0
  const use = words.witness.get(lemma)
  return use !== undefined && isPassive === use.has('suffered')
}

/** "I saw two men", "they beat us". */
function isMine({ lower, deprel, head }: Token, { document, words }: Ground): boolean {
  const verb = document.tokens[head]
  const use = verb && verb.xpos === 'VBD' ? words.witness.get(verb.lemma) : undefined
  if (!use) return false
  if (/^(?:i|we)$/.test(lower) && deprel === 'nsubj') return use.has('saw') || use.has('did')
  return /^(?:me|us)$/.test(lower) && /^i?obj/.test(deprel) && use.has('suffered')
}

/** "said *she had heard* two blasts", "reported *hearing* shots": the verb that heads what is said. */
function isTold(
  { lemma, xpos, head, index }: Token,
  content: readonly Span[],
  { document, words }: Ground,
): boolean {
  const above = document.tokens[head]
  const isHead =
    above !== undefined &&
    !content.some((span) => span.start <= above.start && above.end <= span.end)
  if (!isHead || !/^VB[DNG]$/.test(xpos) || words.witness.get(lemma)?.has('saw') !== true)
    return false
  const subject = childrenBy(document, index, 'nsubj')[0]
  return subject === undefined ? xpos === 'VBG' : /^(?:he|she|they)$/.test(subject.lower)
}
