/**
 * Reads the development sets beside the project and prints what is right: `npm run bench:quality -- ../shared/data [SET…] [--verify]`.
 * The referee is the sets' own scorer; where `ascribe evaluate` has the measure too, its figure stands beside it.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { knownOf } from '../src/cli/commands/known.ts'
import { findSet } from '../src/evaluate/index.ts'
import { openKit } from '../src/kit.ts'
import { readReport } from '../src/pipeline.ts'
import type { Reading } from '../src/records/index.ts'
import { beside, FILES, linesOf, reportsOf, type SetName } from './labelled-data.ts'

interface Row {
  readonly set: SetName
  readonly scorer: string
  readonly view?: 'without nested'
  /** Name, the referee's figure, and ours where there is one. */
  readonly figures: readonly (readonly [string, string, string?])[]
}

const TIMES: Row['figures'] = [
  ['strict', 'strict', 'strict'],
  ['relaxed', 'relaxed', 'relaxed'],
  ['value F1', 'valueF1', 'value F1'],
]
const PLACES: Row['figures'] = [
  ['span exact', 'spans/exact', 'spans/exact'],
  ['span overlap', 'spans/overlap', 'spans/overlap'],
  ['resolved of found', 'resolution/resolvedShare', 'where/resolved'],
  ['within 161 km of resolved', 'resolution/accuracyOfResolved', 'where/within 161 km of resolved'],
  ['unknowable refused', 'unknowable/refused', 'where/unknowable refused'],
]
const ATTRIBUTION: Row['figures'] = [
  ['content overlap', 'content/overlap', 'content/overlap'],
  ['source overlap', 'source/overlap', 'source/overlap'],
  ['cue overlap', 'cue/overlap', 'cue/overlap'],
  ['whole', 'whole/overlap', 'whole/overlap'],
  ['whole exact', 'whole/exact', 'whole/exact'],
  ['direct content', 'direct/content', 'direct/content'],
  ['direct whole', 'direct/whole', 'direct/whole'],
  ['indirect content', 'indirect/content', 'indirect/content'],
  ['indirect whole', 'indirect/whole', 'indirect/whole'],
]
const ROWS: readonly Row[] = [
  { set: 'polnear dev', scorer: 'attribution', figures: ATTRIBUTION },
  {
    set: 'polnear dev',
    scorer: 'attribution',
    view: 'without nested',
    figures: ATTRIBUTION.filter(([name]) => ['content overlap', 'whole'].includes(name)),
  },
  ...(['te3_timebank', 'te3_aquaint', 'wikiwars'] as const).map((set): Row => ({
    set,
    scorer: 'times',
    figures: TIMES,
  })),
  ...(['lgl', 'geovirus'] as const).map((set): Row => ({ set, scorer: 'places', figures: PLACES })),
  {
    set: 'wiki_terror',
    scorer: 'figures',
    figures: [
      ...figuresOf('killed', 'killed'),
      ...figuresOf('injured', 'injured'),
      ['type family', 'types/family'],
      ['country', 'country/all', 'country/of all'],
      ['perpetrator', 'perpetrator', 'perpetrator/named'],
    ],
  },
  {
    set: 'isafpr',
    scorer: 'figures',
    figures: [
      ...figuresOf('killed', 'killed'),
      ...figuresOf('captured', 'detained'),
      ['type family', 'types/family'],
      ['province', 'province/all', 'province/of all'],
    ],
  },
  ...(['muc4 tst1', 'muc4 tst2'] as const).flatMap((set): Row[] => [
    { set, scorer: 'muc4-gtt', figures: gttFigures() },
    {
      set,
      scorer: 'muc4-official',
      figures: [
        ['all templates', 'all'],
        ['matched only', 'matchedOnly'],
        ['template detection', 'templates'],
      ],
    },
  ]),
  {
    set: 'wikievents',
    scorer: 'arguments',
    figures: [
      ['triggers', 'triggers/classification'],
      ['arguments by head', 'arguments/head'],
      ['given the trigger', 'arguments/headGiven'],
    ],
  },
  {
    set: 'petrarch',
    scorer: 'petrarch',
    figures: [
      ['exact', 'exact'],
      ['code alone', 'codeOnly'],
      ['records right', 'recordsRight'],
    ],
  },
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verify: { type: 'boolean', default: false } },
})
const [folder = '../shared/data', ...wanted] = positionals
const place = beside(folder)
const kit = await openKit()
const scratch = mkdtempSync(join(tmpdir(), 'ascribe-quality-'))

console.log(
  '| set | scorer | figures, per cent (`ascribe evaluate` in brackets where it differs) |',
)
console.log('|---|---|---|')
for (const set of new Set(ROWS.map((row) => row.set)))
  if (wanted.length === 0 || wanted.includes(set)) scoreSet(set)
rmSync(scratch, { recursive: true })

function scoreSet(set: SetName): void {
  const readings = reportsOf(set, place).map((report) => readReport(report, kit))
  for (const row of ROWS.filter((one) => one.set === set)) {
    const viewed = row.view ? readings.map(withoutNested) : readings
    write(set, viewed)
    const referee = JSON.parse(run(`${row.scorer}.mjs`, set, '--json')) as unknown
    const own = row.figures.some(([, , path]) => path) ? ownScores(set, viewed) : undefined
    const figures = row.figures.map(([name, theirs, ours]) => {
      const [one, other] = [percent(at(referee, theirs)), ours && percent(at(own, ours))]
      return `${name} ${one}${other === undefined || other === one ? '' : ` (${other})`}`
    })
    const name = row.view ? `${set}, ${row.view}` : set
    console.log(`| ${name} | ${row.scorer} | ${figures.join(', ')} |`)
  }
  if (values.verify) verify(set, readings)
}

function verify(set: SetName, readings: readonly Reading[]): void {
  write(set, readings)
  let said: string
  try {
    said = run('verify.mjs', set)
  } catch (error) {
    process.exitCode = 1
    said = String((error as { stdout?: Buffer }).stdout)
  }
  console.log(`| ${set} | verify | ${/^violations\s+(\d+)/m.exec(said)?.[1]} violations |`)
}

function pathOf(set: SetName): string {
  return join(scratch, `${set.replace(/\W/g, '-')}.ndjson`)
}

function write(set: SetName, readings: readonly Reading[]): void {
  writeFileSync(pathOf(set), readings.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

function run(scorer: string, set: SetName, ...flags: string[]): string {
  const gold = scorer === 'verify.mjs' ? [] : ['--gold', join(place.data, FILES[set])]
  const command = [join(place.score, scorer), ...gold, '--readings', pathOf(set), ...flags]
  return execFileSync('node', command, { encoding: 'utf8', maxBuffer: 1 << 28 })
}

/** What `ascribe evaluate` says of the same readings. */
function ownScores(set: SetName, readings: readonly Reading[]): unknown {
  const path = join(place.data, FILES[set])
  const records = linesOf(readFileSync(path, 'utf8')).map((line) => JSON.parse(line) as unknown)
  const open = findSet(records[0], { where: path }).open(knownOf(kit))
  records.forEach((record, i) => {
    const reading = readings[i]
    if (reading) open.parse(record, path).count(reading)
  })
  return open.scores()
}

/** A reading whose statements are none within another: the gold seldom marks those. */
function withoutNested(reading: Reading): Reading {
  return { ...reading, statements: reading.statements.filter(({ within }) => !within) }
}

function at(scores: unknown, path: string): unknown {
  return path
    .split('/')
    .reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], scores)
}

/** An F, a share or a bare number. */
function percent(score: unknown): string {
  if (typeof score === 'number') return (100 * score).toFixed(1)
  const { f, f1, share } = (score ?? {}) as { f?: number; f1?: number; share?: number }
  return (100 * (f ?? f1 ?? share ?? NaN)).toFixed(1)
}

function figuresOf(theirs: string, ours: string): Row['figures'] {
  return [
    [`${theirs} exact`, `figures/${theirs}/exact`, `${ours}/exact`],
    ['when positive', `figures/${theirs}/whenPositive`, `${ours}/when positive`],
    ['in range', `figures/${theirs}/inRange`, `${ours}/in range`],
  ]
}

function gttFigures(): Row['figures'] {
  const slots = ['incident_type', 'PerpInd', 'PerpOrg', 'Target', 'Victim', 'Weapon']
  return [['micro', 'micro'], ...slots.map((slot) => [slot, `slots/${slot}`] as const)]
}
