import type { Lexicon } from '../../text/index.ts'
import { foldName } from './fold.ts'

/** One country (or former state) with its middle point. */
export interface Country {
  /** ISO 3166-1 alpha-3; ISO 3166-3 for former states. */
  readonly iso3: string
  readonly iso2: string
  readonly name: string
  readonly latitude: number
  readonly longitude: number
  readonly capital?: string
}

/** A country that a word stands for, and whether the word is its name or what its people are called. */
export interface CountryWord {
  readonly iso3: string
  readonly via: 'name' | 'demonym'
}

export interface Countries {
  /** The country of a name, demonym or adjective, in any case and spelling. */
  lookup(words: string): CountryWord | undefined
  /** All folded names and demonyms. */
  names(): Iterable<string>
  byIso3(iso3: string): Country | undefined
  byIso2(iso2: string): Country | undefined
}

/** Opens `countries`; throws `bad-data` where the list is missing. */
export function openCountries(lexicon: Lexicon): Countries {
  const words = new Map<string, CountryWord>()
  const [byIso3, byIso2] = [new Map<string, Country>(), new Map<string, Country>()]
  const add = (list: string | undefined, word: CountryWord): void => {
    for (const name of (list ?? '').split('|')) {
      const key = foldName(name)
      if (key !== '' && !words.has(key)) words.set(key, word)
    }
  }
  for (const row of lexicon.rows('countries')) {
    const { iso3 = '', iso2 = '', name = '', capital } = row
    const country: Country = {
      iso3,
      iso2,
      name,
      latitude: Number(row['latitude']),
      longitude: Number(row['longitude']),
      ...(capital !== undefined && { capital }),
    }
    byIso3.set(iso3, country)
    byIso2.set(iso2, country)
    add(name, { iso3, via: 'name' })
    add(row['names'], { iso3, via: 'name' })
    add(row['demonyms'], { iso3, via: 'demonym' })
  }
  return {
    lookup: (given) => words.get(foldName(given)),
    names: () => words.keys(),
    byIso3: (iso3) => byIso3.get(iso3),
    byIso2: (iso2) => byIso2.get(iso2),
  }
}
