import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { readReport } from '../../../src/pipeline.ts'
import { verifyReading, type Reading } from '../../../src/records/index.ts'
import { parsePlain } from '../../../src/ingest/index.ts'
import { partsOf, pathOf, type Step } from '../../../src/records/verify/walk.ts'
import { changed, type Change } from '../../support/changed.ts'
import { fullReading } from '../../support/full-reading.ts'

// A second checker of the same contract, written apart from this one; it lies beside the project where that is developed.
const REFEREE = new URL('../../../../shared/score/verify.mjs', import.meta.url)
const isThere = existsSync(REFEREE)
if (!isThere) console.log('no second checker beside the project: its verdicts are not compared')

type Referee = (reading: unknown) => { violations: { kind: string; path: string; what: string }[] }

describe.skipIf(!isThere)('the second checker', async () => {
  if (!isThere) return
  const { verifyReading: referee } = (await import(REFEREE.href)) as { verifyReading: Referee }
  const kit = await openKit()
  const url = new URL('../../../data/samples/market-blast.txt', import.meta.url)
  const sample = readReport(parsePlain(await readFile(url, 'utf8'), 'sample'), kit)
  const readings: readonly Reading[] = [fullReading, sample]

  test('finds nothing where we find nothing', () => {
    for (const reading of readings) {
      expect(verifyReading(reading, kit.verify)).toEqual([])
      expect(referee(reading).violations).toEqual([])
    }
  })

  test.each(Object.entries(CHANGES))('and we catch %s', (_, changeOf) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (of, which, how) => {
        const reading = oneOf(readings, of) ?? fullReading
        const change = changeOf(reading, which, how)
        if (!change) return
        const broken = changed(reading, change)
        expect(verifyReading(broken, kit.verify), JSON.stringify(change)).not.toEqual([])
        expect(referee(broken).violations, JSON.stringify(change)).not.toEqual([])
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  test('no number passes us that it catches', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(60), (of, which, number) => {
        const reading = oneOf(readings, of) ?? fullReading
        const change = figureChange(reading, which, number)
        if (!change) return
        const broken = changed(reading, change)
        const caught = referee(broken).violations.length > 0
        if (caught)
          expect(verifyReading(broken, kit.verify), JSON.stringify(change)).not.toEqual([])
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})

type ChangeOf = (reading: Reading, which: number, how: number) => Change | undefined

const dotted = (step: Step): string => pathOf(step).replaceAll(/\[(\d+)\]/g, '.$1')
const oneOf = <T>(list: readonly T[], which: number): T | undefined => list[which % list.length]

/** Each makes a true reading false in one place. */
const CHANGES: Readonly<Record<string, ChangeOf>> = {
  'a span that is moved': (reading, which, how) => {
    const found = oneOf(partsOf(reading).evidence, which)
    const [first] = found ? (found.value as { start: number; end: number }[]) : []
    if (!found || !first) return undefined
    const key = how % 2 === 0 ? 'start' : 'end'
    const by = (how % 7) + 1
    return { path: `${dotted(found.step)}.0.${key}`, to: first[key] + (how % 3 === 0 ? -by : by) }
  },
  'another quote': (reading, which) => {
    const found = oneOf(partsOf(reading).evidence, which)
    return found && { path: `${dotted(found.step)}.0.quote`, to: 'words of nobody' }
  },
  'no words': (reading, which) => {
    const found = oneOf(
      partsOf(reading).evidence.filter(({ step }) => !pathOf(step).startsWith('notes')),
      which,
    )
    return found && { path: dotted(found.step), to: [] }
  },
  'an id that another has': (reading, which, how) => {
    const { ids } = partsOf(reading)
    const [one, other] = [oneOf(ids, which), oneOf(ids, how)]
    if (!one || !other || one.value === other.value) return undefined
    return { path: dotted(one.step), to: other.value }
  },
  'no id': (reading, which) => {
    const found = oneOf(partsOf(reading).ids, which)
    return found && { path: dotted(found.step), to: undefined }
  },
  'a reference to nothing': (reading, which) => {
    const found = oneOf(partsOf(reading).references, which)
    return found && { path: dotted(found.step), to: 'nobody-at-all' }
  },
  'a number that is not said': (reading, which, how) =>
    figureChange(reading, which, 1000 + (how % 9000)),
  'another text': (_, which) => ({ path: 'report.text', to: `Another text, ${which}.` }),
  'a text that is empty': (reading, which) => {
    const found = oneOf(partsOf(reading).references, which)
    return found && { path: dotted(found.step), to: '' }
  },
}

/** A figure of another number. */
function figureChange(reading: Reading, which: number, number: number): Change | undefined {
  const all = reading.events.flatMap(({ figures }, e) =>
    figures.map((figure, i) => ({ figure, path: `events.${e}.figures.${i}` })),
  )
  const found = oneOf(all, which)
  if (!found) return undefined
  const figure = { ...found.figure, atLeast: number, atMost: number, vague: undefined }
  return { path: found.path, to: JSON.parse(JSON.stringify(figure)) as unknown }
}
