import { weekdayOf } from '../src/base/calendar.ts'
import type { CorpusFile } from '../src/cli/corpus-files.ts'
import {
  spansMeet,
  type Evidence,
  type Figure,
  type Reading,
  type ReportInput,
} from '../src/records/index.ts'

/** Words that hardly ever stand in a report without ascribing something. */
const CUES =
  /\b(?:says?|said|told|tells|adds?|added|den(?:y|ies|ied)|claim(?:s|ed)?|warn(?:s|ed)?|accus(?:es?|ed)|according to)\b/gi

/** What a second look may find missing in a marked report: never sure, so never a fault. */
export function hints({ reading, head, part }: CorpusFile, read: Reader): string[] {
  if (!reading) return []
  const layers = head?.layers ?? []
  return [
    ...(layers.includes('places') && layers.includes('actors') ? unmarkedNames(reading) : []),
    ...(layers.includes('statements') ? [...unmarkedCues(reading), ...borders(reading)] : []),
    ...(layers.includes('events') ? [...harmedNobody(reading), ...uncounted(reading)] : []),
    ...(layers.includes('actors') && layers.includes('events') ? idleActors(reading) : []),
    ...(layers.includes('times') ? otherDays(reading) : []),
    ...(part === 'own' ? realPlaces(reading, read) : []),
  ]
}

type Reader = (input: ReportInput) => Reading

/** Invented places that bear the name of a real one. */
function realPlaces({ report, places }: Reading, read: Reader): string[] {
  const invented = places.filter(({ country }) => country === undefined)
  return read({ text: report.text }).places.flatMap(({ evidence, latitude, country }) =>
    latitude !== undefined &&
    invented.some((one) => evidence.some((it) => covers(one.evidence, it)))
      ? [`“${evidence[0]?.quote}” is a place in ${country}: invent another name`]
      : [],
  )
}

/** Places where a marked name stands again, in no mention of anything. */
function unmarkedNames({ report, actors, places }: Reading): string[] {
  const marked = [
    ...actors.flatMap(({ mentions }) => mentions),
    ...places.flatMap(({ evidence }) => evidence),
  ]
  const names = new Set(
    marked.map(({ quote }) => quote).filter((quote) => /^\p{Lu}\p{L}+(?:\s|$)/u.test(quote)),
  )
  return [...names].flatMap((name) =>
    [
      ...report.text.matchAll(
        new RegExp(
          `(?<![\\p{L}\\p{N}])${name.replace(/[^\p{L}\p{N}\s]/gu, '.').replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
          'gu',
        ),
      ),
    ]
      .filter(({ index }) => !covers(marked, { start: index, end: index + name.length }))
      .map(({ index }) => `${around(report.text, index, name.length)} is in no mention`),
  )
}

/** Cues that are no cue of a statement, but for those within what is said by somebody. */
function unmarkedCues({ report, statements }: Reading): string[] {
  const cues = statements.flatMap(({ cue }) => cue?.evidence ?? [])
  return [...report.text.matchAll(CUES)]
    .filter(({ index, 0: word }) => !covers(cues, { start: index, end: index + word.length }))
    .map(({ index, 0: word }) => `${around(report.text, index, word.length)} is no cue`)
}

const AUXILIARY = /\b(?:has|have|had|is|are|was|were|be|been|will|would|did|does|do|not|never) $/i

/** Cues without their auxiliaries (1.4), and contents that end in a comma or full stop of the report's (1.5). */
function borders({ report: { text }, statements }: Reading): string[] {
  return statements.flatMap(({ cue, content, form }) => {
    const [first] = cue?.evidence ?? []
    const last = content.at(-1)
    const isCut = first && !first.in && AUXILIARY.test(text.slice(0, first.start).slice(-12))
    const isLong = last && form === 'indirect' && /[.,;]$/.test(last.quote)
    return [
      ...(isCut ? [`${around(text, first.start, first.quote.length)} lacks its auxiliary`] : []),
      ...(isLong ? [`${around(text, last.end - 1, 1)} is no part of what is said`] : []),
    ]
  })
}

/** Harms of an event of which no figure has a victim or recipient (3.3); rivals and parts need none. */
function harmedNobody({ events }: Reading): string[] {
  return events.flatMap(({ figures, participants }) => {
    const harmed = participants.filter(({ role }) => role !== 'perpetrator' && role !== 'supporter')
    const hasVictim = ({ evidence }: Figure): boolean =>
      harmed.some((one) => evidence.some((it) => covers(one.evidence, it)))
    return [...new Set(figures.map(({ harm }) => harm))].flatMap((harm) => {
      const all = figures.filter((one) => one.harm === harm)
      const [first] = all.filter(({ atMost }) => atMost !== 0)
      return first && !all.some(hasVictim)
        ? [`${harm} “${first.evidence[0]?.quote}” has no victim`]
        : []
    })
  })
}

const NUMBER =
  /^(?:(?:at least|more than|over|about|around|some|nearly|up to|another|the other) )?(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|several|hundreds|thousands)\b|^at least one\b/i

/** Participants whose words begin with a number that stands nowhere in the record (3.3). */
function uncounted({ events }: Reading): string[] {
  return events.flatMap(({ participants }) =>
    participants.flatMap(({ count, role, evidence }) => {
      const [words] = evidence
      return !count && words && words.in === undefined && NUMBER.test(words.quote)
        ? [`${role} “${words.quote}” has no number`]
        : []
    }),
  )
}

/** Actors that take no part in anything, say nothing, are told nothing and are nobody's body (5.3). */
function idleActors({ actors, events, statements }: Reading): string[] {
  const ids = new Set([
    ...events.flatMap(({ participants, figures, claims }) => [
      ...participants.map(({ actor }) => actor),
      ...figures.map(({ of }) => of?.actor),
      ...claims.flatMap(({ claimant, outlet }) => [claimant, outlet]),
    ]),
    ...statements.flatMap(({ source, to, via }) => [
      source?.actor,
      ...(source?.actors ?? []),
      to?.actor,
      via?.actor,
    ]),
    ...actors.map(({ memberOf }) => memberOf?.value),
  ])
  const bodies = actors.flatMap(({ affiliations }) => affiliations ?? [])
  return actors
    .filter(({ id, mentions }) => {
      const isBody = bodies.some(({ evidence }) => evidence.some((it) => covers(mentions, it)))
      return !ids.has(id) && !isBody
    })
    .map(({ name }) => `actor “${name}” takes no part and says nothing`)
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Times whose days are not on the weekday, or not in the month, that their words name. */
function otherDays({ times }: Reading): string[] {
  return times.flatMap(({ evidence, type, earliest = '', latest }) =>
    evidence.flatMap(({ quote }) => {
      const words: readonly string[] = quote.toLowerCase().match(/[a-z]+/g) ?? []
      const named = WEEKDAYS.findIndex((name) => words.includes(name)) + 1
      const isDay =
        /^\d{4}-\d\d-\d\d/.test(earliest) && latest?.slice(0, 10) === earliest.slice(0, 10)
      const isOther = named > 0 && isDay && weekdayOf(earliest.slice(0, 10)) !== named
      const month =
        MONTHS.findIndex((name) => words.some((word) => MONTH.exec(word)?.[1] === name)) + 1
      const isElsewhere =
        month > 0 &&
        type === 'date' &&
        /^\d{4}-\d\d/.test(earliest) &&
        Number(earliest.slice(5, 7)) !== month
      return isOther || isElsewhere ? [`“${quote}” is not ${earliest}`] : []
    }),
  )
}

const MONTH =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?$/

function covers(evidence: readonly Evidence[], span: { start: number; end: number }): boolean {
  return evidence.some((one) => one.in === undefined && spansMeet(one, span))
}

/** `… the mayor [said] on Monday …`. */
function around(text: string, at: number, length: number): string {
  const [before, after] = [
    text.slice(Math.max(0, at - 25), at),
    text.slice(at + length, at + length + 25),
  ]
  return `…${before}[${text.slice(at, at + length)}]${after}…`.replace(/\s+/g, ' ')
}
