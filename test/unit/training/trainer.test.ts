import { describe, expect, test } from 'vitest'
import { openLanguageModel } from '../../../src/text/index.ts'
import { packModel } from '../../../src/text/parser/model-file.ts'
import { packVectors } from '../../../src/text/parser/vectors.ts'
import { openArena } from '../../../training/arena.ts'
import type { Gold } from '../../../training/conllu.ts'
import { score } from '../../../training/score.ts'
import { openTrainer, seeded } from '../../../training/trainer.ts'

/** "word/UPOS XPOS/head/label", heads from 1, 0 for the root. */
function gold(...rows: readonly string[]): Gold {
  const cells = rows.map((row) => row.split('/'))
  return {
    words: cells.map(([word = '']) => word),
    tags: cells.map(([, tag = '']) => tag),
    heads: cells.map(([, , head]) => (head === '0' ? rows.length : Number(head) - 1)),
    labels: cells.map(([, , , label = '']) => label),
  }
}

const GOLDS = [
  gold('Gunmen/NOUN NNS/2/nsubj', 'fled/VERB VBD/0/root', './PUNCT ./2/punct'),
  gold(
    'The/DET DT/2/det',
    'army/NOUN NN/3/nsubj',
    'shelled/VERB VBD/0/root',
    'two/NUM CD/5/nummod',
    'villages/NOUN NNS/3/obj',
    'near/ADP IN/7/case',
    'Darun/PROPN NNP/5/nmod',
    './PUNCT ./3/punct',
  ),
  gold(
    'Police/NOUN NN/2/nsubj',
    'said/VERB VBD/0/root',
    'that/SCONJ IN/6/mark',
    'nobody/PRON NN/6/nsubj:pass',
    'was/AUX VBD/6/aux:pass',
    'hurt/VERB VBN/2/ccomp',
    './PUNCT ./2/punct',
  ),
]

/** A small model that has seen the sentences so many times. */
function trained(times: number): Uint8Array {
  const unique = (values: string[]): string[] => [...new Set(values)].sort()
  const shape = {
    width: 32,
    hidden: 16,
    layers: ['memory', 'window'] as const,
    tags: unique(GOLDS.flatMap(({ tags }) => tags)),
    labels: unique(GOLDS.flatMap(({ labels }) => labels)),
  }
  const vectors = packVectors(['army', 'police'], (word) =>
    Array.from({ length: 100 }, (_, i) => Math.sin(i * word.length)),
  )
  const trainer = openTrainer(openArena(64), shape, { vectors, random: seeded(3) })
  for (let i = 0; i < times; i += 1) trainer.train(GOLDS, { rate: 5e-3, exploration: 0.5 })
  return packModel('small', shape, { parameters: trainer.parameters(), vectors })
}

describe('training', () => {
  const bytes = trained(60)

  test('a model learns sentences by heart, and reads them in whole numbers', () => {
    expect(score(openLanguageModel(bytes), GOLDS)).toEqual({ upos: 100, uas: 100, las: 100 })
    expect(score(openLanguageModel(trained(1)), GOLDS).las).toBeLessThan(60)
  })

  test('the same data and seed give the same bytes', () => {
    expect(Buffer.compare(trained(5), trained(5))).toBe(0)
  })

  test('what is remembered of one sentence does not reach another', () => {
    const words = GOLDS.map((sentence) => sentence.words)
    const model = openLanguageModel(bytes)
    expect(words.flatMap((one) => model.analyse([one]))).toEqual(model.analyse(words))
  })

  test('a smaller shape reads the same without WebAssembly', () => {
    const words = GOLDS.map((sentence) => sentence.words)
    const scalar = openLanguageModel(bytes, { scalar: true })
    expect(scalar.analyse(words)).toEqual(openLanguageModel(bytes).analyse(words))
  })
})
