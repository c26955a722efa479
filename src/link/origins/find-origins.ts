import { contentKey } from '../../base/hash.ts'
import type { Origin, Reading } from '../../records/index.ts'
import { foldName } from '../claims/actor-name.ts'
import { grouped } from '../grouped.ts'
import { readingsOf, type Member } from '../member.ts'
import { joinedSets } from './joined.ts'
import { isCopy } from './near-copies.ts'
import { likenessOf, shinglesOf } from './text-sketch.ts'
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
  for (const [a, b] of copies) joined.join(a, b)
  for (const ids of byVoice(voices).values())
    for (const id of ids.slice(1)) joined.join(ids[0] ?? id, id)
  return joined.sets().map((reports) => ({
    id: contentKey('origin', reports[0] ?? ''),
    reports,
    why: whyOne(reports, voices, copies),
  }))
}

/** By publication; what has no date comes last, since it may be a copy of any. */
function earlierFirst({ report: a }: Reading, { report: b }: Reading): number {
  const [x, y] = [a.publishedAt ?? LAST, b.publishedAt ?? LAST]
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : 1
}

const LAST = '\uffff'

/** Pairs of reports that are copies, by the runs of words that they share: all are counted in one pass. */
function copiesAmong(readings: readonly Reading[]): [string, string][] {
  if (readings.length < 2) return []
  const holders = new Map<number, number[]>()
  const all = readings.map(({ report }) => ({ id: report.id, shingles: shinglesOf(report.text) }))
  return all.flatMap(({ id, shingles }, i) => {
    const shared = new Map<number, number>()
    for (const shingle of shingles) {
      const before = holders.get(shingle)
      for (const other of before ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
      if (!before) holders.set(shingle, [i])
      else if (before.length < MOST) before.push(i)
    }
    return [...shared].flatMap(([other, both]): [string, string][] => {
      const earlier = all[other]
      if (!earlier || !isCopy(likenessOf(both, earlier.shingles.size, shingles.size))) return []
      return [[earlier.id, id]]
    })
  })
}

/** Reports that a run of words is looked for in; what more have says nothing, and copies are found by the first. */
const MOST = 60

function byVoice(voices: ReadonlyMap<string, readonly Voice[]>): Map<string, string[]> {
  const sets = new Map<string, string[]>()
  for (const [id, all] of voices)
    for (const { key } of all) sets.set(key, [...(sets.get(key) ?? []), id])
  return sets
}

function whyOne(
  reports: readonly string[],
  voices: ReadonlyMap<string, readonly Voice[]>,
  copies: readonly (readonly [string, string])[],
): string {
  const all = reports.flatMap((id) => voices.get(id) ?? [])
  if (reports.length === 1)
    return all[0] ? whyOf(all.slice(0, 1)) : 'nothing tells where it is from'
  const copied = new Set(copies.flat().filter((id) => reports.includes(id))).size
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
