import type { IncidentSummary, TimeRange, TollBounds } from '../../../src/server/api.ts'

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

/** "bombing · 2024-10-07 · Tampere", as far as it is told. */
export function headText({
  kind,
  time,
  place,
}: Pick<IncidentSummary, 'kind' | 'time' | 'place'>): string {
  const told = [kindText(kind), daysText(time), place?.name ?? '']
  return told.filter((text) => text !== '').join(' · ')
}
