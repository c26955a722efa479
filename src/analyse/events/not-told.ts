import { childBy, childrenBy, headOf, type Token } from '../../text/index.ts'
import { withParticle, type Arguments } from './arguments.ts'
import { isNobody } from './claims.ts'
import { isOf } from './event-words.ts'
import { isNegated, tokenAt, type Scene } from './scene.ts'
import { withoutConjunction } from './status-of-verb.ts'
import type { Trigger } from './trigger.ts'

interface Told {
  readonly trigger: Trigger
  readonly around: Arguments
  /** Whether somebody is said to say so. */
  readonly isSaid: boolean
}

/**
 * Whether a report tells of no event at a trigger: what only did not happen ("nobody was tried", "no arrests were made"), is a
 * condition ("unless they are freed"), or is only demanded or wished for ("called for a truce", "should resign").
 */
export function isNotTold(scene: Scene, { trigger, around, isSaid }: Told): boolean {
  const own = tokenAt(scene, trigger.token)
  if (!own) return false
  if (!isSaid && isNotDone(scene, { trigger, around })) return true
  return trigger.pos === 'VERB'
    ? isCondition(scene, own.index) || isOwed(scene, own.index) || isWishedVerb(scene, own)
    : isWishedNoun(scene, own)
}

/** In the report's own voice: "did not back down", "nobody has been charged". */
function isNotDone(
  scene: Scene,
  { trigger: { token, pos }, around }: Pick<Told, 'trigger' | 'around'>,
): boolean {
  if (pos === 'NOUN') return childBy(scene.document, token, 'det')?.lower === 'no'
  if (isNegated(scene, token, ['advmod', 'cc', 'det'])) return true
  const subjects = childrenBy(scene.document, token, 'nsubj', 'nsubj:pass')
  return subjects.length > 0
    ? subjects.every(({ index }) => isNobody(scene, index))
    : around.patients.length > 0 && around.patients.every((head) => isNobody(scene, head))
}

/** "if convicted", "unless three prisoners are freed" */
function isCondition({ document }: Scene, verb: number): boolean {
  return childrenBy(document, verb, 'mark').some(({ lower }) => /^(?:if|unless|lest)$/.test(lower))
}

/** "should resign", "must withdraw"; "should have been stopped" is another matter. */
function isOwed({ document }: Scene, verb: number): boolean {
  const helpers = childrenBy(document, verb, 'aux')
  return (
    helpers.some(({ lower }) => /^(?:should|must|ought)$/.test(lower)) &&
    !helpers.some(({ lower }) => lower === 'have')
  )
}

/** "demanded that he be tried", "urged them to withdraw"; who orders plans. */
function isWishedVerb(scene: Scene, token: Token): boolean {
  const own = withoutConjunction(scene, token)
  const above = headOf(scene.document, own.index)
  if (!above || !/^(?:ccomp|xcomp|advcl)/.test(own.deprel)) return false
  if (!isOf(scene.words, withParticle(scene, above), 'wish')) return false
  const isInfinitive = childrenBy(scene.document, own.index, 'mark').some(
    ({ lower }) => lower === 'to',
  )
  return isInfinitive || (own.deprel.startsWith('ccomp') && /^VBP?$/.test(own.xpos))
}

/** "demanded the release of", "called for a truce"; "demanded an answer to the attack" wishes for no attack. */
function isWishedNoun(scene: Scene, own: Token): boolean {
  const above = headOf(scene.document, own.index)
  if (!above || !/^(?:VERB|NOUN)$/.test(above.upos)) return false
  if (own.deprel === 'obj') return isOf(scene.words, above.lowerLemma, 'wish')
  const mark = childBy(scene.document, own.index, 'case')?.lower
  return (
    mark === 'for' &&
    /^(?:obl|nmod)/.test(own.deprel) &&
    isOf(scene.words, above.lowerLemma, 'wish', 'wish-for')
  )
}
