import type { EventRelation } from '../../records/index.ts'
import {
  ancestors,
  childBy,
  childrenBy,
  expand,
  obliquesOf,
  predicateAt,
  type Token,
} from '../../text/index.ts'
import type { Oblique } from './arguments.ts'
import { againstDoer } from './against-doer.ts'
import { answering } from './answering.ts'
import { toldBeside } from './beside.ts'
import { displacing } from './displacing.ts'
import { isOf } from './event-words.ts'
import type { Group } from './group.ts'
import type { RelationDraft } from './relation-draft.ts'
import type { EventRule } from './rule.ts'
import { lemmaAt, type Scene } from './scene.ts'
import { SUM, type Spot } from './spot.ts'
import { isSince, samePlace } from './when-where.ts'

/** "in retaliation for the raid", "in response to the killing", "as revenge for". */
const inResponse: EventRule<RelationDraft> = {
  name: 'in-response',
  starts: ['NOUN'],
  examples: {
    'Rebels shelled the town of Selin in retaliation for the killing of two villagers.':
      'shelled response-to killing',
    'The bombing was in response to an air strike on the camp.': 'bombing response-to air strike',
    'Rebels shelled the town in response to the letter.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    if (!isOf(words, token.lemma, 'revenge')) return []
    if (!/^(in|as)$/.test(childBy(document, token.index, 'case')?.lower ?? '')) return []
    const for_ = obliquesOf(document, token.index).filter(isToOrFor)
    const above = ancestors(document, token.index).flatMap((verb) => [
      verb,
      ...besideOf(scene, verb),
    ])
    // "in retaliation for": the tree may hang what follows on the verb.
    const behind = above.slice(0, 1).flatMap(({ index }) =>
      obliquesOf(document, index)
        .filter(({ head }) => head > token.index)
        .filter(isToOrFor),
    )
    return drafts(scene, {
      kind: 'response-to',
      of: [
        ...above.map(({ index }) => index),
        ...childrenBy(document, token.index, 'nsubj').map(({ index }) => index),
      ],
      to: [...for_, ...behind].map(({ head }) => head),
      rule: 'in-response',
    })
  },
}

/** "to avenge the killing", "retaliated for the raid", "protests over the killing". */
const avenging: EventRule<RelationDraft> = {
  name: 'avenging',
  starts: ['VERB', 'NOUN'],
  examples: {
    'Gunmen attacked the village of Selin to avenge the killing of their leader.':
      'attacked response-to killing',
    'The army retaliated for the ambush by shelling the village.': 'shelling response-to ambush',
    'Crowds held a protest over the killing of a student.': 'protest response-to killing',
    'Crowds held a protest over the price of bread.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    const isAvenge = isOf(words, token.lemma, 'avenging')
    if (token.upos === 'VERB' && (isAvenge || isOf(words, token.lemma, 'retaliating'))) {
      const { patients, obliques } = predicateAt(document, token.index)
      const beside = obliques.filter((one) => isToOrFor(one) || one.preposition === 'against')
      const below = childrenBy(document, token.index, 'advcl').filter(({ xpos }) => xpos === 'VBG')
      return drafts(scene, {
        kind: 'response-to',
        of: [...below, ...ancestors(document, token.index).slice(0, 2)].map(({ index }) => index),
        to: isAvenge ? patients : beside.map(({ head }) => head),
        rule: 'avenging',
      })
    }
    if (token.upos !== 'NOUN' || !isProtest(scene, token)) return []
    const over = obliquesOf(document, token.index).filter(({ preposition }) =>
      isOf(words, preposition, 'over'),
    )
    return drafts(scene, {
      kind: 'response-to',
      of: [token.index],
      to: over.map(({ head }) => head),
      rule: 'avenging',
    })
  },
}

/** "the killing sparked protests", "a fire caused by the explosion", "the raid led to clashes". */
const causing: EventRule<RelationDraft> = {
  name: 'causing',
  starts: ['VERB'],
  examples: {
    'The assassination of the mayor sparked clashes between the army and rebels.':
      'clashes caused-by assassination',
    'The protests were triggered by the killing of a student.': 'protests caused-by killing',
    'The raid led to clashes with the rebels.': 'clashes caused-by raid',
    'The army raided the camp, triggering clashes with the rebels.': 'clashes caused-by raided',
    'The killing sparked anger in the town.': '-',
    'The killing could spark clashes in the town.': '-',
  },
  read(scene, token) {
    const { document } = scene
    if (!isCausing(scene, token)) return []
    if (childrenBy(document, token.index, 'aux').some(({ xpos }) => xpos === 'MD')) return []
    const { agents, patients, obliques } = predicateAt(document, token.index)
    const led = /^(lead|result)$/.test(token.lemma)
      ? obliques.filter(({ preposition }) => /^(to|in)$/.test(preposition)).map(({ head }) => head)
      : []
    const on = token.deprel.startsWith('acl') && token.xpos === 'VBN' ? [token.head] : []
    return drafts(scene, {
      kind: 'caused-by',
      of: [...patients, ...led, ...on].filter((head) =>
        scene.words.nouns.has(lemmaAt(scene, head)),
      ),
      // "raided the camp, triggering clashes": the raid did, not the army.
      to: token.deprel.startsWith('advcl') ? [token.head] : agents,
      rule: 'causing',
    })
  },
}

/** "part of a wave of bombings", "the latest in a series of attacks". */
const partOf: EventRule<RelationDraft> = {
  name: 'part-of-series',
  starts: ['NOUN'],
  examples: {
    'The bombing in Selin was part of a wave of attacks on the police.': 'bombing part-of attacks',
    'The shooting was the latest in a series of attacks on teachers.': 'shooting part-of attacks',
    'The bombing was part of a plan.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    if (!isOf(words, token.lemma, 'series')) return []
    const mark = childBy(document, token.index, 'case')?.lower
    const above = ancestors(document, token.index)
    const isPart = above
      .slice(0, 2)
      .some(({ lower }) => /^(part|latest|last|first|newest)$/.test(lower))
    if (!isPart || (mark !== 'of' && mark !== 'in')) return []
    const of = obliquesOf(document, token.index).filter(({ preposition }) => preposition === 'of')
    const subjects = above.slice(0, 3).flatMap(({ index }) => childrenBy(document, index, 'nsubj'))
    return drafts(scene, {
      kind: 'part-of',
      of: [...subjects, ...above].map(({ index }) => index),
      to: [...of.map(({ head }) => head), token.index],
      rule: 'part-of-series',
    })
  },
}

/** All ways of telling how two events stand to each other within a sentence. */
export const RELATION_RULES: readonly EventRule<RelationDraft>[] = [
  inResponse,
  avenging,
  causing,
  displacing,
  partOf,
  answering,
  againstDoer,
]

/** Which triggers the relations tell apart. */
export function apartBy(told: readonly RelationDraft[]): Map<number, Set<number>> {
  const apart = new Map<number, Set<number>>()
  const put = (a: number, b: number): unknown => apart.set(a, (apart.get(a) ?? new Set()).add(b))
  for (const { of, to } of told)
    for (const one of of.slice(0, MOST_WORDS))
      for (const other of to.slice(0, MOST_WORDS)) {
        put(one, other)
        put(other, one)
      }
  return apart
}

const MOST_WORDS = 8

/** Relations between groups: told by rules, and "another attack", "the second blast" after one of its kind. */
export function relationsOf(
  scene: Scene,
  groups: readonly Group[],
  told: readonly RelationDraft[],
): Map<Group, { kind: EventRelation['kind']; to: Group }[]> {
  const byTrigger = new Map(
    groups.flatMap((group) => group.spots.map(({ trigger }) => [trigger.token, group])),
  )
  const found = new Map<Group, { kind: EventRelation['kind']; to: Group }[]>()
  const put = (
    from: Group | undefined,
    kind: EventRelation['kind'],
    to: Group | undefined,
  ): void => {
    if (!from || !to || from === to) return
    const list = found.get(from) ?? []
    if (!list.some((one) => one.to === to)) list.push({ kind, to })
    found.set(from, list)
  }
  const first = (heads: readonly number[]): Group | undefined =>
    heads.map((head) => byTrigger.get(head)).find((group) => group !== undefined)
  for (const { kind, of, to } of told) put(first(of), kind, first(to))
  const sums = groups.filter(({ kind }) => kind === SUM)
  groups.forEach((group, at) => {
    for (const sum of sums.slice(0, REACH))
      if (isPartOf(scene, group, sum)) put(group, 'part-of', sum)

    const beside = toldBeside(scene, groups, at)
    if (beside && !found.get(group)?.some(({ kind }) => kind === beside.kind))
      put(group, beside.kind, beside.to)
    if (group.spots.some(isNextIn(scene)))
      put(group, 'same-series', lastLike(scene, groups.slice(Math.max(0, at - REACH), at), group))
  })
  return found
}

const REACH = 20

/** What a sum over a period counts in: harm done there on a day within it. */
function isPartOf(scene: Scene, { kind, status, time, place }: Group, sum: Group): boolean {
  const facts = scene.words.kinds.get(kind)
  if (!facts || !/^(violence|disorder)$/.test(facts.group) || status !== 'happened') return false
  if (!samePlace(place, sum.place)) return false
  const [day, period] = [time?.latest, sum.time]
  if (day === undefined || period?.earliest === undefined) return false
  if (isEarlier(time?.earliest ?? day, period.earliest)) return false
  return isSince(scene, period) || period.latest === undefined || !isEarlier(period.latest, day)
}

/** Of two dates, whether the first lies wholly before the second, as far as both go. */
function isEarlier(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}

/** The last told of a kind that may be the same: "another bombing" follows a bombing. */
function lastLike(scene: Scene, before: readonly Group[], group: Group): Group | undefined {
  const family = (kind: string): string => scene.words.kinds.get(kind)?.family ?? ''
  return before.findLast(
    ({ kind, status }) => status === 'happened' && family(kind) === family(group.kind),
  )
}

/** "another attack", "the second bombing in a week". */
function isNextIn(scene: Scene): (spot: Spot) => boolean {
  return ({ trigger, status }) =>
    status === 'happened' &&
    trigger.pos === 'NOUN' &&
    childrenBy(scene.document, trigger.token, 'det', 'amod').some(({ lower }) =>
      isOf(scene.words, lower, 'successive'),
    )
}

function isToOrFor({ preposition }: Oblique): boolean {
  return preposition === 'to' || preposition === 'for' || preposition === 'against'
}

/** A draft where both sides have words; lists are taken whole. */
function drafts({ document }: Scene, draft: RelationDraft): RelationDraft[] {
  const to = expand(document, draft.to)
  return draft.of.length > 0 && to.length > 0 ? [{ ...draft, to }] : []
}

/** The arguments of a verb: "the bombing was carried out in response to". */
function besideOf({ document }: Scene, { index, upos }: Token): Token[] {
  return upos === 'VERB' ? childrenBy(document, index, 'obj', 'nsubj', 'nsubj:pass') : []
}

function isProtest(scene: Scene, token: Token): boolean {
  return (scene.words.nouns.get(token.lowerLemma) ?? []).some(
    ({ kind, parts }) => parts.length === 1 && scene.words.kinds.get(kind)?.group === 'disorder',
  )
}

function isCausing({ document, words }: Scene, { index, lemma }: Token): boolean {
  const particle = childBy(document, index, 'compound:prt')?.lower
  return isOf(words, particle === undefined ? lemma : `${lemma} ${particle}`, 'causing')
}
