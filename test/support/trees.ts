import fc from 'fast-check'
import { expect } from 'vitest'
import type { Analysis } from '../../src/text/index.ts'

/** What puts a parse right. */
export type Repair = (words: readonly string[], analysis: Analysis) => Analysis

const WORDS = [
  'two',
  'and',
  'last',
  'a',
  'Dana',
  '’s',
  'year',
  'guards',
  'of',
  ',',
  'were',
  'Darun',
  'that',
  '’s',
  'Tuesday',
]
const UPOS = ['NOUN', 'PROPN', 'NUM', 'ADJ', 'VERB', 'PART', 'CCONJ']
const XPOS = ['NN', 'NNS', 'POS', 'CD', 'VBD', 'VBP', 'VBN', 'VBG']
const DEPRELS = [
  'case',
  'compound',
  'conj',
  'nmod',
  'nsubj',
  'nsubj:pass',
  'obj',
  'dep',
  'cc',
  'nummod',
  'det',
  'flat',
  'aux',
  'acl:relcl',
  'mark',
]

/** Any tree over some words: each word hangs on one that was placed before it. */
const anyAnalysis = fc
  .array(
    fc.tuple(...[WORDS, UPOS, XPOS, DEPRELS].map((list) => fc.constantFrom(...list)), fc.nat()),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .chain((rows) =>
    fc
      .shuffledSubarray(
        rows.map((_, i) => i),
        { minLength: rows.length, maxLength: rows.length },
      )
      .map((order) => ({ rows, order })),
  )
  .map(({ rows, order }) => {
    const heads = rows.map(() => -1)
    order.forEach((at, i) => {
      if (i > 0) heads[at] = order[(rows[at]?.[4] as number) % i] ?? -1
    })
    const column = (i: number): string[] => rows.map((row) => row[i] as string)
    const deprels = column(3).map((deprel, at) => (heads[at] === -1 ? 'root' : deprel))
    return { words: column(0), analysis: { upos: column(1), xpos: column(2), heads, deprels } }
  })

/** Whatever parse a repair is given, it leaves a tree. */
export function expectTrees(repair: Repair): void {
  fc.assert(
    fc.property(anyAnalysis, ({ words, analysis }) => {
      const { heads } = repair(words, analysis)
      expect(heads.filter((head) => head === -1)).toHaveLength(1)
      for (let at = 0; at < heads.length; at += 1) {
        let up = at
        for (let steps = 0; up >= 0 && steps <= heads.length; steps += 1) up = heads[up] ?? -1
        expect(up).toBe(-1)
      }
    }),
    { numRuns: 3000 },
  )
}

/** A sentence as `word/XPOS/relation>head` (1 is the first word, 0 none), repaired; what changed, as `word relation head`. */
export function repaired(repair: Repair, sentence: string): string {
  const rows = sentence.split(' ').map((cell) => cell.split('/'))
  const words = rows.map(([word = '']) => word)
  const xpos = rows.map(([, tag = '']) => tag)
  const arcs = rows.map(([, , arc = '']) => arc.split('>'))
  const analysis = {
    xpos,
    upos: xpos.map((tag) => UPOS_OF[tag] ?? 'X'),
    deprels: arcs.map(([deprel = '']) => deprel),
    heads: arcs.map(([, head = '0']) => Number(head) - 1),
  }
  const { heads, deprels } = repair(words, analysis)
  return words
    .flatMap((word, at) => {
      const head = heads[at] ?? -1
      const isOld = head === analysis.heads[at] && deprels[at] === analysis.deprels[at]
      return isOld ? [] : [`${word} ${deprels[at]} ${words[head] ?? '-'}`]
    })
    .join(', ')
}

const UPOS_OF: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  CD: 'NUM',
  JJ: 'ADJ',
  VBD: 'VERB',
  VB: 'VERB',
  VBZ: 'VERB',
  VBN: 'VERB',
  VBG: 'VERB',
  WDT: 'PRON',
  PRP: 'PRON',
  MD: 'AUX',
  TO: 'PART',
  PRP$: 'PRON',
  WP: 'PRON',
  HYPH: 'PUNCT',
  '.': 'PUNCT',
  RB: 'ADV',
  IN: 'ADP',
  DT: 'DET',
  CC: 'CCONJ',
  POS: 'PART',
  ',': 'PUNCT',
}
