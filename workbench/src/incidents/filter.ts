import type { FilterQuery } from '../../../src/server/api.ts'

const TEXTS = ['since', 'until', 'text', 'box'] as const
const LISTS = ['kind', 'country'] as const
const CHOICES = ['dated', 'located'] as const

/** Which incidents an address wants; what it does not understand it leaves out. */
export function filterIn(query: URLSearchParams): FilterQuery {
  const filter: { -readonly [Key in keyof FilterQuery]: FilterQuery[Key] } = {}
  for (const key of TEXTS) {
    const value = query.get(key)
    if (value !== null && value !== '') filter[key] = value
  }
  for (const key of LISTS) {
    const values = query.getAll(key).filter((value) => value !== '')
    if (values.length > 0) filter[key] = values
  }
  for (const key of CHOICES) {
    const value = query.get(key)
    if (value === 'yes' || value === 'no') filter[key] = value
  }
  const killed = query.get('killed') ?? ''
  if (/^\d{1,9}$/.test(killed)) filter.killed = Number(killed)
  return filter
}

/** A filter with some keys changed; what is empty goes out. */
export function changed(filter: FilterQuery, change: Partial<FilterQuery>): FilterQuery {
  const all = Object.entries({ ...filter, ...change })
  return Object.fromEntries(
    all.filter(([, value]) => value !== undefined && value !== '' && String(value) !== ''),
  )
}

/** How many of the keys of a filter say something. */
export function sizeOf(filter: FilterQuery): number {
  return Object.values(filter).filter((value) => value !== undefined).length
}

/** An area as numbers, where it is one. */
export function boxOf(box: string | undefined): [number, number, number, number] | undefined {
  const numbers = box?.split(',').map(Number) ?? []
  const [west, south, east, north] = numbers
  if (west === undefined || south === undefined || east === undefined || north === undefined) return
  return numbers.some(Number.isNaN) ? undefined : [west, south, east, north]
}

/** An area as an address has it. */
export function boxText(box: readonly number[]): string {
  return box.map((degrees) => String(Math.round(degrees * 1000) / 1000)).join(',')
}
