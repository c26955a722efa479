import { beforeAll, describe, expect, it } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { toReport, type Kit } from '../../../src/pipeline.ts'
import type { Place } from '../../../src/records/index.ts'
import { openCountries, resolvePlaces } from '../../../src/resolve/place/index.ts'
import { foldAreaName, foldName } from '../../../src/resolve/place/fold.ts'
import { analyseText } from '../../../src/text/index.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

function places(text: string): Place[] {
  return resolvePlaces(analyseText(toReport({ text }), kit.text), kit.gazetteer)
}

const short = (text: string): string[] =>
  places(text).map(
    ({ name, country, exactness, evidence }) =>
      `${evidence.map(({ quote }) => quote).join('+')} = ${name} ${country ?? '-'} ${exactness ?? '-'}`,
  )

describe('names of places', () => {
  it('are found under old and new spellings and grouped by place', () => {
    expect(short('Shells fell on Kiev. The mayor of Kyiv said two people had died.')).toEqual([
      'Kiev+Kyiv = Kyiv UKR town',
    ])
  })

  it('lie in the area that the text names after them', () => {
    expect(short('A man was shot in Paris, Texas.')[0]).toBe('Paris = Paris USA town')
    expect(short('A man was shot in Paris, France.')[0]).toBe('Paris = Paris FRA town')
  })

  it('are areas where the text says so and towns where it does not', () => {
    expect(short('Clashes broke out in Kherson.')).toEqual(['Kherson = Kherson UKR town'])
    expect(short('Clashes broke out in Kherson region.')).toEqual([
      'Kherson = Kherson UKR province',
    ])
  })

  it('are read in capitals', () => {
    expect(short('GUERRILLAS ATTACKED THE TOWN OF SUCHITOTO IN CUSCATLAN.')).toEqual([
      'SUCHITOTO = Suchitoto SLV town',
      'CUSCATLAN = Cuscatlan SLV province',
    ])
  })

  it('are known to be places without coordinates where the gazetteer lacks them', () => {
    const [unknown] = places('Troops entered the village of Quorvath Zel on Monday.')
    expect(unknown).toMatchObject({ name: 'Quorvath Zel', exactness: 'town' })
    expect(unknown).not.toHaveProperty('latitude')
  })

  it('have the area that the list of places gives them', () => {
    expect(places('Gunmen shot a guard in Panjwai on Tuesday.')[0]).toMatchObject({
      name: 'Panjwai',
      admin1: 'Kandahar',
    })
  })
})

describe('what is no place', () => {
  it('is a person, a people or a word', () => {
    expect(short('Sarah Lancaster spoke. Lancaster said Afghan police were nice.')).toEqual([])
  })

  it('is what the caller knows to be another thing', () => {
    const document = analyseText(toReport({ text: 'Rebels left Herat.' }), kit.text)
    expect(resolvePlaces(document, kit.gazetteer, { notPlaces: () => true })).toEqual([])
  })
})

describe('spots beside a place', () => {
  it('carry the relation and are no more exact than a district', () => {
    expect(places('A bus was hit 12 km south of Adigrat, Ethiopia.')[0]).toMatchObject({
      relation: '12 km south of',
      exactness: 'district',
      country: 'ETH',
    })
  })

  it('stay apart from the place itself', () => {
    expect(short('A mine went off near Herat. Police in Herat came.')).toHaveLength(2)
  })
})

describe('datelines', () => {
  it('give their place its role, known or not', () => {
    const text =
      'DARUN, March 6 (Velka News Agency) - A bomb killed two people in Darun on Tuesday.'
    expect(places(text)).toMatchObject([{ name: 'Darun', role: 'dateline' }])
    expect(places('KABUL, March 6 (Velka News) - A bomb killed two.')).toMatchObject([
      { name: 'Kabul', role: 'dateline', country: 'AFG' },
    ])
  })
})

describe('evidence', () => {
  it('is the exact words, and hostile text reads in time', () => {
    const text = 'Kabul, Herat and Springfield County near '.repeat(1500)
    for (const { evidence } of places(text))
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
    expect(places('\ud800, Paris \u202e, (Of) .')).toBeInstanceOf(Array)
  })
})

describe('countries', () => {
  it('are known by name, former name and demonym', () => {
    const countries = openCountries(kit.lexicon)
    expect(countries.lookup('burma')).toEqual({ iso3: 'MMR', via: 'name' })
    expect(countries.lookup('U.S.')).toEqual({ iso3: 'USA', via: 'name' })
    expect(countries.lookup('Afghan')).toEqual({ iso3: 'AFG', via: 'demonym' })
    expect(countries.lookup('velkan')).toBeUndefined()
  })
})

describe('folding', () => {
  it('makes one spelling of many', () => {
    expect(foldName("Sana'a")).toBe(foldName('Sanaʿā'))
    expect(foldName('Deir ez-Zor')).toBe('deir ez zor')
    expect(foldAreaName('Anbar Governorate')).toBe('anbar')
    expect(foldAreaName('City of Alexandria')).toBe('alexandria')
  })
})
