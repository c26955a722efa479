import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileReport, draftReport } from '../../../../src/evaluate/index.ts'
import { smallReading } from '../../../support/small-reading.ts'

const words = { lemmaOf: (cue: string) => cue }

/** What texts are made of: words that come again, and all signs that mean something in a marked report. */
const PIECES = [
  ...['said', 'he', 'the army', 'Darun', '12', '$&', '😀', ' ', '\n\n'],
  ...['“', '”', '"', '`', '…', '[', ']', '\\', '|', '@x', 'x2', '#1', '(', ','],
]

/** A text, and some stretch of it that begins and ends with no space. */
const quoted = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat())
  .map(([pieces, a, b]) => {
    const text = `he ${pieces.join(' ').trim()} said`
    const signs = [...text].map((sign, i, all) => ({ sign, at: all.slice(0, i).join('').length }))
    const stops = signs.filter(({ sign }) => sign.trim() !== '')
    const [first, last] = [a % stops.length, b % stops.length].sort((x, y) => x - y)
    const [from, to] = [stops[first ?? 0], stops[last ?? 0]]
    return { text, start: from?.at ?? 0, end: (to?.at ?? 0) + (to?.sign.length ?? 0) }
  })

test('whatever words a reading quotes, its draft finds them again', () => {
  fc.assert(
    fc.property(quoted, ({ text, start, end }) => {
      const evidence = [{ start, end, quote: text.slice(start, end) }]
      const reading = smallReading(text, { times: [{ id: 't', type: 'date', evidence }] })
      const { reading: again, faults } = compileReport(draftReport(reading, words), 'r', words)
      expect(faults).toEqual([])
      expect(again?.times[0]?.evidence).toEqual(evidence)
    }),
    { numRuns: 300 },
  )
})
