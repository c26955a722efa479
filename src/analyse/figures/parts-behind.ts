import type { PeopleCount } from '../../records/index.ts'
import { childBy, childrenBy, firstTokenFrom, obliquesOf, type Token } from '../../text/index.ts'
import type { Scene } from '../events/scene.ts'
import { readCounted, type CountedPhrase } from './counted-phrase.ts'
import { withRest } from './counted-list.ts'

/** Those whom the words behind a number name as part of it: "12 people, including three children and a nurse", "seven people, among them a girl", "nine were hurt, four of them badly". */
export function partsBehind(scene: Scene, whole: CountedPhrase, harm: Token): CountedPhrase[] {
  const ends = [firstTokenFrom(scene.document, whole.span.end), clauseEnd(scene, harm)]
  const behind = ends.flatMap((at) => introduced(scene, at))
  const heads = withRest(scene, [...behind, ...below(scene, whole.head)])
  return [...new Set(heads)]
    .filter((head) => head > whole.head)
    .flatMap((head) => readCounted(scene, head) ?? [])
    .filter(({ count }) => isLess(count, whole.count))
}

/** "Two died and six, including two children, were hurt": two are no part of two. */
function isLess({ atLeast = 0 }: PeopleCount, { atMost = Infinity }: PeopleCount): boolean {
  return atLeast < atMost
}

/** The first comma behind a word of harm: "were hurt in the market |, four of them badly". */
function clauseEnd({ document }: Scene, { index, sentence }: Token): number {
  let at = index + 1
  while (at < index + REACH && document.tokens[at]?.sentence === sentence)
    if (/^(PUNCT|VERB|CCONJ)$/.test(document.tokens[at]?.upos ?? '')) break
    else at += 1
  return at
}

/** How far behind a word of harm its clause may end, in tokens. */
const REACH = 12

/** The head of what "including", "among them" or a number "of them" introduces at a token, after a comma or not. */
function introduced({ document, mentions }: Scene, from: number): number[] {
  const at = document.tokens[from]?.text === ',' ? from + 1 : from
  const lower = (index: number): string => document.tokens[index]?.lower ?? ''
  if (lower(at) === 'including') return headOf(mentions.at(at + 1))
  if (lower(at) === 'among' && /^(them|whom|those)$/.test(lower(at + 1)))
    return headOf(mentions.at(at + 2))
  // "six were injured, three seriously"
  if (document.tokens[at]?.upos === 'NUM' && isBadly(document.tokens[at + 1])) return [at]
  const isOfThem = lower(at + 1) === 'of' && /^(them|whom)$/.test(lower(at + 2))
  if (!isOfThem || document.tokens[at]?.upos !== 'NUM') return []
  // "four of them soldiers"
  return document.tokens[at + 3]?.upos === 'NOUN' ? headOf(mentions.at(at + 3)) : [at]
}

/** "seriously", at the end of its clause */
function isBadly(token: Token | undefined): boolean {
  return (
    token !== undefined && /^(?:seriously|critically|badly|gravely|severely)$/.test(token.lower)
  )
}

function headOf(mention: { readonly head: number } | undefined): number[] {
  return mention ? [mention.head] : []
}

/** What the tree hangs on the number, or on its verb, behind "including". */
function below(scene: Scene, head: number): number[] {
  const { document } = scene
  const verb = document.tokens[head]?.head ?? -1
  const nested = [...obliquesOf(document, head), ...(verb >= 0 ? obliquesOf(document, verb) : [])]
    .filter(({ preposition, head: inner }) => preposition === 'including' && inner > head)
    .map(({ head: inner }) => inner)
  const marked = childrenBy(document, head, 'acl', 'advcl')
    .filter(({ lower }) => lower === 'including')
    .flatMap(({ index }) => childrenBy(document, index, 'obj').map((object) => object.index))
  const appositions = childrenBy(document, head, 'appos')
    .filter(({ index }) => childBy(document, index, 'case')?.lower === 'including')
    .map(({ index }) => index)
  return [...nested, ...marked, ...appositions]
}
