import type { Document, Token } from './document.ts'
import { isOfCalendar } from './repair-words.ts'
import { childBy, childrenBy, headOf, subtreeRange } from './tree.ts'

/** Who does what to whom at one verb, seen through passives, conjunction, control and relative clauses. Token indices are heads of noun phrases. */
export interface Predicate {
  readonly token: number
  readonly passive: boolean
  /** Logical subjects: the agent of a passive, the subject of an active, conjuncts included. */
  readonly agents: readonly number[]
  /** Logical objects: the subject of a passive, the object of an active, conjuncts included. */
  readonly patients: readonly number[]
  readonly indirect: readonly number[]
  /** Prepositional dependents: preposition (lower case) and head of the phrase. */
  readonly obliques: readonly { readonly preposition: string; readonly head: number }[]
  /** True where the subject was passed on from another verb (control, conjunction, relative clause). */
  readonly agentShared: boolean
}

/** What has been read of the predicates of a document: rules ask for the same again and again. */
const KNOWN = new WeakMap<Document, Map<number, Predicate>>()

/** Reads the arguments of the verb (or adjective) at a token. Relative pronouns are given as the nouns that they stand for. */
export function predicateAt(document: Document, index: number): Predicate {
  let known = KNOWN.get(document)
  if (!known) KNOWN.set(document, (known = new Map()))
  const found = known.get(index) ?? readPredicate(document, index)
  known.set(index, found)
  return found
}

function readPredicate(document: Document, index: number): Predicate {
  const passive = isPassive(document, index)
  const own = ownSubjects(document, index)
  const shared = own.length > 0 ? undefined : sharedSubject(document, index)
  const subjects = shared ?? meant(document, own)
  const objects = objectsOf(document, index, passive ? 'passive' : 'active')
  return {
    token: index,
    passive,
    // A reduced relative ("men killed by …") is passive without auxiliary; its noun is the patient.
    agents: passive ? meant(document, agentsBy(document, index)) : subjects,
    patients: passive ? [...subjects, ...objects] : objects,
    indirect: meant(
      document,
      childrenBy(document, index, 'iobj').map((token) => token.index),
    ),
    obliques: obliquesOf(document, index),
    agentShared: shared !== undefined,
  }
}

/** A verb has one subject; where the tree gives it several, the nearest in front and those that a list joins to it ("four soldiers and two civilians were …"). */
function ownSubjects(document: Document, index: number): number[] {
  const found = childrenBy(document, index, 'nsubj', 'csubj').filter(isNominal)
  const nearest = found.findLastIndex((token) => token.index < index)
  if (nearest < 0) return found.slice(0, 1).map((token) => token.index)
  let first = nearest
  while (first > 0 && isListed(document, found[first])) first -= 1
  return found.slice(first, nearest + 1).map((token) => token.index)
}

/** Whether a phrase goes on with a list: it has an "and", or a comma stands before it. */
function isListed(document: Document, token: Token | undefined): boolean {
  if (!token) return false
  if (childBy(document, token.index, 'cc')) return true
  const { first } = subtreeRange(document, token.index)
  return /^(?:and|or|,|&)$/.test(document.tokens[first - 1]?.lower ?? '')
}

/** Whether the verb stands in the passive, or is a past participle that modifies a noun. */
export function isPassive(document: Document, index: number): boolean {
  const token = document.tokens[index]
  if (!token) return false
  if (childBy(document, index, 'nsubj:pass', 'aux:pass', 'csubj:pass')) return true
  if (isShortPassive(document, token)) return true
  if (childBy(document, index, 'nsubj', 'obj') && !childBy(document, index, 'obl:agent'))
    return false
  if (childBy(document, index, 'aux')) return false
  // "troops deployed in the area": no past tense modifies a noun without a pronoun.
  if (token.xpos === 'VBD') return token.deprel === 'acl' && !NO_OBJECT.test(token.lemma)
  return token.xpos === 'VBN' && /^(acl|advcl|root|amod)$/.test(token.deprel)
}

/** "were abducted and beheaded", "was hurt and his driver killed": the second verb takes the first one's helper. */
function isShortPassive(document: Document, { index, xpos, lemma, deprel }: Token): boolean {
  if (!deprel.startsWith('conj') || xpos !== 'VBN' || NO_OBJECT.test(lemma)) return false
  if (childBy(document, index, 'obj', 'aux')) return false
  const head = headOf(document, index)
  return head?.xpos === 'VBN' && isPassive(document, head.index)
}

/** A head and the heads of all its conjuncts, in order of text. */
export function expand(document: Document, heads: readonly number[]): number[] {
  const all: number[] = []
  for (const head of heads) {
    all.push(head)
    for (const conjunct of childrenBy(document, head, 'conj'))
      if (isNominal(conjunct)) all.push(...expand(document, [conjunct.index]))
  }
  return all.length > 1 ? [...new Set(all)].sort((a, b) => a - b) : all
}

/** The prepositional dependents of a verb or noun (`obl`, `nmod`), conjuncts included. */
export function obliquesOf(
  document: Document,
  index: number,
): { preposition: string; head: number }[] {
  const found: { preposition: string; head: number }[] = []
  for (const token of childrenBy(document, index, 'obl', 'nmod')) {
    if (token.deprel === 'nmod:poss') continue
    const preposition = prepositionOf(document, token.index)
    for (const head of expand(document, [token.index])) found.push({ preposition, head })
  }
  return found
}

/** The preposition of a phrase in lower case with its fixed parts ("because of"); '' for bare adverbials ("last week"). */
export function prepositionOf(document: Document, index: number): string {
  const mark = childBy(document, index, 'case')
  if (!mark) return ''
  const fixed = childrenBy(document, mark.index, 'fixed').map((token) => token.lower)
  return [mark.lower, ...fixed].join(' ')
}

/** Whether a token can head a noun phrase. */
export function isNominal(token: Token): boolean {
  return (
    token.upos === 'NOUN' ||
    token.upos === 'PROPN' ||
    token.upos === 'PRON' ||
    token.upos === 'NUM' ||
    token.upos === 'DET' ||
    token.upos === 'SYM' ||
    (token.upos === 'ADJ' && !token.deprel.startsWith('amod')) ||
    token.upos === 'X'
  )
}

/** Heads with their conjuncts; a relative pronoun gives way to its noun. */
function meant(document: Document, heads: readonly number[]): number[] {
  if (heads.length === 0) return []
  return [...new Set(expand(document, heads).flatMap((head) => standsFor(document, head)))]
}

/** The noun that "who", "which" or "that" stands for: the one on which its clause hangs. */
function standsFor(document: Document, head: number): number[] {
  let at = document.tokens[head]
  if (at?.upos !== 'PRON' || !/^(who|whom|which|that)$/.test(at.lower)) return [head]
  for (let steps = 0; at && steps < FARTHEST; steps += 1) {
    if (at.deprel.startsWith('acl') && at.head >= 0) return nounBefore(document, at, head)
    at = headOf(document, at.index)
  }
  return [head]
}

/** The noun of a relative clause; the one right before the pronoun where the clause hangs on none. */
function nounBefore(document: Document, clause: Token, pronoun: number): number[] {
  const noun = document.tokens[clause.head]
  if (noun && noun.index < pronoun && isNominal(noun)) return nounAbove(document, clause)
  const comma = document.tokens[pronoun - 1]?.text === ','
  const near = document.tokens[pronoun - (comma ? 2 : 1)]
  const isNear = near && /^(NOUN|PROPN)$/.test(near.upos) && near.sentence === clause.sentence
  return [isNear ? near.index : pronoun]
}

/** The noun on which a clause hangs, with its conjuncts in front of the clause ("soldiers and police killed by …"). */
function nounAbove(document: Document, { head, index }: Token): number[] {
  return expand(document, [head]).filter((noun) => noun === head || noun < index)
}

/** Verbs looked at on the way up from a clause without a subject. */
const FARTHEST = 6

function objectsOf(document: Document, index: number, voice: 'active' | 'passive'): number[] {
  const own = childrenBy(document, index, 'obj').filter(isNominal)
  if (own.length > 0 || voice === 'passive')
    return meant(
      document,
      own.map((token) => token.index),
    )
  return (
    relativeObject(document, index) ??
    nextObject(document, index) ??
    objectInList(document, index) ??
    []
  )
}

/** "men on a motorcycle shot and killed a journalist", where the tree takes the shot for a noun and lists the journalist with the verb: what stands right behind a verb, with no "and" or comma between, is its object. */
function objectInList(document: Document, index: number): number[] | undefined {
  const noun = childrenBy(document, index, 'conj').find(
    (token) => /^(NOUN|PROPN)$/.test(token.upos) && isRightBehind(document, index, token.index),
  )
  return noun && meant(document, [noun.index])
}

/** Whether all words between a verb and a noun belong to the noun. */
function isRightBehind({ tokens }: Document, verb: number, noun: number): boolean {
  if (noun <= verb || noun - verb > 6) return false
  return tokens
    .slice(verb + 1, noun)
    .every(({ head, deprel }) => head === noun && !/^(cc|punct)/.test(deprel))
}

/** "two workers they had kidnapped": the noun is the object where nothing else is. */
function relativeObject(document: Document, index: number): number[] | undefined {
  const verb = document.tokens[index]
  if (!verb || !/^acl/.test(verb.deprel) || verb.head > index) return undefined
  const children = verb.children.map((child) => document.tokens[child])
  const hasSubject = children.some((child) => child?.relation === 'nsubj')
  const isFilled = children.some(
    (child) => child && (/^W/.test(child.xpos) || /^(ccomp|xcomp|mark|obj)/.test(child.deprel)),
  )
  if (!hasSubject || isFilled || TIME_OR_WAY.test(document.tokens[verb.head]?.lemma ?? ''))
    return undefined
  return nounAbove(document, verb)
}

/** Nouns whose clause needs no object of that name: "the day they left", "the way he died". */
const TIME_OR_WAY =
  /^(time|day|night|morning|week|month|year|moment|hour|minute|way|reason|place|fact)$/

/** "shot and killed a journalist": verbs side by side share the object that stands behind the last. */
function nextObject(document: Document, index: number): number[] | undefined {
  const next = childBy(document, index, 'conj')
  if (!next || next.index !== index + 2 || document.tokens[index + 1]?.deprel !== 'cc')
    return undefined
  if (NO_OBJECT.test(document.tokens[index]?.lemma ?? '') || isPassive(document, next.index))
    return undefined
  if (childBy(document, next.index, 'nsubj')) return undefined
  const own = childrenBy(document, next.index, 'obj').filter(isNominal)
  return meant(
    document,
    own.map((token) => token.index),
  )
}

/** Verbs that take no object, so that one behind a second verb is not theirs. */
const NO_OBJECT =
  /^(remain|come|go|arrive|appear|flee|escape|die|explode|detonate|rise|fall|crash|stop|stay|wait|return|happen|march|gather|turn|stand|sit|walk|run|drive|move|advance|retreat|withdraw|surrender|live|work|speak|talk)$/

function agentsBy(document: Document, index: number): number[] {
  return childrenBy(document, index, 'obl')
    .filter(
      (token) => token.deprel === 'obl:agent' || prepositionOf(document, token.index) === 'by',
    )
    .filter(isNominal)
    .map((token) => token.index)
}

/** The subject that a verb without one takes over. */
function sharedSubject(document: Document, index: number): number[] | undefined {
  let at = document.tokens[index]
  for (let steps = 0; at && steps < FARTHEST; steps += 1) {
    const above = headOf(document, at.index)
    if (!above) return undefined
    if (at.deprel.startsWith('acl')) return subjectOfModifier(document, at, above)
    const described = describedNoun(document, at)
    if (described) return [described.index]
    const told = toldBefore(document, at, above)
    if (told) {
      const { agents } = predicateAt(document, told.index)
      return [...agents]
    }
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
