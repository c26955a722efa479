import type { Document, Token } from '../../text/index.ts'
import { isFinite, wholeRange, windowOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** Somebody or something "said to be" so: a participle behind its noun, with an infinitive. The words are read, not the tree, which takes the participle for the verb of the sentence. */
export const saidOfNoun: StatementRule = {
  name: 'said-of-noun',
  starts: 'verb',
  examples: {
    'Gunmen suspected to be herders attacked the village.': '- | suspected | to be herders',
    'They are run by companies said to be close to the army.': '- | said | to be close to the army',
    'A photograph said to show the launch was taken in May.': '- | said | to show the launch',
    'The mayor claimed to be ill.': '-',
    'The army said to the mayor that it had left.': '-',
  },
  read(place) {
    const { document, cue, verb } = place
    if (!verb?.needs.has('raise') || verb.needs.has('inf') || !/^VB[DN]$/.test(cue.xpos))
      return undefined
    const [noun, to, infinitive] = [-1, 1, 2].map((step) => document.tokens[cue.index + step])
    if (!/^(?:NOUN|PROPN)$/.test(noun?.upos ?? '') || to?.lower !== 'to' || !infinitive)
      return undefined
    if (infinitive.xpos !== 'VB' || !isOfPart(place)) return undefined
    const span = contentSpan(place, { first: to.index, last: endOf(place, infinitive) })
    const own = { first: cue.index, last: cue.index + 1 }
    return span && { cue: own, content: [span], stance: verb.stance, lemma: verb.lemma }
  },
}

/** Whether the sentence has another verb in a tense: else the participle is its verb. */
function isOfPart(place: StatementPlace): boolean {
  return verbBefore(place) || verbBehind(place, place.cue.index + 3) !== undefined
}

function verbBefore(place: StatementPlace): boolean {
  const { first } = windowOf(place)
  return place.document.tokens.slice(first, place.cue.index).some(isFinite)
}

/** The next verb in a tense that is no relative clause's. */
function verbBehind(place: StatementPlace, from: number): number | undefined {
  const { tokens } = place.document
  const { last } = windowOf(place)
  for (let at = from; at < last; at += 1) {
    const token = tokens[at]
    if (!token || token.text === ',' || token.text === ';' || /^W/.test(token.xpos))
      return undefined
    if (isFinite(token)) return at
  }
  return undefined
}

/** Of the noun that opens the sentence what is said ends before the sentence's own verb. */
function endOf(place: StatementPlace, infinitive: Token): number {
  const own = verbBefore(place) ? undefined : verbBehind(place, infinitive.index + 1)
  return own ?? endOfTree(place.document, infinitive)
}

/** The infinitive with what hangs on it behind it, to the next comma. */
function endOfTree(document: Document, { index, head, deprel }: Token): number {
  const top = /^(?:aux|cop)/.test(deprel) ? head : index
  const { last } = wholeRange(document, top)
  for (let at = index; at < last; at += 1)
    if (/^[,;]$/.test(document.tokens[at]?.text ?? '')) return at
  return Math.max(last, index + 1)
}
