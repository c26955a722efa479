import type { PeopleCount } from '../../records/index.ts'
import type { TokenRange } from '../../text/index.ts'
import type { Scene } from '../events/scene.ts'

/** "between 500 | and 1300": the upper number belongs to the words that say the count. */
export function withUpperEnd(
  { document }: Scene,
  range: TokenRange,
  { atMost }: PeopleCount,
): TokenRange {
  const [link, upper] = document.tokens.slice(range.last, range.last + 2)
  const isLinked = /^(?:and|to|or|[-–])$/.test(link?.lower ?? '')
  const isUpper =
    isLinked && upper !== undefined && Number(upper.text.replaceAll(',', '')) === atMost
  return isUpper ? { first: range.first, last: range.last + 2 } : range
}

/** Where the words of a number begin that a phrase begins with: with "of" behind it, with the lower of two. */
export function numberStart(scene: Scene, first: number): number {
  return withLowerEnd(scene, withNumberOf(scene, first))
}

/** "five to | seven soldiers"; "from five to seven" tells of a rise. */
function withLowerEnd({ document }: Scene, first: number): number {
  const { tokens } = document
  const [lower, link, number] = [tokens[first - 2], tokens[first - 1], tokens[first]]
  if (number?.upos !== 'NUM' || lower?.upos !== 'NUM' || lower.sentence !== number.sentence)
    return first
  if (tokens[first - 3]?.lower === 'from') return first
  return /^(to|or|-|–)$/.test(link?.lower ?? '') ? first - 2 : first
}

/** "five of | the insurgents" */
function withNumberOf({ document, words }: Scene, first: number): number {
  const [number, of] = [document.tokens[first - 2], document.tokens[first - 1]]
  if (of?.lower !== 'of' || number?.sentence !== of.sentence) return first
  const isNumber = number.upos === 'NUM' || words.mentions.vague.has(`${number.lower} of`)
  return isNumber ? first - 2 : first
}

/** "forty-seven" in three tokens: the tens before the hyphen. */
export function withTens({ document, words }: Scene, first: number): number {
  const [tens, hyphen] = [document.tokens[first - 2], document.tokens[first - 1]]
  if (!hyphen || !/^[-–]$/.test(hyphen.text) || document.tokens[first]?.upos !== 'NUM') return first
  const value = words.mentions.numbers.get(tens?.lower ?? '') ?? 0
  return value >= 20 && value < 100 && tens?.end === hyphen.start ? first - 2 : first
}
