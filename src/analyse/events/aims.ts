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
  return expand(
    document,
    along.map(({ head }) => head),
  )
}
