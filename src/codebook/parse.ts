import { AscribeError } from '../base/errors.ts'

export type KindClass =
  | 'violence'
  | 'disorder'
  | 'control'
  | 'coercion'
  | 'justice'
  | 'diplomacy'
  | 'material'
  | 'pressure'
  | 'words'
  | 'politics'
  | 'other'

/** A kind of event: what it says was done, and what each codebook calls it. */
export interface Kind {
  readonly kind: string
  readonly class: KindClass
  readonly says: string
  /** ACLED's sub-event type. */
  readonly acled?: string
  /** ACLED's sub-event type where who did it decides. */
  readonly acledByPerpetrator?: { readonly state: string; readonly other: string }
  /** GTD's attack type. */
  readonly gtd?: number
  readonly plover?: { readonly type: string; readonly mode?: string }
  /** With leading zeros. */
  readonly cameo?: string
  /** MUC-4's type of incident. */
  readonly muc?: string
}

/** What the codebooks call a country; the key is ISO 3166-1 alpha-3. */
export interface Country {
  readonly iso3: string
  readonly gtd?: { readonly code: number; readonly label: string; readonly region: number }
  readonly acled?: { readonly country: string; readonly iso: number; readonly region: string }
  readonly ucdp?: { readonly id: number; readonly name: string }
}

/** What counts as which kind of event. */
export interface Codebook {
  readonly name: string
  readonly version: string
  readonly kinds: ReadonlyMap<string, Kind>
  readonly countries: ReadonlyMap<string, Country>
}

/** A codebook of its JSON text; throws `bad-codebook` with what is wrong and where. */
export function parseCodebook(text: string): Codebook {
  const book = asRecord(parseJson(text), 'codebook')
  const name = textOf(book, 'name', 'codebook')
  return {
    name,
    version: textOf(book, 'version', `codebook ${name}`),
    kinds: byKey(listOf(book, 'kinds', name).map(parseKind), name, ({ kind }) => kind),
    countries: byKey(listOf(book, 'countries', name).map(parseCountry), name, ({ iso3 }) => iso3),
  }
}

type Fields = Readonly<Record<string, unknown>>

const CLASSES: readonly KindClass[] = [
  'violence',
  'disorder',
  'control',
  'coercion',
  'justice',
  'diplomacy',
  'material',
  'pressure',
  'words',
  'politics',
  'other',
]

function parseKind(value: unknown, index: number): Kind {
  const at = `kinds[${index}]`
  const fields = asRecord(value, at)
  const kind = textOf(fields, 'kind', at)
  const where = `kind ${kind}`
  const kindClass = CLASSES.find((known) => known === fields['class'])
  if (!kindClass) fail(`${where}: no class ${String(fields['class'])}`)
  if (fields['gtd'] !== undefined && !isAttackType(fields['gtd']))
    fail(`${where}: gtd is no attack type from 1 to 9`)
  if (fields['plover'] !== undefined) textOf(asRecord(fields['plover'], where), 'type', where)
  if (fields['acledByPerpetrator'] !== undefined) {
    const pair = asRecord(fields['acledByPerpetrator'], where)
    textOf(pair, 'state', where)
    textOf(pair, 'other', where)
  }
  for (const key of ['acled', 'cameo', 'muc'])
    if (fields[key] !== undefined) textOf(fields, key, where)
  textOf(fields, 'says', where)
  return fields as unknown as Kind // every key was checked above
}

function parseCountry(value: unknown, index: number): Country {
  const at = `countries[${index}]`
  const fields = asRecord(value, at)
  const iso3 = textOf(fields, 'iso3', at)
  if (!/^[A-Z]{3}$/.test(iso3)) fail(`${at}: ${iso3} is no country code`)
  for (const key of ['gtd', 'acled', 'ucdp'])
    if (fields[key] !== undefined) asRecord(fields[key], `country ${iso3}`)
  return fields as unknown as Country // our own table; its inner cells are codes and labels
}

function byKey<T>(
  items: readonly T[],
  name: string,
  key: (item: T) => string,
): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(key(item))) fail(`codebook ${name}: ${key(item)} twice`)
    map.set(key(item), item)
  }
  return map
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AscribeError('bad-codebook', 'codebook is no JSON', { cause })
  }
}

function asRecord(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    fail(`${where}: no object`)
  return value as Fields
}

function listOf(fields: Fields, key: string, name: string): readonly unknown[] {
  const value = fields[key] ?? []
  if (!Array.isArray(value)) fail(`codebook ${name}: ${key} is no list`)
  return value as readonly unknown[]
}

function textOf(fields: Fields, key: string, where: string): string {
  const value = fields[key]
  if (typeof value !== 'string' || value === '') fail(`${where}: ${key} is no text`)
  return value
}

function isAttackType(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9
}

function fail(message: string): never {
  throw new AscribeError('bad-codebook', message)
}
