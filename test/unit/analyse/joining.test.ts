import { beforeAll, describe, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { readReport, type Kit } from '../../../src/pipeline.ts'

let kit: Kit
beforeAll(async () => {
  kit = await openKit()
})

/** The words of each event, read with weights of our own. */
function eventsOf(text: string, weights: Readonly<Record<string, number>>): string[] {
  const signs = new Map(Object.entries(weights))
  const events = { ...kit.words.events, signs }
  const reading = readReport({ text }, { ...kit, words: { ...kit.words, events } })
  return reading.events.map(({ mentions }) => mentions.map(({ quote }) => quote).join(', '))
}

describe('which event a word tells of again', () => {
  const twice = 'A bomb exploded in Darun. Gunmen attacked a bus.'

  test('is the one for which most speaks', () => {
    expect(eventsOf(twice, { 'new at all': 1 })).toHaveLength(2)
    expect(eventsOf(twice, { 'kinds class': 2, 'new at all': 1 })).toHaveLength(1)
  })

  test('is none that the text tells apart, whatever the weights', () => {
    const always = { 'kinds family': 9, 'kinds same': 9 }
    expect(eventsOf('A blast hit a bus. Another blast hit a lorry.', always)).toHaveLength(2)
    expect(eventsOf('Police arrested Oren Talit. Police arrested Mira Kos.', always)).toHaveLength(
      2,
    )
  })

  test('harm that the rules give a cause keeps one', () => {
    const text = 'A bomb exploded in Darun. Nine people were killed.'
    expect(eventsOf(text, { 'none at all': 9, 'new at all': 9 })).toEqual(['exploded, killed'])
  })
})
