import { sha256 } from '../base/hash.ts'
import type { Evidence } from './evidence.ts'
import type { Reading } from './reading.ts'

/** One breach of the contract: where in the reading, and what is wrong. */
export interface Violation {
  readonly report: string
  readonly kind:
    'span' | 'id' | 'reference' | 'hash' | 'void' | 'wide' | 'mention' | 'time' | 'place'
  readonly path: string
  readonly what: string
}

/** Longest span of a value, in UTF-16 units; what somebody said may be of any length. */
const WIDEST_VALUE = 400

/** Every breach of the ground rules in one reading: none means that each value is proved by its words. */
export function verifyReading(reading: Reading): Violation[] {
  const violations: Violation[] = []
  const say = (kind: Violation['kind'], path: string, what: string): void => {
    violations.push({ report: reading.report.id, kind, path, what })
  }
  if (reading.report.hash !== sha256(reading.report.text))
    say('hash', 'report.hash', 'is not the SHA-256 of the text')
  const ids = new Set<string>()
  walk(reading, '', (value, path, key) => {
    if (value === null || (value === '' && path !== 'report.text'))
      say('void', path, 'null or empty')
    if (isEvidence(value)) checkSpan(reading, value, { path, key, say })
    if (hasId(value) && path !== 'report') {
      if (ids.has(value.id)) say('id', path, `${value.id} twice`)
      ids.add(value.id)
    }
  })
  checkReferences(reading, ids, say)
  checkTightness(reading, say)
  return violations
}

type Say = (kind: Violation['kind'], path: string, what: string) => void

function checkSpan(
  { report }: Reading,
  evidence: Evidence,
  { path, say }: { path: string; key: string; say: Say },
): void {
  const text = evidence.in === 'title' ? (report.title ?? '') : report.text
  if (evidence.start >= evidence.end || text.slice(evidence.start, evidence.end) !== evidence.quote)
    say('span', path, `${evidence.start}–${evidence.end} is not ${JSON.stringify(evidence.quote)}`)
  const free = /(^|\.)(content|mentions)\b/.test(path)
  if (!free && evidence.end - evidence.start > WIDEST_VALUE)
    say('wide', path, 'a value of more than 400 characters')
}

/** What a key of a record points to must be a record of the reading. */
const REFERENCES = new Set([
  'actor',
  'actors',
  'statement',
  'confirmedBy',
  'deniedBy',
  'partOf',
  'ref',
  'about',
  'within',
  'answers',
  'claimant',
  'outlet',
  'event',
  'time',
])

function checkReferences(reading: Reading, ids: ReadonlySet<string>, say: Say): void {
  walk({ ...reading, report: undefined, run: undefined }, '', (value, path, key) => {
    if (
      typeof value !== 'string' ||
      !REFERENCES.has(key.replace(/\[\d+\]$/, '')) ||
      /\.codes\b/.test(path)
    )
      return
    if (!ids.has(value)) say('reference', path, `${value} names nothing in the reading`)
  })
}

/** A participant's words are a mention of its actor; a time's and a place's words are those of a Time and a Place. */
function checkTightness({ events, actors, times, places }: Reading, say: Say): void {
  const mentions = new Map(actors.map((actor) => [actor.id, actor.mentions]))
  const timeWords = times.flatMap((time) => time.evidence)
  const placeWords = places.flatMap((place) => place.evidence)
  events.forEach((event, at) => {
    event.participants.forEach((participant, i) => {
      if (!meet(participant.evidence, mentions.get(participant.actor) ?? []))
        say('mention', `events[${at}].participants[${i}]`, 'its words are no mention of its actor')
    })
    if (event.time && !meet(event.time.evidence, timeWords))
      say('time', `events[${at}].time`, 'its words are those of no Time')
    if (event.place && !meet(event.place.evidence, placeWords))
      say('place', `events[${at}].place`, 'its words are those of no Place')
  })
}

function meet(some: readonly Evidence[], others: readonly Evidence[]): boolean {
  return some.some((a) => others.some((b) => a.in === b.in && a.start < b.end && b.start < a.end))
}

function isEvidence(value: unknown): value is Evidence {
  return typeof value === 'object' && value !== null && 'quote' in value && 'start' in value
}

function hasId(value: unknown): value is { id: string } {
  return (
    typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
  )
}

/** Visits every value under `value`, with its path and its last key. */
function walk(
  value: unknown,
  path: string,
  visit: (value: unknown, path: string, key: string) => void,
): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const below = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`
    const named = Array.isArray(value) ? (path.split('.').at(-1) ?? '') : key
    visit(inner, below, named)
    walk(inner, below, visit)
  }
}
