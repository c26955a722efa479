import type { Codebook } from '../codebook/index.ts'
import type { Actor } from '../records/index.ts'

/** The codebooks' own names of a known actor, and ACLED's number of its type. */
export interface KnownNames {
  readonly acled?: string
  readonly gtd?: string
  readonly ucdp?: string
  readonly inter?: number
}

/** What the word lists say of weapons and targets in GTD's terms. */
export interface CodeWords {
  /** GTD's weapon type of a weapon's value. */
  readonly weapon: ReadonlyMap<string, number>
  /** GTD's target type of a phrase in lower case. */
  readonly target: ReadonlyMap<string, number>
}

/** What coding needs besides the event. */
export interface CodeContext {
  readonly codebook: Codebook
  /** The reading's actors by id. */
  readonly actors: ReadonlyMap<string, Actor>
  readonly words?: CodeWords
  /** Looks up `Actor.known` on a day. */
  readonly known?: (id: string, day?: string) => KnownNames | undefined
}

type Row = Readonly<Record<string, string>>

/** The lists `weapons` and `targets` as the codings need them. */
export function openCodeWords(weapons: readonly Row[], targets: readonly Row[]): CodeWords {
  const weapon = new Map<string, number>()
  for (const { value, family } of weapons) {
    const type = FAMILIES[family ?? '']
    if (value !== undefined && type !== undefined) weapon.set(value, type)
  }
  const target = new Map<string, number>()
  for (const { phrase, gtd } of targets)
    if (phrase !== undefined && gtd !== undefined) target.set(phrase.toLowerCase(), Number(gtd))
  return { weapon, target }
}

/** Families of `weapons` by GTD's weapon type. */
const FAMILIES: Readonly<Record<string, number>> = {
  biological: 1,
  chemical: 2,
  radiological: 3,
  firearm: 5,
  explosive: 6,
  fake: 7,
  incendiary: 8,
  melee: 9,
  vehicle: 10,
  sabotage: 11,
  'crowd-control': 12,
}
