import { childrenBy } from '../../text/index.ts'
import { aimedAt, type Arguments } from './arguments.ts'
import { isPeople, tokenAt, type Scene } from './scene.ts'

/** Classes of kinds that happen where what they are done to lies: "shelled Darun", "captured the town of Darun", "fled Darun". */
const DONE_TO_PLACES: ReadonlySet<string> = new Set(['violence', 'control', 'disorder', 'coercion'])

/** Whether a kind of event may be done to a place. */
export function strikesPlaces({ words }: Scene, kind: string): boolean {
  return DONE_TO_PLACES.has(words.kinds.get(kind)?.group ?? '')
}

/** Whether the name of a place says what an event was done to, alone or as part of it: "hit Darun", "the town of Darun", "Darun airport"; never as somebody's ("the Darun government"). */
export function isStruck(scene: Scene, token: number, around: Arguments): boolean {
  const aims = [...around.patients, ...aimedAt(scene, around.obliques)]
  if (aims.length === 0) return false
  let at = token
  for (let steps = 0; steps < 4; steps += 1) {
    if (aims.includes(at)) return !isPeople(scene.mentions.byHead(at)) || at === token
    const here = tokenAt(scene, at)
    if (!here || here.head < 0 || !isPart(scene, at, here.deprel)) return false
    at = here.head
  }
  return false
}

/** Only what names the thing itself passes it on: compounds, names set beside it, "of". */
function isPart(scene: Scene, at: number, deprel: string): boolean {
  if (/^(compound|flat|appos|conj)/.test(deprel)) return true
  if (deprel !== 'nmod') return false
  return childrenBy(scene.document, at, 'case').every(({ lower }) => lower === 'of')
}
