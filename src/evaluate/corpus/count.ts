import type { PeopleCount, TimeRange } from '../../records/index.ts'

/** `4`, `12..`, `..9`, `24.. vague`. */
export function writeCount({ atLeast, atMost, vague }: PeopleCount): string {
  const isExact = atLeast !== undefined && atLeast === atMost
  const range = isExact ? `${atLeast}` : `${atLeast ?? ''}..${atMost ?? ''}`
  return vague ? `${range} vague` : range
}

/** `2024-03-04`, `2024-02-26..2024-03-03`, `..2024-03`; undefined where neither end is known. */
export function writeRange({ earliest, latest }: TimeRange): string | undefined {
  if (earliest === undefined && latest === undefined) return undefined
  return earliest === latest ? earliest : `${earliest ?? ''}..${latest ?? ''}`
}

/** The count of a plain word; undefined where it is none. */
export function parseCount(word: string): PeopleCount | undefined {
  const [, low = '', dots = '', high = ''] = /^(\d*)(\.\.)?(\d*)$/.exec(word) ?? []
  if (low === '' && high === '') return word === '..' ? {} : undefined
  const least = low === '' ? {} : { atLeast: Number(low) }
  if (dots === '') return { atLeast: Number(low), atMost: Number(low) }
  return { ...least, ...(high !== '' && { atMost: Number(high) }) }
}

/** The range of a plain word. */
export function parseRange(word: string): TimeRange {
  const [earliest = '', latest = earliest] = word.split('..')
  return { ...(earliest !== '' && { earliest }), ...(latest !== '' && { latest }) }
}
