import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areCopies, copyKeys, likeness, sketchText } from '../../../src/link/index.ts'

const WIRE = `Shells hit the market of Darun on Monday morning, killing at least nine people, the governor
of the Velka valley said. Rescue workers pulled two children from under a collapsed stall. The Upland
Brigade, which holds the hills above the town, denied that its guns had fired. A doctor at the clinic
said that eleven wounded had been brought in, four of them in danger of their lives. The market had
reopened only last week, after the truce of the second of May. Traders said the first shell fell near
the well and the second among people who had run to help.`

const OTHER = `Nine dead in Darun: that is what the governor's office counts after Monday's shelling. In the
hills the brigade speaks of a lie. "We did not fire a single round," its spokesman told this paper by
telephone. At the well, where the first of two shells came down, somebody has laid flowers. The
clinic is full; its doctors ask for blood. It is the second time since spring that the truce has been
broken, and the traders who came back last week are packing again.`

const sentences = WIRE.split(/(?<=\.) /)

describe('copies', () => {
  test.each([
    ['the same text', WIRE],
    ['other case, marks and spaces', WIRE.toUpperCase().replaceAll(',', '').replaceAll('\n', '  ')],
    ['its first half', sentences.slice(0, 3).join(' ')],
    ['its sentences in another order', sentences.toReversed().join(' ')],
    [
      'a word changed here and there',
      WIRE.replaceAll('said', 'told us').replaceAll('killing', 'slaying'),
    ],
    ['a frame of another paper round it', `Orrin Daily, 4 June. ${WIRE} Read more on page two.`],
  ])('%s', (_, text) => {
    expect(areCopies(sketchText(WIRE), sketchText(text))).toBe(true)
  })

  test('the same news in words of its own is no copy', () => {
    expect(areCopies(sketchText(WIRE), sketchText(OTHER))).toBe(false)
    expect(likeness(sketchText(WIRE), sketchText(OTHER)).shared).toBeLessThan(0.05)
  })

  test('two short texts are copies only where most is the same', () => {
    const short = sketchText('Nine died in Darun on Monday.')
    expect(areCopies(short, sketchText('Nine died in Darun on Monday!'))).toBe(true)
    expect(areCopies(short, sketchText('Nine died in Selin on Friday.'))).toBe(false)
    expect(areCopies(sketchText(''), sketchText(''))).toBe(false)
    expect(copyKeys(sketchText(' … '))).toEqual([])
  })

  test('who shares much shares a key', () => {
    const keys = new Set(copyKeys(sketchText(WIRE)))
    const half = copyKeys(sketchText(sentences.slice(0, 3).join(' ')))
    expect(half.some((key) => keys.has(key))).toBe(true)
  })

  test('likeness does not depend on the order of the two, and any text has a sketch', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [sketchText(a), sketchText(b)]
        expect(likeness(one, other)).toEqual(likeness(other, one))
        expect(areCopies(one, other)).toBe(areCopies(other, one))
        if (one.shingles.size > 0) expect(likeness(one, one)).toMatchObject({ shared: 1, held: 1 })
      }),
    )
  })
})
