import type { Group } from './group.ts'
import { isPeople, lemmaAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** How many groups back, and how many spots of a group, are looked at: bounds the work on endless texts. */
export const REACH = 40

/** The first spots of a group and its last. */
export function recent({ spots }: Group): readonly Spot[] {
  return spots.length > REACH ? [...spots.slice(0, 2), ...spots.slice(-REACH)] : spots
}

/** The people and facilities that something was done to. */
export function aimsOf(scene: Scene, { around }: Spot): number[] {
  return around.patients.filter((head) => {
    const mention = scene.mentions.byHead(head)
    return isPeople(mention) || mention?.type === 'facility'
  })
}

/** Whether a spot and a group are told of the same by the same noun, or one of them of nobody. */
export function shareAims(scene: Scene, spot: Spot, group: Group): boolean {
  const mine = aimsOf(scene, spot)
  const theirs = recent(group).flatMap((other) => aimsOf(scene, other))
  if (mine.length === 0 || theirs.length === 0) return true
  const names = new Set(theirs.map((head) => lemmaAt(scene, head)))
  return mine.some((head) => names.has(lemmaAt(scene, head)))
}

/** The actors that do it at some spots. */
export function doersOf({ mentions }: Scene, spots: readonly Spot[]): Set<string> {
  const heads = spots.flatMap(({ around }) => around.agents)
  return new Set(
    heads.flatMap((head) => {
      const mention = mentions.byHead(head)
      return (isPeople(mention) && mentions.actorOf(mention)?.id) || []
    }),
  )
}
