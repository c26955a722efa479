import type { EventStatus } from '../../records/index.ts'
import { childBy, childrenBy, headOf, type Token } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { isNegated, tokenAt, type Scene } from './scene.ts'

/** How real what a verb tells is, from its helpers and the words that it stands under. */
export function statusOfVerb(scene: Scene, verb: number): EventStatus {
  const token = tokenAt(scene, verb)
  if (!token) return 'happened'
  const own = statusByHelpers(scene, verb)
  if (own) return own
  return underVerb(scene, withoutConjunction(scene, token)) ?? 'happened'
}

/** "did not attack", "nearly killed", "will attack", "did they attack?": undefined where the verb stands for itself. */
function statusByHelpers(scene: Scene, verb: number): EventStatus | undefined {
  const { document, words } = scene
  if (isNegated(scene, verb, ['advmod', 'cc', 'det'])) return 'denied'
  if (childrenBy(document, verb, 'advmod').some(({ lower }) => isOf(words, lower, 'almost')))
    return 'attempted'
  const helpers = childrenBy(document, verb, 'aux').filter((helper) => !isWouldBe(scene, helper))
  const modal = helpers.map(({ lower }) => MODAL.get(lower)).find((status) => status)
  if (modal) return onCondition(scene, verb) ?? modal
  const marks = childrenBy(document, verb, 'mark')
  if (marks.some(({ lower }) => /^(if|unless|whether|lest)$/.test(lower))) return 'possible'
  return isAsked(scene, verb) ? 'possible' : undefined
}

const MODAL: ReadonlyMap<string, EventStatus> = new Map([
  ...['will', 'shall', 'wo', "'ll", '’ll'].map((word) => [word, 'planned'] as const),
  ...['may', 'might', 'could', 'can', 'would', 'should', 'must'].map(
    (word) => [word, 'possible'] as const,
  ),
])

/** "a would-be bomber was arrested" tells nothing of the arrest. */
function isWouldBe(scene: Scene, { index, end }: Token): boolean {
  const next = tokenAt(scene, index + 1)
  return next?.text === '-' && next.start === end
}

/** "will be killed unless …" threatens; "will flee if …" says what may come. */
function onCondition({ document }: Scene, verb: number): EventStatus | undefined {
  const marks = childrenBy(document, verb, 'advcl').flatMap(({ index }) =>
    childrenBy(document, index, 'mark').map(({ lower }) => lower),
  )
  if (marks.includes('unless')) return 'threatened'
  return marks.includes('if') ? 'possible' : undefined
}

/** "Did the army shell the village?": who asks whether does not say so; who asks why, does. */
function isAsked({ document }: Scene, verb: number): boolean {
  const subject = childBy(document, verb, 'nsubj', 'nsubj:pass')
  const helper = childBy(document, verb, 'aux', 'aux:pass')
  const token = document.tokens[verb]
  const sentence = document.sentences[token?.sentence ?? -1]
  if (!token || !sentence) return false
  // "Did | the army | shell …?": taken for "did" with an object, it is asked all the same.
  const isAside = document.tokens[sentence.first]?.upos === 'AUX' && token.head === sentence.first
  if (!isAside && (!subject || !helper || helper.index > subject.index)) return false
  const asksWhat = document.tokens
    .slice(sentence.first, helper?.index ?? sentence.first)
    .some(({ xpos }) => /^W(P|RB|DT)/.test(xpos))
  const end = document.text.slice(Math.max(sentence.start, sentence.end - 2), sentence.end)
  return end.includes('?') && !asksWhat
}

/** "tried to release funds and sign deals": the second verb stands as the first does. */
export function withoutConjunction(scene: Scene, token: Token): Token {
  let at = token
  for (let steps = 0; at.deprel.startsWith('conj') && steps < 6; steps += 1) {
    const above = headOf(scene.document, at.index)
    if (!above || childrenBy(scene.document, at.index, 'nsubj').length > 0) break
    at = above
  }
  return at
}

/** "tried to bomb", "plans to attack", "threatened to kill", "a plot to kidnap". */
function underVerb(scene: Scene, token: Token): EventStatus | undefined {
  const above = headOf(scene.document, token.index)
  if (!above || !isVerbBelow(scene, token)) return undefined
  const { words } = scene
  const word = above.lowerLemma
  if (isOf(words, word, 'deny') && !isAside(scene, token)) return 'denied'
  if (isOf(words, word, 'telling') && isObjectOf(scene, above, 'deny')) return 'denied'
  if (isInfinitive(scene, token)) return underInfinitive(scene, token, above)
  if (isOf(words, word, 'ask') && token.deprel === 'ccomp')
    return isBase(token) ? 'planned' : undefined
  return token.xpos === 'VBG' ? underGerund(scene, token, word) : undefined
}

/** "demanded that the army withdraw": a verb as it stands in the dictionary, whatever its tag. */
function isBase({ xpos, lower, lemma }: Token): boolean {
  return /^VBP?$/.test(xpos) || (xpos === 'VBD' && lower === lemma.toLowerCase())
}

/** "prevented them from crossing", "tried bombing", "plans on leaving" */
function underGerund({ words }: Scene, { deprel }: Token, word: string): EventStatus | undefined {
  if (isOf(words, word, 'foil')) return 'foiled'
  if (deprel !== 'xcomp') return undefined
  if (isOf(words, word, 'attempt')) return 'attempted'
  return isOf(words, word, 'plan', 'planned') ? 'planned' : undefined
}

/** Verbs hang below others as clauses; an infinitive may be taken for a phrase ("refused to fire on"). */
function isVerbBelow(scene: Scene, token: Token): boolean {
  if (/^(xcomp|advcl|acl|ccomp)/.test(token.deprel)) return true
  return token.deprel === 'obl' && isInfinitive(scene, token)
}

/** "denied breaking the truce" holds what is denied; "denied it, saying they had fled" does not. */
function isAside(scene: Scene, { index, head, deprel, xpos }: Token): boolean {
  return deprel.startsWith('advcl') && !(xpos === 'VBG' && index === head + 1)
}

function isInfinitive({ document }: Scene, { index, xpos }: Token): boolean {
  if (!xpos.startsWith('VB')) return false
  return childrenBy(document, index, 'mark', 'case').some(({ lower }) => lower === 'to')
}

function underInfinitive(scene: Scene, token: Token, above: Token): EventStatus | undefined {
  const { words, document } = scene
  const word = above.lowerLemma
  if (isOf(words, word, 'planned', 'attempted') && isObjectOf(scene, above, 'foil')) return 'foiled'
  if (isOf(words, word, 'attempt', 'attempted') && token.deprel !== 'advcl') return 'attempted'
  const found = UNDER_INFINITIVE.find(([name]) => isOf(words, word, name))
  if (found) return found[1]
  // "is believed to have killed"
  if (childrenBy(document, token.index, 'aux').some(({ lemma }) => lemma === 'have'))
    return undefined
  // Purpose and wish: "came to attack" does not say that they did; "forced to flee" does.
  return isOf(words, word, 'implicative') && token.deprel.startsWith('xcomp')
    ? undefined
    : 'planned'
}

/** What an infinitive is by the class of the word above it. */
const UNDER_INFINITIVE: readonly (readonly [string, EventStatus])[] = [
  ['refuse', 'denied'],
  ['offering', 'possible'],
  ['threaten', 'threatened'],
  ['ask', 'planned'],
  ['plan', 'planned'],
  ['planned', 'planned'],
  ['possible', 'possible'],
]

/** Whether a noun is what is done by a verb of one of these classes: "denied an attempt", "a plot was foiled". */
function isObjectOf(scene: Scene, noun: Token, ...classes: string[]): boolean {
  const verb = headOf(scene.document, noun.index)
  if (!verb || !/^(obj|nsubj:pass)/.test(noun.deprel)) return false
  return isOf(scene.words, verb.lowerLemma, ...classes)
}
