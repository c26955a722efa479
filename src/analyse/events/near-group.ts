import type { Group } from './group.ts'
import { tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

interface Search {
  /** Which groups may be meant. */
  readonly fits: (group: Group) => boolean
  /** How many sentences back an event may have been told. */
  readonly reach: number
}

/** Finds the event that the words at a token speak of: one whose trigger they are, the nearest of their sentence, or the last told before. */
export type NearGroup = (token: number, search: Search) => Group | undefined

interface Told {
  readonly spot: Spot
  readonly group: Group
}

/** Opens the search; done once for a document. */
export function openNearGroup(scene: Scene, groups: readonly Group[]): NearGroup {
  const bySentence = new Map<number, Told[]>()
  for (const group of groups)
    for (const spot of group.spots) {
      const list = bySentence.get(spot.sentence)
      if (list) list.push({ spot, group })
      else bySentence.set(spot.sentence, [{ spot, group }])
    }
  return (token, { fits, reach }) => {
    const sentence = tokenAt(scene, token)?.sentence ?? 0
    const own = bySentence.get(sentence)?.find(({ spot }) => spot.trigger.token === token)
    if (own && fits(own.group)) return own.group
    for (let at = sentence; at >= Math.max(0, sentence - reach); at -= 1) {
      const here = (bySentence.get(at) ?? []).filter(({ group }) => fits(group))
      if (here.length > 0) return nearest(here, token)
    }
    return undefined
  }
}

function nearest(told: readonly Told[], token: number): Group | undefined {
  const far = ({ spot }: Told): number => Math.abs(spot.trigger.token - token)
  return told.reduce((best, one) => (far(one) < far(best) ? one : best)).group
}
