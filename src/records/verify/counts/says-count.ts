import type { PeopleCount } from '../../figure.ts'
import type { CountWords } from './count-words.ts'
import { readQuantities, type Quantities } from './read-quantities.ts'

/**
 * Whether quotes can be read as a count: one sentence of them, or all together where each is within a sentence. Lenient: every usual reading
 * is accepted ("his wife and two children" is 3, "more than 100" is 100 or 101, "dozens" is up to 120).
 */
export function saysCount(
  quotes: readonly string[],
  count: PeopleCount,
  known: CountWords,
): boolean {
  if (count.atLeast === undefined && count.atMost === undefined) return true
  const sentences = quotes.map((quote) => readQuantities(quote, known))
  const isOneEach = sentences.every(({ length }) => length <= 1)
  const all = sentences.flat()
  return [...all, ...(isOneEach ? [together(all)] : [])].some((one) => allows(one, count))
}

/** What the quotes of one value say as if they were one. */
function together(all: readonly Quantities[]): Quantities {
  const any = (key: 'hasOne' | 'hasMore' | 'hasFewer' | 'hasNone' | 'hasPlural'): boolean =>
    all.some((one) => one[key])
  return {
    said: all.flatMap(({ said }) => said),
    rough: all.flatMap(({ rough }) => rough),
    ones: all.reduce((sum, { ones }) => sum + ones, 0),
    hasOne: any('hasOne'),
    hasMore: any('hasMore'),
    hasFewer: any('hasFewer'),
    hasNone: any('hasNone'),
    hasPlural: any('hasPlural'),
  }
}

/** A bound must be said, and the other lie within reach of the words; a vague count need only lie within reach. */
function allows(words: Quantities, { atLeast, atMost, vague }: PeopleCount): boolean {
  const bounds = [atLeast, atMost].filter((bound) => bound !== undefined)
  const reach = reachOf(words)
  if (vague) return (bounds[0] ?? 0) <= reach
  const ends = { isOpen: atMost === undefined, isExact: atLeast === atMost }
  const isSaid = bounds.some((bound) => says(words, bound, ends))
  return isSaid && Math.max(...bounds) <= 2 * reach
}

/** "Soldiers", "some" and the like may be taken for as many as this. */
const REACH_OF_PLURAL = 10

/** The most that the words can mean. */
function reachOf({ said, rough, ones }: Quantities): number {
  const sum = said.reduce((so, number) => so + number, ones)
  return Math.max(REACH_OF_PLURAL, sum + 1, ...rough.map(({ max }) => max))
}

type Range = Quantities['rough'][number]

interface Ends {
  /** Whether nothing is said of how many at most. */
  readonly isOpen: boolean
  readonly isExact: boolean
}

/** Whether a number stands there, or is a sum of some that do and of phrases for one ("the mayor and two guards" is 3). */
function says(words: Quantities, number: number, { isOpen, isExact }: Ends): boolean {
  const { said, rough } = words
  if (number === 0) return words.hasNone || said.includes(0)
  if (number === 1 && words.hasOne) return true
  if (number === 2 && isOpen && words.hasPlural && said.length === 0) return true
  if (words.hasMore && said.includes(number - 1)) return true
  if (words.hasFewer && said.includes(number + 1)) return true
  if (rough.some((range) => isRoughly(number, range, isExact))) return true
  return sumsOf(said).some((sum) => sum <= number && number <= sum + words.ones)
}

/** "dozens" is 12 to 24 or more, "several" 2 or 3: from half of the least that is meant. Exactly so many are only what narrow words mean ("a couple"). */
function isRoughly(number: number, { min, max }: Range, isExact: boolean): boolean {
  if (max <= 1.5 * min) return min <= number && number <= max
  return !isExact && Math.max(Math.min(min, 2), Math.ceil(min / 2)) <= number && number <= min
}

/** More numbers than this are not added up: 4096 sums are enough. */
const MOST_TERMS = 12

function sumsOf(numbers: readonly number[]): readonly number[] {
  let sums = new Set([0])
  for (const number of numbers.slice(0, MOST_TERMS))
    sums = new Set([...sums, ...[...sums].map((sum) => sum + number)])
  return [...sums]
}
