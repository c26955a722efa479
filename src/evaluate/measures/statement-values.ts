import type { Actor, Evidence, Reading, Span, Statement } from '../../records/index.ts'
import { matchOneToOne } from '../match-one-to-one.ts'
import {
  countRate,
  countShare,
  resultsOf,
  type RateCounter,
  type Scores,
  type ShareCounter,
} from '../score.ts'
import { inText, overlapOf, unitsIn, unitsOf } from '../token-sets.ts'

/** Pairs of statements of one text whose contents overlap by half, one to one. */
export function matchStatements(
  text: string,
  gold: readonly Statement[],
  system: readonly Statement[],
): (readonly [Statement, Statement])[] {
  const units = unitsOf(text)
  const withUnits = (side: readonly Statement[]) =>
    side.map((statement) => ({ statement, units: unitsIn(contentOf(statement), units) }))
  const [wanted, found] = [withUnits(gold), withUnits(system)]
  const likeness = (a: (typeof wanted)[number], b: (typeof found)[number]): number => {
    const value = overlapOf(a.units, b.units)
    return value >= 0.5 ? value : 0
  }
  return matchOneToOne(wanted, found, likeness).flatMap(({ left, right }) => {
    const [one, other] = [wanted[left]?.statement, found[right]?.statement]
    return one && other ? [[one, other] as const] : []
  })
}

function contentOf({ content }: Statement): Span[] {
  return inText(content)
}

/** Scores what statements say of themselves, over those whose contents overlap: shares of values that all have, rates of those that only some have. */
export function countStatementValues() {
  const shares = {
    form: countShare(),
    stance: countShare(),
    certainty: countShare(),
    topic: countShare(),
    'kind of source': countShare(),
    'type of source': countShare(),
  }
  const told = {
    to: countRate(),
    via: countRate(),
    unnamed: countRate(),
    'reason for it': countRate(),
    'description of source': countRate(),
    'affiliation of source': countRate(),
  }
  const topics = new Map<string, RateCounter>()
  return {
    add(gold: Reading, reading: Reading) {
      for (const [one, other] of matchStatements(
        gold.report.text,
        gold.statements,
        reading.statements,
      )) {
        countShares(shares, one, other)
        countTopic(topics, one.topic, other.topic)
        told.to.add(met(one.to?.evidence, other.to?.evidence))
        told.via.add(met(one.via?.evidence, other.via?.evidence))
        countUnnamed(told, one, other)
      }
      countDescriptions(told, gold, reading)
    },
    scores: (): Scores => ({
      'values, given the content': resultsOf(shares),
      'told of some, given the content': resultsOf(told),
      'topic, given the content': resultsOf(Object.fromEntries([...topics].sort())),
    }),
  }
}

type Shares = Readonly<Record<string, ShareCounter>>

function countShares(shares: Shares, one: Statement, other: Statement): void {
  shares['form']?.add(one.form === other.form)
  shares['stance']?.add(one.stance === other.stance)
  shares['certainty']?.add(one.certainty === other.certainty)
  if (one.topic !== undefined) shares['topic']?.add(one.topic === other.topic)
  if (!one.source) return
  shares['kind of source']?.add(one.source.kind === other.source?.kind)
  shares['type of source']?.add(one.source.type === other.source?.type)
}

function countTopic(
  topics: Map<string, RateCounter>,
  one: string | undefined,
  other: string | undefined,
): void {
  for (const topic of new Set([one, other])) {
    if (topic === undefined) continue
    const counter = topics.get(topic) ?? countRate()
    topics.set(topic, counter)
    counter.add({
      right: Number(one === other),
      gold: Number(one === topic),
      system: Number(other === topic),
    })
  }
}

type Counter = Readonly<Record<string, RateCounter>>

function countUnnamed(told: Counter, one: Statement, other: Statement): void {
  const [wanted, found] = [one.source?.anonymity, other.source?.anonymity]
  const is = (value: unknown): number => Number(value !== undefined)
  told['unnamed']?.add({ right: is(wanted && found), gold: is(wanted), system: is(found) })
  const both = wanted?.reason !== undefined && found?.reason !== undefined
  told['reason for it']?.add({
    right: Number(both),
    gold: is(wanted?.reason),
    system: is(found?.reason),
  })
}

/** Spans of the one that meet one of the other. */
function met(
  wanted: readonly Evidence[] | undefined,
  found: readonly Evidence[] | undefined,
): { right: number; gold: number; system: number } {
  const meet = wanted?.some((a) => found?.some((b) => a.start < b.end && b.start < a.end)) === true
  return {
    right: Number(meet),
    gold: Number(wanted !== undefined),
    system: Number(found !== undefined),
  }
}

/** What the gold says of the actors that are sources in it, and what we say of the same words' actors. */
function countDescriptions(told: Counter, gold: Reading, reading: Reading): void {
  const ids = new Set(gold.statements.flatMap(({ source }) => source?.actor ?? []))
  for (const actor of gold.actors) {
    if (!ids.has(actor.id) || !actor.named) continue
    const ours = sameActor(actor, reading)
    for (const [name, key] of FIELDS) {
      const [wanted, found] = [actor[key] ?? [], ours?.[key] ?? []]
      const right = wanted.filter((a) => found.some((b) => met(a.evidence, b.evidence).right === 1))
      told[name]?.add({ right: right.length, gold: wanted.length, system: found.length })
    }
  }
}

const FIELDS = [
  ['description of source', 'description'],
  ['affiliation of source', 'affiliations'],
] as const

/** Our actor with a mention of the same words. */
function sameActor({ mentions }: Actor, { actors }: Reading): Actor | undefined {
  return actors.find(
    (one) => one.named && one.mentions.some((a) => mentions.some((b) => a.start === b.start)),
  )
}
