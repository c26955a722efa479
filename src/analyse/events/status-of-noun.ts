import type { EventStatus } from '../../records/index.ts'
import { childrenBy, headOf, prepositionOf, type Token } from '../../text/index.ts'
import { withParticle } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isDefinite } from './needs.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'
import { statusOfVerb } from './status-of-verb.ts'
import type { Trigger } from './trigger.ts'

/** How real an event is that a noun tells: from what stands before it, and from the verb or noun that it hangs on. */
export function statusOfNoun(scene: Scene, { token, rows }: Trigger): EventStatus {
  const { document } = scene
  if (childrenBy(document, token, 'det').some(({ lower }) => lower === 'no')) return 'denied'
  const before = byModifiers(scene, token)
  if (before) return before
  const own = tokenAt(scene, token)
  const above = headOf(document, token)
  // "an assassination attempt": the trigger's own head says so.
  if (isOf(scene.words, own?.lowerLemma, 'attempted')) return 'attempted'
  if (!own || !above) return 'happened'
  if (own.deprel.startsWith('nmod')) return ofTalk(scene, above)
  if (!/^(obj|nsubj|obl)/.test(own.deprel)) return 'happened'
  if (isAnnounced(scene, own, above) && rows.some(({ kind }) => TO_COME.has(kind))) return 'planned'
  if (isCalled(scene, own, above) && !rows.every(({ kind }) => isViolence(scene, kind)))
    return 'planned'
  if (isAskedFor(scene, own, above) && !isKnownViolence(scene, own, rows[0]?.kind)) return 'planned'
  return governed(scene, own, above)
}

const MODIFIED: readonly (readonly [string, EventStatus])[] = [
  ['attempted', 'attempted'],
  ['foiled', 'foiled'],
  ['planned', 'planned'],
  ['threatened', 'threatened'],
  ['possible', 'possible'],
]

/** "a foiled attack", "bomb plot": what stands before the noun. */
function byModifiers(scene: Scene, token: number): EventStatus | undefined {
  const { document, words } = scene
  // "talks planned for April" are to come, too.
  const behind = childrenBy(document, token, 'acl').filter(({ xpos }) => xpos === 'VBN')
  const parts = childrenBy(document, token, 'amod', 'compound')
  // "a suspected Velka Front attack" happened, whoever did it.
  const isTheirs = parts.some(({ index }) => isPeople(scene.mentions.byHead(index)))
  const before = [...parts, ...behind]
    .map(({ lower }) => lower)
    .filter((word) => !isTheirs || !isOf(words, word, 'suspect'))
  return MODIFIED.find(([name]) => before.some((word) => isOf(words, word, name)))?.[1]
}

/** "threat of attack", "plans for a strike", "an attempt at". */
function ofTalk({ words }: Scene, above: Token): EventStatus {
  const word = above.lowerLemma
  if (isOf(words, word, 'possible')) return word === 'threat' ? 'threatened' : 'possible'
  if (isOf(words, word, 'planned')) return 'planned'
  return isOf(words, word, 'attempted') ? 'attempted' : 'happened'
}

/** "demanded the release of", "called for an inquiry": what is asked for is still to come. */
function isAskedFor({ document, words }: Scene, own: Token, above: Token): boolean {
  const word = above.lowerLemma
  if (!isOf(words, word, 'ask-for')) return false
  if (own.deprel === 'obj') return !isOf(words, word, 'light')
  return childrenBy(document, own.index, 'case').some(({ lower }) => lower === 'for')
}

/** "called a strike": it is announced; "called it an attack" names one. */
function isCalled(scene: Scene, own: Token, above: Token): boolean {
  return own.deprel === 'obj' && isOf(scene.words, withParticle(scene, above), 'calling')
}

/** Kinds of what is announced before it is held. */
const TO_COME = new Set([
  'investigation',
  'demonstration',
  'strike',
  'election',
  'meeting',
  'negotiation',
  'visit',
  'trial',
])

/** "announced an inquiry", "awaits trial" */
function isAnnounced(scene: Scene, own: Token, above: Token): boolean {
  return own.deprel === 'obj' && isOf(scene.words, above.lowerLemma, 'announcing')
}

/** "demanded the attack be investigated" speaks of one that happened. */
function isKnownViolence(scene: Scene, own: Token, kind: string | undefined): boolean {
  return isDefinite(scene, own.index) && isViolence(scene, kind)
}

function isViolence({ words }: Scene, kind: string | undefined): boolean {
  return words.kinds.get(kind ?? '')?.group === 'violence'
}

function governed(scene: Scene, own: Token, above: Token): EventStatus {
  const { words } = scene
  const word = withParticle(scene, above)
  const isObject = own.deprel === 'obj' || own.deprel === 'nsubj:pass'
  if (isObject && isOf(words, word, 'foil')) return foiled(scene, own, above)
  if (isObject && isOf(words, word, 'cancel')) return 'denied'
  if (isObject && isOf(words, word, 'plan') && !isDefinite(scene, own.index)) return 'planned'
  if (isObject && isOf(words, word, 'threaten') && !isDefinite(scene, own.index))
    return 'threatened'
  // "warned of attacks", "fear an attack"; "warns them by such attacks" tells how
  const isAfterOf = /^(of|about|against|over|)$/.test(prepositionOf(scene.document, own.index))
  const isForeseen =
    (isObject || (own.deprel.startsWith('obl') && isAfterOf)) && isOf(words, word, 'foresee')
  if (isForeseen && !isDefinite(scene, own.index)) return 'possible'
  if (isObject && isOf(words, word, 'light', 'attempt')) return lightStatus(scene, above)
  return 'happened'
}

/** "could have been prevented", "failed to prevent": then it was not. */
function foiled(scene: Scene, own: Token, above: Token): EventStatus {
  const status = statusOfVerb(scene, above.index)
  if (status === 'happened') return 'foiled'
  return isDefinite(scene, own.index) || status !== 'possible' ? 'happened' : 'possible'
}

/** "could carry out an attack", "tried to stage a bombing": the light verb's standing is the noun's. */
function lightStatus(scene: Scene, verb: Token): EventStatus {
  if (isOf(scene.words, verb.lowerLemma, 'attempt')) return 'attempted'
  return statusOfVerb(scene, verb.index)
}
