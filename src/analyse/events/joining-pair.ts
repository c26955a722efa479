import type { Group } from './group.ts'
import type { Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** A spot and a group that it may join, with what is asked of them again and again. */
export interface Pair {
  readonly scene: Scene
  readonly spot: Spot
  readonly group: Group
  /** The words of the group that stand next to the spot. */
  readonly near: Spot
  /** What sort of word the spot is. */
  readonly sort: string
  /** How their kinds stand to each other. */
  readonly kinds: string
  /** Sentences between the two, in steps. */
  readonly far: string
}

/** The words of a group that stand next to a spot. */
export function nearestOf({ trigger }: Spot, group: Group): Spot | undefined {
  const far = (one: Spot): number => Math.abs(one.trigger.token - trigger.token)
  return spotsOf(group).reduce<Spot | undefined>(
    (best, one) => (best && far(best) <= far(one) ? best : one),
    undefined,
  )
}

/** Of a group that is told again and again, its first words and its last. */
export function spotsOf({ spots }: Group): readonly Spot[] {
  return spots.length > 8 ? [...spots.slice(0, 2), ...spots.slice(-6)] : spots
}
