import { childBy, childrenBy, type Token, type TokenRange } from '../../text/index.ts'
import { rowsOf } from '../events/event-words.ts'
import type { Scene } from '../events/scene.ts'
import { numberStart, withTens } from './number-ends.ts'

/** The number words before a head, the head, and what "of" adds to it. */
export function phraseOf(scene: Scene, head: Token): TokenRange {
  const { document, words } = scene
  let first = head.index
  for (let at = head.index - 1; at >= 0; at -= 1) {
    at = beforeAbbreviation(document, at)
    const token = document.tokens[at]
    if (token?.sentence !== head.sentence || !leadsTo(scene, token, head)) break
    // "seven people, among them | a nurse"
    if (document.tokens[at - 1]?.lower === 'among' && token.upos === 'PRON') break
    first = at
  }
  while (/^(CCONJ|PUNCT)$/.test(document.tokens[first]?.upos ?? '') && first < head.index)
    first += 1
  const opening = document.tokens.slice(first, first + 3).map(({ lower }) => lower)
  if (opening.join(' ') === 'as well as') first += 3
  first = scene.dates.cutFrom({ first, last: head.index + 1 }, head.index).first
  first = pastStrayWords(scene, withTens(scene, first), head)
  first = numberStart(scene, first)
  for (let length = 4; length > 0; length -= 1) {
    const before = document.tokens.slice(Math.max(0, first - length), first)
    if (before.length !== length || before[0]?.sentence !== head.sentence) continue
    if (words.mentions.bounds.has(before.map(({ lower }) => lower).join(' '))) {
      first -= length
      break
    }
  }
  return { first, last: lastOf(scene, head) }
}

/** "three Security Force (SF) soldiers": what stands before a short bracket. */
function beforeAbbreviation({ tokens }: Scene['document'], at: number): number {
  const isBracketed = tokens[at]?.text === ')' && tokens[at - 2]?.text === '('
  return isBracketed ? at - 3 : at
}

/** "shot dead four soldiers": an adjective before the number is no part of the phrase. */
function pastStrayWords({ document, words }: Scene, first: number, head: Token): number {
  let number = first
  while (number < head.index && document.tokens[number]?.upos !== 'NUM') number += 1
  let from = first
  while (from < number && number < head.index && isStray(document.tokens[from], words)) from += 1
  return from
}

function isStray(token: Token | undefined, words: Scene['words']): boolean {
  // "took away eleven patients"
  if (/^(?:away|off|back)$/.test(token?.lower ?? '')) return true
  if (token?.upos !== 'ADJ') return false
  return rowsOf(words.harms, token.lower, 'ADJ') !== undefined
}

const ENDS_PHRASE = /^(acl|appos|parataxis|nsubj|conj|cc:preconj|case|cop)/

/** Whether a token hangs under the head by words of the phrase itself; clauses before a noun belong to it no more. */
function leadsTo({ document }: Scene, token: Token, head: Token): boolean {
  let at: Token | undefined = token
  for (let steps = 0; at && steps < 8; steps += 1) {
    if (ENDS_PHRASE.test(at.deprel) && at.upos !== 'ADV') {
      // "two off-duty guards": what a hyphen joins leads nowhere.
      const isJoined = document.tokens[at.index + 1]?.text === '-'
      const isWithin = at.deprel === 'case' && (at.head !== head.index || isJoined)
      // "four of them soldiers"
      const isNumber = at.deprel === 'nsubj' && at.upos === 'NUM' && at.head === head.index
      if (!isWithin && !isNumber) return false
    }
    if (at.head === head.index) return at.upos !== 'VERB' || at.deprel === 'amod'
    at = document.tokens[at.head]
  }
  return false
}

/** "employees of the embassy", "dozens of people": the words after "of", to the end of a plain phrase. */
function lastOf({ document }: Scene, head: Token): number {
  let last = head.index + 1
  const after = document.tokens[last]
  if (after?.lower === 'others' || after?.lower === 'more') return last + 1
  while (document.tokens[last]?.deprel === 'flat' && document.tokens[last]?.head === head.index)
    last += 1
  const of = childrenBy(document, head.index, 'nmod').find(
    (token) => token.index > head.index && childBy(document, token.index, 'case')?.lower === 'of',
  )
  if (!of || after?.lower !== 'of' || of.index - head.index > 8) return last
  last = of.index + 1
  return last
}
