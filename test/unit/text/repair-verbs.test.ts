import { describe, expect, test } from 'vitest'
import { repairVerbs } from '../../../src/text/repair-verbs.ts'
import { expectTrees, repaired } from '../../support/trees.ts'

test('a repaired tree is a tree', () => {
  expectTrees(repairVerbs)
})

describe('verbs are repaired', () => {
  test.each([
    [
      'a subject taken for a part of its verb',
      'Governor/NNP/nmod:desc>2 Lor/NNP/compound>3 left/VBD/root>0 Darun/NNP/obj>3',
      'Lor nsubj left',
    ],
    [
      'the second of two nouns before a verb',
      'The/DT/det>2 car/NN/nsubj>4 bombing/NN/compound>4 shook/VBD/root>0 Darun/NNP/obj>4',
      'The det bombing, car compound bombing, bombing nsubj shook',
    ],
    [
      'a name before a noun',
      'Hezar/NNP/nsubj>3 gunmen/NNS/nsubj>3 fled/VBD/root>0',
      'Hezar compound gunmen',
    ],
    [
      'the first of two subjects',
      'A/DT/det>2 bomb/NN/nsubj>7 exploded/VBN/acl>2 ,/,/punct>7 the/DT/det>6 mayor/NN/nsubj>7 said/VBD/root>0',
      'bomb nsubj exploded, exploded ccomp said',
    ],
    [
      'an object without preposition',
      'It/PRP/nsubj>2 wounded/VBD/root>0 thirty/CD/nummod>4 guards/NNS/obl>2',
      'guards obj wounded',
    ],
    [
      'what somebody becomes stays',
      'She/PRP/nsubj>2 became/VBD/root>0 a/DT/det>4 nurse/NN/xcomp>2',
      '',
    ],
    [
      'an object behind "up to"',
      'It/PRP/nsubj>2 killed/VBD/root>0 up/RB/advmod>2 to/IN/case>6 nine/CD/nummod>6 guards/NNS/obl>2',
      'up advmod nine, to fixed up, guards obj killed',
    ],
    [
      'a state behind a number',
      'It/PRP/nsubj>2 left/VBD/root>0 14/CD/obj>2 dead/JJ/amod>3',
      '14 nummod dead, dead xcomp left',
    ],
    [
      'a participle before its object',
      'The/DT/det>4 union/NN/compound>4 imposed/VBN/amod>4 sanctions/NNS/root>0 ././punct>4',
      'The det union, union nsubj imposed, imposed root -, sanctions obj imposed',
    ],
    [
      'a participle behind its subject',
      'Unions/NNS/root>0 called/VBN/acl>1 strikes/NNS/obj>2 ././punct>1',
      'Unions nsubj called, called root -, . punct called',
    ],
    ['a headline stays', 'Unions/NNS/root>0 called/VBN/acl>1 strikes/NNS/obj>2', ''],
  ])('%s', (_, sentence, expected) => {
    expect(repaired(repairVerbs, sentence)).toBe(expected)
  })
})
