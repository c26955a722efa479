import type { Confidence, Source, Statement } from '../../records/index.ts'
import { ancestors, childrenBy, type Token } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { isNegated, statementsHolding, tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** How the report puts it that somebody did it. */
export function confidenceOf(scene: Scene, spot: Spot, head: number): Confidence {
  const said = tokenAt(scene, head)
  if (isSuspect(scene, head)) return 'suspected'
  if (spot.trigger.pos === 'VERB' && isUnderBlame(scene, spot.trigger.token)) return 'suspected'
  if (spot.status === 'possible' || hasMaybe(scene, spot)) return 'possible'
  const deepest = spot.statements.at(-1)
  if (deepest) return confidenceIn(scene, deepest, head)
  if (said?.lower !== 'we') return 'fact'
  if (isNegated(scene, spot.trigger.token)) return 'suspected'
  return spot.status === 'happened' ? 'claimed' : 'fact'
}

/** "suspected rebels", "a group of suspected Front rebels", also where the tree hangs the word on the name before them. */
function isSuspect({ document, mentions, words }: Scene, head: number): boolean {
  const mention = mentions.byHead(head)
  const [from, to] = mention ? [mention.first - 1, Math.max(head, mention.last)] : [head, head]
  const before = [
    ...childrenBy(document, head, 'amod', 'compound'),
    ...document.tokens.slice(Math.max(0, from, to - LONGEST), to),
  ]
  return before.some(
    ({ lower, upos, sentence }) =>
      upos !== 'NOUN' &&
      sentence === document.tokens[head]?.sentence &&
      isOf(words, lower, 'suspect'),
  )
}

/** The longest phrase that is looked through, in tokens. */
const LONGEST = 12

/** How a word that puts somebody behind an attack has it, where it stands under a verb of blame or in somebody's content. */
export function confidenceAt(scene: Scene, token: Token, head: number): Confidence {
  if (isSuspect(scene, head) || isUnderBlame(scene, token.index)) return 'suspected'
  // "is most likely responsible"
  const hedges = childrenBy(scene.document, token.index, 'advmod', 'aux')
  if (hedges.some(({ lower }) => isOf(scene.words, lower, 'possibly'))) return 'possible'
  const deepest = statementsHolding(scene, token).at(-1)
  return deepest ? confidenceIn(scene, deepest, head) : 'fact'
}

/** "accused the army of shelling the town, killing two": what hangs on an accusation is one. */
function isUnderBlame({ document, words }: Scene, token: number): boolean {
  return ancestors(document, token)
    .slice(0, 4)
    .some(({ lowerLemma, upos }) => upos === 'VERB' && isOf(words, lowerLemma, 'blaming'))
}

function hasMaybe(scene: Scene, { trigger }: Spot): boolean {
  return childrenBy(scene.document, trigger.token, 'advmod', 'aux').some(({ lower }) =>
    isOf(scene.words, lower, 'possibly'),
  )
}

/** Whoever wishes, demands or threatens to do it has not claimed to have done it. */
export const WISHED: ReadonlySet<Statement['stance']> = new Set([
  'hopes',
  'demands',
  'promises',
  'threatens',
  'warns',
])

/** Said by the doer itself it is claimed; as an accusation, suspected; as a suggestion, possible. */
export function confidenceIn(
  scene: Scene,
  { stance, certainty, source, cue }: Statement,
  head: number,
): Confidence {
  if (source && isOwn(scene, head, source)) {
    // Who denies it is held to have done it by others.
    if (stance === 'denies' || stance === 'doubts') return 'suspected'
    return WISHED.has(stance) ? 'fact' : 'claimed'
  }
  if (isOf(scene.words, cue?.lemma, 'belief')) return 'suspected'
  if (stance === 'accuses' || stance === 'suggests' || certainty === 'probable') return 'suspected'
  if (stance === 'claims' || stance === 'doubts' || stance === 'denies') return 'suspected'
  return certainty === 'possible' ? 'possible' : 'fact'
}

/** The speaker by a pronoun or a name, or people of the speaker's own: "it", "its fighters", "one of its drones". A pronoun in front of the speaker ("Its fighters fled, the army said") is somebody else's unless it is known. */
export function isOwn({ document, mentions }: Scene, head: number, source: Source): boolean {
  const actorAt = (at: number): string | undefined => mentions.actorOf(mentions.byHead(at))?.id
  if (source.actor === undefined) return false
  if (actorAt(head) === source.actor) return true
  const speaker = source.evidence.find((span) => span.in === undefined)?.start ?? Infinity
  const said = document.tokens[head]
  // "A statement by the Front said it was behind the attack": it, where nothing else is known to be meant.
  if (said?.lower === 'it' && actorAt(head) === undefined && said.start > speaker)
    return source.kind === 'document' || source.kind === 'organisation'
  const named = [head, ...childrenBy(document, head, 'nmod').map(({ index }) => index)]
  return named.some((noun) =>
    childrenBy(document, noun, 'nmod:poss').some(
      // "his brother" is nobody's own force.
      ({ index, lower, start }) =>
        /^(?:its|their|our)$/.test(lower) &&
        (actorAt(index) ?? (start > speaker ? source.actor : undefined)) === source.actor,
    ),
  )
}
