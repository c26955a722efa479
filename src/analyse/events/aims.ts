import { childBy, childrenBy, expand, headOf, obliquesOf, predicateAt } from '../../text/index.ts'
import type { Oblique } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'

/** What an act was aimed at, where a verb beside its noun tells it: "the strikes hit two substations", "attacks targeting civilians". */
export function aimsBeside(scene: Scene, token: number): number[] {
  const { document } = scene
  const own = tokenAt(scene, token)
  const above = own?.deprel === 'nsubj' ? headOf(document, token) : undefined
  const verbs = [...(above ? [above] : []), ...childrenBy(document, token, 'acl')]
  return verbs
    .filter(({ upos, lowerLemma }) => upos === 'VERB' && isOf(scene.words, lowerLemma, 'aiming'))
    .flatMap(({ index }) => predicateAt(document, index).patients)
    .filter((head) => head > token)
}

/** "coordinating attacks in Darun against civilians": what the tree hangs on the verb belongs to its object. */
export function againstBehind({ document }: Scene, token: number): readonly Oblique[] {
  const own = document.tokens[token]
  const verb = own?.deprel === 'obj' ? headOf(document, token) : undefined
  if (!verb) return []
  return obliquesOf(document, verb.index).filter(
    ({ preposition, head }) => preposition === 'against' && head > token,
  )
}

/** "attacks against civilians as well as soldiers": people whom the tree joins to the attacks themselves. */
export function withStrayConjuncts(scene: Scene, token: number, aims: readonly number[]): number[] {
  const last = Math.max(-1, ...aims)
  if (last < token) return [...aims]
  const stray = childrenBy(scene.document, token, 'conj')
    .filter(({ index }) => index > last && isPeople(scene.mentions.byHead(index)))
    .map(({ index }) => index)
  return [...aims, ...expand(scene.document, stray)]
}

/** "was abducted with six colleagues", "killed along with his driver": who is named beside those taken or hurt suffered the same. */
export function takenAlong(scene: Scene, token: number): number[] {
  const { document, words, mentions } = scene
  if (tokenAt(scene, token)?.upos !== 'VERB') return []
  const { passive, patients, obliques } = predicateAt(document, token)
  if (patients.length === 0) return []
  // "killed the leader, Dolo, along with two guards": the tree may hang them on the leader.
  const onThem = patients.flatMap((head) => obliquesOf(document, head))
  const along = [...obliques, ...onThem.filter(({ preposition }) => preposition !== 'with')]
    .filter(({ preposition }) => isOf(words, preposition, 'together'))
    .filter(({ preposition, head }) => {
      const before = document.tokens[(childBy(document, head, 'case')?.index ?? 0) - 1]
      const isAlong = passive || preposition !== 'with' || isOf(words, before?.lower, 'together')
      return isAlong && isPeople(mentions.byHead(head))
    })
  return expand(document, [...along.map(({ head }) => head), ...joinedToPlace(scene, obliques)])
}

/** "killing two soldiers on board, as well as two civilians": counted people whom the tree joins to the spot. */
function joinedToPlace(
  { document, mentions, words }: Scene,
  obliques: readonly Oblique[],
): number[] {
  const isCounted = (head: number): boolean => childBy(document, head, 'nummod') !== undefined
  return obliques
    .filter(({ preposition, head }) => isOf(words, preposition, 'spot') && !isCounted(head))
    .flatMap(({ head }) => childrenBy(document, head, 'conj'))
    .filter(({ index }) => isPeople(mentions.byHead(index)) && isCounted(index))
    .filter(({ index }) => !hasVerbBehind(document, index))
    .map(({ index }) => index)
}

/** "in the blast and over 100 men and women were injured": a subject of its own, whatever the tree says. */
function hasVerbBehind({ tokens }: Scene['document'], head: number): boolean {
  const near = tokens.slice(head + 1, head + 8)
  const verb = near.find(({ upos, text }) => /^(?:AUX|VERB)$/.test(upos) || /^[.;]$/.test(text))
  if (!verb || !/^(?:AUX|VERB)$/.test(verb.upos)) return false
  return !/^(?:who|that|which)$/.test(tokens[verb.index - 1]?.lower ?? '')
}
