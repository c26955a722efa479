import type { TimeRange, TollBounds } from '../../../src/server/api.ts'

/** "2024-03-04", "2024-03-01 – 2024-03-04", "– 2024-03-04"; nothing where there is no day. */
export function daysText(time: TimeRange | undefined): string {
  const { earliest, latest } = time ?? {}
  if (earliest === latest) return earliest ?? ''
  return `${earliest ?? ''} – ${latest ?? ''}`.trim()
}

/** "17", "3 (3–17)", "12+"; nothing where nobody counts. */
export function tollText(bounds: Pick<TollBounds, 'low' | 'best' | 'high'> | undefined): string {
  const { low, best, high } = bounds ?? {}
  const middle = best ?? low
  if (middle === undefined) return high === undefined ? '' : `≤${high}`
  if (high === undefined) return `${middle}+`
  return low === high ? String(middle) : `${middle} (${low ?? '…'}–${high})`
}
