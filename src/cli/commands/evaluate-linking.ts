import type { Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import {
  groupByDayAndPlace,
  groupByWords,
  parseArticle,
  parsePool,
  parseStory,
  scoreClusters,
  scorePools,
  writeScores,
  type Groups,
  type Pool,
  type Scores,
  type Story,
} from '../../evaluate/index.ts'
import { openKit, openLinkKit } from '../../kit.ts'
import { linkReadings, linkReports, profileReport, type LinkKit } from '../../link/index.ts'
import { readReport, type Kit } from '../../pipeline.ts'
import type { Reading, ReportInput } from '../../records/index.ts'
import { jsonLines, readingsOf, type Labelled } from '../json-lines.ts'
import { standardStreams, type Streams } from '../streams.ts'

/** Adds `ascribe evaluate linking`. */
export function addEvaluateLinking(evaluate: Command): void {
  evaluate
    .command('linking')
    .description('link the reports of a labelled set and print how many are rightly together')
    .argument('<path>', 'NDJSON: labelled groups (bench/labels), or documents of ECB+')
    .option('--texts <path>', 'the articles that labelled groups name by id (NDJSON)')
    .option('--readings <path>', 'take these readings (NDJSON) instead of reading texts')
    .option('--held-back', 'score labelled groups that are held back', false)
    .option('--pairs', 'list the pairs of reports that are wrong (ids)', false)
    .option('--json', 'print JSON', false)
    .addHelpText('after', `\n${EXAMPLES}`)
    .action(async (path: string, options: LinkingOptions) => {
      const kits = { kit: await openKit(), linkKit: await openLinkKit() }
      await evaluateLinking(path, options, { ...kits, streams: standardStreams })
    })
}

const EXAMPLES = `Examples:
  $ ascribe evaluate linking dev.jsonl
  $ ascribe evaluate linking bench/labels/fakes-incidents.jsonl --texts fakes.jsonl

Each way of linking is scored beside two baselines: a day and a place in common, and words that
are alike (TF-IDF), at the threshold that is best for the set itself.`

export interface LinkingOptions {
  readonly texts?: string
  readonly readings?: string
  readonly heldBack?: boolean
  readonly pairs?: boolean
  readonly json?: boolean
}

interface Tools {
  readonly kit: Kit
  readonly linkKit: LinkKit
  readonly streams: Streams
}

/** `ascribe evaluate linking`: links all reports of a set, and prints how many are rightly together, beside two baselines. */
export async function evaluateLinking(
  path: string,
  options: LinkingOptions,
  tools: Tools,
): Promise<void> {
  const records: Labelled[] = []
  for await (const record of jsonLines(path)) records.push(record)
  if (records.length === 0) throw new AscribeError('bad-input', `${path}: no records`)
  const isPools = records.every(
    ({ value }) => value !== null && typeof value === 'object' && 'pool' in value,
  )
  const scores = isPools
    ? await scoreGroups(records, options, tools)
    : await scoreStories(records, options, tools)
  tools.streams.write(options.json ? `${JSON.stringify(scores, null, 1)}\n` : writeScores(scores))
}

/** Labelled groups: pairs of articles whose main events are of one incident. */
async function scoreGroups(
  records: readonly Labelled[],
  options: LinkingOptions,
  tools: Tools,
): Promise<Scores> {
  const part = options.heldBack ? 'held-back' : 'open'
  const pools = records.map(({ value, where }) => parsePool(value, where))
  const other = pools.find((pool) => pool.part !== part)
  if (other)
    throw new AscribeError(
      'bad-usage',
      `pool ${other.pool} is ${other.part}: ${options.heldBack ? 'without' : 'only with'} --held-back`,
    )
  const readings = await readAll(await articlesOf(pools, options), options, tools)
  const ours = mainGroups(readings, tools)
  const { pairs, wrong } = scorePools(pools, ours)
  if (options.pairs)
    for (const { a, b, gold } of wrong)
      tools.streams.write(`${gold ? 'lost ' : 'wrong'} ${a} ${b}\n`)
  const baselines = baselinesOf(readings, tools, (groups) => scorePools(pools, groups).pairs.f1)
  return {
    'pairs of articles': {
      'by incidents': pairs,
      ...mapValues(baselines, (groups) => scorePools(pools, groups).pairs),
    },
  }
}

/** The articles that the pools name; of an id that the texts have more than once, the first. */
async function articlesOf(
  pools: readonly Pool[],
  { texts }: LinkingOptions,
): Promise<ReportInput[]> {
  if (texts === undefined)
    throw new AscribeError('bad-usage', 'labelled groups need --texts: the articles that they name')
  const left = new Set(pools.flatMap(({ articles }) => articles))
  const inputs: ReportInput[] = []
  for await (const { value, where } of jsonLines(texts)) {
    const input = parseArticle(value, where)
    if (input.id !== undefined && left.delete(input.id)) inputs.push(input)
  }
  if (left.size > 0)
    throw new AscribeError(
      'bad-input',
      `${texts}: ${left.size} articles are missing: ${[...left][0]} …`,
    )
  return inputs
}

/** Documents with the group that each is of. */
async function scoreStories(
  records: readonly Labelled[],
  options: LinkingOptions,
  tools: Tools,
): Promise<Scores> {
  const stories = records.map(({ value, where }) => parseStory(value, where))
  const readings = await readAll(
    stories.map(({ input }) => input),
    options,
    tools,
  )
  const ids = readings.map(({ report }) => report.id)
  const gold = new Map(stories.map(({ input, group }) => [input.id ?? '', group]))
  const about = groupsOf(linkReports(readings, tools.linkKit).clusters)
  const baselines = baselinesOf(readings, tools, (groups) => scoreClusters(ids, gold, groups).b3.f1)
  const ours = { 'by what each is about': about, 'by incidents': mainGroups(readings, tools) }
  const scored = mapValues({ ...ours, ...baselines }, (groups) => {
    const { b3, pairs } = scoreClusters(ids, gold, groups)
    return { b3, pairs }
  })
  return { reports: scored }
}

/** Reports by the incident of the event that each is about; in none are those without an event that can be linked. */
function mainGroups(readings: readonly Reading[], { linkKit }: Tools): Groups {
  const { profiles, clusters } = linkReadings(readings, linkKit)
  const main = new Map(
    profiles.flatMap(({ key, rank }) => (rank === 0 ? [[key.report, key.event] as const] : [])),
  )
  return groupsOf(
    clusters.map((members) => members.filter(({ report, event }) => main.get(report) === event)),
  )
}

function groupsOf(clusters: readonly (readonly { readonly report: string }[])[]): Groups {
  return new Map(
    clusters.flatMap((members, i) => members.map(({ report }) => [report, String(i)] as const)),
  )
}

async function readAll(
  inputs: readonly ReportInput[],
  { readings: path }: LinkingOptions,
  { kit, streams }: Tools,
): Promise<Reading[]> {
  if (path === undefined) return inputs.map((input) => readReport(input, kit))
  const made = await readingsOf(path)
  const readings = inputs.flatMap(({ id = '' }) => made.get(id) ?? [])
  if (readings.length < inputs.length)
    streams.complain(`ascribe: ${inputs.length - readings.length} reports have no reading\n`)
  return readings
}

/** Likeness of words from which on the baseline takes two reports for one. */
const THRESHOLDS = Array.from({ length: 17 }, (_, i) => (10 + 2 * i) / 100)

/** The baselines by name; that of words at the threshold which scores best. */
function baselinesOf(
  readings: readonly Reading[],
  { linkKit }: Tools,
  score: (groups: Groups) => number,
): Record<string, Groups> {
  const stories = readings.map((reading): Story => {
    const { days, published, places } = profileReport(reading, linkKit)
    const known = days.length > 0 || published === undefined ? days : [published]
    const { id, title = '', text } = reading.report
    return { id, text: `${title} ${text}`, days: known, places: places.map(({ name }) => name) }
  })
  const tried = THRESHOLDS.map((threshold) => {
    const groups = groupByWords(stories, threshold)
    return { threshold, groups, score: score(groups) }
  })
  const [best] = tried.sort((a, b) => b.score - a.score)
  return {
    'baseline: same day and place': groupByDayAndPlace(stories),
    [`baseline: TF-IDF over ${best?.threshold}`]: best?.groups ?? new Map<string, string>(),
  }
}

function mapValues<T, R>(
  values: Readonly<Record<string, T>>,
  make: (value: T) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, make(value)]))
}
