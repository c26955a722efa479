import { harmlessLine } from '../../export/index.ts'
import type { IncidentSummary } from '../../store/index.ts'

/** An incident on one line: id, days, kind, where, who came to harm, how many tell it. */
export function incidentLine(incident: IncidentSummary): string {
  const { id, kind, status, time, place, tolls, reports, origins } = incident
  const told = `${counted(reports, 'report')}, ${counted(origins, 'origin')}`
  const what = status === 'happened' ? kind : `${kind} (${status})`
  const harmed = Object.entries(tolls).map(([harm, toll]) => `${tollText(toll)} ${harm}`)
  const parts = [id, daysText(time), what, place && placeText(place), harmed.join(', '), told]
  return parts
    .flatMap((part) => (part === undefined || part === '' ? [] : [harmlessLine(part)]))
    .join('  ')
}

function daysText(time: IncidentSummary['time']): string {
  const { earliest = '…', latest = '…' } = time ?? {}
  if (!time) return 'no day'
  return earliest === latest ? earliest : `${earliest} – ${latest}`
}

function placeText({ name, country }: NonNullable<IncidentSummary['place']>): string {
  return country === undefined ? name : `${name} (${country})`
}

/** "4", "4 (3–17)", "at least 2". */
function tollText({ low, best, high }: { low?: number; best?: number; high?: number }): string {
  const middle = best ?? low
  if (middle === undefined) return high === undefined ? 'some' : `at most ${high}`
  if (high === undefined) return `at least ${middle}`
  return low === high ? String(middle) : `${middle} (${low ?? '…'}–${high})`
}

function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`
}
