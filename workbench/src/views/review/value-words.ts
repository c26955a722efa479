import type { ReviewPart } from '../../../../src/review/index.ts'
import type { EventPlace, PeopleCount, Reading, TimeRange } from '../../../../src/server/api.ts'

/** What a part says, in few words: what a reviewer put there, else what was read. Codes stay codes; names are as the report has them. */
export function valueWords({ read, value }: ReviewPart, { actors }: Reading): string {
  const said: unknown = value ?? read
  if (typeof said === 'string') return said
  if (said === undefined || said === null || Array.isArray(said)) return ''
  const all = said as Loose
  const inner = typeof all.value === 'object' && all.value !== null ? (all.value as Loose) : all
  const name = actors.find(({ id }) => id === (inner.actor ?? inner.claimant))?.name
  const words = [
    inner.harm ?? inner.role ?? inner.level,
    typeof all.value === 'string' ? all.value : undefined,
    inner.name ?? inner.text ?? inner.lemma ?? name,
    inner.kind === undefined ? undefined : kindOf(inner),
    inner.stance,
    rangeWords(inner),
    countWords(inner.count ?? inner),
    typeof inner.of === 'object' ? inner.of.category : inner.of,
    inner.country,
    inner.confidence === 'fact' ? undefined : inner.confidence,
  ]
  return words.filter((word) => word !== undefined && word !== '').join(' · ')
}

/** Any record or value, as far as its words are shown. */
interface Loose extends TimeRange, PeopleCount, Partial<Pick<EventPlace, 'country' | 'name'>> {
  readonly value?: unknown
  readonly actor?: string
  readonly claimant?: string
  readonly harm?: string
  readonly role?: string
  readonly level?: string
  readonly text?: string
  readonly lemma?: string
  readonly kind?: string
  readonly status?: string
  readonly stance?: string
  readonly count?: PeopleCount
  readonly of?: string | { readonly category?: string }
  readonly confidence?: string
}

function kindOf({ kind, status }: Loose): string | undefined {
  return status === undefined || status === 'happened' ? kind : `${kind} (${status})`
}

function rangeWords({ earliest, latest }: TimeRange): string | undefined {
  if (earliest === latest) return earliest
  return `${earliest ?? '…'} – ${latest ?? '…'}`
}

/** "12", "≥ 12", "3–5", "~ 24". */
export function countWords({ atLeast, atMost, vague }: PeopleCount): string | undefined {
  if (atLeast === undefined && atMost === undefined) return vague ? '~' : undefined
  const about = vague ? '~ ' : ''
  if (atLeast === atMost) return `${about}${atLeast}`
  if (atMost === undefined) return `${about}≥ ${atLeast}`
  return atLeast === undefined ? `${about}≤ ${atMost}` : `${about}${atLeast}–${atMost}`
}
