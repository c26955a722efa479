import type { EventStatus, Statement } from '../../records/index.ts'
import { childBy, childrenBy, headOf, type Token } from '../../text/index.ts'
import type { Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isDefinite } from './needs.ts'
import { tokenAt, type Scene } from './scene.ts'
import { statusOfNoun } from './status-of-noun.ts'
import { statusOfVerb, withoutConjunction } from './status-of-verb.ts'
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
    trigger.pos === 'NOUN' ? statusOfNoun(scene, trigger) : statusOfVerb(scene, trigger.token)
  if (own !== 'happened') return own
  if (isDenied(scene, trigger, statements.at(-1))) return 'denied'
  return isGeneral(scene, judged) ? 'general' : 'happened'
}

/** "denied breaking the truce that was signed": what is denied is the act, not what it is done to, nor what a clause tells of that. */
function isDenied(scene: Scene, { token }: Trigger, statement: Statement | undefined): boolean {
  if (statement?.stance !== 'denies') return false
  const isInside = ({ start }: Token): boolean =>
    statement.content.some((span) => span.start <= start && start < span.end)
  let at = tokenAt(scene, token)
  for (let steps = 0; at && isInside(at) && steps < HIGHEST; steps += 1) {
    const above = headOf(scene.document, at.index)
    if (!above || !isInside(above)) return true
    const isGoal = at.deprel.startsWith('obj') && scene.words.nouns.has(at.lemma)
    if (isGoal && scene.words.verbs.has(above.lemma)) return false
    at = above
  }
  return true
}

/** Tokens looked at on the way up from a trigger. */
const HIGHEST = 8

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
  return !isOf(
    scene.words,
    above.lowerLemma,
    'plan',
    'planned',
    'threaten',
    'implicative',
    'offering',
  )
}

/** Talk of a sort of event: "such attacks", "attacks like these", bare plurals of the present. */
function isGeneral(scene: Scene, { trigger, around }: Judged): boolean {
  const { document } = scene
  const token = tokenAt(scene, trigger.token)
  if (!token || trigger.pos !== 'NOUN')
    return isTimeless(scene, { trigger, around, statements: [] })
  const before = childrenBy(document, trigger.token, 'det', 'amod', 'det:predet')
  if (before.some(({ lower }) => lower === 'any')) return true
  // "such attacks" are a sort of attack; "the ninth such attack" is one.
  const isSuch = before.some(({ lower }) => lower === 'such')
  if (isSuch && (token.xpos === 'NNS' || !isDefinite(scene, trigger.token))) return true
  if (before.some(({ lower }) => lower === 'every' || lower === 'each')) return true
  const like = around.obliques.some(
    ({ preposition, head }) => preposition === 'like' && isDemonstrative(scene, head),
  )
  if (like) return true
  if (token.xpos !== 'NNS' || isDefinite(scene, trigger.token)) return false
  const isCounted = childrenBy(document, trigger.token, 'nummod').length > 0
  const isSome = before.some(
    ({ lower }) =>
      /^(several|some|many|few|two|both)$/.test(lower) || isOf(scene.words, lower, 'recent'),
  )
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
  if (isActivePast(document, verb)) return true
  if (verb.xpos === 'VBN' && verb.deprel.startsWith('acl')) return true
  return childrenBy(document, verb.index, 'aux').some(({ lower }) =>
    /^(was|were|have|has|had)$/.test(lower),
  )
}

/** "The union imposed sanctions": a participle without helper that has a doer and an object is the past. */
function isActivePast(document: Scene['document'], { index, xpos }: Token): boolean {
  if (xpos !== 'VBN' || childBy(document, index, 'aux')) return false
  return ['nsubj', 'obj'].every((relation) => childBy(document, index, relation) !== undefined)
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
  // "Protesters accuse the police", "thousands flee": speech and numbers are of a time.
  if (isOfSpeech(scene, trigger)) return false
  const subject = childrenBy(document, verb.index, 'nsubj')[0]
  if (
    !subject ||
    !isBare(scene, subject) ||
    /^(hundreds|thousands|millions|dozens)$/.test(subject.lower)
  )
    return false
  return (
    around.obliques.length === 0 &&
    around.patients.every((head) => {
      const token = tokenAt(scene, head)
      return token !== undefined && isBare(scene, token)
    })
  )
}

function isOfSpeech({ words }: Scene, { rows }: Trigger): boolean {
  return rows.every(({ kind }) => words.kinds.get(kind)?.group === 'words')
}

function isBare({ document }: Scene, { xpos, index }: Token): boolean {
  return xpos === 'NNS' && childrenBy(document, index, 'det', 'nummod', 'nmod:poss').length === 0
}
