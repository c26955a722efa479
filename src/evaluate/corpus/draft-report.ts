import { AscribeError } from '../../base/errors.ts'
import type { Reading } from '../../records/index.ts'
import type { MarkWords } from './compile-report.ts'
import { draftEvent } from './draft-event.ts'
import { draftActor, draftCredit, draftPlace, draftTime } from './draft-names.ts'
import { draftStatement } from './draft-statement.ts'
import { openDraft } from './handles.ts'

const HEAD = ['title', 'outlet', 'author', 'publishedAt', 'updatedAt', 'uri', 'language'] as const

/** What a head tells of a report that no reading knows. */
export const DRAFT_KEYS = ['manner', 'set', 'layers', 'attribution'] as const
export type DraftKey = (typeof DRAFT_KEYS)[number]

/** A reading as a marked report, to be corrected by hand: compiled again it gives the same records (with ids of its own; codes and notes are left out). */
export function draftReport(
  reading: Reading,
  { lemmaOf }: MarkWords,
  more: Readonly<Partial<Record<DraftKey, string>>> = {},
): string {
  const { report } = reading
  const head = HEAD.flatMap((key) => {
    const value = report[key]
    if (value === undefined || (key === 'language' && value === 'en')) return []
    if (value.includes('\n'))
      throw new AscribeError('bad-input', `${report.id}: its ${key} runs over lines`)
    return [`${key}: ${value}`]
  })
  const extra = DRAFT_KEYS.flatMap((key) => (more[key] ? [`${key}: ${more[key]}`] : []))
  const context = openDraft(reading)
  const lists = {
    times: new Map(reading.times.map((time) => [time.id, time])),
    places: new Map(reading.places.map((place) => [place.id, place])),
  }
  const sections = [
    (report.credits ?? []).map((one) => draftCredit(one, context)),
    reading.times.map((one) => draftTime(one, context)),
    reading.places.map((one) => draftPlace(one, context)),
    reading.actors.flatMap((one) => draftActor(one, context)),
    ...reading.events.map((one) => draftEvent(one, { ...context, ...lists })),
    ...reading.statements.map((one) => draftStatement(one, { ...context, lemmaOf })),
  ]
  const records = withoutUnused(sections.filter((lines) => lines.length > 0))
  return `${[[...head, ...extra].join('\n') || 'layers: all', report.text, '==>', ...records].join('\n\n')}\n`
}

/** Records without the handles that nothing refers to, each as its lines. */
function withoutUnused(sections: readonly (readonly string[])[]): string[] {
  const uses = new Map<string, number>()
  for (const [handle] of sections.flat().join('\n').matchAll(HANDLE))
    uses.set(handle, (uses.get(handle) ?? 0) + 1)
  const isUnused = (handle: string): boolean => uses.get(handle) === 1
  const drop = (line: string): string =>
    line.replace(OWN_HANDLE, (whole, label: string, handle: string) =>
      isUnused(handle) ? label : whole,
    )
  return sections.map((lines) => lines.map(drop).join('\n'))
}

const HANDLE = /(?<=\s)@[a-z0-9-]+/g
/** The handle of a record at the margin. */
const OWN_HANDLE = /^([a-z]+) (@[a-z0-9-]+)/
