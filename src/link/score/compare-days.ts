import type { LinkReason } from '../../records/index.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { WEIGHTS } from './weights.ts'

/** When the reports came out, and which days they name. */
export function compareDays(a: EventProfile, b: EventProfile): LinkReason[] {
  return [...comparePublished(a, b), ...compareNamed(a, b)]
}

function comparePublished(
  { published: a }: EventProfile,
  { published: b }: EventProfile,
): LinkReason[] {
  if (a === undefined || b === undefined) return []
  const gap = Math.abs(a - b)
  const detail = `${gap} days apart`
  if (gap === 0) return [{ name: 'published-same-day', weight: WEIGHTS.publishedSame }]
  if (gap === 1) return [{ name: 'published-next-day', weight: WEIGHTS.publishedNext }]
  if (gap <= 3) return [{ name: 'published-near', weight: WEIGHTS.publishedNear, detail }]
  return [{ name: 'published-far', weight: WEIGHTS.publishedFar, detail }]
}

function compareNamed(a: EventProfile, b: EventProfile): LinkReason[] {
  const [ours, theirs] = [daysOf(a), daysOf(b)]
  if (ours.length === 0 || theirs.length === 0) return []
  const both = ours.find((day) => theirs.includes(day))
  if (both !== undefined) return [{ name: 'day', weight: WEIGHTS.day, detail: dateOf(both) }]
  const gap = Math.min(...ours.flatMap((day) => theirs.map((other) => Math.abs(day - other))))
  return gap === 1
    ? [{ name: 'day-next', weight: WEIGHTS.dayNext }]
    : [{ name: 'day-other', weight: WEIGHTS.dayFar, detail: `${gap} days apart` }]
}

function daysOf({ days, daysNear }: EventProfile): readonly number[] {
  return days.length === 0 ? daysNear : [...days, ...daysNear]
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
