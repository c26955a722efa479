import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openLanguageModel } from '../../../src/text/index.ts'
import { openWorkspace, type Kernels } from '../../../src/text/parser/kernels.ts'

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
    expect(scalar.analyse(SENTENCES)).toEqual(model.analyse(SENTENCES))
  })

  test('a sentence reads the same, whatever is read with it or was read before', () => {
    const together = model.analyse(SENTENCES)
    expect(SENTENCES.flatMap((words) => model.analyse([words]))).toEqual(together)
    expect(model.analyse([...SENTENCES].reverse()).reverse()).toEqual(together)
    const many = Array.from({ length: 40 }, () => SENTENCES).flat()
    expect(model.analyse(many).slice(-SENTENCES.length)).toEqual(together)
  })

  test('words beyond those that are remembered change nothing', () => {
    const together = model.analyse(SENTENCES)
    const rare = Array.from({ length: 90 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) => `word${i}x${j}`),
    )
    model.analyse(rare)
    expect(model.analyse(SENTENCES)).toEqual(together)
  })

  test('every sentence is a tree with one root', () => {
    for (const { heads, deprels } of model.analyse(SENTENCES)) {
      expect(heads.filter((head) => head < 0)).toHaveLength(1)
      heads.forEach((head, word) => {
        expect(deprels[word] === 'root').toBe(head < 0)
        let up = head
        for (let steps = 0; up >= 0; steps += 1) {
          expect(steps).toBeLessThan(heads.length)
          up = heads[up] ?? -1
        }
      })
    }
  })

  test('nothing to read is nothing read', () => {
    expect(model.analyse([])).toEqual([])
    expect(model.analyse([[]])).toEqual([{ upos: [], xpos: [], heads: [], deprels: [] }])
  })

  test('a run of words beyond any sentence is taken in pieces, each a tree', () => {
    const [long] = model.analyse([Array.from({ length: 900 }, (_, i) => `word${i}`)])
    expect(long?.heads).toHaveLength(900)
    expect(long?.heads.filter((head) => head < 0)).toHaveLength(3)
  })

  test('bytes that are no model are refused', () => {
    expect(() => openLanguageModel(new Uint8Array(100))).toThrow('no language model')
    expect(() => openLanguageModel(BYTES.subarray(0, 1000))).toThrow('ends too early')
  })
})

describe('kernels in WebAssembly and in plain JavaScript', () => {
  /** What a kernel leaves in a memory of numbers that reach the limits. */
  const run = (scalar: boolean, kernel: (kernels: Kernels, at: number) => void): number[] => {
    const space = openWorkspace(1, scalar)
    const at = space.take(8192)
    let state = 1
    for (let i = 0; i < 4096; i += 1) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      space.int16[(at >> 1) + i] = i % 7 === 0 ? (state & 1 ? 32767 : -32768) : state >> 16
    }
    kernel(space.kernels, at)
    return [...space.int16.subarray(at >> 1, (at >> 1) + 4096)]
  }
  const CASES: Readonly<Record<string, (kernels: Kernels, at: number) => void>> = {
    gemm: (kernels, at) => {
      kernels.gemm(at, 16, at + 512, at + 2048, at + 4096, 7, 32, 16)
    },
    activate: (kernels, at) => {
      kernels.activate(at, at + 2048, at + 4096, 64, 4)
    },
    remember: (kernels, at) => {
      kernels.remember(at, at + 4096, at + 6144, 7, 16)
    },
    narrow: (kernels, at) => {
      kernels.narrow(at, at + 4096, 64, 9)
    },
  }

  test.each(Object.entries(CASES))('%s to the same bytes', (_, kernel) => {
    expect(run(true, kernel)).toEqual(run(false, kernel))
  })

  test('the best number is the first of the greatest', () => {
    for (const scalar of [true, false]) {
      const space = openWorkspace(1, scalar)
      const at = space.take(64)
      space.int32.set([-5, -9, 3, 3, 1, 3, -1, 2], at >> 2)
      expect(space.kernels.best(at, 8)).toBe(2)
      space.int32.fill(-0x80000000, at >> 2, (at >> 2) + 8)
      expect(space.kernels.best(at, 8)).toBe(0)
    }
  })
})
