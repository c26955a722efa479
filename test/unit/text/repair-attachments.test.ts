import { describe, expect, test } from 'vitest'
import { repairAttachments } from '../../../src/text/repair-attachments.ts'
import { expectTrees, repaired } from '../../support/trees.ts'

test('a repaired tree is a tree', () => {
  expectTrees(repairAttachments)
})

describe('attachments are repaired', () => {
  test.each([
    [
      'a reason behind a relative clause',
      'said/VBD/root>0 one/NN/nsubj>1 who/WP/nsubj>4 stayed/VBD/acl:relcl>2 because/IN/mark>7 he/PRP/nsubj>7 slept/VBD/advcl>1',
      'slept advcl stayed',
    ],
    [
      'the mark of the first clause',
      'If/IN/mark>5 Velka/NNP/nsubj>3 fires/VBZ/advcl>5 ,/,/punct>5 flee/VB/root>0',
      'If mark fires',
    ],
    [
      'a subject behind a phrase and a comma',
      'In/IN/case>2 Orrin/NNP/obl>6 ,/,/punct>2 the/DT/det>5 wing/NN/appos>2 claimed/VBD/root>0',
      'wing nsubj claimed',
    ],
    [
      'where it was done, behind the doer of a passive',
      'killed/VBN/root>0 by/IN/case>3 gunmen/NNS/obl:agent>1 in/IN/case>5 Orrin/NNP/nmod>3',
      'Orrin obl killed',
    ],
    [
      'the first of a list that is no compound',
      'held/VBD/root>0 a/DT/det>3 leader/NN/compound>6 and/CC/cc>5 several/JJ/conj>3 fighters/NNS/obj>1',
      'leader obj held, and cc fighters, several amod fighters, fighters conj leader',
    ],
    [
      'a subject behind "but"',
      'claimed/VBD/root>0 it/PRP/obj>1 but/CC/cc>4 Front/NNP/conj>2 is/VBZ/aux:pass>6 suspected/VBN/conj>1',
      'but cc suspected, Front nsubj:pass suspected',
    ],
    [
      'two nouns side by side',
      'A/DT/det>2 plane/NN/nsubj>3 crash/NN/nsubj>4 killed/VBD/root>0',
      'plane compound crash',
    ],
    [
      'the end of a name',
      'agency/NN/root>0 Velka/NNP/flat>1 Media/NNP/appos>1',
      'Media flat agency',
    ],
    [
      'what stands before an owner',
      'the/DT/det>4 mayor/NN/nmod:poss>4 ’s/POS/case>2 word/NN/root>0',
      'the det mayor',
    ],
    [
      'a phrase behind the last of a list',
      'analyst/NN/root>0 and/CC/cc>3 lecturer/NN/conj>1 at/IN/case>5 Orrin/NNP/nmod>1',
      'Orrin nmod lecturer',
    ],
    [
      'a noun with a preposition behind a verb',
      'published/VBN/root>0 in/IN/case>3 Orrin/NNP/appos>1',
      'Orrin obl published',
    ],
    [
      'a name before its verb',
      'that/IN/mark>3 Velka/NNP/obl:unmarked>3 posed/VBD/root>0',
      'Velka nsubj posed',
    ],
    ['a day before a verb', 'On/IN/case>2 Tuesday/NNP/obl:unmarked>3 fell/VBD/root>0', ''],
    [
      'a name behind a subject',
      'agency/NN/nsubj>4 Velka/NNP/compound>3 Press/NNP/nsubj>4 reported/VBD/root>0',
      'Press appos agency',
    ],
    [
      'an adverb behind those who are counted',
      'Three/CD/nsubj>6 of/IN/case>5 the/DT/det>5 injured/JJ/amod>5 later/RB/nmod>1 died/VBD/root>0',
      'of case injured, the det injured, injured nmod Three, later advmod died',
    ],
    [
      'a noun before a name',
      'Analyst/NN/root>0 Lor/NNP/nsubj>3 says/VBZ/ccomp>1 so/RB/advmod>3',
      'Analyst nmod:desc Lor, says root -',
    ],
  ])('%s', (_, sentence, expected) => {
    expect(repaired(repairAttachments, sentence)).toBe(expected)
  })
})
