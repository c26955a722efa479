import type { Outline } from './outline.ts'

/** How long a bar of the timeline is. */
export type Unit = 'day' | 'week' | 'month' | 'year'

/** Incidents of one day, week, month or year. */
export interface Bar {
  /** Its first and last day. */
  readonly first: string
  readonly last: string
  /** Incidents that lie in it whole. */
  readonly sure: number
  /** Incidents whose days reach beyond it: they may have been in it. */
  readonly maybe: number
}

/** The timeline of some incidents. */
export interface Timeline {
  readonly unit: Unit
  readonly bars: readonly Bar[]
  /** Incidents without a day. */
  readonly undated: number
}

const DAY = 86_400_000
/** Longest timelines in days that are told by day, week and month. */
const LONGEST: readonly (readonly [Unit, number])[] = [
  ['day', 130],
  ['week', 900],
  ['month', 4500],
  ['year', Infinity],
]
/** Most bars; what lies before is left out of the bars, never of a count. */
const MOST_BARS = 400

/** The bars of some incidents, as fine as there is room for. */
export function timelineOf(outline: Outline, numbers: readonly number[]): Timeline {
  const spans = numbers.flatMap((i) => {
    const [first, last] = [outline.first[i] ?? outline.last[i], outline.last[i] ?? outline.first[i]]
    return first != null && last != null ? [{ first, last }] : []
  })
  const undated = numbers.length - spans.length
  if (spans.length === 0) return { unit: 'day', bars: [], undated }
  const from = spans.reduce((least, { first }) => (first < least ? first : least), '\uffff')
  const to = spans.reduce((most, { last }) => (last > most ? last : most), '')
  const days = (Date.parse(to) - Date.parse(from)) / DAY
  const unit = LONGEST.find(([, longest]) => days <= longest)?.[0] ?? 'year'
  return { unit, bars: countIn(edgesOf(unit, from, to), spans), undated }
}

/** The first days of the bars, and the first day after the last one. */
function edgesOf(unit: Unit, from: string, to: string): string[] {
  const edges = [startOf(unit, to)]
  while ((edges[0] ?? '') > from && edges.length <= MOST_BARS)
    edges.unshift(startOf(unit, dayBefore(edges[0] ?? from)))
  return [...edges, nextOf(unit, edges.at(-1) ?? to)]
}

function countIn(
  edges: readonly string[],
  spans: readonly { readonly first: string; readonly last: string }[],
): Bar[] {
  const count = edges.length - 1
  const sure = new Array<number>(count).fill(0)
  // Differences: a span adds one from its first bar on, and takes it back behind its last.
  const rises = new Array<number>(count + 1).fill(0)
  for (const { first, last } of spans) {
    const [a, b] = [barOf(edges, first), barOf(edges, last)]
    if (b < 0) continue
    if (a === b) sure[a] = (sure[a] ?? 0) + 1
    else {
      rises[Math.max(a, 0)] = (rises[Math.max(a, 0)] ?? 0) + 1
      rises[b + 1] = (rises[b + 1] ?? 0) - 1
    }
  }
  let maybe = 0
  return sure.map((number, i) => {
    maybe += rises[i] ?? 0
    return { first: edges[i] ?? '', last: dayBefore(edges[i + 1] ?? ''), sure: number, maybe }
  })
}

/** The number of the bar that a day lies in; -1 before the first. */
function barOf(edges: readonly string[], day: string): number {
  let [low, high] = [-1, edges.length - 2]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((edges[middle] ?? '') <= day) low = middle
    else high = middle - 1
  }
  return low
}

function startOf(unit: Unit, day: string): string {
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`
  if (unit === 'month') return `${day.slice(0, 7)}-01`
  if (unit === 'day') return day
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  return dayAfter(day, -weekday)
}

function nextOf(unit: Unit, start: string): string {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[unit]
  return unit === 'day' || unit === 'week'
    ? dayAfter(start, longest)
    : startOf(unit, dayAfter(start, longest))
}

function dayBefore(day: string): string {
  return dayAfter(day, -1)
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** The bars that a stretch of the timeline touches, as days; `from` and `to` run from 0 to 1. */
export function daysAt(
  { bars }: Timeline,
  from: number,
  to: number,
): { readonly since: string; readonly until: string } | undefined {
  const at = (share: number): Bar | undefined =>
    bars[Math.min(Math.max(Math.floor(share * bars.length), 0), bars.length - 1)]
  const [a, b] = [at(Math.min(from, to)), at(Math.max(from, to))]
  return a && b && { since: a.first, until: b.last }
}
