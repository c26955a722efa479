import { harmlessLine } from '../../../src/export/harmless.ts'
import type {
  ClaimValue,
  EventPlace,
  IncidentChange,
  IncidentSummary,
  TimeRange,
} from '../../../src/server/api.ts'
import { daysText } from '../incidents/texts.ts'
import { countWords } from './counts.ts'
import type { Naming } from './naming.ts'
import { asOwn, isMessage, say, type MessageName } from './say.svelte.ts'

/** A kind of event: "armed assault". One that a codebook of somebody's own has stays as it is. */
export function sayKind(kind: string): string {
  return named(`kind.${kind}`, kind)
}

/** A status, role, harm, stance or another code of records. */
export function sayCode(code: string): string {
  return named(`code.${code}`, code)
}

function named(name: string, code: string): string {
  return isMessage(name) ? say(name) : code.replaceAll('-', ' ')
}

/** Kinds and codes in the language of the interface. */
export const NAMING: Naming = { kind: sayKind, code: sayCode }

/** A field of an incident: "figure.killed" is "killed". */
export function sayField(field: string): string {
  return sayCode(field.split('.').at(-1) ?? field)
}

/** A code that somebody gave to a field. */
export function sayCodeOf(field: string, code: string): string {
  return field === 'kind' ? sayKind(code) : sayCode(code.replaceAll(' ', '-'))
}

/** A claimed value: "≥ 17 · civilian", "the army (suspected)", "2024-03-05". */
export function sayValue(value: ClaimValue): string {
  if ('level' in value) return `${harmlessLine(value.text)} (${sayCode(value.level)})`
  if ('text' in value) return sayKind(harmlessLine(value.text))
  if ('status' in value) return sayCode(value.status)
  if ('time' in value) return sayDays(value.time)
  if ('place' in value) return sayPlace(value.place)
  if ('responsibility' in value) return sayResponsibility(value.responsibility, value.name)
  if (!('actor' in value)) {
    const whom = value.of === undefined ? [] : [sayCode(value.of)]
    return [countWords(value) ?? '', ...whom].join(' ')
  }
  const { confidence, count } = value
  const sure = confidence === undefined || confidence === 'fact' ? [] : [`(${sayCode(confidence)})`]
  const many = count && count.atMost !== 1 ? [`(${countWords(count) ?? ''})`] : []
  return [harmlessLine(value.name ?? ''), ...sure, ...many].join(' ')
}

function sayResponsibility(stance: 'claims' | 'denies' | 'none', name?: string): string {
  if (stance === 'none') return say('say.nobody-does')
  const who = { name: name === undefined ? say('say.somebody') : harmlessLine(name) }
  return stance === 'claims' ? say('say.does', who) : say('say.does-not', who)
}

function sayDays({ earliest, latest }: TimeRange): string {
  if (earliest === latest) return earliest ?? say('say.no-day')
  if (earliest === undefined) return say('say.by', { to: latest ?? '' })
  return latest === undefined ? say('say.from-on', { from: earliest }) : `${earliest} – ${latest}`
}

function sayPlace({ name, admin1, country, latitude, longitude, exactness }: EventPlace): string {
  const area = [name, admin1 === name ? undefined : admin1, country]
    .filter((one) => one !== undefined && one !== '')
    .map((one) => harmlessLine(one ?? ''))
    .join(', ')
  const point = latitude === undefined ? say('say.not-located') : `${latitude}, ${longitude}`
  return [area, point, exactness && sayCode(exactness)].filter(Boolean).join(' · ')
}

/** "bombing · 2024-10-07 · Tampere", as far as it is told. */
export function sayHead({
  kind,
  time,
  place,
}: Pick<IncidentSummary, 'kind' | 'time' | 'place'>): string {
  const told = [sayKind(kind), daysText(time), place?.name ?? '']
  return told.flatMap((text) => (text === '' ? [] : [asOwn(text)])).join(' · ')
}

/** What changed in an incident, in one line; why is told in the words of reports. */
export function sayChange({ kind, field, before, after, why }: IncidentChange): string {
  const values = [before, after].flatMap((value) => (value ? [sayValue(value)] : []))
  const what = field === undefined ? [] : [sayField(field)]
  const change = say(`change.${kind}` as MessageName)
  const told = values.length > 0 ? `${change}: ${values.join(' → ')}` : change
  return [...what, told, `· ${asOwn(harmlessLine(why))}`].join(' ')
}
