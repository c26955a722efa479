import type { ReviewPart } from '../../../../src/review/index.ts'
import type {
  EventPlace,
  PeopleCount,
  Reading,
  ReviewField,
  TimeRange,
} from '../../../../src/server/api.ts'
import { countWords } from '../../words/counts.ts'
import { AS_CODED, type Naming } from '../../words/naming.ts'

/** What a part says, in few words: what a reviewer put there, else what was read. Codes stay codes; names are as the report has them. */
export function valueWords(
  { field, read, value }: ReviewPart,
  { actors }: Reading,
  naming: Naming = AS_CODED,
): string {
  const said: unknown = value ?? read
  const { code } = naming
  if (typeof said === 'string') return codeOf(field, said, naming)
  if (said === undefined || said === null || Array.isArray(said)) return ''
  const all = said as Loose
  const inner = typeof all.value === 'object' && all.value !== null ? (all.value as Loose) : all
  const name = actors.find(({ id }) => id === (inner.actor ?? inner.claimant))?.name
  const words = [
    named(inner.harm ?? inner.role ?? inner.level, code),
    typeof all.value === 'string' ? codeOf(field, all.value, naming) : undefined,
    inner.name ?? inner.text ?? inner.lemma ?? name,
    inner.kind === undefined ? undefined : kindOf(inner, naming),
    named(inner.stance, code),
    rangeWords(inner),
    countWords(inner.count ?? inner),
    named(typeof inner.of === 'object' ? inner.of.category : inner.of, code),
    inner.country,
    inner.confidence === 'fact' ? undefined : named(inner.confidence, code),
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

function named(code: string | undefined, name: (code: string) => string): string | undefined {
  return code === undefined ? undefined : name(code)
}

/** Fields whose values are codes; all others have words of the report. */
const CODED: readonly ReviewField[] = ['status', 'stance']

function codeOf(field: ReviewField, said: string, { kind, code }: Naming): string {
  if (field === 'kind') return kind(said)
  return CODED.includes(field) ? code(said) : said
}

function kindOf({ kind = '', status }: Loose, naming: Naming): string {
  const name = naming.kind(kind)
  return status === undefined || status === 'happened' ? name : `${name} (${naming.code(status)})`
}

function rangeWords({ earliest, latest }: TimeRange): string | undefined {
  if (earliest === latest) return earliest
  return `${earliest ?? '…'} – ${latest ?? '…'}`
}
