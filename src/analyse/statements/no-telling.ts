import { childBy, childrenBy, headOf, type Document, type Token } from '../../text/index.ts'
import type { StatementPlace } from './rule.ts'
import type { ReportingVerb } from './statement-words.ts'

/** Whether a reporting verb stands where nobody is said to tell anything: "did not say who", "to see where it stands", "if he says so", and "I think", which is how the speaker puts his own words. */
export function tellsNothing({
  document,
  cue,
  verb,
}: Pick<StatementPlace, 'document' | 'cue' | 'verb'>): boolean {
  if (!verb) return false
  if (isUnsaid(document, cue) && /^(asserts|claims|promises)$/.test(verb.stance) && !isThought(cue))
    return true
  if (isPurpose(document, cue) && !mayDemand(verb)) return true
  if (childBy(document, cue.index, 'nsubj')?.lower === 'you') return true
  return isThought(cue) && isOwnThought(document, cue)
}

/** "did not say", "cannot tell", "should have said": the cue is denied, or only wished for. */
function isUnsaid(document: Document, cue: Token): boolean {
  return (
    isNegated(document, cue.index) ||
    childrenBy(document, cue.index, 'aux').some(({ lower }) => lower === 'should')
  )
}

/** "came to demand", "used a loudspeaker to call for": what is demanded is said all the same. */
function mayDemand({ stance, needs, prepositions }: ReportingVerb): boolean {
  const stances = [stance, ...needs.values(), ...prepositions.values()]
  return !/^(asserts|confirms|denies|promises)$/.test(stance) || stances.includes('demands')
}

function isThought({ lemma }: Token): boolean {
  return THOUGHT.has(lemma)
}

const THOUGHT = new Set(
  'think believe feel hope guess suppose understand know see expect doubt want wish fear suspect assume realise realize learn remember'.split(
    ' ',
  ),
)

/** "met to discuss the plan": an aim, no telling, unless the verb above only says how it went on ("went on to say"). */
function isPurpose(document: Document, { index, xpos, deprel }: Token): boolean {
  if (xpos !== 'VB' || !childrenBy(document, index, 'mark').some(({ lower }) => lower === 'to'))
    return false
  const above = headOf(document, index)
  return !(above && deprel.startsWith('xcomp') && GOES_ON.has(above.lemma))
}

const GOES_ON = new Set('go continue come begin start proceed appear seem rush hasten'.split(' '))

/** "I think", "do you think", and "she said she believed": whoever speaks tells what he thinks himself. */
export function isOwnThought(document: Document, cue: Token): boolean {
  const subject = childBy(document, cue.index, 'nsubj')
  if (!subject) return false
  if (/^(i|we|you)$/.test(subject.lower)) return true
  const above = headOf(document, cue.index)
  const isSpoken =
    cue.deprel.startsWith('ccomp') && above?.upos === 'VERB' && above.index < cue.index
  return (
    isSpoken &&
    /^(he|she|they|it)$/.test(subject.lower) &&
    childBy(document, above.index, 'nsubj') !== undefined
  )
}

/** Whether the verb is negated ("did not say", "never said"). */
export function isNegated(document: Document, index: number): boolean {
  return childrenBy(document, index, 'advmod').some(
    ({ lemma, lower }) => lemma === 'not' || lower === 'never',
  )
}
