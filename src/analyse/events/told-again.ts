import { childBy, childrenBy } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import { tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'
import { aimsOf, doersOf, recent, shareAims } from './told.ts'

/** Whether a spot tells a group's event again by where it stands or by who is in it, whatever its word. */
export function isToldAgain(scene: Scene, spot: Spot, group: Group): boolean {
  return (
    isBehindHeadline(scene, spot, group) ||
    isBelowHeadline(scene, spot, group) ||
    isNamedNow(scene, spot, group) ||
    isByTheSame(scene, spot, group)
  )
}

/** "2017 Darun bombings: A car bomb exploded at a market." */
function isBehindHeadline({ document }: Scene, { sentence, trigger }: Spot, group: Group): boolean {
  const first = document.sentences[sentence]?.first ?? 0
  const opening = document.tokens.slice(first, Math.min(trigger.token, first + OPENING))
  const colon = opening.findIndex(({ lower }) => lower === ':')
  if (opening.slice(0, colon).some(({ upos }) => upos === 'VERB')) return false
  return recent(group).some(
    (other) => other.sentence === sentence && other.trigger.token < first + colon,
  )
}

/** Within how many words a headline ends in a colon. */
const OPENING = 14

/** A headline and the first sentence below it that tells of something. */
function isBelowHeadline(scene: Scene, spot: Spot, group: Group): boolean {
  const heading = scene.leads?.get(spot.sentence)
  if (heading === undefined) return false
  const isThere = recent(group).every(
    ({ sentence }) => sentence === heading || sentence === spot.sentence,
  )
  return isThere && shareAims(scene, spot, group)
}

/** "A teacher was shot in Darun. Ana Lor, 34, was hit in the neck.": one person, then the name. */
function isNamedNow(scene: Scene, spot: Spot, group: Group): boolean {
  if (scene.words.kinds.get(spot.kind)?.group !== 'violence') return false
  if (!isJustBefore(spot, group)) return false
  const [one, ...others] = aimsOf(scene, spot).map((head) => scene.mentions.byHead(head))
  if (one?.form !== 'name' || one.type === 'facility' || others.length > 0) return false
  const theirs = recent(group).flatMap((other) => aimsOf(scene, other))
  return theirs.length > 0 && theirs.every((head) => isSomeone(scene, head))
}

/** "a teacher" */
function isSomeone({ document, mentions }: Scene, head: number): boolean {
  const mention = mentions.byHead(head)
  if (mention?.form === 'name' || mention?.type === 'facility') return false
  const article = childBy(document, head, 'det')?.lower ?? ''
  return document.tokens[head]?.xpos === 'NN' && /^an?$/.test(article)
}

/** "Two were killed in an attack by rebels. The rebels opened fire on …": an act by the same doers on the same people. */
function isByTheSame(scene: Scene, spot: Spot, group: Group): boolean {
  if (spot.trigger.pos !== 'NOUN' || spot.definite || !isJustBefore(spot, group)) return false
  const theirs = doersOf(scene, recent(group))
  const isDoer = [...doersOf(scene, [spot])].some((one) => theirs.has(one))
  const hasAims = (one: Spot): boolean => aimsOf(scene, one).length > 0
  return isDoer && hasAims(spot) && recent(group).some(hasAims) && shareAims(scene, spot, group)
}

function isJustBefore(spot: Spot, group: Group): boolean {
  return recent(group).some(
    ({ sentence }) => sentence < spot.sentence && spot.sentence - sentence <= 2,
  )
}

/** "It was the third attack since May": the time and place are those of all three. */
export function isCounted({ document, words }: Scene, { trigger }: Pick<Spot, 'trigger'>): boolean {
  const subject = childBy(document, trigger.token, 'nsubj')
  if (trigger.pos !== 'NOUN' || subject?.upos !== 'PRON') return false
  return (
    childBy(document, trigger.token, 'cop') !== undefined &&
    childrenBy(document, trigger.token, 'amod').some(({ lower }) => isOf(words, lower, 'ordinal'))
  )
}

/** "when the device exploded", "set off the bomb": the one that was told of. */
export function isOfTheDevice(scene: Scene, { trigger, kind, around }: Spot): boolean {
  const family = scene.words.kinds.get(kind)?.family ?? ''
  if (trigger.pos !== 'VERB' || !/^(?:blast|air)$/.test(family)) return false
  return [...around.agents, ...around.patients].some((head) => {
    const noun = tokenAt(scene, head)
    return (
      noun?.xpos === 'NN' &&
      isOf(scene.words, noun.lowerLemma, 'device', 'weapon-agent') &&
      childBy(scene.document, head, 'det')?.lower === 'the'
    )
  })
}

/** "executions, suicide bombings and attacks with mines": what is listed is told apart. */
export function areListed({ document }: Scene, { trigger }: Spot, group: Group): boolean {
  const own = document.tokens[trigger.token]
  if (trigger.pos !== 'NOUN' || !own) return false
  const isListed = ({ deprel }: { deprel: string }): boolean => deprel.startsWith('conj')
  return recent(group).some((spot) => {
    const other = document.tokens[spot.trigger.token]
    if (spot.trigger.pos !== 'NOUN' || !other) return false
    if (isListed(other) && other.head === own.index) return true
    return (
      isListed(own) && (own.head === other.index || (isListed(other) && own.head === other.head))
    )
  })
}
