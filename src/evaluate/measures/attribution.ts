import type { Reading, Span, Statement } from '../../records/index.ts'
import { matchOneToOne } from '../match-one-to-one.ts'
import { countRate, countShare, resultsOf, type RateCounter, type Scores } from '../score.ts'
import { countShared, inText, overlapOf, sameMembers, unitsIn, unitsOf } from '../token-sets.ts'

/** Who is said to have said what, by which cue: the spans of each; a source that is not told has none. */
export interface GoldStatement {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

/** A statement as sets of units of its text. */
interface Sets {
  readonly source: ReadonlySet<number>
  readonly cue: ReadonlySet<number>
  readonly content: ReadonlySet<number>
  readonly form: 'direct' | 'indirect'
}

type Likeness = (gold: Sets, system: Sets) => number

const ROLES = ['source', 'cue', 'content'] as const
const QUOTATION_MARK = /["“”«»„]/
/** From this share of common units on, two spans overlap. */
const OVERLAP = 0.5

/** The spans of a reading's statements, as gold has them. */
export function statementSpans({ source, cue, content }: Statement): GoldStatement {
  return { source: inText(source?.evidence), cue: inText(cue?.evidence), content: inText(content) }
}

/**
 * Scores statements. `exact`: the same units; `overlap`: half of all units are shared; both one to one. `whole`: content and source
 * at once; without a source in the gold it wants none. Direct is what holds a quotation mark.
 */
export function countAttribution() {
  const units = { source: countRate(), cue: countRate(), content: countRate() }
  const spans = SPAN_MEASURES.map((measure) => ({ ...measure, rate: countRate() }))
  const forms = FORM_MEASURES.map((measure) => ({ ...measure, rate: countRate() }))
  const source = { exact: countShare(), overlap: countShare() }
  return {
    add(text: string, gold: readonly GoldStatement[], { statements }: Pick<Reading, 'statements'>) {
      const words = unitsOf(text)
      const sets = (spans: GoldStatement) => setsOf(spans, { text, words })
      const sides = {
        gold: gold.map(sets).filter((one) => ROLES.some((role) => one[role].size > 0)),
        system: statements.map(statementSpans).map(sets),
      }
      for (const role of ROLES) addUnits(units[role], sides, role)
      for (const { role, likeness, rate } of spans) addSpans(rate, sides, { role, likeness })
      for (const { form, likeness, rate } of forms) addForm(rate, sides, { form, likeness })
      for (const [one, other] of matched(sides, contentsOverlap)) {
        source.exact.add(sameMembers(one.source, other.source))
        source.overlap.add(sourcesMeet(one, other) > 0)
      }
    },
    scores: (): Scores => ({
      units: resultsOf(units),
      ...grouped(spans),
      ...grouped(forms),
      'source, given the content': resultsOf(source),
    }),
  }
}

interface Sides {
  readonly gold: readonly Sets[]
  readonly system: readonly Sets[]
}

function setsOf(
  spans: GoldStatement,
  { text, words }: { text: string; words: readonly Span[] },
): Sets {
  const isQuoted = spans.content.some(({ start, end }) =>
    QUOTATION_MARK.test(text.slice(start, end)),
  )
  return {
    source: unitsIn(spans.source, words),
    cue: unitsIn(spans.cue, words),
    content: unitsIn(spans.content, words),
    form: isQuoted ? 'direct' : 'indirect',
  }
}

const exact =
  (role: (typeof ROLES)[number]): Likeness =>
  (a, b) =>
    a[role].size > 0 && sameMembers(a[role], b[role]) ? 1 : 0
const overlap =
  (role: (typeof ROLES)[number]): Likeness =>
  (a, b) => {
    const value = overlapOf(a[role], b[role])
    return value >= OVERLAP ? value : 0
  }
const contentsOverlap = overlap('content')
const sourcesMeet: Likeness = (a, b) =>
  a.source.size === 0 && b.source.size === 0 ? 1 : overlap('source')(a, b)
const wholeOverlap: Likeness = (a, b) => {
  const [source, content] = [sourcesMeet(a, b), contentsOverlap(a, b)]
  return source > 0 && content > 0 ? source + content : 0
}
const wholeExact: Likeness = (a, b) =>
  sameMembers(a.source, b.source) ? exact('content')(a, b) : 0

const SPAN_MEASURES = [
  { group: 'content', name: 'exact', role: 'content', likeness: exact('content') },
  { group: 'content', name: 'overlap', role: 'content', likeness: contentsOverlap },
  { group: 'source', name: 'exact', role: 'source', likeness: exact('source') },
  { group: 'source', name: 'overlap', role: 'source', likeness: overlap('source') },
  { group: 'cue', name: 'overlap', role: 'cue', likeness: overlap('cue') },
  { group: 'whole', name: 'exact', role: 'content', likeness: wholeExact },
  { group: 'whole', name: 'overlap', role: 'content', likeness: wholeOverlap },
] as const
const FORM_MEASURES = [
  { group: 'direct', name: 'content', form: 'direct', likeness: contentsOverlap },
  { group: 'direct', name: 'whole', form: 'direct', likeness: wholeOverlap },
  { group: 'indirect', name: 'content', form: 'indirect', likeness: contentsOverlap },
  { group: 'indirect', name: 'whole', form: 'indirect', likeness: wholeOverlap },
] as const

function addUnits(rate: RateCounter, { gold, system }: Sides, role: (typeof ROLES)[number]): void {
  const all = (side: readonly Sets[]): Set<number> => new Set(side.flatMap((one) => [...one[role]]))
  const [wanted, found] = [all(gold), all(system)]
  rate.add({ right: countShared(wanted, found), system: found.size, gold: wanted.size })
}

function addSpans(
  rate: RateCounter,
  { gold, system }: Sides,
  { role, likeness }: { role: (typeof ROLES)[number]; likeness: Likeness },
): void {
  const sides = {
    gold: gold.filter((one) => one[role].size > 0),
    system: system.filter((one) => one[role].size > 0),
  }
  rate.add({
    right: matched(sides, likeness).length,
    system: sides.system.length,
    gold: sides.gold.length,
  })
}

/** Matches all statements at once, and counts the pairs in the form that each side has. */
function addForm(
  rate: RateCounter,
  { gold, system }: Sides,
  { form, likeness }: { form: Sets['form']; likeness: Likeness },
): void {
  const having = (side: readonly Sets[]): Sets[] => side.filter((one) => one.content.size > 0)
  const inForm = (side: readonly Sets[]): number => side.filter((one) => one.form === form).length
  const sides = { gold: having(gold), system: having(system) }
  const pairs = matched(sides, likeness)
  rate.add({
    right: inForm(pairs.map(([one]) => one)),
    rightOfSystem: inForm(pairs.map(([, other]) => other)),
    system: inForm(sides.system),
    gold: inForm(sides.gold),
  })
}

function matched({ gold, system }: Sides, likeness: Likeness): (readonly [Sets, Sets])[] {
  return matchOneToOne(gold, system, likeness).flatMap(({ left, right }) => {
    const [one, other] = [gold[left], system[right]]
    return one && other ? [[one, other] as const] : []
  })
}

function grouped(
  measures: readonly {
    readonly group: string
    readonly name: string
    readonly rate: RateCounter
  }[],
): Scores {
  const groups: Record<string, Record<string, ReturnType<RateCounter['result']>>> = {}
  for (const { group, name, rate } of measures)
    groups[group] = { ...groups[group], [name]: rate.result() }
  return groups
}
