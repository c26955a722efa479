import { childrenBy } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { spotsOf, type Pair } from './joining-pair.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { Spot } from './spot.ts'

/** Who does and who suffers it: the same, others, or told of one side only. */
export function peopleSigns({ scene, spot, group, sort }: Pair): string[] {
  const spots = spotsOf(group)
  const [mine, theirs] = [sidesOf(scene, [spot]), sidesOf(scene, spots)]
  const does = compared(mine.does, theirs.does)
  const suffers = compared(mine.suffers, theirs.suffers)
  const signs = [
    `does ${does}`,
    `does ${does} ${sort}`,
    `suffers ${suffers}`,
    `suffers ${suffers} ${sort}`,
    `does ${does} suffers ${suffers}`,
  ]
  if (meet(mine.does, theirs.suffers)) signs.push('does what suffered')
  if (meet(mine.suffers, theirs.does)) signs.push('suffers what did')
  if (isByTheAttacker(scene, spot)) signs.push('by the attacker')
  const words = compared(aimWords(scene, [spot]), aimWords(scene, spots))
  const counts = compared(aimCounts(scene, [spot]), aimCounts(scene, spots))
  if (/^(?:same|others)$/.test(words)) signs.push(`aim words ${words}`)
  if (/^(?:same|others)$/.test(counts)) signs.push(`aim counts ${counts}`)
  return signs
}

interface Sides {
  readonly does: ReadonlySet<string>
  readonly suffers: ReadonlySet<string>
}

/** The actors on each side of some spots. */
function sidesOf(scene: Scene, spots: readonly Spot[]): Sides {
  const ids = (heads: readonly number[]): string[] => heads.flatMap((head) => actorAt(scene, head))
  return {
    does: new Set(spots.flatMap(({ around }) => ids(around.agents))),
    suffers: new Set(spots.flatMap(({ around }) => ids(around.patients))),
  }
}

function actorAt({ mentions }: Scene, head: number): string | [] {
  const mention = mentions.byHead(head)
  const isSomebody = isPeople(mention) || mention?.type === 'facility'
  if (!isSomebody && mention?.form !== 'pronoun') return []
  return mentions.actorOf(mention)?.id ?? []
}

function compared<T>(mine: ReadonlySet<T>, theirs: ReadonlySet<T>): string {
  if (mine.size === 0) return theirs.size === 0 ? 'none' : 'by group'
  if (theirs.size === 0) return 'by one'
  return meet(mine, theirs) ? 'same' : 'others'
}

function meet<T>(mine: ReadonlySet<T>, theirs: ReadonlySet<T>): boolean {
  for (const one of mine) if (theirs.has(one)) return true
  return false
}

/** The nouns for what it was done to. */
function aimWords(scene: Scene, spots: readonly Spot[]): ReadonlySet<string> {
  return new Set(spots.flatMap(({ around }) => around.patients.map((head) => lemmaAt(scene, head))))
}

/** How many it was done to. */
function aimCounts({ mentions }: Scene, spots: readonly Spot[]): ReadonlySet<number> {
  return new Set(
    spots.flatMap(({ around }) =>
      around.patients.flatMap((head) => mentions.byHead(head)?.count?.atLeast ?? []),
    ),
  )
}

/** "The gunman opened fire", "they shot": whoever was told of before does it. */
function isByTheAttacker(scene: Scene, { around }: Spot): boolean {
  return around.agents.some(
    (head) =>
      tokenAt(scene, head)?.upos === 'PRON' ||
      (isOf(scene.words, lemmaAt(scene, head), 'perpetrator') &&
        childrenBy(scene.document, head, 'det').some(({ lower }) => lower === 'the')),
  )
}
