import { childBy, childrenBy, isPassive, type Token } from '../../text/index.ts'
import { someOf, withParticle, type Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { Trigger } from './trigger.ts'

/** A trigger and what stands around it. */
export interface Place {
  readonly trigger: Trigger
  readonly around: Arguments
}

export type Need = (scene: Scene, place: Place) => boolean

/** What words of speech, of justice, of taking and of hunting need beside them. */
export const NEEDS_OF_ACTS: Readonly<Record<string, Need>> = {
  // "The drivers threatened", "we urge", "the plan was rejected": somebody speaks, or did.
  speaker: (scene, { trigger, around }) =>
    around.agents.some((head) => isSpeaker(scene, head)) ||
    (trigger.pos === 'VERB' && around.agents.length === 0 && isToldPassive(scene, trigger.token)),
  // "blamed the army", "was blamed on the army"; "blamed the weather" accuses nobody.
  accused: (scene, { around }) =>
    around.patients.some((head) => isSpeaker(scene, head)) ||
    around.obliques.some(
      ({ preposition, head }) => /^(on|for)$/.test(preposition) && isSomebody(scene, head),
    ),
  // "charged with murder", "was charged"; "the police charged the crowd" is no trial.
  charged: (scene, { trigger, around }) =>
    around.patients.some((head) => isSpeaker(scene, head)) &&
    (isToldPassive(scene, trigger.token) ||
      around.obliques.some(({ preposition }) => /^(with|over|for)$/.test(preposition))),
  // "stole the rifles", "the rifles were stolen"; "a stolen car" tells of the car.
  stolen: (scene, { trigger, around }) =>
    around.patients.length > 0 &&
    !someOf(scene, around.patients, 'abstract') &&
    tokenAt(scene, trigger.token)?.deprel !== 'amod',
  // "taken from her flat", "dragged from his car": people, and where they were.
  snatched: (scene, { around }) =>
    around.patients.some((head) => isSomebody(scene, head)) &&
    around.obliques.some(({ preposition, head }) => isFrom(scene, preposition, head)) &&
    !around.obliques.some(({ preposition }) => preposition === 'to'),
  // "was caught by police"; "caught in the crossfire" is no arrest.
  caught: (scene, { around }) =>
    around.patients.some((head) => isSomebody(scene, head)) &&
    !around.obliques.some(({ preposition }) => /^(in|between|on|up|off)$/.test(preposition)),
  // "handed over 31 prisoners", "exchanged captives"
  captive: (scene, { around }) => someOf(scene, around.patients, 'captive'),
  // "an operation to arrest a leader", "in search of", "detained two men during an operation"
  hunt: (scene, { trigger, around }) =>
    clausesOf(scene, trigger.token, around).some(({ lowerLemma }) =>
      isOf(scene.words, lowerLemma, 'hunting'),
    ) ||
    around.obliques.some(({ head }) => lemmaAt(scene, head) === 'search') ||
    isDuringTaking(scene, trigger.token),
  // "The force targeted a rebel leader", "a compound": a force on an operation goes after somebody, whoever sent it.
  'hunted-by-force': (scene, { around: { agents, patients } }) =>
    someOf(scene, agents, 'sent-out') &&
    patients.some((head) => /^(?:person|facility)$/.test(scene.mentions.byHead(head)?.type ?? '')),
  // "strikes on the camp", "a strike destroyed the bridge"; teachers strike otherwise.
  'armed-strike': (scene, { trigger, around }) =>
    !isOfWorkers(scene, trigger.token) &&
    (hitsSomething(scene, around) || isArmed(scene, trigger) || isConducted(scene, around)),
  'workers-strike': (scene, { trigger, around }) =>
    isOfWorkers(scene, trigger.token) ||
    (around.governor !== undefined &&
      isOf(scene.words, lemmaAt(scene, around.governor), 'of-strikers')),
}

/** Verbs whose subject is left out: "was rejected", "have been promised". */
function isToldPassive({ document }: Scene, verb: number): boolean {
  return (
    isPassive(document, verb) && childBy(document, verb, 'nsubj:pass', 'aux:pass') !== undefined
  )
}

function isSpeaker(scene: Scene, head: number): boolean {
  const token = tokenAt(scene, head)
  return (
    isSomebody(scene, head) ||
    isOf(scene.words, token?.lower, 'speaker') ||
    isOf(scene.words, token?.lowerLemma, 'speaker')
  )
}

function isSomebody({ mentions }: Scene, head: number): boolean {
  return isPeople(mentions.byHead(head))
}

/** The clauses that say what a noun was for, wherever the tree hangs them: "held an operation to arrest". */
function clausesOf({ document }: Scene, noun: number, { governor }: Arguments): Token[] {
  const own = childrenBy(document, noun, 'acl')
  return governor === undefined ? own : [...own, ...childrenBy(document, governor, 'advcl')]
}

function isFrom(scene: Scene, preposition: string, head: number): boolean {
  if (!/^(from|out of)$/.test(preposition)) return false
  const type = scene.mentions.byHead(head)?.type
  return (
    type === 'facility' || type === 'place' || someOf(scene, [head], 'home', 'vehicle', 'structure')
  )
}

/** "detained several insurgents during an operation": what was done in it was the aim. */
function isDuringTaking(scene: Scene, noun: number): boolean {
  const own = tokenAt(scene, noun)
  const verb = own?.deprel.startsWith('obl') ? tokenAt(scene, own.head) : undefined
  if (!verb || !isOf(scene.words, verb.lowerLemma, 'hunting')) return false
  return /^(during|in|after)$/.test(childBy(scene.document, noun, 'case')?.lower ?? '')
}

function isOfWorkers({ document, words }: Scene, noun: number): boolean {
  if (childBy(document, noun, 'case')?.lower === 'on' && !childBy(document, noun, 'det'))
    return true
  const beside = [
    ...childrenBy(document, noun, 'nmod:poss', 'compound', 'amod'),
    ...childrenBy(document, noun, 'nmod').filter(({ index }) =>
      /^(of|by)$/.test(childBy(document, index, 'case')?.lower ?? ''),
    ),
  ]
  return beside.some(({ lowerLemma }) => isOf(words, lowerLemma, 'worker'))
}

/** "strikes against the group", "on the camp" */
function hitsSomething(scene: Scene, { obliques }: Arguments): boolean {
  return obliques.some(({ preposition, head }) => {
    if (!isOf(scene.words, preposition, 'against')) return false
    const type = scene.mentions.byHead(head)?.type
    return type !== undefined && !/^(time|event|thing)$/.test(type)
  })
}

/** "conducted 15 strikes", "have carried out strikes there": workers only hold and call them. */
function isConducted(scene: Scene, { governor, agents }: Arguments): boolean {
  if (governor === undefined) return false
  const verb = tokenAt(scene, governor)
  if (!verb || !isOf(scene.words, withParticle(scene, verb), 'conducting')) return false
  return !someOf(scene, agents, 'worker')
}

/** "a precision strike", "three strikes destroyed a bridge" */
function isArmed(scene: Scene, { token }: Trigger): boolean {
  const { document, words } = scene
  const own = tokenAt(scene, token)
  if (
    childrenBy(document, token, 'amod', 'compound').some(({ lower }) =>
      isOf(words, lower, 'armed-kind'),
    )
  )
    return true
  const verb = own?.deprel === 'nsubj' ? tokenAt(scene, own.head) : undefined
  return verb !== undefined && isOf(words, verb.lowerLemma, 'wrecking')
}
