import type { PeopleCount } from '../../../src/server/api.ts'

/** "12", "≥ 12", "3–5", "~ 24". */
export function countWords({ atLeast, atMost, vague }: PeopleCount): string | undefined {
  if (atLeast === undefined && atMost === undefined) return vague ? '~' : undefined
  const about = vague ? '~ ' : ''
  if (atLeast === atMost) return `${about}${atLeast}`
  if (atMost === undefined) return `${about}≥ ${atLeast}`
  return atLeast === undefined ? `${about}≤ ${atMost}` : `${about}${atLeast}–${atMost}`
}
