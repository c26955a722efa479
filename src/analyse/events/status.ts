import type { EventStatus, Statement } from '../../records/index.ts'
import { childrenBy, headOf, type Token } from '../../text/index.ts'
import type { Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isDefinite } from './needs.ts'
import { tokenAt, type Scene } from './scene.ts'
import type { Trigger } from './trigger.ts'

/** What there is to judge of one trigger: whether it happened, may, was tried, denied, or is talk of a sort of event. */
export interface Judged {
  readonly trigger: Trigger
  readonly around: Arguments
  readonly statements: readonly Statement[]
}

/** How real the report makes the event at a trigger. */
export function readStatus(scene: Scene, judged: Judged): EventStatus {
  const { trigger, statements } = judged
  const own =
    trigger.pos === 'NOUN' ? ofNoun(scene, trigger) : ofVerb(scene, trigger.token, trigger.token)
  if (own !== 'happened') return own
  if (statements.at(-1)?.stance === 'denies') return 'denied'
  return isGeneral(scene, judged) ? 'general' : 'happened'
}

/** A speech not made, or peaceful business that is only wished for, is no event: "aims to warn", "persuades it to sign a deal". "Plans to sign" is one. */
export function isIdleTalk(scene: Scene, trigger: Trigger, { kind, status }: IdleTalk): boolean {
  if (status !== 'planned' && status !== 'possible') return false
  const group = scene.words.kinds.get(kind)?.group ?? ''
  if (group === 'words') return true
  return PEACEFUL.has(group) && trigger.pos === 'VERB' && isWished(scene, trigger.token)
}

interface IdleTalk {
  readonly kind: string
  readonly status: EventStatus
}

const PEACEFUL = new Set(['diplomacy', 'material', 'pressure', 'justice'])

/** An infinitive under a verb that neither plans nor brings about. */
function isWished(scene: Scene, verb: number): boolean {
  const token = tokenAt(scene, verb)
  const own = token && withoutConjunction(scene, token)
  const above = own && headOf(scene.document, own.index)
  if (!above || !childrenBy(scene.document, own.index, 'mark').some(({ lower }) => lower === 'to'))
    return false
  return !isOf(scene.words, above.lemma.toLowerCase(), 'plan', 'planned', 'threaten', 'implicative')
}

/** From the words that the verb stands under and with. */
function ofVerb(scene: Scene, verb: number, trigger: number): EventStatus {
  const { document } = scene
  const token = tokenAt(scene, verb)
  if (!token) return 'happened'
  if (isNegated(scene, verb)) return 'denied'
  const helped = byHelpers(scene, verb)
  if (helped) return helped
  const above = headOf(document, verb)
  if (!above || verb !== trigger) return 'happened'
  return underVerb(scene, withoutConjunction(scene, token)) ?? 'happened'
}

/** "will attack", "may have attacked", "if they attack". */
function byHelpers({ document }: Scene, verb: number): EventStatus | undefined {
  const helpers = childrenBy(document, verb, 'aux').map(({ lower }) => lower)
  if (helpers.some((word) => /^(will|shall|wo|'ll)$/.test(word))) return 'planned'
  if (helpers.some((word) => /^(may|might|could|can|would|should|must)$/.test(word)))
    return 'possible'
  const marks = childrenBy(document, verb, 'mark').map(({ lower }) => lower)
  return marks.some((word) => /^(if|unless|whether|lest)$/.test(word)) ? 'possible' : undefined
}

/** "tried to release funds and sign deals": the second verb stands as the first does. */
function withoutConjunction(scene: Scene, token: Token): Token {
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
  if (!above || !/^(xcomp|advcl|acl|ccomp)/.test(token.deprel)) return undefined
  const { words } = scene
  const word = above.lemma.toLowerCase()
  if (isOf(words, word, 'deny') && !token.deprel.startsWith('advcl')) return 'denied'
  if (isOf(words, word, 'telling') && isObjectOf(scene, above, 'deny')) return 'denied'
  const infinitive = childrenBy(scene.document, token.index, 'mark').some(
    ({ lower }) => lower === 'to',
  )
  if (infinitive) return underInfinitive(scene, token, above)
  if (token.xpos !== 'VBG') return undefined
  if (isOf(words, word, 'foil')) return 'foiled'
  if (isOf(words, word, 'attempt') && token.deprel === 'xcomp') return 'attempted'
  return isOf(words, word, 'plan', 'planned') && token.deprel === 'xcomp' ? 'planned' : undefined
}

function underInfinitive(scene: Scene, token: Token, above: Token): EventStatus | undefined {
  const { words, document } = scene
  const word = above.lemma.toLowerCase()
  if (isOf(words, word, 'planned', 'attempted') && isObjectOf(scene, above, 'foil')) return 'foiled'
  if (isOf(words, word, 'attempt', 'attempted') && token.deprel !== 'advcl') return 'attempted'
  if (isOf(words, word, 'threaten')) return 'threatened'
  if (isOf(words, word, 'plan', 'planned')) return 'planned'
  if (isOf(words, word, 'possible')) return 'possible'
  // "is believed to have killed"
  if (childrenBy(document, token.index, 'aux').some(({ lemma }) => lemma === 'have'))
    return undefined
  // Purpose and wish: "came to attack" does not say that they did; "forced to flee" does.
  return isOf(words, word, 'implicative') && token.deprel.startsWith('xcomp')
    ? undefined
    : 'planned'
}

function isObjectOf(scene: Scene, noun: Token, ...classes: string[]): boolean {
  const verb = headOf(scene.document, noun.index)
  if (!verb || !/^(obj|nsubj:pass)/.test(noun.deprel)) return false
  return isOf(scene.words, verb.lemma.toLowerCase(), ...classes)
}

/** From what stands before the noun, and from the verb or noun that it hangs on. */
function ofNoun(scene: Scene, { token }: Trigger): EventStatus {
  const { document } = scene
  if (childrenBy(document, token, 'det').some(({ lower }) => lower === 'no')) return 'denied'
  const before = byModifiers(scene, token)
  if (before) return before
  const own = tokenAt(scene, token)
  const above = headOf(document, token)
  // "an assassination attempt": the trigger's own head says so.
  if (isOf(scene.words, own?.lemma.toLowerCase(), 'attempted')) return 'attempted'
  if (!own || !above) return 'happened'
  if (own.deprel.startsWith('nmod')) return ofTalk(scene, above)
  return /^(obj|nsubj|obl)/.test(own.deprel) ? governed(scene, own, above) : 'happened'
}

const MODIFIED: readonly (readonly [string, EventStatus])[] = [
  ['attempted', 'attempted'],
  ['foiled', 'foiled'],
  ['planned', 'planned'],
  ['threatened', 'threatened'],
  ['possible', 'possible'],
]

/** "a foiled attack", "bomb plot": what stands before the noun. */
function byModifiers({ document, words }: Scene, token: number): EventStatus | undefined {
  const before = childrenBy(document, token, 'amod', 'compound').map(({ lower }) => lower)
  return MODIFIED.find(([name]) => before.some((word) => isOf(words, word, name)))?.[1]
}

/** "threat of attack", "plans for a strike", "an attempt at". */
function ofTalk({ words }: Scene, above: Token): EventStatus {
  const word = above.lemma.toLowerCase()
  if (isOf(words, word, 'possible')) return word === 'threat' ? 'threatened' : 'possible'
  if (isOf(words, word, 'planned')) return 'planned'
  return isOf(words, word, 'attempted') ? 'attempted' : 'happened'
}

function governed(scene: Scene, own: Token, above: Token): EventStatus {
  const { words } = scene
  const word = above.lemma.toLowerCase()
  const isObject = own.deprel === 'obj' || own.deprel === 'nsubj:pass'
  if (isObject && isOf(words, word, 'foil')) return 'foiled'
  if (isObject && isOf(words, word, 'plan') && !isDefinite(scene, own.index)) return 'planned'
  if (isObject && isOf(words, word, 'threaten') && !isDefinite(scene, own.index))
    return 'threatened'
  // "warned of attacks", "fear an attack"
  const isForeseen = (isObject || own.deprel.startsWith('obl')) && isOf(words, word, 'foresee')
  if (isForeseen && !isDefinite(scene, own.index)) return 'possible'
  if (isObject && isOf(words, word, 'light', 'attempt')) return lightStatus(scene, above)
  return 'happened'
}

/** "could carry out an attack", "tried to stage a bombing": the light verb's standing is the noun's. */
function lightStatus(scene: Scene, verb: Token): EventStatus {
  if (isOf(scene.words, verb.lemma.toLowerCase(), 'attempt')) return 'attempted'
  return ofVerb(scene, verb.index, verb.index)
}

function isNegated(scene: Scene, verb: number): boolean {
  return childrenBy(scene.document, verb, 'advmod', 'cc', 'det').some(({ lower }) =>
    isOf(scene.words, lower.replace('’', "'"), 'negation'),
  )
}

/** Talk of a sort of event: "such attacks", "attacks like these", bare plurals of the present. */
function isGeneral(scene: Scene, { trigger, around }: Judged): boolean {
  const { document } = scene
  const token = tokenAt(scene, trigger.token)
  if (!token || trigger.pos !== 'NOUN')
    return isTimeless(scene, { trigger, around, statements: [] })
  const before = childrenBy(document, trigger.token, 'det', 'amod', 'det:predet')
  if (before.some(({ lower }) => lower === 'such' || lower === 'any')) return true
  if (before.some(({ lower }) => lower === 'every' || lower === 'each')) return true
  const like = around.obliques.some(
    ({ preposition, head }) => preposition === 'like' && isDemonstrative(scene, head),
  )
  if (like) return true
  if (token.xpos !== 'NNS' || isDefinite(scene, trigger.token)) return false
  const isCounted = childrenBy(document, trigger.token, 'nummod').length > 0
  const isSome = before.some(({ lower }) => /^(several|some|many|few|two|both)$/.test(lower))
  return !isCounted && !isSome && !isPastAbove(scene, token)
}

function isDemonstrative(scene: Scene, head: number): boolean {
  if (/^(this|these|that|those)$/.test(tokenAt(scene, head)?.lower ?? '')) return true
  return childrenBy(scene.document, head, 'det').some(({ lower }) => /^th[ioe]s/.test(lower))
}

/** Whether the verb that a bare plural hangs on tells of the past. */
function isPastAbove({ document, words }: Scene, token: Token): boolean {
  const above = headOf(document, token.index)
  // "a series of shootings left 18 dead"
  const isSeries = token.deprel === 'nmod' && isOf(words, above?.lemma, 'series')
  const noun = isSeries && above ? above : token
  const verb = headOf(document, noun.index)
  if (!verb || !/^(nsubj|obj|obl)/.test(noun.deprel)) return false
  if (verb.xpos === 'VBD') return true
  if (verb.xpos === 'VBN' && verb.deprel.startsWith('acl')) return true
  return childrenBy(document, verb.index, 'aux').some(({ lower }) =>
    /^(was|were|have|has|had)$/.test(lower),
  )
}

/** A verb of the present with a bare plural subject and nothing in particular: "insurgents attack convoys". */
function isTimeless(scene: Scene, { trigger, around }: Judged): boolean {
  const { document } = scene
  const verb = tokenAt(scene, trigger.token)
  if (
    verb?.xpos !== 'VBP' ||
    verb.lower === 'shot' ||
    childrenBy(document, verb.index, 'aux').length > 0
  )
    return false
  const subject = childrenBy(document, verb.index, 'nsubj')[0]
  if (!subject || !isBare(scene, subject)) return false
  return (
    around.obliques.length === 0 &&
    around.patients.every((head) => {
      const token = tokenAt(scene, head)
      return token !== undefined && isBare(scene, token)
    })
  )
}

function isBare({ document }: Scene, { xpos, index }: Token): boolean {
  return xpos === 'NNS' && childrenBy(document, index, 'det', 'nummod', 'nmod:poss').length === 0
}
