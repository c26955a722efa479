import { AscribeError } from '../../base/errors.ts'
import type { ActorKind } from '../../records/index.ts'

/** What an actor was from a day to a day; either may be absent, and as vague as is known. */
export interface DatedRole {
  readonly role: string
  readonly kind: ActorKind
  readonly from?: string
  readonly to?: string
}

/** One actor of `data/actors`. */
export interface ActorEntry {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  readonly country?: readonly string[]
  readonly aliases: readonly string[]
  /** Names that count only in capitals as written. */
  readonly exact?: readonly string[]
  /** Those of `exact` that are words of English too. */
  readonly words?: readonly string[]
  readonly roles?: readonly DatedRole[]
  readonly outlets?: readonly string[]
  readonly inter?: number
  readonly acled?: string
  readonly gtd?: string
  readonly ucdp?: string
  /** Names made of a country and a head ("Ruritanian army"). */
  readonly patterns?: readonly string[]
}

export interface CountryNames {
  readonly iso3: string
  readonly names: readonly string[]
  readonly demonyms: readonly string[]
}

/** How a country's forces, police or government are named. */
export interface StateRole {
  readonly role: string
  readonly kind: ActorKind
  /** With {} for the country. */
  readonly name: string
  readonly heads: readonly string[]
}

export interface ActorData {
  readonly actors: readonly ActorEntry[]
  readonly countries: readonly CountryNames[]
  readonly state: readonly StateRole[]
}

/** The lists of an actors file; throws `bad-data` with what is wrong and where. */
export function parseActors(text: string): ActorData {
  const data = parseJson(text)
  const list = (key: string): readonly unknown[] => {
    const value = isFields(data) ? data[key] : undefined
    if (!Array.isArray(value)) throw new AscribeError('bad-data', `actors: no list ${key}`)
    return value as readonly unknown[]
  }
  return {
    actors: list('actors').map((value, i) => {
      if (!isActorEntry(value)) throw new AscribeError('bad-data', `actors[${i}] is no actor`)
      return value
    }),
    countries: list('countries').map((value, i) => {
      if (!isCountryNames(value))
        throw new AscribeError('bad-data', `countries[${i}] is no country`)
      return value
    }),
    state: list('state').map((value, i) => {
      if (!isStateRole(value)) throw new AscribeError('bad-data', `state[${i}] is no pattern`)
      return value
    }),
  }
}

const KINDS: readonly ActorKind[] = [
  'person',
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
  'civilians',
  'crowd',
  'facility',
  'unknown',
]

function isActorEntry(value: unknown): value is ActorEntry {
  if (!isFields(value)) return false
  const lists = ['country', 'exact', 'words', 'outlets'].every(
    (key) => value[key] === undefined || isTexts(value[key]),
  )
  const roles = value['roles'] ?? []
  return (
    isText(value['id']) &&
    isText(value['name']) &&
    isKind(value['kind']) &&
    isTexts(value['aliases']) &&
    lists &&
    Array.isArray(roles) &&
    roles.every(isDatedRole)
  )
}

function isDatedRole(value: unknown): value is DatedRole {
  return isFields(value) && isText(value['role']) && isKind(value['kind'])
}

function isCountryNames(value: unknown): value is CountryNames {
  return (
    isFields(value) &&
    isText(value['iso3']) &&
    isTexts(value['names']) &&
    isTexts(value['demonyms'])
  )
}

function isStateRole(value: unknown): value is StateRole {
  return (
    isFields(value) &&
    isText(value['role']) &&
    isKind(value['kind']) &&
    isText(value['name']) &&
    isTexts(value['heads'])
  )
}

function isKind(value: unknown): value is ActorKind {
  return KINDS.some((kind) => kind === value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AscribeError('bad-data', 'actors file is no JSON', { cause })
  }
}
