/** Readings as a busy year would bring them, made of few that were really read: other days, other names, several outlets for one incident. */
import { sha256 } from '../src/base/hash.ts'
import type { Reading } from '../src/records/index.ts'

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

/** Outlets that tell of an incident: one most often, up to four. */
const TOLD = [1, 1, 1, 2, 2, 3, 4]
/** Days that incidents are spread over. */
const DAYS = 3650
const OUTLETS = ['Radio Orrin', 'Velka Post', 'Selin Daily', 'Darun Wire', 'Oster Gazette']

/** So many readings of invented incidents, each a variation of a base. */
export function* variedReadings(
  bases: readonly Reading[],
  count: number,
  seed: number,
): Generator<Reading> {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  for (let made = 0; made < count;) {
    const change = { days: Math.floor(next() * DAYS), letters: Math.floor(next() * 25) }
    const [base, told] = [vary(pick(bases), change), pick(TOLD)]
    for (let i = 0; i < told && made < count; i += 1, made += 1)
      yield publish(base, `v${seed}-${made}`, pick(OUTLETS))
  }
}

/** The same report by another outlet; its text says so, as copies of one wire story do. */
function publish(base: Reading, id: string, outlet: string): Reading {
  const text = `${base.report.text}\n${outlet}, ${id}`
  return { ...base, report: { ...base.report, id, outlet, text, hash: sha256(text) } }
}

interface Variation {
  readonly days: number
  readonly letters: number
}

/** A reading with other days, and other names of the same length, so that all its spans hold. */
function vary(base: Reading, { days, letters }: Variation): Reading {
  const names = [
    ...base.places.map(({ name }) => name),
    ...base.actors.filter(({ named }) => named).map(({ name }) => name),
  ]
  let json = JSON.stringify(base).replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => shifted(day, days))
  for (const name of new Set(names))
    if (/^[A-Za-z][A-Za-z -]+$/.test(name)) json = json.replaceAll(name, turned(name, letters))
  return JSON.parse(json) as Reading
}

function shifted(day: string, days: number): string {
  const time = Date.parse(day)
  return Number.isNaN(time) ? day : new Date(time + days * 86_400_000).toISOString().slice(0, 10)
}

/** A name with each letter so many places on in the alphabet. */
function turned(name: string, places: number): string {
  return name.replace(/[A-Za-z]/g, (letter) => {
    const first = letter < 'a' ? 65 : 97
    return String.fromCharCode(first + ((letter.charCodeAt(0) - first + places) % 26))
  })
}
