import { childBy, childrenBy, obliquesOf, predicateAt } from '../../text/index.ts'
import type { Arguments } from './arguments.ts'
import type { Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** "detained two men during an operation to catch a leader": whoever acts in a raid makes it, and whom it was to catch is told by its clause. */
export function ofOperation({ document }: Scene, { around, trigger }: Spot): Arguments {
  const noun = document.tokens[trigger.token]
  if (!noun || trigger.pos !== 'NOUN' || around.agents.length > 0) return around
  const isIn = /^(during|in)$/.test(childBy(document, noun.index, 'case')?.lower ?? '')
  const agents =
    isIn && noun.deprel.startsWith('obl') ? predicateAt(document, noun.head).agents : []
  const hunted = childrenBy(document, noun.index, 'acl').flatMap(({ index, xpos }) =>
    xpos === 'VBN' ? [] : predicateAt(document, index).patients,
  )
  const sought = around.obliques
    .filter(({ head }) => document.tokens[head]?.lowerLemma === 'search')
    .flatMap(({ head }) => obliquesOf(document, head).map((one) => one.head))
  return { ...around, agents, patients: [...around.patients, ...hunted, ...sought] }
}
