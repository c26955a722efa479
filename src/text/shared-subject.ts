import type { Document, Token } from './document.ts'
import { isNominal, meant, nounAbove } from './noun-heads.ts'
import { isOfCalendar } from './repair-words.ts'
import { childBy, childrenBy, headOf } from './tree.ts'
import { agentsBy, isPassive } from './voice.ts'

/** The subject that a verb without one takes over. */
export function sharedSubject(document: Document, index: number): number[] | undefined {
  let at = document.tokens[index]
  for (let steps = 0; at && steps < FARTHEST; steps += 1) {
    const above = headOf(document, at.index)
    if (!above) return undefined
    if (at.deprel.startsWith('acl')) return subjectOfModifier(document, at, above)
    const described = describedNoun(document, at)
    if (described) return [described.index]
    const told = toldBefore(document, at, above)
    if (told) return doersOf(document, told)
    if (!passesSubjectOn(document, at)) return undefined
    const subject = controller(document, at, above)
    if (subject) return meant(document, [subject.index])
    at = above
  }
  return undefined
}

/** "the bomb that killed": the noun itself; "their plan to attack", "launched a bid to seize", "on charges of bombing": its owner, or whoever the verb above is said of. */
function subjectOfModifier(document: Document, at: Token, noun: Token): number[] | undefined {
  if (at.deprel === 'acl:relcl' || !childBy(document, at.index, 'mark'))
    return nounAbove(document, at)
  const owner = childBy(document, noun.index, 'nmod:poss')
  if (owner) return [owner.index]
  const verb = headOf(document, noun.index)
  if (verb?.upos !== 'VERB') return undefined
  // "accused the army of shelling", also where the tree hangs the shelling on the army.
  if (ACCUSES.test(verb.lemma) && /^(obj|nsubj:pass)/.test(noun.deprel)) return [noun.index]
  // "was held by police during an operation to arrest a leader": whoever did the one does the other.
  if (isPassive(document, verb.index)) return meant(document, agentsBy(document, verb.index))
  const subject = childrenBy(document, verb.index, 'nsubj').find(isNominal)
  return subject && subject.index !== noun.index ? meant(document, [subject.index]) : undefined
}

/** "destroyed a bus carrying pilgrims": participles that say more of the noun right before them, hung on the verb by mistake. */
function describedNoun(
  document: Document,
  { index, xpos, deprel, lemma }: Token,
): Token | undefined {
  const before = document.tokens[index - 1]
  if (xpos !== 'VBG' || deprel !== 'advcl' || !before || !DESCRIBES.test(lemma)) return undefined
  // "marched on Saturday demanding a vote": a day demands nothing.
  if (isOfCalendar(before.lower)) return undefined
  return /^(NOUN|PROPN)$/.test(before.upos) && before.index > 0 ? before : undefined
}

const DESCRIBES =
  /^(carry|transport|wear|belong|contain|involve|include|live|demand|hold|protest|travel|return|flee|guard|protect|seek)$/

/** "The town was shelled, the mayor said, killing two": what came of it hangs on the saying, and is of what is said. */
function toldBefore(
  document: Document,
  { index, xpos, deprel, lemma }: Token,
  saying: Token,
): Token | undefined {
  if (!deprel.startsWith('advcl') || index < saying.index) return undefined
  if (!tellsOutcome({ xpos, lemma })) return undefined
  if (saying.deprel.startsWith('parataxis') && saying.head >= 0)
    return saying.head < saying.index ? headOf(document, saying.index) : undefined
  return childrenBy(document, saying.index, 'ccomp').find((clause) => clause.index < saying.index)
}

/** The doers of a passive, else its own subjects. */
function doersOf(document: Document, { index }: Token): number[] {
  if (isPassive(document, index)) return meant(document, agentsBy(document, index))
  const subjects = childrenBy(document, index, 'nsubj').filter(isNominal)
  return meant(
    document,
    subjects.map((subject) => subject.index),
  )
}

/** Whether a participle tells what came of something: ", killing two". */
export function tellsOutcome({ xpos, lemma }: Pick<Token, 'xpos' | 'lemma'>): boolean {
  return xpos === 'VBG' && OUTCOME.test(lemma)
}

const OUTCOME =
  /^(kill|wound|injure|hurt|leave|destroy|damage|force|trigger|spark|burn|cause|displace|trap|bring|abduct|loot|torch|prompt|raise)$/

/** Whether a clause without a subject takes that of the clause above. */
function passesSubjectOn(document: Document, { index, head, deprel }: Token): boolean {
  if (deprel.startsWith('ccomp'))
    return (
      hasMark(document, index, /^to$/) ||
      childrenBy(document, index, 'aux').some(({ xpos }) => xpos === 'VBG')
    )
  // "displaced by fighting": whoever is displaced does not fight.
  if (deprel.startsWith('advcl') && hasMark(document, index, /^by$/))
    return !isPassive(document, head)
  return /^(conj|xcomp|advcl|parataxis)/.test(deprel)
}

/** Who does the lower verb: the upper one's object in "urged the army to leave" and "accused the army of shelling", else its subject. */
function controller(document: Document, { index, deprel }: Token, above: Token): Token | undefined {
  const isObjects =
    deprel.startsWith('xcomp') ||
    (deprel.startsWith('advcl') && ACCUSES.test(above.lemma) && index > above.index) ||
    (deprel.startsWith('advcl') && hasMark(document, index, /^(of|from|into)$/))
  const object = isObjects ? childBy(document, above.index, 'obj', 'iobj') : undefined
  if (object && isNominal(object)) return object
  return childrenBy(document, above.index, 'nsubj').find(isNominal)
}

/** Verbs after which it is the object that is said, or kept, to do something: "accused the army of shelling a town, killing two". */
const ACCUSES = /^(accuse|suspect|convict|acquit|blame|absolve|clear|prevent|prohibit|bar|deter)$/

function hasMark(document: Document, index: number, words: RegExp): boolean {
  return childrenBy(document, index, 'mark').some((token) => words.test(token.lower))
}

/** Verbs looked at on the way up from a clause without a subject. */
const FARTHEST = 6
