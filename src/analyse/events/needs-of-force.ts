import { childBy, childrenBy, isPassive, prepositionOf, tokensIn } from '../../text/index.ts'
import { someOf, type Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import type { Need } from './needs-of-acts.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import { ONTO } from './undergone.ts'

/** What words of fire, of captivity and of soldiers' work need beside them. */
export const NEEDS_OF_FORCE: Readonly<Record<string, Need>> = {
  // "fired on the crowd", "was shot at", "fired into the air"; "fired 20 workers" is no shot.
  'fired-at': (scene, { trigger, around }) =>
    around.patients.every((head) => !isPeople(scene.mentions.byHead(head))) &&
    (isAimed(scene, around) || isFiredAt(scene, trigger.token)),
  // "The force fired, killing two", "engaged the gunmen"
  engaged: (scene, { trigger, around }) =>
    isOfType(scene, around.agents, FIGHTING) &&
    (isOfType(scene, around.patients, FIGHTING) ||
      someOf(scene, around.patients, 'fighters', 'perpetrator') ||
      (around.patients.length === 0 && killsBeside(scene, trigger.token))),
  'kills-beside': (scene, { trigger, around }) =>
    around.patients.length === 0 &&
    around.agents.some((head) => isPeople(scene.mentions.byHead(head))) &&
    killsBeside(scene, trigger.token),
  // "are still held", "was held for 43 days"; "held talks" and "held the town" hold nobody.
  held: (scene, { trigger, around }) => isHeld(scene, trigger.token, around),
  'held-by-rebels': (scene, { trigger, around }) =>
    isHeld(scene, trigger.token, around) && isOfType(scene, around.agents, ['armed-group']),
  'held-in-custody': (scene, { trigger, around }) =>
    isHeld(scene, trigger.token, around) &&
    around.obliques.some(
      ({ preposition, head }) =>
        preposition === 'over' ||
        (preposition === 'without' && /^(?:charge|trial)s?$/.test(lemmaAt(scene, head))) ||
        (/^(?:in|at)$/.test(preposition) && someOf(scene, [head], 'prison')) ||
        (/^(?:for|on)$/.test(preposition) && someOf(scene, [head], 'inquiring-noun')),
    ),
  // "gave him 72 hours to leave": a time, and what is to be done in it
  deadline: (scene, { trigger, around }) =>
    around.patients.some(
      (head) =>
        isTimeSpan(scene, head) &&
        [trigger.token, head].some(
          (one) => childrenBy(scene.document, one, 'xcomp', 'advcl', 'acl').length > 0,
        ),
    ),
  // "trained the battalion", "is advising the fighters"
  'trains-forces': (scene, { around }) =>
    isOfType(scene, around.agents, ['state-force', 'government', 'organisation', 'armed-group']) &&
    isOfType(scene, around.patients, FIGHTING),
  // "travelled to Velka": only officials visit.
  'goes-to': (scene, { around }) =>
    isOfType(scene, around.agents, ['government', 'person']) &&
    around.obliques.some(
      ({ preposition, head }) =>
        preposition === 'to' && scene.mentions.byHead(head)?.type === 'place',
    ),
  // "opened fire on a convoy"; a bomb against one is a bomb
  'on-convoy': (scene, { around }) =>
    !someOf(scene, around.agents, 'weapon-agent', 'bomber') &&
    someOf(
      scene,
      [
        ...around.patients,
        ...around.obliques
          .filter(({ preposition }) => isOf(scene.words, preposition, 'against'))
          .map(({ head }) => head),
      ],
      'convoy',
    ),
  // "killed the mayor", "the murder of the union's leader": whoever is known, unless soldiers fight him
  prominent: (scene, { around }) =>
    around.patients.some((head) => isProminent(scene, head)) &&
    !isOfType(scene, around.agents, ['state-force']) &&
    !someOf(scene, around.agents, 'weapon-agent', 'attack-noun'),
  // "shot three prisoners", "was shot by his captors"
  captives: (scene, { around }) =>
    someOf(scene, around.patients, 'captive') || someOf(scene, around.agents, 'captor'),
  // "police stormed five flats"
  'by-police': (scene, { around }) =>
    someOf(scene, around.agents, 'police-word') &&
    around.patients.some((head) => !isOfType(scene, [head], ['place'])),
  // "detonated his explosives", "detonated a suicide vest"
  'worn-bomb': (scene, { around }) =>
    around.patients.some(
      (head) =>
        someOf(scene, [head], 'worn') ||
        (someOf(scene, [head], 'device') &&
          !someOf(scene, [head], 'vehicle') &&
          /^(?:his|her)$/.test(childBy(scene.document, head, 'nmod:poss')?.lower ?? '')),
    ),
  // "on suspicion of murder": a word without article, as charges are named
  bare: (scene, { trigger, around }) =>
    around.patients.length === 0 &&
    tokenAt(scene, trigger.token)?.xpos === 'NN' &&
    childBy(scene.document, trigger.token, 'det', 'nmod:poss', 'nummod') === undefined,
  // "rammed a car into a crowd", "a van drove into pedestrians"
  rammed: (scene, { around }) =>
    [...around.agents, ...around.patients].some(
      (head) => someOf(scene, [head], 'vehicle') || isPeople(scene.mentions.byHead(head)),
    ) &&
    around.obliques.some(
      ({ preposition, head }) => preposition === 'into' && isPeople(scene.mentions.byHead(head)),
    ),
  // "the mob burned a police post": people do it
  'burnt-by': (scene, { around }) =>
    around.agents.some((head) => isPeople(scene.mentions.byHead(head))) &&
    around.patients.some(
      (head) =>
        isOfType(scene, [head], ['facility', 'place']) ||
        someOf(scene, [head], 'structure', 'property', 'vehicle'),
    ),
  // "was hit by a bullet"
  'shot-person': (scene, { around }) =>
    around.patients.some((head) => isPeople(scene.mentions.byHead(head))) &&
    someOf(scene, [...around.agents, ...around.obliques.map(({ head }) => head)], 'bullet'),
  // "threats against the mayor"
  'threatened-one': (scene, { around }) =>
    around.obliques.some(
      ({ preposition, head }) => preposition === 'against' && isPeople(scene.mentions.byHead(head)),
    ),
  'to-do': (scene, { trigger }) => childBy(scene.document, trigger.token, 'xcomp') !== undefined,
  // "the minister quit"
  'official-alone': (scene, { around }) =>
    around.patients.length === 0 && isOfType(scene, around.agents, ['person', 'government']),
  // "the ferry sank"; "sank the ferry" is no accident
  'vehicle-alone': (scene, { around }) =>
    around.patients.length === 0 && someOf(scene, around.agents, 'vehicle'),
  // "sent food": what is sent; that the World Food Fund sends something is no aid yet
  aid: (scene, { around }) => someOf(scene, around.patients, 'aid'),
  // "their vehicle struck a landmine", "stepped on a mine"
  'onto-device': (_scene, { around }) =>
    around.obliques.some(({ preposition }) => preposition === ONTO),
  // "retook the hospital", "overran the palace"
  ground: (scene, { around }) =>
    isOfType(scene, around.patients, ['place', 'facility']) ||
    someOf(scene, around.patients, 'territory'),
  // "the town fell": to whomever
  'ground-alone': (scene, { around }) =>
    around.patients.length === 0 &&
    (isOfType(scene, around.agents, ['place']) || someOf(scene, around.agents, 'territory')) &&
    around.obliques.every(({ preposition }) => !/^(?:by|from|into|on)$/.test(preposition)),
  // "left their homes"; "left home" is a walk.
  'their-homes': (scene, { around }) =>
    around.patients.some(
      (head) =>
        tokenAt(scene, head)?.lower === 'homes' &&
        childBy(scene.document, head, 'nmod:poss') !== undefined,
    ),
  // "refused to leave"; who refuses to comment has only declined to speak.
  refuses: (scene, { trigger, around }) =>
    !someOf(scene, around.patients, 'said-thing') &&
    !childrenBy(scene.document, trigger.token, 'xcomp', 'advcl').some(({ lowerLemma }) =>
      isOf(scene.words, lowerLemma, 'commenting'),
    ),
}

const FIGHTING = ['state-force', 'armed-group']

function isOfType(scene: Scene, heads: readonly number[], types: readonly string[]): boolean {
  return heads.some((head) => types.includes(scene.mentions.byHead(head)?.type ?? ''))
}

/** People, weapons or weapons' fire that goes at something, or into the air. */
function isAimed(scene: Scene, { agents, patients, obliques }: Arguments): boolean {
  const isFire = (head: number): boolean =>
    isPeople(scene.mentions.byHead(head)) || scene.mentions.byHead(head)?.type === 'weapon'
  if (![...agents, ...patients].some(isFire) && !someOf(scene, agents, 'weapon-agent')) return false
  return obliques.some(
    ({ preposition, head }) =>
      /^(?:at|on|into|toward|towards|over|through)$/.test(preposition) ||
      (preposition === 'in' && lemmaAt(scene, head) === 'air'),
  )
}

/** "two ambulances were fired on": a passive that ends with its preposition */
function isFiredAt({ document }: Scene, verb: number): boolean {
  return (
    isPassive(document, verb) && /^(?:at|on|upon)$/.test(document.tokens[verb + 1]?.lower ?? '')
  )
}

/** "fired, killing two" */
function killsBeside(scene: Scene, verb: number): boolean {
  return childrenBy(scene.document, verb, 'advcl').some(
    ({ xpos, lowerLemma }) => xpos === 'VBG' && /^(?:kill|wound|injure)$/.test(lowerLemma),
  )
}

/** Somebody in a passive, whole or left of its helper. */
function isHeld(scene: Scene, verb: number, { patients }: Arguments): boolean {
  const token = tokenAt(scene, verb)
  const isDone = isPassive(scene.document, verb) || token?.xpos === 'VBN'
  return isDone && patients.some((head) => isPeople(scene.mentions.byHead(head)))
}

function isTimeSpan(scene: Scene, head: number): boolean {
  return (
    isOf(scene.words, lemmaAt(scene, head), 'period-unit') &&
    prepositionOf(scene.document, head) === ''
  )
}

/** A mayor, a minister, a union's leader, by these words or by others of the report for the same person. */
function isProminent(scene: Scene, head: number): boolean {
  const mention = scene.mentions.byHead(head)
  if (mention?.type !== 'person') return false
  const beside = childrenBy(scene.document, head, 'nmod:desc', 'appos', 'compound')
  if (someOf(scene, [head, ...beside.map(({ index }) => index)], 'prominent')) return true
  return (
    scene.mentions
      .actorOf(mention)
      ?.mentions.some((span) =>
        isOf(scene.words, lemmaAt(scene, tokensIn(scene.document, span).last - 1), 'prominent'),
      ) === true
  )
}
