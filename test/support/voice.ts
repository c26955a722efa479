import type { Reading } from '../../src/records/index.ts'
import { childBy, childrenBy, subtree, type Document, type Token } from '../../src/text/index.ts'

/** The passive of a document's one sentence, where it says who did what to whom in one plain clause. */
export function passiveOf(document: Document): string | undefined {
  const [sentence, more] = document.sentences
  const verb = document.tokens[sentence?.root ?? -1]
  if (!sentence || more || verb?.xpos !== 'VBD' || verb.upos !== 'VERB') return undefined
  const parts = partsOf(document, verb)
  const done = PARTICIPLES.get(verb.lower) ?? (verb.lower.endsWith('ed') ? verb.lower : undefined)
  if (!parts || done === undefined) return undefined
  const { doer, aim, behind } = parts
  const be = isSeveral(document, aim.head) ? 'were' : 'was'
  const rest = document.text.slice(document.tokens[behind]?.start ?? document.text.length)
  const space = /^[.,;:!?]/.test(rest) || rest === '' ? '' : ' '
  return `${large(wordsOf(document, aim))} ${be} ${done} by ${small(document, doer)}${space}${rest}`
}

const PARTICIPLES: ReadonlyMap<string, string> = new Map([
  ['shot', 'shot'],
  ['beat', 'beaten'],
  ['hit', 'hit'],
  ['struck', 'struck'],
  ['took', 'taken'],
])

/** What may hang on the verb: with clauses or helpers the passive would say something else. */
const PLAIN = /^(?:nsubj|obj|obl|obl:tmod|punct|advmod)$/

interface Words {
  readonly first: number
  readonly last: number
  readonly head: Token
}

/** The doer right before the verb, whom or what it is done to right behind it, and where the rest begins. */
function partsOf(
  document: Document,
  verb: Token,
): { doer: Words; aim: Words; behind: number } | undefined {
  const { tokens } = document
  if (verb.children.some((child) => !PLAIN.test(tokens[child]?.deprel ?? ''))) return undefined
  const [subjects, objects] = ['nsubj', 'obj'].map((one) => childrenBy(document, verb.index, one))
  const [doer, aim] = [subjects?.[0], objects?.[0]]
  // "shot dead four": the adjective is the verb's.
  if (document.tokens[verb.index + 1]?.upos === 'ADJ') return undefined
  // "opened fire", "took place": a bare noun is part of the verb.
  if (aim?.xpos === 'NN' && !childBy(document, aim.index, 'det', 'nummod')) return undefined
  if (!doer || !aim || subjects?.length !== 1 || objects?.length !== 1) return undefined
  const [from, to] = [wordsUnder(document, doer), wordsUnder(document, aim)]
  if (!from || !to || from.first !== 0 || from.last !== verb.index || to.first !== verb.index + 1)
    return undefined
  return { doer: from, aim: to, behind: to.last }
}

/** The words under a noun, where they stand together and hold no clause. */
function wordsUnder(document: Document, head: Token): Words | undefined {
  if (head.upos === 'PRON') return undefined
  const under = subtree(document, head.index)
  const all = [...under].sort((a, b) => a - b)
  const [first = 0, last = 0] = [all[0], all.at(-1)]
  const isWhole = last - first + 1 === all.length
  // "by a bomber on a bicycle on the Gaza Strip": with a phrase of its own its border is no more to be seen.
  const isLoose = all.some((at) =>
    /^(?:acl|appos|parataxis|nmod$|obl|advmod|case)/.test(document.tokens[at]?.deprel ?? ''),
  )
  const ends = document.tokens[last]?.upos === 'PUNCT'
  return isWhole && !isLoose && !ends ? { first, last: last + 1, head } : undefined
}

function wordsOf({ text, tokens }: Document, { first, last }: Words): string {
  return text.slice(tokens[first]?.start, tokens[last - 1]?.end)
}

function isSeveral(document: Document, { index, xpos, lower }: Token): boolean {
  if (xpos === 'NNS' || xpos === 'NNPS' || lower === 'people') return true
  if (childBy(document, index, 'conj')) return true
  const number = childBy(document, index, 'nummod')
  return number !== undefined && !/^(?:one|1)$/.test(number.lower)
}

function large(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The doer's words as they stand within a sentence. */
function small(document: Document, words: Words): string {
  const opening = document.tokens[words.first]
  const text = wordsOf(document, words)
  const isName = opening?.upos === 'PROPN' || /^\p{Lu}{2}/u.test(text)
  const isNational =
    opening?.upos === 'ADJ' && document.tokens[words.first + 1]?.xpos.startsWith('NN')
  return isName || (isNational === true && !SMALL.test(text))
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1)
}

/** Adjectives that are no nation's. */
const SMALL =
  /^(?:Suspected|Armed|Masked|Unknown|Unidentified|Militant|Several|Many|More|Other|Unknown|Communist|Local|Separatist|Heavily|Hundreds|Angry)\b/

/** What a reading says of events by its words, whichever order they stand in: kind, status, roles and figures. */
export function saysOf({ events }: Reading): string[] {
  return events
    .map(({ kind, status, participants, figures }) => {
      const values = [
        ...participants.map(
          ({ role, confidence = '', evidence }) => `${role} ${confidence} ${evidence[0]?.quote}`,
        ),
        ...figures.map(
          ({ harm, atLeast, atMost, evidence }) =>
            `${harm} ${atLeast}..${atMost} ${evidence[0]?.quote}`,
        ),
      ].map((value) => value.toLowerCase())
      return [`${kind} ${status}`, ...values.sort()].join(' | ')
    })
    .sort()
}
