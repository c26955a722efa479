import { childrenBy, expand, predicateAt, type Token } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { Part } from './participants.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'

/** Somebody in a role that a sentence of its own tells. */
export interface ToldPart extends Part {
  readonly token: number
}

/** "The target was the embassy", "the bomber was identified as X". */
export function findToldParts(scene: Scene): ToldPart[] {
  return scene.document.tokens.flatMap((token) => {
    if (token.upos === 'VERB') return identified(scene, token)
    return token.deprel === 'nsubj' ? isSuch(scene, token) : []
  })
}

/** "The target was the embassy": the noun says the role, what it is said to be takes it. */
function isSuch(scene: Scene, subject: Token): ToldPart[] {
  const { words, document } = scene
  const said = tokenAt(scene, subject.head)
  if (!said || !childrenBy(document, said.index, 'cop').length || said.upos === 'ADJ') return []
  const noun = subject.lowerLemma
  const isTarget = isOf(words, noun, 'target-noun')
  if (!isTarget && !isOf(words, noun, 'perpetrator')) return []
  if (
    childrenBy(document, said.index, 'advmod').some(({ lower }) => isOf(words, lower, 'negation'))
  )
    return []
  return expand(document, [said.index])
    .filter((head) => isPeople(scene.mentions.byHead(head)) || isPlaceLike(scene, head))
    .map((head) => ({
      head,
      token: subject.index,
      role: isTarget ? 'target' : 'perpetrator',
      confidence: 'fact',
      rule: 'said-to-be',
    }))
}

function isPlaceLike({ mentions }: Scene, head: number): boolean {
  return mentions.byHead(head)?.type === 'facility'
}

/** "The attacker was identified as X", "named the gunman as X". */
function identified(scene: Scene, verb: Token): ToldPart[] {
  const { words, document } = scene
  if (!isOf(words, verb.lowerLemma, 'identify')) return []
  const { agents, patients, obliques } = predicateAt(document, verb.index)
  const who = [...patients, ...agents].find((head) =>
    isOf(words, tokenAt(scene, head)?.lowerLemma, 'perpetrator'),
  )
  if (who === undefined) return []
  const next = scene.document.tokens[verb.index + 1]
  const beside = next?.lower === 'as' ? scene.mentions.at(next.index + 1)?.head : undefined
  const as = new Set([
    ...(beside === undefined ? [] : [beside]),
    ...obliques.filter(({ preposition }) => preposition === 'as').map(({ head }) => head),
    ...childrenBy(document, verb.index, 'xcomp').map(({ index }) => index),
  ])
  return [...as]
    .filter((head) => scene.mentions.byHead(head)?.form === 'name')
    .map((head) => ({
      head,
      token: verb.index,
      role: 'perpetrator',
      confidence: 'fact',
      rule: 'identified-as',
    }))
}
