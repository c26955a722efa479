import type { Event, Figure, Harm, Statement } from '../../records/index.ts'
import { inText } from '../token-sets.ts'

/** People harmed, from at least to at most. */
export interface Bounds {
  readonly atLeast: number
  readonly atMost: number
}

interface TollOptions {
  /** The reading's statements: a figure that one of them denies does not count. */
  readonly statements: readonly Statement[]
  /** Which figures count; all unless said. */
  readonly keep?: (figure: Figure) => boolean
}

/**
 * What an event's figures of one harm come to; undefined where none says. Each carrier (a statement, or the report itself) has a
 * toll of its own and the largest stands, for parts that different carriers give are rivals and are never added.
 */
export function tollOf(
  event: Event | undefined,
  harm: Harm,
  { statements, keep = () => true }: TollOptions,
): Bounds | undefined {
  const denying = new Set(statements.flatMap(({ id, stance }) => (stance === 'denies' ? [id] : [])))
  const isDenied = ({ deniedBy = [], statement = '' }: Figure): boolean =>
    deniedBy.length > 0 || denying.has(statement)
  const figures = (event?.figures ?? []).filter(
    (one) => one.harm === harm && one.partOf === undefined && !isDenied(one) && keep(one),
  )
  const carriers = new Map<string | undefined, Figure[]>()
  for (const figure of inOrder(figures))
    carriers.set(figure.statement, [...(carriers.get(figure.statement) ?? []), figure])
  return largest([...carriers.values()].map(tollOfCarrier))
}

/** The largest total; else the larger of the whole and the sum of the parts, and what is new on top. */
function tollOfCarrier(figures: readonly Figure[]): Bounds {
  const standing = withoutSuperseded(figures)
  const total = largest(standing.filter((figure) => figure.total).map(boundsOf))
  if (total) return total
  const base = standing.filter(({ series }) => series !== 'new')
  const parts = new Map(base.flatMap((one) => (one.of ? [[one.of.text, boundsOf(one)]] : [])))
  const wholes = base.filter((figure) => !figure.of).map(boundsOf)
  const added = standing.filter(({ series }) => series === 'new').map(boundsOf)
  return sum([largest([...wholes, sum([...parts.values()])]) ?? NONE, ...added])
}

const NONE: Bounds = { atLeast: 0, atMost: 0 }

/** A figure falls to a later revised or cumulative one of the same people, or of all. */
function withoutSuperseded(figures: readonly Figure[]): Figure[] {
  const renews = ({ series }: Figure): boolean => series === 'revised' || series === 'cumulative'
  return figures.filter(
    (one, at) =>
      !figures
        .slice(at + 1)
        .some((later) => renews(later) && (!later.of || samePeople(one, later))),
  )
}

function samePeople({ of: a }: Figure, { of: b }: Figure): boolean {
  if (!a || !b) return false
  return a.text === b.text || (a.category === b.category && a.category !== 'unknown')
}

/** By the day that they hold for, where all have one; else as the text has them. */
function inOrder(figures: readonly Figure[]): Figure[] {
  const dayOf = ({ asOf }: Figure): string => asOf?.latest ?? asOf?.earliest ?? ''
  const areDated = figures.every((figure) => dayOf(figure) !== '')
  const position = ({ evidence }: Figure): number =>
    Math.min(...inText(evidence).map(({ start }) => start))
  const byDay = (a: Figure, b: Figure): number =>
    areDated ? Number(dayOf(a) > dayOf(b)) - Number(dayOf(a) < dayOf(b)) : 0
  return [...figures].sort((a, b) => byDay(a, b) || position(a) - position(b) || 0)
}

function largest(bounds: readonly Bounds[]): Bounds | undefined {
  return bounds.reduce<Bounds | undefined>(
    (best, one) => (best && best.atLeast >= one.atLeast ? best : one),
    undefined,
  )
}

function sum(bounds: readonly Bounds[]): Bounds {
  return bounds.reduce(
    (all, one) => ({ atLeast: all.atLeast + one.atLeast, atMost: all.atMost + one.atMost }),
    NONE,
  )
}

function boundsOf({ atLeast = 0, atMost = Infinity }: Figure): Bounds {
  return { atLeast, atMost }
}
