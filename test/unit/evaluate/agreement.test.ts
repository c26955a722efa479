import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { findSet, type Scores } from '../../../src/evaluate/index.ts'
import { knownOf } from '../../../src/cli/commands/known.ts'
import { openKit } from '../../../src/kit.ts'
import { readReport, type Kit } from '../../../src/pipeline.ts'

/** Our measures against scorers that others wrote for the same sets; both lie outside the project. */
const SHARED = new URL('../../../../shared/', import.meta.url)
const isThere = existsSync(new URL('score/attribution.mjs', SHARED))
if (!isThere) console.log('skipped: no ../shared/score to hold the measures against')

type Result = { readonly [key: string]: Result | number | string }

/** A record's share of a set, every so many lines. */
function sample(path: string, every: number): Record<string, unknown>[] {
  const lines = readFileSync(new URL(`data/${path}`, SHARED), 'utf8')
    .trim()
    .split('\n')
  return lines
    .filter((_, at) => at % every === 0)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

function at(result: unknown, path: string): unknown {
  return path.split('/').reduce((value, key) => (value as Result | undefined)?.[key], result)
}

/** A rate's F, or a share, as both write them. */
function figure(score: unknown): number | undefined {
  const { f, f1, share } = score as { f?: number; f1?: number; share?: number }
  return f ?? f1 ?? share
}

interface Comparison {
  readonly path: string
  /** One record in so many. */
  readonly every: number
  /** File and function of the referee. */
  readonly scorer: readonly [string, string]
  /** Ours and theirs. */
  readonly pairs: readonly (readonly [string, string])[]
}

const FIGURES = [
  ['exact', 'exact'],
  ['when positive', 'whenPositive'],
  ['when stated', 'whenStated'],
  ['in range', 'inRange'],
] as const

const COMPARISONS: readonly Comparison[] = [
  {
    path: 'polnear/dev.jsonl',
    every: 14,
    scorer: ['attribution', 'scoreAttribution'],
    pairs: [
      ['units/source', 'tokens/source'],
      ['units/cue', 'tokens/cue'],
      ['units/content', 'tokens/content'],
      ['content/exact', 'content/exact'],
      ['content/overlap', 'content/overlap'],
      ['source/exact', 'source/exact'],
      ['source/overlap', 'source/overlap'],
      ['cue/overlap', 'cue/overlap'],
      ['whole/exact', 'whole/exact'],
      ['whole/overlap', 'whole/overlap'],
      ['direct/content', 'direct/content'],
      ['direct/whole', 'direct/whole'],
      ['indirect/content', 'indirect/content'],
      ['indirect/whole', 'indirect/whole'],
      ['source, given the content/overlap', 'matched/sourceOverlap'],
    ],
  },
  {
    path: 'timex/te3_timebank.jsonl',
    every: 18,
    scorer: ['times', 'scoreTimes'],
    pairs: [
      ['strict', 'strict'],
      ['relaxed', 'relaxed'],
      ['value', 'valueAccuracy'],
      ['type', 'typeAccuracy'],
    ],
  },
  {
    path: 'geo/lgl.jsonl',
    every: 40,
    scorer: ['places', 'scorePlaces'],
    pairs: [
      ['spans/exact', 'spans/exact'],
      ['spans/overlap', 'spans/overlap'],
      ['where/found', 'resolution/found'],
      ['where/resolved', 'resolution/resolvedShare'],
      ['where/within 161 km of resolved', 'resolution/accuracyOfResolved'],
      ['where/within 161 km of found', 'resolution/accuracyOfFound'],
      ['where/within 161 km of all', 'resolution/endToEnd'],
      ['where/unknowable refused', 'unknowable/refused'],
    ],
  },
  {
    path: 'wiki_terror/incidents.jsonl',
    every: 100,
    scorer: ['figures', 'scoreFigures'],
    pairs: [
      ['main event/found', 'hasMainEvent'],
      ...FIGURES.map(([own, other]) => [`killed/${own}`, `figures/killed/${other}`] as const),
      ...FIGURES.map(([own, other]) => [`injured/${own}`, `figures/injured/${other}`] as const),
    ],
  },
  {
    path: 'isafpr/even.jsonl',
    every: 12,
    scorer: ['figures', 'scoreFigures'],
    pairs: [
      ['province/of all', 'province/all'],
      ['province/of given', 'province/ofGiven'],
      ...FIGURES.map(([own, other]) => [`killed/${own}`, `figures/killed/${other}`] as const),
      ...FIGURES.map(([own, other]) => [`detained/${own}`, `figures/captured/${other}`] as const),
    ],
  },
]

describe.skipIf(!isThere)('our measures and the referee’s agree', () => {
  let kit: Kit
  beforeAll(async () => {
    kit = await openKit()
  })

  test.each(COMPARISONS)('$path, one in $every', async ({ path, every, scorer, pairs }) => {
    const rows = sample(path, every)
    const set = findSet(rows[0], { where: path }).open(knownOf(kit))
    const readings = rows.map((row) => {
      const report = set.parse(row, path)
      const reading = readReport(report.input, kit)
      report.count(reading)
      return reading
    })
    const ours: Scores = set.scores()
    const theirs = await referee(scorer, rows, readings)
    for (const [own, other] of pairs) {
      const [one, referees] = [figure(at(ours, own)), figure(at(theirs, other))]
      expect(referees, other).toBeTypeOf('number')
      expect(one, own).toBeCloseTo(referees ?? NaN, 6)
    }
  })
})

async function referee(
  [file, name]: Comparison['scorer'],
  gold: unknown,
  readings: unknown,
): Promise<unknown> {
  const module = (await import(new URL(`score/${file}.mjs`, SHARED).href)) as Record<
    string,
    (gold: unknown, readings: unknown) => unknown
  >
  return module[name]?.(gold, readings)
}
