import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repairPhrases } from '../../../src/text/repair-phrases.ts'

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
]
const UPOS = ['NOUN', 'PROPN', 'NUM', 'ADJ', 'VERB', 'PART', 'CCONJ']
const XPOS = ['NN', 'NNS', 'POS', 'CD', 'VBD', 'VBP']
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

test('a repaired tree is a tree', () => {
  fc.assert(
    fc.property(anyAnalysis, ({ words, analysis }) => {
      const { heads } = repairPhrases(words, analysis)
      expect(heads.filter((head) => head === -1)).toHaveLength(1)
      for (let at = 0; at < heads.length; at += 1) {
        let up = at
        for (let steps = 0; up >= 0 && steps <= heads.length; steps += 1) up = heads[up] ?? -1
        expect(up).toBe(-1)
      }
    }),
    { numRuns: 3000 },
  )
})

/** A sentence as `word/XPOS/relation>head` (1 is the first word, 0 none), repaired; what changed, as `word relation head`. */
function repaired(sentence: string): string {
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
  const { heads, deprels } = repairPhrases(words, analysis)
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
  IN: 'ADP',
  DT: 'DET',
  CC: 'CCONJ',
  POS: 'PART',
  ',': 'PUNCT',
}

describe('phrases are repaired', () => {
  test.each([
    [
      'an owner beside what it owns',
      'Velka/NNP/nsubj>6 ’s/POS/case>1 southern/JJ/amod>4 wing/NN/nsubj>6 has/VBZ/aux>6 claimed/VBN/root>0',
      'Velka nmod:poss wing',
    ],
    [
      'an owner above what it owns',
      'Velka/NNP/nsubj>5 ’s/POS/case>1 southern/JJ/amod>4 wing/NN/nmod>1 claimed/VBD/root>0',
      'Velka nmod:poss wing, wing nsubj claimed',
    ],
    [
      'a noun before its year',
      'since/IN/case>5 the/DT/det>3 retreat/NN/compound>5 last/JJ/amod>5 year/NN/obl>6 stayed/VBD/root>0',
      'since case retreat, retreat obl stayed, year nmod:unmarked retreat',
    ],
    [
      'counted nouns, the second hung on what the first is of',
      'two/CD/nummod>2 guards/NNS/obj>8 of/IN/case>4 parliament/NN/nmod>2 and/CC/cc>7 four/CD/nummod>7 nurses/NNS/conj>4 hurt/VBD/root>0',
      'nurses conj guards',
    ],
    [
      'a counted noun behind "and"',
      'two/CD/nummod>2 guards/NNS/obj>8 of/IN/case>4 parliament/NN/nmod>2 and/CC/cc>6 four/CD/nummod>7 nurses/NNS/nmod>2 hurt/VBD/root>0',
      'and cc nurses, nurses conj guards',
    ],
    [
      'lives of two sorts of people',
      'claimed/VBD/root>0 the/DT/det>3 lives/NNS/obj>1 of/IN/case>6 two/CD/nummod>6 guards/NNS/nmod>3 and/CC/cc>9 four/CD/nummod>9 nurses/NNS/conj>3',
      'nurses conj guards',
    ],
    [
      'two subjects',
      'Five/CD/nummod>2 guards/NNS/nsubj:pass>7 and/CC/cc>4 two/CD/nummod>5 boys/NNS/nsubj:pass>7 were/VBD/aux:pass>7 killed/VBN/root>0',
      'and cc boys, boys conj guards',
    ],
    [
      'a name behind its noun',
      'a/DT/det>2 raid/NN/nsubj>6 in/IN/case>4 town/NN/nmod>2 Darun/NNP/nsubj>6 ended/VBD/root>0',
      'Darun appos town',
    ],
    [
      'a number above its noun',
      'left/VBD/root>0 guards/NNS/obj>1 and/CC/cc>4 11/CD/conj>2 local/JJ/amod>6 boys/NNS/obj>4',
      'and cc boys, 11 nummod boys, boys conj guards',
    ],
    [
      'a number on an adjective',
      'killed/VBD/root>0 five/CD/nummod>3 local/JJ/amod>4 boys/NNS/obj>1',
      'five nummod boys',
    ],
    [
      'a main verb below a number',
      'Three/CD/nummod>2 guards/NNS/root>0 and/CC/cc>4 seven/CD/conj>2 boys/NNS/nsubj>6 died/VBD/conj>4',
      'guards nsubj died, and cc boys, seven nummod boys, boys conj guards, died root -',
    ],
    [
      'an object behind "at least"',
      'It/NN/nsubj>2 killed/VBD/root>0 at/IN/case>6 least/JJ/nmod>5 seven/CD/nummod>6 nurses/NNS/obl>2',
      'at case least, nurses obj killed',
    ],
    [
      'a main verb below the first of its subjects',
      'Three/CD/nummod>2 guards/NNS/root>0 and/CC/cc>5 two/CD/nummod>5 boys/NNS/nsubj>6 died/VBD/parataxis>2',
      'guards nsubj died, boys conj guards, died root -',
    ],
    [
      'a list behind "said"',
      'Officials/NNS/nsubj>2 said/VBD/root>0 two/CD/nummod>4 guards/NNS/obj>2 and/CC/cc>9 two/CD/nummod>7 boys/NNS/nsubj:pass>9 were/VBD/aux:pass>9 killed/VBN/conj>2',
      'guards nsubj:pass killed, boys conj guards, killed ccomp said',
    ],
    [
      'those left dead',
      'left/VBD/root>0 guards/NNS/obj>1 and/CC/cc>4 boys/NNS/nsubj>5 dead/JJ/xcomp>1',
      'boys conj guards',
    ],
    [
      'a person described twice',
      'says/VBZ/root>0 Lor/NNP/nsubj>1 ,/,/punct>5 a/DT/det>5 nurse/NN/conj>2 and/CC/cc>8 a/DT/det>8 teacher/NN/conj>2',
      'nurse appos Lor, teacher conj nurse',
    ],
    [
      'three people stay three',
      'Lor/NNP/nsubj>9 ,/,/punct>4 a/DT/det>4 nurse/NN/conj>1 and/CC/cc>7 a/DT/det>7 guard/NN/conj>1 were/VBD/aux:pass>9 hurt/VBN/root>0',
      '',
    ],
  ])('%s', (_, sentence, expected) => {
    expect(repaired(sentence)).toBe(expected)
  })
})
