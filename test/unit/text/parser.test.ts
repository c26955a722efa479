import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openLanguageModel } from '../../../src/text/index.ts'
import { openWorkspace } from '../../../src/text/parser/kernels.ts'

const BYTES = readFileSync(new URL('../../../data/language-model/en.bin', import.meta.url))
const model = openLanguageModel(BYTES)

const SENTENCES = [
  'Gunmen killed two soldiers in Darun on Monday , the army said .',
  'THE BLAST HURT TWELVE PEOPLE , POLICE SAID .',
  '“ We will stay , ” said Ilan Morvath , a farmer from Selin .',
  'a',
  '\ud800 \u202e xyzzy 12:30 ---',
].map((sentence) => sentence.split(' '))

describe('the language model', () => {
  test('kernels in WebAssembly and in plain JavaScript give the same', () => {
    const scalar = openLanguageModel(BYTES, { scalar: true })
    for (const words of SENTENCES) expect(scalar.analyse(words)).toEqual(model.analyse(words))
  })

  test('a second reading gives the same, whatever was read between', () => {
    const first = SENTENCES.map((words) => model.analyse(words))
    expect(
      SENTENCES.map((words) => model.analyse(words))
        .reverse()
        .reverse(),
    ).toEqual(first)
  })

  test('a run of words beyond any sentence is taken in pieces, each a tree', () => {
    const { heads } = model.analyse(Array.from({ length: 900 }, (_, i) => `word${i}`))
    expect(heads).toHaveLength(900)
    expect(heads.filter((head) => head < 0)).toHaveLength(3)
  })

  test('bytes that are no model are refused', () => {
    expect(() => openLanguageModel(new Uint8Array(100))).toThrow('no language model')
    expect(() => openLanguageModel(BYTES.subarray(0, 1000))).toThrow('ends too early')
  })
})

test('kernels saturate alike', () => {
  const run = (scalar: boolean): number[] => {
    const space = openWorkspace(1, scalar)
    const [c, below, out] = [space.take(64), space.take(32), space.take(32)]
    const values = [0, -1, 1, 40_000_000, -40_000_000, 2047, -2048, 123_456]
    values.forEach((value, i) => {
      space.int32[(c >> 2) + i] = value
      space.int16[(below >> 1) + i] = 32_000 - i * 9000
    })
    space.kernels.activate(c, below, out, 8, 4)
    return [...space.int16.subarray(out >> 1, (out >> 1) + 8)]
  }
  expect(run(true)).toEqual(run(false))
})
