/**
 * Trains what each sign weighs that a word tells of an event again: `npm run train:same-event`. Learns from the reports of
 * `corpus/` that are not held back, writes `data/lexicon/same-event.tsv`, and prints how many choices are right in five folds
 * by report, beside those of the rules. The same reports give the same weights.
 */
import { writeFileSync } from 'node:fs'
import type { Group } from '../src/analyse/events/group.ts'
import { mayJoin, type Join, type Joining } from '../src/analyse/events/joining.ts'
import { signsOfNew, signsOfSame } from '../src/analyse/events/joining-signs.ts'
import type { Spot } from '../src/analyse/events/spot.ts'
import { loadCorpus } from '../src/cli/corpus-files.ts'
import { isHeldBack } from '../src/evaluate/index.ts'
import { openKit } from '../src/kit.ts'
import { readReport, type Kit } from '../src/pipeline.ts'
import type { Reading } from '../src/records/index.ts'
import { seeded } from './trainer.ts'

/** One choice: the signs of none or a new event, then of each that was told; which is right, and what the rules say. */
interface Choice {
  readonly report: string
  readonly signs: readonly (readonly string[])[]
  readonly right: number
  readonly byRule: number
}

const OUT = 'data/lexicon/same-event.tsv'
const [FOLDS, EPOCHS, BATCH, RATE, DECAY] = [5, 30, 32, 0.1, 0.1]
/** Signs that are seen less often are left out, and weights nearer to 0. */
const [LEAST, SMALL] = [3, 0.05]

const choices = await collect()
const right = (pick: (choice: Choice) => number): string => {
  const share = choices.filter((choice) => pick(choice) === choice.right).length / choices.length
  return `${(100 * share).toFixed(1)} %`
}
const folds = Array.from({ length: FOLDS }, (_, fold) =>
  train(choices.filter(({ report }) => foldOf(report) !== fold)),
)
console.log(`${choices.length} choices; right by the rules ${right(({ byRule }) => byRule)}`)
console.log(`right by weights, in folds ${right((one) => best(folds[foldOf(one.report)]!, one))}`)
const weights = train(choices)
const rows = [...weights]
  .filter(([, weight]) => Math.abs(weight) >= SMALL)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([sign, weight]) => `${sign}\t${weight.toFixed(2)}`)
const about =
  '# What each sign weighs that a word tells of an event again, or of a new one: trained, see SOURCE.md.'
writeFileSync(OUT, [about, 'sign\tweight', ...rows, ''].join('\n'))
console.log(`${rows.length} weights in ${OUT}`)

/** Reads the reports, and has each word join what the marks say; words that they leave out follow the rules. */
async function collect(): Promise<Choice[]> {
  const kit = await openKit()
  const found: Choice[] = []
  const isOpen = (id: string, set?: string): boolean => !isHeldBack(id, set)
  for await (const file of loadCorpus('corpus/reports', kit, (id) => isOpen(id))) {
    const { id, head, reading } = file
    if (!reading || !isOpen(id, head?.set) || head?.layers?.includes('events') === false) continue
    readAgain(
      kit,
      reading,
      teacher(reading, (choice) => found.push({ report: id, ...choice })),
    )
  }
  return found
}

function readAgain(kit: Kit, { report }: Reading, join: Join): void {
  const { text, title, outlet, publishedAt } = report
  const input = {
    text,
    ...(title && { title }),
    ...(outlet && { outlet }),
    ...(publishedAt && { publishedAt }),
  }
  readReport(input, { ...kit, words: { ...kit.words, events: { ...kit.words.events, join } } })
}

function teacher(gold: Reading, learn: (choice: Omit<Choice, 'report'>) => void): Join {
  /** The first word of ours for each event of the marks. */
  const firsts = new Map<string, Spot>()
  return (joining) => {
    const { spot, groups, byRule, standsAlone } = joining
    const id = markedAt(gold, joining)
    const first = id === undefined ? undefined : firsts.get(id)
    const own = first && groups.find(({ spots }) => spots.includes(first))
    const open = mayJoin(joining)
    const isChoice = own ? open.includes(own) : standsAlone === (id !== undefined)
    if (open.length > 0 && isChoice) {
      const at = (group: Group | undefined): number => (group ? open.indexOf(group) + 1 : 0)
      const signs = [signsOfNew(joining), ...signsOfSame(joining, open).map((one) => one.signs)]
      learn({ signs, right: at(own), byRule: at(byRule) })
    }
    if (id === undefined) return byRule
    if (!own && standsAlone) firsts.set(id, spot)
    return own
  }
}

/** The event of the marks that the words of a spot tell of. */
function markedAt(gold: Reading, { scene, spot }: Joining): string | undefined {
  const { tokens } = scene.document
  const { first, last } = spot.trigger.range
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last - 1]?.end ?? 0]
  return gold.events.find(({ mentions }) =>
    mentions.some((words) => !words.in && words.start < end && start < words.end),
  )?.id
}

/** Weights under which the right choices are likely: softmax regression, steps by Adagrad. */
function train(examples: readonly Choice[]): Map<string, number> {
  const random = seeded(1)
  const index = frequentSigns(examples)
  const coded = examples.map(({ signs, right }) => ({
    right,
    rows: signs.map((list) => list.flatMap((sign) => index.get(sign) ?? [])),
  }))
  const [weights, squares, slope] = [0, 1, 2].map(() => new Float64Array(index.size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(coded, random)
    for (let from = 0; from < coded.length; from += BATCH) {
      const batch = coded.slice(from, from + BATCH)
      slope.fill(0)
      for (const { rows, right } of batch) {
        const shares = softmax(rows.map((row) => row.reduce((sum, at) => sum + weights[at]!, 0)))
        rows.forEach((row, at) => {
          const miss = shares[at]! - Number(at === right)
          for (const sign of row) slope[sign]! += miss
        })
      }
      for (let at = 0; at < slope.length; at += 1) {
        if (slope[at] === 0) continue
        const step =
          slope[at]! / batch.length + (DECAY * weights[at]! * batch.length) / coded.length
        squares[at]! += step * step
        weights[at]! -= (RATE * step) / Math.sqrt(squares[at]! + 1e-6)
      }
    }
  }
  return new Map([...index].map(([sign, at]) => [sign, weights[at]!]))
}

function frequentSigns(examples: readonly Choice[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { signs } of examples)
    for (const sign of signs.flat()) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= LEAST)
  return new Map(kept.map(([sign], at) => [sign, at]))
}

function softmax(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - most))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[list[at], list[other]] = [list[other]!, list[at]!]
  }
}

function best(weights: ReadonlyMap<string, number>, { signs }: Choice): number {
  const sums = signs.map((list) => list.reduce((sum, sign) => sum + (weights.get(sign) ?? 0), 0))
  return sums.indexOf(Math.max(...sums))
}

function foldOf(report: string): number {
  let hash = 7
  for (const letter of report) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return hash % FOLDS
}
