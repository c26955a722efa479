import type { Confidence, Statement } from '../../records/index.ts'
import { ancestors, childrenBy } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** How the report puts it that somebody did it. */
export function confidenceOf(scene: Scene, spot: Spot, head: number): Confidence {
  const before = childrenBy(scene.document, head, 'amod', 'compound')
  const said = tokenAt(scene, head)
  if (said && before.some(({ lower }) => isOf(scene.words, lower, 'suspect'))) return 'suspected'
  if (isUnderBlame(scene, spot)) return 'suspected'
  if (spot.status === 'possible' || hasMaybe(scene, spot)) return 'possible'
  const deepest = spot.statements.at(-1)
  return deepest ? confidenceIn(scene, deepest, head) : 'fact'
}

/** "accused the army of shelling the town, killing two": what hangs on an accusation is one. */
function isUnderBlame({ document, words }: Scene, { trigger }: Spot): boolean {
  if (trigger.pos !== 'VERB') return false
  return ancestors(document, trigger.token)
    .slice(0, 4)
    .some(({ lowerLemma, upos }) => upos === 'VERB' && isOf(words, lowerLemma, 'blaming'))
}

function hasMaybe(scene: Scene, { trigger }: Spot): boolean {
  return childrenBy(scene.document, trigger.token, 'advmod', 'aux').some(({ lower }) =>
    isOf(scene.words, lower, 'possibly'),
  )
}

/** Whoever wishes, demands or threatens to do it has not claimed to have done it. */
const WISHED: ReadonlySet<Statement['stance']> = new Set([
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
  const actor = scene.mentions.actorOf(scene.mentions.byHead(head))
  if (actor && source?.actor === actor.id) return WISHED.has(stance) ? 'fact' : 'claimed'
  if (isOf(scene.words, cue?.lemma, 'belief')) return 'suspected'
  if (stance === 'accuses' || stance === 'suggests' || certainty === 'probable') return 'suspected'
  if (stance === 'claims' || stance === 'doubts' || stance === 'denies') return 'suspected'
  return certainty === 'possible' ? 'possible' : 'fact'
}
