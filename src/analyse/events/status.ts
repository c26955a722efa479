import type { EventStatus, Statement } from '../../records/index.ts'
import { ancestors, childrenBy, headOf, type Token } from '../../text/index.ts'
import type { Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isDefinite } from './needs.ts'
import { lemmaAt, tokenAt, type Scene } from './scene.ts'
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

/** From the words that the verb stands under and with. */
function ofVerb(scene: Scene, verb: number, trigger: number): EventStatus {
  const { words, document } = scene
  const token = tokenAt(scene, verb)
  if (!token) return 'happened'
  if (isNegated(scene, verb)) return 'denied'
  const helpers = childrenBy(document, verb, 'aux').map(({ lower }) => lower)
  if (helpers.some((word) => /^(will|shall|wo|'ll)$/.test(word))) return 'planned'
  const isPast = helpers.includes('have') && helpers.some((word) => /^(could|would)$/.test(word))
  if (isPast || helpers.some((word) => /^(may|might|could|can|would|should|must)$/.test(word)))
    return 'possible'
  const marks = childrenBy(document, verb, 'mark').map(({ lower }) => lower)
  if (marks.some((word) => /^(if|unless|whether|lest)$/.test(word))) return 'possible'
  const above = headOf(document, verb)
  if (!above || verb !== trigger) return 'happened'
  return underVerb(scene, token, above, marks.includes('to')) ?? 'happened'
}

/** "tried to bomb", "plans to attack", "threatened to kill", "a plot to kidnap". */
function underVerb(
  scene: Scene,
  token: Token,
  ...[above, infinitive]: [Token, boolean]
): EventStatus | undefined {
  if (!/^(xcomp|advcl|acl|ccomp)/.test(token.deprel)) return undefined
  const verb = above.lemma.toLowerCase()
  const { words } = scene
  const isGerund = token.xpos === 'VBG'
  if (infinitive || isGerund) {
    if (isOf(words, verb, 'attempt') && token.deprel !== 'advcl') return 'attempted'
    if (isOf(words, verb, 'foil') && isGerund) return 'foiled'
    if (isOf(words, verb, 'deny')) return 'denied'
    if (isOf(words, verb, 'threaten') && infinitive) return 'threatened'
    if (isOf(words, verb, 'plan', 'planned')) return 'planned'
    if (isOf(words, verb, 'attempted')) return 'attempted'
    if (isOf(words, verb, 'possible')) return 'possible'
    // Purpose: "came to attack" does not say that they did.
    if (infinitive && /^(advcl|acl)/.test(token.deprel)) return 'planned'
  }
  if (isOf(words, verb, 'deny') && token.deprel.startsWith('ccomp')) return 'denied'
  return undefined
}

/** From what stands before the noun, and from the verb or noun that it hangs on. */
function ofNoun(scene: Scene, { token }: Trigger): EventStatus {
  const { document, words } = scene
  if (childrenBy(document, token, 'det').some(({ lower }) => lower === 'no')) return 'denied'
  const before = childrenBy(document, token, 'amod', 'compound').map(({ lower }) => lower)
  const classes: [string, EventStatus][] = [
    ['attempted', 'attempted'],
    ['foiled', 'foiled'],
    ['planned', 'planned'],
    ['threatened', 'threatened'],
    ['possible', 'possible'],
  ]
  for (const [name, status] of classes)
    if (before.some((word) => isOf(words, word, name))) return status
  const own = tokenAt(scene, token)
  const above = headOf(document, token)
  if (!own || !above) return 'happened'
  const word = above.lemma.toLowerCase()
  if (own.deprel.startsWith('nmod')) {
    if (isOf(words, word, 'possible')) return word === 'threat' ? 'threatened' : 'possible'
    if (isOf(words, word, 'planned')) return 'planned'
    if (isOf(words, word, 'attempted')) return 'attempted'
    return 'happened'
  }
  if (!/^(obj|nsubj|obl)/.test(own.deprel)) return 'happened'
  return governed(scene, own, above)
}

function governed(scene: Scene, own: Token, above: Token): EventStatus {
  const { words } = scene
  const word = above.lemma.toLowerCase()
  const isObject = own.deprel === 'obj' || own.deprel === 'nsubj:pass'
  if (isObject && isOf(words, word, 'foil')) return 'foiled'
  if (isObject && isOf(words, word, 'plan') && !isDefinite(scene, own.index)) return 'planned'
  if (isObject && isOf(words, word, 'threaten') && !isDefinite(scene, own.index))
    return 'threatened'
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
  if (!token || trigger.pos !== 'NOUN') return isTimeless(scene, trigger)
  const before = childrenBy(document, trigger.token, 'det', 'amod', 'det:predet')
  if (before.some(({ lower }) => lower === 'such' || lower === 'any')) return true
  if (before.some(({ lower }) => lower === 'every' || lower === 'each')) return true
  const like = around.obliques.some(
    ({ preposition, head }) => preposition === 'like' && isDemonstrative(scene, head),
  )
  if (like) return true
  if (!/S$/.test(token.xpos) || isDefinite(scene, trigger.token)) return false
  const isCounted = childrenBy(document, trigger.token, 'nummod').length > 0
  const isSome = before.some(({ lower }) => /^(several|some|many|few|two|both)$/.test(lower))
  return !isCounted && !isSome && !isPastAbove(scene, token)
}

function isDemonstrative(scene: Scene, head: number): boolean {
  if (/^(this|these|that|those)$/.test(tokenAt(scene, head)?.lower ?? '')) return true
  return childrenBy(scene.document, head, 'det').some(({ lower }) => /^th[ioe]s/.test(lower))
}

/** Whether the verb that a bare plural hangs on tells of the past. */
function isPastAbove(scene: Scene, token: Token): boolean {
  if (!/^(nsubj|obj)/.test(token.deprel)) return false
  const verb = ancestors(scene.document, token.index).find(({ upos }) => upos === 'VERB')
  if (verb?.index !== token.head) return false
  if (verb.xpos === 'VBD') return true
  return childrenBy(scene.document, verb.index, 'aux').some(({ lower }) =>
    /^(was|were|have|has|had)$/.test(lower),
  )
}

/** A verb of the present with a bare plural subject: "insurgents attack convoys". */
function isTimeless(scene: Scene, { token }: Trigger): boolean {
  const verb = tokenAt(scene, token)
  if (verb?.xpos !== 'VBP' || lemmaAt(scene, token) === '') return false
  const helpers = childrenBy(scene.document, token, 'aux')
  const subject = childrenBy(scene.document, token, 'nsubj')[0]
  if (helpers.length > 0 || !subject) return false
  return (
    subject.xpos === 'NNS' &&
    childrenBy(scene.document, subject.index, 'det', 'nummod').length === 0
  )
}
