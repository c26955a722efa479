import type { EventRelation } from '../../records/index.ts'
import { childrenBy } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import { lemmaAt, type Scene } from './scene.ts'
import { samePlace, sameTime } from './when-where.ts'

/** What an event is to another of a kind that is told near it. */
interface Beside {
  readonly kinds: readonly string[]
  readonly kind: EventRelation['kind']
  /** Kinds of the other, or classes of kinds. */
  readonly to: readonly string[]
  /** How many sentences apart they may be. */
  readonly reach: number
  /** Whether the other must be told first, and may have been at another time. */
  readonly isLater?: true
  readonly when?: (scene: Scene, group: Group) => boolean
}

/** In order of strength: the first that finds the other stands. */
const BESIDE: readonly Beside[] = [
  { kinds: ['arrest', 'weapons-seizure'], kind: 'part-of', to: ['raid'], reach: 6 },
  {
    kinds: ['appeal', 'armed-assault', 'armed-clash', 'airstrike'],
    kind: 'part-of',
    to: ['raid'],
    reach: 2,
    when: isByForce,
  },
  {
    kinds: ['forced-dispersal', 'excessive-force-against-protesters'],
    kind: 'response-to',
    to: ['demonstration', 'riot', 'strike', 'road-block'],
    reach: 6,
  },
  {
    kinds: ['release'],
    kind: 'response-to',
    to: ['abduction', 'hostage-taking', 'hijacking', 'arrest'],
    reach: 3,
    isLater: true,
  },
  {
    kinds: ['arrest', 'sentence'],
    kind: 'response-to',
    to: ['violence'],
    reach: 2,
    isLater: true,
  },
  {
    kinds: ['armed-assault', 'arrest'],
    kind: 'response-to',
    to: ['violence'],
    reach: 2,
    isLater: true,
    when: isOnAttacker,
  },
]

/** The event told beside that one is part of, or answers: arrests of a raid, an arrest after an attack, captives freed. */
export function toldBeside(
  scene: Scene,
  groups: readonly Group[],
  at: number,
): { kind: EventRelation['kind']; to: Group } | undefined {
  const group = groups[at]
  if (!group || !/^(happened|planned)$/.test(group.status)) return undefined
  for (const rule of BESIDE) {
    if (!rule.kinds.includes(group.kind) || rule.when?.(scene, group) === false) continue
    const to = nearest(groups, at, {
      reach: rule.reach,
      fits: (other) => fits(scene, rule, [group, other]),
    })
    if (to) return { kind: rule.kind, to }
  }
  return undefined
}

function fits(
  scene: Scene,
  { to, isLater }: Beside,
  [group, other]: readonly [Group, Group],
): boolean {
  if (!/^(happened|attempted|foiled)$/.test(other.status)) return false
  const facts = scene.words.kinds.get(other.kind)
  if (!to.includes(other.kind) && !to.includes(facts?.group ?? '')) return false
  if (isLater) return firstSentence(other) <= firstSentence(group) && !isBefore(scene, group, other)
  return sameTime(group.time, other.time) && samePlace(group.place, other.place)
}

/** "arrested a man before a bomb exploded": what comes later is answered by nothing told in front of it. */
function isBefore({ document }: Scene, group: Group, other: Group): boolean {
  return other.spots.some(
    ({ trigger, sentence }) =>
      group.spots.some((own) => own.sentence === sentence && own.trigger.token < trigger.token) &&
      childrenBy(document, trigger.token, 'mark', 'case').some(({ lower }) => lower === 'before'),
  )
}

/** Soldiers or police do it. */
function isByForce({ mentions }: Scene, { spots }: Group): boolean {
  return spots.some(({ around }) =>
    around.agents.some((head) => mentions.byHead(head)?.type === 'state-force'),
  )
}

/** "shot dead the attacker" */
function isOnAttacker(scene: Scene, { spots }: Group): boolean {
  return spots.some(({ around }) =>
    around.patients.some((head) => isOf(scene.words, lemmaAt(scene, head), 'perpetrator')),
  )
}

interface Search {
  readonly reach: number
  readonly fits: (group: Group) => boolean
}

/** The nearest group that fits; of two as near the one before. */
function nearest(groups: readonly Group[], at: number, { reach, fits }: Search): Group | undefined {
  const own = groups[at]
  if (!own) return undefined
  const near = groups
    .slice(Math.max(0, at - WINDOW), at + WINDOW)
    .filter((group) => group !== own && fits(group))
    .map((group) => ({ group, apart: sentencesApart(own, group) }))
    .filter(({ apart }) => apart <= reach)
    .sort((a, b) => a.apart - b.apart)
  return near[0]?.group
}

/** How many groups before and after are looked at, and how many words of each. */
const WINDOW = 12

function sentencesApart(a: Group, b: Group): number {
  return Math.min(
    ...sentencesOf(a).flatMap((one) => sentencesOf(b).map((other) => Math.abs(one - other))),
  )
}

function firstSentence(group: Group): number {
  return Math.min(...sentencesOf(group))
}

function sentencesOf({ spots }: Group): number[] {
  return spots.slice(0, WINDOW).map(({ sentence }) => sentence)
}
