import { childBy, childrenBy, obliquesOf, predicateAt, type Token } from '../../text/index.ts'
import { chargesOf } from './doing.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import type { RelationDraft } from './relation-draft.ts'
import type { EventRule } from './rule.ts'
import type { Scene } from './scene.ts'
import { samePlace, sameTime } from './when-where.ts'

/** "arrested over the bombing", "an inquiry into the killing", "sentenced for killing two farmers". */
export const answering: EventRule<RelationDraft> = {
  name: 'answering',
  starts: ['VERB', 'NOUN'],
  examples: {
    'Police arrested a driver over the bombing of a market.': 'arrested response-to bombing',
    'The governor ordered an inquiry into the killing of two nurses.':
      'inquiry response-to killing',
    'A court sentenced Oren Talit for the murder of a judge.': 'sentenced response-to murder',
    'Police arrested a driver over his debts.': '-',
    'The killing was over before police arrested a driver.': '-',
  },
  read(scene, token) {
    const { words } = scene
    const isAnswer =
      token.upos === 'VERB'
        ? isOf(words, token.lowerLemma, 'charging', 'convicting', 'inquiring')
        : isOf(words, token.lowerLemma, 'answer-noun')
    if (!isAnswer) return []
    const to = matters(scene, token)
    return to.length === 0
      ? []
      : [{ kind: 'response-to', of: [token.index], to, rule: 'answering' }]
  },
}

/** What an arrest, a trial or an inquiry is about, wherever the tree hangs it. */
function matters(scene: Scene, token: Token): number[] {
  const { document, words } = scene
  const { patients, obliques: own } =
    token.upos === 'VERB' ? predicateAt(document, token.index) : ofNoun(scene, token)
  const behind = [...patients, ...own.map(({ head }) => head)].flatMap((head) =>
    obliquesOf(document, head),
  )
  const told = [...own, ...behind].flatMap(({ preposition, head }) =>
    /^(?:over|for|of|with|into|about|after|following)$/.test(preposition)
      ? [head, ...chargesOf(scene, head)]
      : [],
  )
  // "sentenced for killing two farmers", "investigated the killing"
  const clauses = childrenBy(document, token.index, 'advcl', 'acl')
    .filter(({ index, xpos }) => xpos === 'VBG' && childBy(document, index, 'mark', 'case'))
    .map(({ index }) => index)
  const objects = isOf(words, token.lowerLemma, 'inquiring') ? patients : []
  return [...told, ...clauses, ...objects].filter((head) => head !== token.index)
}

/** "ordered an inquiry into the killing": the tree may hang the killing on the order. */
function ofNoun({ document }: Scene, { index, deprel, head }: Token) {
  const above = deprel === 'obj' ? obliquesOf(document, head) : []
  const behind = above.filter((one) => one.head > index && /^(?:into|over)$/.test(one.preposition))
  return { patients: [], obliques: [...obliquesOf(document, index), ...behind] }
}

/** How many sentences after a raid its arrests and finds may be told. */
const REACH = 6

/** Kinds of what is done in a raid. */
const IN_RAIDS = new Set(['arrest', 'weapons-seizure'])

/** Kinds of what is done to a crowd. */
const ON_CROWDS = new Set(['forced-dispersal', 'excessive-force-against-protesters'])
const CROWDS = new Set(['demonstration', 'riot', 'strike', 'road-block'])

/** The raid that an arrest or a find told beside it is part of; the march that was broken up. */
export function toldBeside(
  groups: readonly Group[],
  at: number,
): { kind: RelationDraft['kind']; to: Group } | undefined {
  const group = groups[at]
  if (group?.status !== 'happened') return undefined
  if (IN_RAIDS.has(group.kind)) {
    const to = nearest(groups, at, (other) => other.kind === 'raid' && fits(group, other))
    return to && { kind: 'part-of', to }
  }
  if (!ON_CROWDS.has(group.kind)) return undefined
  const to = nearest(groups, at, (other) => CROWDS.has(other.kind) && fits(group, other))
  return to && { kind: 'response-to', to }
}

function fits(group: Group, other: Group): boolean {
  if (other.status !== 'happened') return false
  return sameTime(group.time, other.time) && samePlace(group.place, other.place)
}

/** The nearest group that fits, before or after, within a few sentences; of two as near the one before. */
function nearest(
  groups: readonly Group[],
  at: number,
  isFit: (group: Group) => boolean,
): Group | undefined {
  const own = groups[at]
  if (!own) return undefined
  const near = groups
    .slice(Math.max(0, at - WINDOW), at + WINDOW)
    .filter((group) => group !== own && isFit(group))
    .map((group) => ({ group, apart: sentencesApart(own, group) }))
    .filter(({ apart }) => apart <= REACH)
    .sort((a, b) => a.apart - b.apart)
  return near[0]?.group
}

/** How many groups before and after are looked at. */
const WINDOW = 12

function sentencesApart(a: Group, b: Group): number {
  const of = ({ spots }: Group): number[] => spots.slice(0, WINDOW).map(({ sentence }) => sentence)
  return Math.min(...of(a).flatMap((one) => of(b).map((other) => Math.abs(one - other))))
}
