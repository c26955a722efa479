import type { ReviewPart } from '../../../../src/review/index.ts'
import type { ReviewField } from '../../../../src/server/api.ts'

const OF_EVENTS: readonly ReviewField[] = [
  'time',
  'place',
  'participant',
  'figure',
  'means',
  'site',
  'claim',
  'damage',
  'size',
]
/** Of these there is one at most; what is wrong about it is changed. */
const ONCE: readonly ReviewField[] = ['time', 'place', 'site', 'size', 'source', 'cue']

/** What can be added to the event or statement that a part is of, in the order of the keys 1 to 9. */
export function missingIn(
  part: ReviewPart | undefined,
  parts: readonly ReviewPart[],
): readonly ReviewField[] {
  if (!part) return []
  const whole = part.of ?? part.id
  const own = parts.filter(({ id, of }) => id === whole || of === whole)
  const isThere = (field: ReviewField): boolean =>
    own.some((one) => one.field === field && one.evidence.length > 0)
  const fields = own[0]?.field === 'event' ? OF_EVENTS : (['source', 'cue'] as const)
  return fields.filter((field) => !ONCE.includes(field) || !isThere(field))
}
