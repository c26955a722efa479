import { rowsOf } from '../events/event-words.ts'
import type { Scene } from '../events/scene.ts'
import { phraseOf } from './phrase-of.ts'

/** "two employees of the embassy and four civilians": what the list goes on with, where the tree hangs it elsewhere. */
export function withRest(scene: Scene, heads: readonly number[]): number[] {
  const all = [...heads]
  for (let more = 0; more < MOST_IN_LIST; more += 1) {
    const last = all.reduce((latest, head) => Math.max(latest, head), -1)
    const next = nextInList(scene, last)
    if (next === undefined || all.includes(next)) break
    all.push(next)
  }
  return all
}

const MOST_IN_LIST = 12

/** The head of the counted phrase behind "and", a comma or "plus". */
function nextInList(scene: Scene, head: number): number | undefined {
  const { document, words } = scene
  const token = document.tokens[head]
  if (!token) return undefined
  const { last } = phraseOf(scene, token)
  let at = last
  while (at < last + 2 && /^(and|,|plus|&)$/.test(document.tokens[at]?.lower ?? '')) at += 1
  const opening = document.tokens[at]
  if (at === last || opening?.sentence !== token.sentence) return undefined
  const isCounted =
    opening.upos === 'NUM' ||
    /^(an?|one)$/.test(opening.lower) ||
    words.mentions.vague.has(opening.lower)
  const mention = isCounted ? scene.mentions.at(at) : undefined
  if (!mention || mention.head <= head || !mention.count) return undefined
  // "and 20 wounded", "and 20 others were hurt": the next harm's own people.
  const after = document.tokens[mention.last]
  const isNext =
    after?.sentence === token.sentence &&
    // "and two civilians injuring dozens": a participle goes on from the verb before.
    ((/^(VERB|AUX)$/.test(after.upos) && after.xpos !== 'VBG') ||
      rowsOf(words.harms, after.lower, 'ADJ') !== undefined)
  const said = document.tokens[mention.head]
  // "lost three men, a spokesman said"
  if (/^(nsubj|appos|parataxis)/.test(said?.deprel ?? '') && document.tokens[at - 1]?.text === ',')
    return undefined
  const isHarm = said !== undefined && rowsOf(words.harms, said.lower, said.upos) !== undefined
  return isNext || isHarm ? undefined : mention.head
}
