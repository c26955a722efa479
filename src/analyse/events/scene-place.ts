import type { Place } from '../../records/index.ts'
import { ancestors, childBy, childrenBy } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import { isLocative } from './locative.ts'
import { tokenAt, type Scene } from './scene.ts'
import { inmost, isNamedWithin, isWide, type Beside, type Setting } from './when-where.ts'

/** How many sentences later an act may still be of the same scene. */
export const SCENE_REACH = 6

/** The place that the paragraph told last before an act that goes on from there, told of no event or of one: "A patrol searched houses in Selin district. During the search, two men were held." */
export function scenePlace(
  scene: Scene,
  setting: Setting,
  { group, isToldOn }: { readonly group: Group; readonly isToldOn: boolean },
): Beside<Place> | undefined {
  const own = group.spots[0]
  const isOfScene = isToldOn || group.spots.some(({ trigger }) => pointsBack(scene, trigger.token))
  if (!own || !isOfScene) return undefined
  const { sentences } = scene.document
  const paragraph = sentences[own.sentence]?.paragraph
  for (let at = own.sentence - 1; at >= own.sentence - SCENE_REACH; at -= 1) {
    const sentence = sentences[at]
    if (!sentence || sentence.paragraph !== paragraph) return undefined
    const places = (setting.places.get(at) ?? []).filter(({ record }) => !isWide(record))
    if (places.length > 0) return onlyPlace(scene, places)
  }
  return undefined
}

/** "During the operation, …", "after the raid", "at the scene": an act of what was told before. */
function pointsBack(scene: Scene, token: number): boolean {
  const { document, words } = scene
  const beside = clauseOf(scene, token).flatMap((verb) =>
    childrenBy(document, verb, 'obl', 'nmod', 'obj'),
  )
  const within = beside.flatMap(({ index }) => childrenBy(document, index, 'nmod'))
  return [...beside, ...within].some(({ index, lowerLemma }) => {
    if (!isOf(words, lowerLemma, 'scene')) return false
    const mark = childBy(document, index, 'case')?.lower ?? ''
    const pointer = childBy(document, index, 'det')?.lower ?? ''
    return BACK.test(mark) && /^(?:the|this|that)$/.test(pointer) && !isSetElsewhere(scene, index)
  })
}

/** "the fighting in the north": it has a place of its own. */
function isSetElsewhere({ document }: Scene, noun: number): boolean {
  return childrenBy(document, noun, 'nmod').some(({ index }) =>
    /^(?:in|at|near|around|outside)$/.test(childBy(document, index, 'case')?.lower ?? ''),
  )
}

/** A word and those it hangs on, up to its clause's verb. */
function clauseOf(scene: Scene, token: number): number[] {
  const up = [tokenAt(scene, token), ...ancestors(scene.document, token)].filter(
    (one) => one !== undefined,
  )
  const end = up.findIndex(({ upos, relation }) => upos === 'VERB' && relation !== 'conj')
  return up.slice(0, end < 0 ? up.length : end + 1).map(({ index }) => index)
}

const BACK = /^(?:during|after|following|in|at|from|on|of|with)$/

/** The place in which a sentence's main clause is set, where it is set in one. */
function onlyPlace(scene: Scene, places: readonly Beside<Place>[]): Beside<Place> | undefined {
  const [first, ...others] = places.filter((one) => isLocative(scene, one))
  if (!first) return undefined
  const best = inmost(scene, first, places)
  const isOne = others.every(
    ({ evidence, record }) =>
      record.id === best.record.id || isNamedWithin(scene, best.evidence, evidence),
  )
  return isOne ? best : undefined
}
