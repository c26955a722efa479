/** Trains the language model: `npm run train -- --ud DIR --vectors PKG`. Seeded: the same data and settings give the same model. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLanguageModel } from '../src/text/parser/index.ts'
import { packModel } from '../src/text/parser/model-file.ts'
import type { LayerKind } from '../src/text/parser/shape.ts'
import { openArena } from './arena.ts'
import { openAverage } from './average.ts'
import { readConllu, type Gold } from './conllu.ts'
import { score } from './score.ts'
import { openTrainer, seeded } from './trainer.ts'
import { readVectors } from './read-vectors.ts'

const { values } = parseArgs({
  options: {
    ud: { type: 'string' },
    vectors: { type: 'string' },
    out: { type: 'string', default: 'data/language-model/en.bin' },
    treebanks: { type: 'string', default: 'ewt,gum' },
    /** A folder of more treebanks; '' for none. */
    own: { type: 'string', default: 'training/treebank' },
    epochs: { type: 'string', default: '11' },
    width: { type: 'string', default: '128' },
    hidden: { type: 'string', default: '64' },
    layers: { type: 'string', default: 'memory,window,memory' },
    words: { type: 'string', default: '88000' },
    seed: { type: 'string', default: '20' },
    /** How much of the average of the numbers stays at each step; 0 takes the numbers of the last step. */
    average: { type: 'string', default: '0' },
  },
})
const { ud, vectors: folder } = values
if (!ud || !folder) throw new Error('usage: npm run train -- --ud DIR --vectors PKG [--out FILE]')

const [BATCH, RATE, WARM_UP] = [24, 2e-3, 200]
/** Steps from one look of the average at the numbers to the next: every step gives the same for eight times the work. */
const LOOK = 8
/** Shares of the sentences that an epoch shows in capitals and in lower case, as wire copy and messages come. */
const [CAPITALS, LOWER] = [0.12, 0.04]

const random = seeded(Number(values.seed))
const vectors = readVectors(folder, Number(values.words))
const train = [
  ...values.treebanks.split(',').map((name) => join(ud, `${name}-train.conllu`)),
  ...filesOf(values.own),
].flatMap(readConllu)
const shape = {
  width: Number(values.width),
  hidden: Number(values.hidden),
  layers: layerKinds(values.layers),
  tags: frequent(train, 'tags', 5),
  labels: frequent(train, 'labels', 1),
}
const trainer = openTrainer(openArena(700), shape, { vectors, random })
const decay = Number(values.average)
const average = decay > 0 ? openAverage(trainer.parameters(), decay ** LOOK) : undefined
const epochs = Number(values.epochs)
const all = epochs * train.length
let [seen, steps] = [0, 0]
for (let epoch = 0; epoch < epochs; epoch += 1) {
  const sentences = shuffle(train.map(recased))
  let loss = 0
  for (let at = 0; at < sentences.length; at += BATCH) {
    const batch = sentences.slice(at, at + BATCH)
    const rate = RATE * Math.min(1, ++steps / WARM_UP) * (1 - seen / all)
    loss += trainer.train(batch, { rate, exploration: epoch === 0 ? 0.3 : 0.95 })
    seen += batch.length
    if (steps % LOOK === 0) average?.add()
  }
  const [mean, seconds] = [loss / sentences.length, process.cpuUsage().user / 1e6]
  console.log(`epoch ${epoch + 1} loss ${mean.toFixed(2)} after ${Math.round(seconds)} s`)
  const isLast = epoch + 1 === epochs
  if (isLast || epoch % 3 === 0) writeAndScore(isLast)
}

function writeAndScore(isLast: boolean): void {
  const name = `en-D${shape.width}H${shape.hidden}`
  const parameters = average?.parameters ?? trainer.parameters()
  const bytes = packModel(name, shape, { parameters, vectors })
  writeFileSync(values.out, bytes)
  const model = openLanguageModel(bytes)
  for (const set of isLast ? ['ewt-dev', 'gum-dev', 'pud-test'] : ['ewt-dev'])
    console.log(set, score(model, readConllu(join(ud ?? '', `${set}.conllu`))))
}

function filesOf(folder: string): string[] {
  if (folder === '') return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.conllu'))
  return names.sort().map((name) => join(folder, name))
}

function layerKinds(list: string): LayerKind[] {
  return list.split(',').map((kind) => {
    if (kind !== 'window' && kind !== 'memory') throw new Error(`unknown kind of layer: ${kind}`)
    return kind
  })
}

/** A sentence as it stands, or in capitals, or in lower case. */
function recased(gold: Gold): Gold {
  const draw = random()
  if (draw < CAPITALS) return { ...gold, words: gold.words.map((word) => word.toUpperCase()) }
  if (draw < CAPITALS + LOWER)
    return { ...gold, words: gold.words.map((word) => word.toLowerCase()) }
  return gold
}

function frequent(golds: readonly Gold[], part: 'tags' | 'labels', least: number): string[] {
  const counts = new Map<string, number>()
  for (const gold of golds)
    for (const value of gold[part]) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([value]) => value)
    .sort()
}

function shuffle<T>(values: T[]): T[] {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[values[i], values[j]] = [values[j]!, values[i]!]
  }
  return values
}
