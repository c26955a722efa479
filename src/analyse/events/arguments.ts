import {
  childBy,
  childrenBy,
  expand,
  headOf,
  obliquesOf,
  predicateAt,
  type Token,
} from '../../text/index.ts'
import { againstBehind, aimsBeside, withStrayConjuncts } from './aims.ts'
import { isOf, rowsOf } from './event-words.ts'
import { beforeParticiple, impliedPatients, numberBeforeHelper, numberBeside } from './implied.ts'
import { isShotAt, undergoers, undergone } from './undergone.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { Trigger } from './trigger.ts'

export interface Oblique {
  readonly preposition: string
  readonly head: number
}

/** Heads of the phrases around a trigger, by what they do in it. */
export interface Arguments {
  readonly agents: readonly number[]
  readonly patients: readonly number[]
  readonly obliques: readonly Oblique[]
  /** The verb that a noun trigger is object or subject of, or the trigger itself. */
  readonly governor?: number
}

/** Who did it to whom, at a verb or a noun. */
export function readArguments(scene: Scene, { token, pos }: Trigger): Arguments {
  const found = pos === 'VERB' ? ofVerb(scene, token) : ofNoun(scene, token)
  const meant = (heads: readonly number[]): number[] => [
    ...new Set(heads.map((head) => antecedent(scene, head)).filter((head) => head !== token)),
  ]
  return {
    agents: meant(found.agents),
    patients: meant(found.patients),
    obliques: found.obliques,
    ...(found.governor !== undefined && { governor: found.governor }),
  }
}

/** "who", "which" stand for the noun that their clause hangs on. */
function antecedent(scene: Scene, head: number): number {
  const token = tokenAt(scene, head)
  if (!token || !/^(who|whom|which|that)$/.test(token.lower)) return head
  const verb = tokenAt(scene, token.head)
  return verb?.deprel.startsWith('acl') && verb.head >= 0 ? verb.head : head
}

function ofVerb(scene: Scene, token: number): Arguments {
  const own = tokenAt(scene, token)
  const found = undergone(scene, token, withOwner(scene, token))
  // "shot dead a teacher", read as a noun: the adjective has taken the object.
  const taken = own?.upos === 'NOUN' ? objectsOfAdjective(scene, token) : []
  if (taken.length > 0) return { ...found, patients: [...found.patients, ...taken] }
  if (!own || !isOfHarm(scene, own) || isShotAt(scene, token)) return found
  const before = own.deprel.startsWith('conj') ? numberBeforeHelper(scene, own) : undefined
  if (before !== undefined) return { ...found, patients: [before] }
  const patients = beforeParticiple(scene, own)
  if (patients.length > 0) return { ...found, agents: [], patients }
  const hasOwn = childBy(scene.document, token, 'obj', 'nsubj:pass') !== undefined
  const mayCount = /^(conj|amod)/.test(own.deprel) && !hasOwn
  const counted = mayCount ? numberBeside(scene, own) : []
  if (counted.length > 0) return { ...found, patients: counted }
  if (found.patients.length > 0) return found
  const implied = impliedPatients(scene, own)
  return { ...found, ...implied, agents: implied.agents ?? found.agents }
}

/** What stands around a verb; "attacked by gunmen on Monday" as a modifier: its noun is what was attacked. */
function withOwner(scene: Scene, token: number): Arguments {
  const { agents, patients, obliques } = predicateAt(scene.document, token)
  const own = tokenAt(scene, token)
  const noun = own && isOnNoun(scene, own) ? own.head : -1
  const isReduced = noun >= 0 && own?.xpos === 'VBN' && !childBy(scene.document, token, 'nsubj')
  // "where the force called for": nobody is called for anything, whatever the tree says.
  if (isReduced && isNeverDone(scene, own)) return { agents: [noun], patients: [], obliques }
  return {
    agents: isReduced ? agents.filter((head) => head !== noun) : agents,
    patients: isReduced && !patients.includes(noun) ? [...patients, noun] : patients,
    obliques: obliques.filter(
      ({ preposition, head }) => preposition !== 'by' || !agents.includes(head),
    ),
  }
}

/** A verb with a preposition that takes no object: "called for", "appealed to". */
function isNeverDone({ document, words }: Scene, { index, lowerLemma }: Token): boolean {
  const next = document.tokens[index + 1]
  return next?.upos === 'ADP' && isOf(words, `${lowerLemma} ${next.lower}`, 'without-object')
}

function objectsOfAdjective({ document }: Scene, token: number): number[] {
  const heads = childrenBy(document, token, 'amod', 'xcomp').flatMap(({ index }) =>
    childrenBy(document, index, 'obj').map((object) => object.index),
  )
  return expand(document, heads)
}

function isOnNoun({ document }: Scene, { deprel, head, index }: Token): boolean {
  if (deprel === 'acl' || (deprel === 'amod' && head < index)) return true
  return deprel === 'root' && /^(NOUN|PROPN)$/.test(document.tokens[head]?.upos ?? '')
}

function isOfHarm({ words }: Scene, { lowerLemma }: Token): boolean {
  return rowsOf(words.harms, lowerLemma, 'VERB')?.some(({ whom }) => whom === 'patient') === true
}

function ofNoun(scene: Scene, token: number): Arguments {
  const { document, words } = scene
  const obliques = [
    ...withThoseOfDoers(scene, obliquesOf(document, token)),
    ...againstBehind(scene, token),
  ]
  const agents: number[] = []
  const aims: number[] = []
  for (const owner of childrenBy(document, token, 'nmod:poss', 'compound', 'amod'))
    if (isPeople(scene.mentions.byHead(owner.index)) && isDoer(scene, owner))
      agents.push(owner.index)
  for (const { preposition, head } of obliques) {
    if (preposition === 'by') agents.push(head)
    else if (isOf(words, preposition, 'against') && !isCalendar(scene, head)) aims.push(head)
    else if (preposition === 'of') aims.push(head)
  }
  aims.push(...aimsBeside(scene, token), ...undergoers(scene, token))
  const patients = withStrayConjuncts(scene, token, aims)
  if (agents.length === 0) agents.push(...doersBehind(document, token, obliques))
  const light = lightVerb(scene, token)
  if (light === undefined) {
    const governed = governorOf(scene, token)
    const shared = sharedBy(scene, token, governed.governor)
    return { agents, patients, obliques: [...obliques, ...shared], ...governed }
  }
  const verb = predicateAt(document, light)
  return {
    agents: [...agents, ...verb.agents.filter((head) => head !== token)],
    patients: [...patients, ...against(scene, verb.obliques)],
    obliques: [...obliques, ...verb.obliques],
    governor: light,
  }
}

/** "the attack by gunmen on a patrol": what hangs on the doers may belong to the attack. */
function withThoseOfDoers(
  { document, words }: Scene,
  obliques: readonly Oblique[],
): readonly Oblique[] {
  const theirs = obliques
    .filter(({ preposition }) => preposition === 'by')
    .flatMap(({ head }) => obliquesOf(document, head))
    .filter(({ preposition }) => isOf(words, preposition, 'against'))
  return theirs.length > 0 ? [...obliques, ...theirs] : obliques
}

/** "the killing of the mediator by masked men", "an attack on a bus in Darun by rebels": what stands with "by" behind the one killed or the place did it, wherever the tree hangs it. */
function doersBehind(
  document: Scene['document'],
  token: number,
  obliques: readonly Oblique[],
): number[] {
  const behind = obliques
    .filter(({ preposition, head }) => preposition !== 'by' && head > token)
    .flatMap(({ head }) => obliquesOf(document, head))
  const deeper = behind
    .filter(({ preposition }) => preposition !== 'by')
    .flatMap(({ head }) => obliquesOf(document, head))
  return [...behind, ...deeper]
    .filter(({ preposition }) => preposition === 'by')
    .map(({ head }) => head)
}

function isDoer({ words }: Scene, token: Token): boolean {
  return !isOf(words, token.lowerLemma, 'device')
}

function isCalendar({ mentions, document, inTime }: Scene, head: number): boolean {
  return (
    mentions.byHead(head)?.type === 'time' || document.tokens[head] === undefined || inTime(head)
  )
}

/** "on", "against", "at" and what follows them; days and places of naming left out. */
function against(scene: Scene, obliques: readonly Oblique[]): number[] {
  return aimedAt(scene, obliques).filter((head) => !isCalendar(scene, head))
}

/** What follows "on", "against", "at", days too. */
export function aimedAt({ words }: Scene, obliques: readonly Oblique[]): number[] {
  return obliques
    .filter(({ preposition }) => isOf(words, preposition, 'against'))
    .map(({ head }) => head)
}

/** The verb that lends a noun its subject: "carried out an attack", "the attack carried out by". */
function lightVerb(scene: Scene, token: number): number | undefined {
  const { document, words } = scene
  const own = tokenAt(scene, token)
  const head = headOf(document, token)
  if (own && head && /^(obj|nsubj:pass)/.test(own.deprel) && isLight(scene, head)) return head.index
  return childrenBy(document, token, 'acl').find(
    (clause) => isLight(scene, clause) && !isOf(words, clause.lower, 'fighters'),
  )?.index
}

function isLight(scene: Scene, verb: Token): boolean {
  const { words } = scene
  return isOf(words, verb.lowerLemma, 'light') || isOf(words, withParticle(scene, verb), 'light')
}

/** The verb above a noun that stands as its subject or object. */
function governorOf(scene: Scene, token: number): { governor?: number } {
  const own = tokenAt(scene, token)
  const head = headOf(scene.document, token)
  if (!own || !head || !/^(obj|nsubj|obl)/.test(own.deprel)) return {}
  return { governor: head.index }
}

/** "Clashes broke out between soldiers and rebels": what hangs on a verb that only says that it happened belongs to the noun. */
function sharedBy(scene: Scene, token: number, governor: number | undefined): readonly Oblique[] {
  const verb = governor === undefined ? undefined : tokenAt(scene, governor)
  if (!verb || !tokenAt(scene, token)?.deprel.startsWith('nsubj')) return []
  const isOccurring = isOf(scene.words, withParticle(scene, verb), 'occur')
  return isOccurring ? predicateAt(scene.document, verb.index).obliques : []
}

/** A verb with its particle: "break out". */
export function withParticle({ document }: Scene, { index, lowerLemma }: Token): string {
  const particle = childBy(document, index, 'compound:prt')
  return particle ? `${lowerLemma} ${particle.lower}` : lowerLemma
}

/** All heads around a trigger, conjuncts included. */
export function allHeads(scene: Scene, { agents, patients, obliques }: Arguments): number[] {
  return expand(scene.document, [...agents, ...patients, ...obliques.map(({ head }) => head)])
}

/** Whether some of these phrases is of a class, by its head or the words before it; of "tons of maize" by what is measured. */
export function someOf(scene: Scene, heads: readonly number[], ...classes: string[]): boolean {
  return heads.some(
    (head) =>
      (isOf(scene.words, lemmaAt(scene, head), 'measure') &&
        someOf(scene, measuredBy(scene, head), ...classes)) ||
      isOf(scene.words, lemmaAt(scene, head), ...classes) ||
      childrenBy(scene.document, head, 'compound').some(({ lower }) =>
        isOf(scene.words, lower, ...classes),
      ),
  )
}

function measuredBy({ document }: Scene, head: number): number[] {
  return obliquesOf(document, head)
    .filter((one) => one.preposition === 'of' && one.head > head)
    .map((one) => one.head)
}
