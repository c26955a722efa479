import type { Certainty, Span, Stance } from '../../records/index.ts'
import { childrenBy, tokensIn, type Document, type Token } from '../../text/index.ts'
import { isNegated } from './no-telling.ts'
import type { StatementWords } from './statement-words.ts'

interface Said {
  readonly content: readonly Span[]
  readonly stance: Stance
  readonly cue: Token | undefined
}

/** How sure the cue or the head of what is said makes the whole of it; a word that bears on a part of it, or a question, says nothing. */
export function certaintyOf(
  { cue, content, stance }: Said,
  { document, words }: { readonly document: Document; readonly words: StatementWords },
): Certainty {
  const byCue = cue && words.hedges.get(cue.lemma)?.cue
  if (byCue && !isNegated(document, cue.index)) return byCue
  if (stance === 'asks') return 'unstated'
  const tokens = tokensOf(content, document)
  const held = new Set(tokens.map(({ index }) => index))
  const head = tokens.find(({ head: above, upos }) => upos !== 'PUNCT' && !held.has(above))
  if (!head || tokens.at(-1)?.sentence !== head.sentence) return 'unstated'
  return certaintyAt(head, { document, words }) ?? 'unstated'
}

/** Tokens of one span that are looked at. */
const LONGEST = 150

function tokensOf(content: readonly Span[], document: Document): Token[] {
  return content.flatMap((span) => {
    const { first, last } = tokensIn(document, span)
    return document.tokens.slice(first, Math.min(last, first + LONGEST))
  })
}

/** "said *he believed* that …", "the toll *may* rise", "it was *probably* a mortar". */
function certaintyAt(
  head: Token,
  { document, words }: { readonly document: Document; readonly words: StatementWords },
): Certainty | undefined {
  const own = words.hedges.get(head.lemma)
  const byOwn = own?.own ?? own?.cue
  if (byOwn && isSaidOfSelf(head, document)) return byOwn
  if (own?.word && head.upos === 'ADJ') return own.word
  for (const index of head.children) {
    const child = document.tokens[index]
    const before = document.tokens[index - 1]?.lower ?? ''
    if (!child) continue
    // "there was no doubt that …"
    const phrase = words.hedges.get(`${before} ${child.lower}`)?.word
    const hedge = words.hedges.get(child.lower)
    if (phrase) return phrase
    if (hedge?.modal && child.upos === 'AUX' && isWhole(head, child, document)) return hedge.modal
    if (hedge?.word && child.deprel === 'advmod') return hedge.word
  }
  return undefined
}

/** "I think", "said she believed". */
function isSaidOfSelf({ index }: Token, document: Document): boolean {
  return childrenBy(document, index, 'nsubj').some(({ lower }) =>
    /^(?:i|we|he|she|they|it)$/.test(lower),
  )
}

/** Neither denied, nor unreal ("could have"), nor one of several things said. */
function isWhole({ index, children }: Token, modal: Token, document: Document): boolean {
  const others = children.map((child) => document.tokens[child]?.lower ?? '')
  if (others.some((lower) => /^(?:not|n['’]t|neither)$/.test(lower))) return false
  if (modal.lower === 'could' && others.includes('have')) return false
  return childrenBy(document, index, 'conj').every(({ upos }) => upos !== 'VERB')
}
