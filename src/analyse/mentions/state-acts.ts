import {
  childBy,
  headOf,
  predicateAt,
  prepositionOf,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import type { MentionWords } from './words.ts'

/** Whether the name of a country stands for its state: it does or says something ("France imposed sanctions", "was condemned by Iran"), is spoken to ("accused Ukraine of shelling"), or is dealt with ("sanctions on Russia", "a truce with Syria"). */
export function standsForState(document: Document, words: MentionWords, country: Token): boolean {
  const own = firstOfList(document, country)
  const above = headOf(document, own.index)
  if (!above) return false
  const relation = own.deprel
  const isTold = words.is('state-act', above.lowerLemma) || words.is('speech', above.lowerLemma)
  if (above.upos === 'VERB') {
    if (/^nsubj(?!:pass)/.test(relation)) return isTold
    if (/^i?obj|^nsubj:pass/.test(relation)) return words.is('state-spoken-to', above.lowerLemma)
  }
  const link = prepositionOf(document, own.index)
  if (link === 'by') return isTold && isPassive(document, above)
  return DEALING.has(link) && isDealtWith(document, words, above)
}

/** "France and Germany": what is true of the first. */
function firstOfList(document: Document, token: Token): Token {
  let first = token
  for (let steps = 0; first.deprel.startsWith('conj') && steps < LONGEST; steps += 1)
    first = headOf(document, first.index) ?? first
  return first
}

/** Members of one list that are looked at. */
const LONGEST = 8

function isPassive(document: Document, { index, upos }: Token): boolean {
  return upos === 'VERB' && predicateAt(document, index).passive
}

/** Prepositions in front of whom one deals with. */
const DEALING: ReadonlySet<string> = new Set(['against', 'on', 'upon', 'with'])

/** "sanctions on", "a truce with", "signed a treaty with": also where the tree hangs the country on the verb. */
function isDealtWith(document: Document, words: MentionWords, above: Token): boolean {
  if (words.is('state-dealing', above.lowerLemma)) return true
  const object = above.upos === 'VERB' ? childBy(document, above.index, 'obj') : undefined
  return object !== undefined && words.is('state-dealing', object.lowerLemma)
}

/** "an Israeli air strike", "US drones": whose weapons and strikes they are; "the Syria strikes" were in Syria. */
export function stateBefore(
  document: Document,
  { index, deprel, head, text, lower, xpos }: Token,
  { words, countries }: Pick<MentionContext, 'words' | 'countries'>,
): TokenRange | undefined {
  if (!/^(?:amod|compound)/.test(deprel) || head <= index || head - index > 3) return undefined
  if (!words.is('state-strike', document.tokens[head]?.lowerLemma ?? '')) return undefined
  const isWord = xpos === 'JJ' || /^\p{Lu}(?:\.?\p{Lu})+\.?$/u.test(text)
  if (!isWord || countries(lower) === undefined) return undefined
  return { first: index, last: index + 1 }
}
