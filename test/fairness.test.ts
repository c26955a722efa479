import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { beside } from '../bench/labelled-data.ts'
import { fairSentences } from '../bench/fair-sentences.ts'
import { linesOf, rolesOf, swapsOf } from './support/fair.ts'
import { read } from './support/read.ts'

const DATA = new URL('../../shared/data/', import.meta.url).pathname

const ACTORS = ['soldiers', 'rebels', 'peacekeepers', 'policemen', 'militiamen', 'insurgents']

/** Verbs with the participle and what may stand behind both; active and passive tell the same. */
const DEEDS: readonly (readonly [string, string, string])[] = [
  ['attacked', 'attacked', 'near Darun on Monday'],
  ['ambushed', 'ambushed', 'on a road near Selin'],
  ['killed', 'killed', 'in the village of Selmara'],
  ['shelled', 'shelled', 'for two hours'],
  ['arrested', 'arrested', 'in Orrin'],
  ['abducted', 'abducted', 'at a checkpoint'],
  ['beat', 'beaten', 'in the market of Darun'],
  ['shot', 'shot', 'at the bridge'],
]

const PAIRS = ACTORS.flatMap((one) =>
  ACTORS.flatMap((other) => (one === other ? [] : [[one, other] as const])),
)

describe('fairness', () => {
  test.each(DEEDS)(
    '%s: whoever does it to whom, in the active or the passive',
    (past, done, rest) => {
      for (const [one, other] of PAIRS) {
        const active = rolesOf(read({ text: `Two ${one} ${past} three ${other} ${rest}.` }))
        const passive = rolesOf(
          read({ text: `Three ${other} were ${done} by two ${one} ${rest}.` }),
        )
        expect(active).toHaveLength(1)
        expect(passive, `${one} ${past} ${other}`).toEqual(active)
        const [first = ''] = active
        const swapped = rolesOf(read({ text: `Two ${other} ${past} three ${one} ${rest}.` }))
        const expected = first
          .replace(`two ${one}`, 'A')
          .replace(`three ${other}`, `three ${one}`)
          .replace('A', `two ${other}`)
        expect(swapped).toEqual([expected])
      }
    },
  )

  test.each([
    'Five soldiers were killed and 12 wounded when a bomb exploded near their patrol in Darun.',
    'The governor said that soldiers had opened fire on a bus, killing a nurse and two teachers.',
    'Three Velkan soldiers died after suspected Hezar gunmen attacked a checkpoint.',
    'A roadside bomb killed 2 Velkan soldiers and injured 1 more near Selin.',
    'Soldiers raided a village near Orrin and torched 12 houses.',
    'At least 17 soldiers were executed by a group and another 17 were wounded.',
    'Four officers, among them two policemen, and two policemen of the guard were killed in a raid.',
    'Five guards, among them two scouts, and five rebels were killed in a shooting in Selin.',
    'Front rebels raided a house in western Orrin, and killed three brothers in the house.',
    'Chechen rebels took over the ferry and held the crew for days before releasing them.',
    'A landmine went off beside a convoy of the militia, killing four, the militia said.',
    'Unknown militants set off a car bomb near a school, targeting a police car, and killed two men.',
  ])('%s', (text) => {
    const own = linesOf(read({ text }), (offset) => offset)
    expect(own.some((line) => line.startsWith('event'))).toBe(true)
    for (const { text: other, back } of swapsOf(text))
      expect(linesOf(read({ text: other }), back)).toEqual(own)
  })

  test.skipIf(!existsSync(DATA))(
    'over sentences of the development data (../shared)',
    { timeout: 600_000 },
    () => {
      const { pairs, flips } = fairSentences(beside(DATA), {
        most: MOST,
        read: (text) => read({ text }),
      })
      expect(pairs).toBeGreaterThan(MOST)
      expect(flips).toEqual([])
    },
  )
})

/** Sentences that are swapped here; `npm run bench:fairness` swaps all. */
const MOST = 200
