import type { Claim, ClaimValue, FigureValue } from '../records/index.ts'
import { countText, placeText, rangeText } from './event-entry.ts'
import { harmlessLine } from './harmless.ts'

/** A claimed value in words: "17 civilian (in all)", "the army (suspected)", "2024-03-05". */
export function valueText(value: ClaimValue): string {
  return harmlessLine(textOf(value))
}

function textOf(value: ClaimValue): string {
  if ('level' in value) return `${value.text} (${value.level})`
  if ('text' in value) return value.text.replaceAll('-', ' ')
  if ('status' in value) return value.status
  if ('time' in value) return rangeText(value.time)
  if ('place' in value) return placeText(value.place)
  if ('responsibility' in value) return responsibilityText(value.responsibility, value.name)
  return 'actor' in value ? actorText(value) : figureText(value)
}

const RESPONSIBILITY = {
  claims: 'says it did it',
  denies: 'says it did not',
  none: 'nobody',
} as const

function responsibilityText(stance: keyof typeof RESPONSIBILITY, name: string | undefined): string {
  return stance === 'none' ? 'nobody says so' : `${name ?? 'somebody'} ${RESPONSIBILITY[stance]}`
}

function actorText({
  name,
  confidence,
  count,
}: Extract<ClaimValue, { actor: string; kind: string }>): string {
  const sure = confidence === undefined || confidence === 'fact' ? [] : [`(${confidence})`]
  const many =
    count && 'count' in { count } && !(count.atMost === 1) ? [`(${countText(count)})`] : []
  return [name, ...sure, ...many].join(' ')
}

function figureText(value: FigureValue): string {
  const whom = value.of === undefined ? '' : ` ${value.of.replaceAll('-', ' ')}`
  return `${countText(value)}${whom}`
}

function earlierFirst(a: Claim, b: Claim): number {
  const [x, y] = [a, b].map(
    ({ publishedAt = '\uffff', outlet, report }) => `${publishedAt} ${outlet ?? report}`,
  )
  if (x === y) return 0
  return (x ?? '') < (y ?? '') ? -1 : 1
}

/** Who gives some claims, the earliest first: sources with the outlets that tell of them, and outlets that say so themselves. */
export function whoSay(claims: readonly Claim[]): string[] {
  const outlets = new Map<string, Set<string>>()
  for (const { source, outlet, report } of claims.toSorted(earlierFirst)) {
    const told = outlets.get(source ?? '') ?? new Set()
    outlets.set(source ?? '', told.add(harmlessLine(outlet ?? report)))
  }
  return [...outlets].flatMap(([source, told]) =>
    source === '' ? [...told] : [`${harmlessLine(source)} (${[...told].join(', ')})`],
  )
}
