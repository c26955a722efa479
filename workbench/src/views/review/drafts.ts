import { partId, type ReviewPart } from '../../../../src/review/index.ts'
import type { Evidence, ReviewField, ReviewValue } from '../../../../src/server/api.ts'

/** A value that is being filled in. */
export interface Draft {
  readonly verdict: 'edit' | 'add'
  readonly record: string
  readonly of?: string
  readonly value: ReviewValue
  readonly evidence: readonly Evidence[]
}

/** One thing to fill in; what it may be where the list is closed. */
export interface Blank {
  readonly name: string
  readonly type: 'text' | 'number' | 'choice'
  readonly choices?: readonly string[]
  readonly isNeeded?: true
}

const STATUSES = 'happened attempted foiled planned threatened possible denied general'.split(' ')
const STANCES =
  'asserts confirms claims denies suggests doubts warns accuses demands promises hopes asks threatens declines'.split(
    ' ',
  )
const HARMS = 'killed injured missing abducted detained displaced freed'.split(' ')
const ROLES = 'perpetrator target victim party recipient supporter'.split(' ')
const PEOPLE =
  'civilian combatant police soldier official diplomat aid-worker journalist medic child woman worker detainee perpetrator unknown'.split(
    ' ',
  )

const choice = (name: string, choices: readonly string[], isNeeded = true): Blank => ({
  ...{ name, type: 'choice', choices },
  ...(isNeeded && { isNeeded }),
})
const text: Blank = { name: 'text', type: 'text', isNeeded: true }
const count: readonly Blank[] = [
  { name: 'atLeast', type: 'number' },
  { name: 'atMost', type: 'number' },
]
const status = choice('status', STATUSES)

/** What there is to fill in for each field; kinds of events are the codebook's. */
export function blanksOf(field: ReviewField, kinds: readonly string[]): readonly Blank[] {
  const kind = choice('kind', kinds)
  const BLANKS: Readonly<Record<ReviewField, readonly Blank[]>> = {
    event: [kind, status],
    kind: [kind],
    status: [status],
    time: [
      { name: 'earliest', type: 'text' },
      { name: 'latest', type: 'text' },
    ],
    place: [
      { name: 'name', type: 'text', isNeeded: true },
      { name: 'country', type: 'text' },
    ],
    site: [text],
    participant: [choice('role', ROLES), text],
    means: [text],
    figure: [choice('harm', HARMS), ...count, choice('of', PEOPLE, false)],
    damage: [text],
    size: count,
    claim: [choice('stance', ['claims', 'denies', 'none']), { name: 'text', type: 'text' }],
    statement: [choice('stance', STANCES)],
    source: [text],
    cue: [text],
    content: [text],
    stance: [choice('stance', STANCES)],
  }
  return BLANKS[field]
}

/** The draft that changes a part: filled with what it says now, on the words given or its own. */
export function draftOf(
  part: ReviewPart,
  kinds: readonly string[],
  words: readonly Evidence[],
): Draft {
  const evidence = words.length > 0 ? words : part.evidence
  const value = { ...locationOf(part), field: part.field, ...filled(part, kinds, evidence) }
  return { verdict: 'edit', record: part.id, value: value as ReviewValue, evidence }
}

/** Where on earth a place is: it stays with the name. */
function locationOf({ field, read, value }: ReviewPart): Loose {
  if (field !== 'place') return {}
  const known = value ?? (read as { readonly value?: object } | undefined)?.value
  return Object.fromEntries(Object.entries(known ?? {}).filter(([name]) => name !== 'ref'))
}

/** A value as it was filled in; a place of another name is somewhere else. */
export function finished(draft: Draft, given: Loose): ReviewValue {
  const known = Object.entries(given).filter(([, value]) => value !== '' && value != null)
  const { value } = draft
  const isMoved = value.field === 'place' && given['name'] !== value.name
  const kept = known.filter(([name]) => !isMoved || ['field', 'name', 'country'].includes(name))
  return Object.fromEntries(kept) as unknown as ReviewValue
}

/** The draft of a new value, on selected words, or on those that will be; of the event or statement that is looked at. */
export function newDraft(
  field: ReviewField,
  { of, kinds, words }: { of?: string; kinds: readonly string[]; words: readonly Evidence[] },
): Draft {
  const record = `add-${crypto.randomUUID()}`
  const blank = { id: record, field, evidence: words }
  const value = { field, ...filled(blank, kinds, words) } as ReviewValue
  const isWhole = field === 'event' || field === 'statement'
  return {
    ...{ verdict: 'add', record, value, evidence: words },
    ...(!isWhole && of !== undefined && { of }),
  }
}

/** What stands in the blanks at first: what was read, the words themselves, the first choice. */
function filled(
  { field, read, value }: Pick<ReviewPart, 'field' | 'read' | 'value'>,
  kinds: readonly string[],
  evidence: readonly Evidence[],
): Readonly<Record<string, unknown>> {
  const known = value ?? read
  const flat = typeof known === 'object' && known !== null ? (known as Loose) : { [field]: known }
  const from = typeof flat['value'] === 'object' ? (flat['value'] as Loose) : flat
  const quote = evidence.map((words) => words.quote).join(' ')
  const entries = blanksOf(field, kinds).flatMap(({ name, type, choices, isNeeded }) => {
    const own = from[name]
    if (type === 'choice' && choices?.includes(String(own))) return [[name, own] as const]
    if (type === 'number') return typeof own === 'number' ? [[name, own] as const] : []
    if (type === 'text' && typeof own === 'string') return [[name, own] as const]
    if (!isNeeded) return []
    return [[name, type === 'choice' ? choices?.[0] : quote] as const]
  })
  return Object.fromEntries(entries)
}

type Loose = Readonly<Record<string, unknown>>

/** Where selected words go by their letter: a part that lacks them, or a new value. */
export function slotFor(field: ReviewField, whole: string, parts: readonly ReviewPart[]) {
  const id = partId(whole, field)
  return parts.find((part) => part.id === id && part.evidence.length === 0)
}
