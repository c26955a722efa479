import { HASH_START, hashOn } from '../../base/hash.ts'
import { remember } from '../../base/remember.ts'
import type { Exactness } from '../../records/index.ts'
import type { Lexicon, LexiconRow } from '../../text/index.ts'
import { openCountries, type Countries } from './countries.ts'
import { foldAreaName, foldName } from './fold.ts'
import { openHashFilter, type HashFilter } from './hash-filter.ts'
import { openGazetteerFile, type GazetteerFile, type GazetteerRow } from './gazetteer-file.ts'
import { openNameWords, type NameWord } from './name-words.ts'
import { openPlaceWords, type PlaceWords } from './words.ts'

/** One place that a name may mean. */
export interface Sense {
  /** The same for the same place. */
  readonly key: string
  readonly name: string
  readonly kind: GazetteerRow['kind'] | 'country' | 'own'
  readonly exactness: Exactness
  /** ISO 3166-1 alpha-3; empty for what lies in several countries. */
  readonly country: string
  /** GeoNames code of the first-order area; empty where it is not known. */
  readonly code1: string
  readonly admin1: string
  readonly admin2: string
  readonly latitude: number
  readonly longitude: number
  readonly population: number
  readonly gazetteer?: string
}

/** All places that a name may mean, and the words that tell places from other names. */
export interface Gazetteer {
  /** What a folded name may mean, of any size: those with most people first, at most 40. */
  senses(folded: string): readonly Sense[]
  /** Whether a folded name of this hash (`hashOn`) may have senses: false is certain, but for Arabic names with another article. */
  mayMean(hash: number): boolean
  /** What it may mean after the name of a town and a comma only: "Ala." */
  abbreviated(folded: string): readonly Sense[]
  /** What is known of a word as it is written. */
  word(text: string): NameWord
  readonly countries: Countries
  readonly words: PlaceWords
}

/** Most namesakes that are weighed. */
const MOST_SENSES = 40

/** Opens the gazetteer file with the lists `countries`, `place-aliases`, `place-words` and `first-names`; throws `bad-data`. */
export function openGazetteer(bytes: Uint8Array, lexicon: Lexicon): Gazetteer {
  const file = openGazetteerFile(bytes)
  const [countries, words] = [openCountries(lexicon), openPlaceWords(lexicon)]
  const [plain, short] = [new Map<string, LexiconRow[]>(), new Map<string, LexiconRow[]>()]
  for (const row of lexicon.rows('place-aliases')) {
    const table = row['when'] === 'comma' ? short : plain
    const key = foldName(row['name'] ?? '')
    table.set(key, [...(table.get(key) ?? []), row])
  }
  const listed = new Set(
    [...plain.keys(), ...countries.names()].map((name) => hashOn(HASH_START, name)),
  )
  let filter: HashFilter | undefined
  const known = { file, countries, shown: shownAreas(lexicon) }
  const find = (folded: string): Sense[] =>
    distinct([
      ...countrySenses(folded, countries),
      ...(plain.get(folded) ?? []).flatMap((row) => aliasSenses(row, known)),
      ...file.find(folded).map((row) => senseOf(row, known)),
    ])
  return {
    senses: remember(REMEMBERED, (folded) => {
      const found = find(folded)
      const all = found.length > 0 ? found : otherArticles(folded).flatMap(find)
      return all.sort((a, b) => b.population - a.population).slice(0, MOST_SENSES)
    }),
    mayMean(hash) {
      filter ??= openHashFilter([listed, file.hashes()])
      return filter(hash) && (listed.has(hash) || file.has(hash))
    },
    abbreviated: (folded) =>
      (short.get(folded) ?? [])
        .flatMap((row) => aliasSenses(row, known))
        .filter(({ kind }) => kind === 'admin1'),
    word: openNameWords(countries, words),
    countries,
    words,
  }
}

/** How first-order areas are written that the gazetteer writes otherwise. */
function shownAreas(lexicon: Lexicon): Map<string, string> {
  const rows = lexicon.rows('place-aliases').filter(({ when }) => when === 'shown')
  return new Map(rows.map(({ name = '', of, country }) => [areaKey(country, of), name]))
}

/** Names whose senses are kept. */
const REMEMBERED = 100_000

const ARTICLES = ['al', 'el', 'ad', 'an', 'ar', 'as', 'ash', 'at', 'az']

/** "al Bukayriyah", "el Bukayriyah", "Bukayriyah": an Arabic name with each article and without. */
function otherArticles(folded: string): string[] {
  const [article = '', ...rest] = folded.split(' ')
  if (rest.length === 0 || !ARTICLES.includes(article)) return []
  const name = rest.join(' ')
  return [name, ...ARTICLES.map((other) => `${other} ${name}`)]
}

interface Known {
  readonly file: GazetteerFile
  readonly countries: Countries
  /** First-order areas that are written otherwise than in the gazetteer. */
  readonly shown: ReadonlyMap<string, string>
}

function areaKey(country: string | undefined, name: string | undefined): string {
  return `${country ?? ''} ${name ?? ''}`
}

/** People of a country; so many that a country outweighs its namesakes. */
const COUNTRY_WEIGHT = 50_000_000

function countrySenses(folded: string, countries: Countries): Sense[] {
  const word = countries.lookup(folded)
  const country = word?.via === 'name' ? countries.byIso3(word.iso3) : undefined
  if (!country) return []
  return [
    {
      key: country.iso3,
      name: country.name,
      kind: 'country',
      exactness: 'country',
      country: country.iso3,
      code1: '',
      admin1: '',
      admin2: '',
      latitude: country.latitude,
      longitude: country.longitude,
      population: COUNTRY_WEIGHT,
      gazetteer: `iso:${country.iso3}`,
    },
  ]
}

/** A row with its own point, or the entries that it is another name of: the area and the largest town. */
function aliasSenses(row: LexiconRow, known: Known): Sense[] {
  const { file, countries } = known
  const { name = '', of = name, country = '' } = row
  if (row['latitude'] !== undefined) return [{ ...ownSense(row, of), ...ownArea(row, known) }]
  const iso2 = countries.byIso3(country)?.iso2 ?? ''
  const rows = [...file.find(foldName(of)), ...file.find(foldAreaName(of))].filter(({ code1 }) =>
    code1.startsWith(`${iso2}.`),
  )
  const exact = rows.filter((found) => found.name === of)
  const senses = (exact.length > 0 ? exact : rows).map((found) => senseOf(found, known))
  const areas = senses.filter(({ kind }) => kind === 'admin1')
  const towns = senses
    .filter(({ kind }) => kind !== 'admin1')
    .sort((a, b) => b.population - a.population)
  return [...areas.slice(0, 1), ...towns.slice(0, 1)]
}

function ownSense(row: LexiconRow, name: string): Sense {
  const kind = row['kind'] ?? 'region'
  return {
    key: `own ${foldName(name)} ${row['country'] ?? ''}`,
    name,
    kind: 'own',
    exactness: kind === 'district' || kind === 'site' ? kind : 'region',
    country: row['country'] ?? '',
    code1: '',
    admin1: '',
    admin2: '',
    latitude: Number(row['latitude']),
    longitude: Number(row['longitude']),
    population: 200_000,
  }
}

/** The first-order area that a row says its place lies in. */
function ownArea(
  { area, country = '' }: LexiconRow,
  known: Known,
): Pick<Sense, 'code1' | 'admin1'> | undefined {
  if (area === undefined) return undefined
  const iso2 = known.countries.byIso3(country)?.iso2 ?? ''
  const found = known.file
    .find(foldAreaName(area))
    .concat(known.file.find(foldName(area)))
    .find(({ kind, code1 }) => kind === 'admin1' && code1.startsWith(`${iso2}.`))
  return found && { code1: found.code1, admin1: senseOf(found, known).admin1 }
}

function senseOf(row: GazetteerRow, { countries, shown }: Known): Sense {
  const iso2 = row.code1.slice(0, 2)
  const country = countries.byIso2(iso2)?.iso3 ?? ''
  const admin1 = shown.get(areaKey(country, row.admin1)) ?? row.admin1
  const gazetteer = idOf(row)
  return {
    key: `${row.kind} ${row.code1} ${row.admin2} ${foldName(row.name)}`,
    name: row.kind === 'admin1' ? admin1 : row.name,
    kind: row.kind,
    exactness: exactnessOf(row.kind),
    country,
    code1: row.code1,
    admin1,
    admin2: row.kind === 'admin1' ? '' : row.admin2,
    latitude: row.latitude,
    longitude: row.longitude,
    population: row.population,
    ...(gazetteer !== undefined && { gazetteer }),
  }
}

function idOf({ id, kind, code1 }: GazetteerRow): string | undefined {
  if (id > 0) return `geonames:${id}`
  return kind === 'admin1' ? `geonames-area:${code1}` : undefined
}

function exactnessOf(kind: GazetteerRow['kind']): Exactness {
  if (kind === 'admin1') return 'province'
  return kind === 'admin2' ? 'district' : 'town'
}

function distinct(senses: readonly Sense[]): Sense[] {
  return [...new Map([...senses].reverse().map((sense) => [sense.key, sense])).values()].reverse()
}
