import { childrenBy, obliquesOf } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { isPeople, lemmaAt, type Scene } from './scene.ts'

/** Who did what the heads of an act's doers are told to have done: people themselves; of an aircraft or a gun whoever owns it ("an aircraft of the council", "army jets"), else the aircraft. */
export function peopleBehind(scene: Scene, heads: readonly number[]): number[] {
  return heads.flatMap((head) => {
    if (isPeople(scene.mentions.byHead(head))) return [head]
    if (!isOf(scene.words, lemmaAt(scene, head), 'crewed')) return []
    const owners = ownersOf(scene, head)
    return owners.length > 0
      ? owners
      : scene.mentions.byHead(head)?.actor === undefined
        ? []
        : [head]
  })
}

function ownersOf({ document, mentions }: Scene, head: number): number[] {
  const before = childrenBy(document, head, 'nmod:poss', 'compound', 'amod').map(
    ({ index }) => index,
  )
  const of = obliquesOf(document, head)
    .filter(({ preposition }) => preposition === 'of')
    .map((oblique) => oblique.head)
  return [...before, ...of].filter((owner) => isPeople(mentions.byHead(owner)))
}
