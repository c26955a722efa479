import { contentKey } from '../../base/hash.ts'
import type { Origin } from '../../records/index.ts'
import { foldName } from '../claims/actor-name.ts'
import { grouped } from '../grouped.ts'
import { readingsOf, type Member } from '../member.ts'
import { copiesAmong, earlierFirst, type Copy } from './copies-among.ts'
import { joinedSets } from './joined.ts'
import { namesAcross, voicesOf, type Voice } from './voices.ts'

/** Where the reports of an incident go back to: copies of one text, what is credited to one agency, what only passes on one source, and all that one outlet writes itself count once. */
export function findOrigins(members: readonly Member[]): Origin[] {
  const readings = readingsOf(members).sort(earlierFirst)
  // Of a single report it is of no matter what others call its outlet.
  const names = readings.length > 1 ? namesAcross(readings) : foldName
  const voices = new Map(
    readings.map((reading) => [reading.report.id, voicesOf(reading, members, names)]),
  )
  const copies = copiesAmong(readings)
  const joined = joinedSets(readings.map(({ report }) => report.id))
  for (const { earlier, later } of copies) joined.join(earlier, later)
  for (const ids of byVoice(voices).values())
    for (const id of ids.slice(1)) joined.join(ids[0] ?? id, id)
  return joined.sets().map((reports) => ({
    id: contentKey('origin', reports[0] ?? ''),
    reports,
    why: whyOne(reports, voices, copies),
  }))
}

function byVoice(voices: ReadonlyMap<string, readonly Voice[]>): Map<string, string[]> {
  const sets = new Map<string, string[]>()
  for (const [id, all] of voices)
    for (const { key } of all) sets.set(key, [...(sets.get(key) ?? []), id])
  return sets
}

function whyOne(
  reports: readonly string[],
  voices: ReadonlyMap<string, readonly Voice[]>,
  copies: readonly Copy[],
): string {
  const all = reports.flatMap((id) => voices.get(id) ?? [])
  if (reports.length === 1)
    return all[0] ? whyOf(all.slice(0, 1)) : 'nothing tells where it is from'
  const copied = new Set(
    copies.flatMap(({ earlier, later }) => [earlier, later]).filter((id) => reports.includes(id)),
  ).size
  const shared = [...grouped(all, ({ key }) => key).values()].filter((own) => own.length > 1)
  return [
    ...(copied > 0 ? [`${share(copied, reports.length)} copies of one text`] : []),
    ...shared.map((own) => `${share(own.length, reports.length)} ${whyOf(own)}`),
  ].join('; ')
}

/** "credited to AFP or written by it". */
function whyOf(voices: readonly Voice[]): string {
  const [first] = voices
  if (!first) return ''
  const others = new Set(voices.map(({ how }) => how).filter((how) => how !== first.how))
  return [phrase(first.how, first.name), ...[...others].map((how) => phrase(how, 'it'))].join(
    ' or ',
  )
}

function phrase(how: Voice['how'], name: string): string {
  return how === 'passing on' ? `passing on what ${name} said` : `${how} ${name}`
}

function share(some: number, all: number): string {
  return some === all ? 'all' : `${some} of them`
}
