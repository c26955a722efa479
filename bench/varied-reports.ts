/** Reports as busy years would bring them, made of few that are real: other days, places and names, several outlets for one incident. */
import { readReport, type Kit } from '../src/pipeline.ts'
import type { Actor, Place, Reading, ReportInput, Time } from '../src/records/index.ts'

/** Numbers from 0 to 1 by a seed, the same in every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A report that is varied, what is changed in it, and what places may take the place of others. */
interface Base {
  readonly input: ReportInput
  readonly places: readonly Place[]
  readonly names: readonly string[]
  readonly dates: readonly Time[]
}

/** Reports to vary. */
export interface Bases {
  readonly readings: readonly Reading[]
  readonly all: readonly Base[]
  /** Names of places of one country and size. */
  readonly like: ReadonlyMap<string, readonly string[]>
}

/** Reads reports once, to find what can be changed in them. */
export function openBases(inputs: readonly ReportInput[], kit: Kit): Bases {
  const readings = inputs.map((input) => readReport(input, kit))
  const all = readings.map(({ places, actors, times }, i) => ({
    input: inputs[i] ?? { text: '' },
    places: places.filter(({ exactness, name }) => exactness !== 'country' && isName(name)),
    names: actors.filter(isUnknown).map(({ name }) => name),
    dates: times.filter(isDate),
  }))
  const like = new Map<string, string[]>()
  for (const place of all.flatMap(({ places }) => places)) {
    const names = like.get(sortOf(place)) ?? []
    if (!names.includes(place.name)) names.push(place.name)
    like.set(sortOf(place), names)
  }
  return { readings, all, like }
}

function isName(text: string): boolean {
  return /^[A-Z][A-Za-z -]{3,}$/.test(text)
}

function isUnknown({ named, known, name }: Actor): boolean {
  return named && known === undefined && isName(name)
}

const DAY = /^\d{4}-\d\d-\d\d$/

/** "12 January 2005", "January 12": not "Monday", which holds on the other day too. */
function isDate({ value, evidence: [first] }: Time): boolean {
  return DAY.test(value ?? '') && /\d/.test(first?.quote ?? '')
}

function sortOf({ country, exactness }: Place): string {
  return `${country ?? ''} ${exactness ?? ''}`
}

/** Outlets that tell of an incident: one most often, up to four. */
const TOLD = [1, 1, 1, 2, 2, 3, 4]
/** Weeks that incidents are spread over: ten years. */
const WEEKS = 521
const OUTLETS = ['Radio Orrin', 'Velka Post', 'Selin Daily', 'Darun Wire', 'Oster Gazette']

/** So many reports of invented incidents, each a variation of a base. */
export function* variedReports(
  { all, like }: Bases,
  count: number,
  seed: number,
): Generator<ReportInput> {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  for (let made = 0; made < count;) {
    const base = pick(all)
    const names = new Map<string, string>()
    for (const place of base.places)
      names.set(place.name, pick(like.get(sortOf(place)) ?? [place.name]))
    const letters = Math.floor(next() * 25)
    for (const name of base.names) names.set(name, turned(name, letters))
    const [report, told] = [vary(base, names, 7 * Math.floor(next() * WEEKS)), pick(TOLD)]
    for (let i = 0; i < told && made < count; i += 1, made += 1)
      yield publish(report, `v${seed}-${made}`, pick(OUTLETS))
  }
}

/** The same report by another outlet; its text says so, as copies of one wire story do. */
function publish(report: ReportInput, id: string, outlet: string): ReportInput {
  return { ...report, id, outlet, text: `${report.text}\n${outlet}, ${id}` }
}

/** A report with other names, and so many days later. */
function vary(
  { input, dates }: Base,
  names: ReadonlyMap<string, string>,
  days: number,
): ReportInput {
  const changes = new Map(names)
  for (const { value = '', evidence } of dates)
    for (const { quote } of evidence) changes.set(quote, dateLike(quote, later(value, days)))
  const change = changesOf(changes)
  const { text, title, publishedAt } = input
  return {
    ...input,
    text: change(text),
    ...(title !== undefined && { title: change(title) }),
    ...(publishedAt !== undefined && { publishedAt: later(publishedAt.slice(0, 10), days) }),
  }
}

/** All changes at once, the longest words first. */
function changesOf(changes: ReadonlyMap<string, string>): (text: string) => string {
  if (changes.size === 0) return (text) => text
  const words = [...changes.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(words.map((word) => word.replace(/\W/g, '\\$&')).join('|'), 'g')
  return (text) => text.replace(any, (word) => changes.get(word) ?? word)
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** A day in words, with its year where the words that it stands for have one. */
function dateLike(quote: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const words = `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}`
  return /\d{4}/.test(quote) ? `${words} ${year}` : words
}

/** A name with each letter so many places on in the alphabet. */
function turned(name: string, places: number): string {
  return name.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < 'a' ? 65 : 97
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + places) % 26))
  })
}
