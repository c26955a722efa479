import { describe, expect, test } from 'vitest'
import { repairClauses } from '../../../src/text/repair-clauses.ts'
import { expectTrees, repaired } from '../../support/trees.ts'

test('a repaired tree is a tree', () => {
  expectTrees(repairClauses)
})

describe('clauses are repaired', () => {
  test.each([
    [
      'a speaker behind the cue',
      ',/,/punct>3 ”/,/punct>3 says/VBZ/root>0 Lor/NNP/nsubj>8 ,/,/punct>7 a/DT/det>7 nurse/NN/appos>4 trained/VBN/ccomp>3 here/RB/advmod>8',
      'Lor nsubj says, trained acl nurse',
    ],
    [
      'a clause with a helper keeps its subject',
      ',/,/punct>2 says/VBZ/root>0 Lor/NNP/nsubj>5 was/VBD/aux:pass>5 trained/VBN/ccomp>2',
      '',
    ],
    [
      '"that" before a subject and an object',
      'claim/NN/root>0 that/WDT/obj>4 Velka/NNP/nsubj>4 posed/VBD/acl:relcl>1 threats/NNS/obj>4',
      'that mark posed, posed acl claim',
    ],
    [
      '"that" for an object stays',
      'bomb/NN/root>0 that/WDT/obj>4 Velka/NNP/nsubj>4 planted/VBD/acl:relcl>1',
      '',
    ],
    [
      '"that" far from its verb',
      'attacks/NNS/root>0 that/WDT/det>6 Velka/NNP/nsubj>4 poses/VBZ/acl>1 threats/NNS/obj>4 Lor/NNP/dep>1',
      'that mark poses',
    ],
    [
      '"that" above its verb',
      'attacks/NNS/root>0 that/WDT/nsubj>1 Velka/NNP/nsubj>2 poses/VBZ/conj>3 threats/NNS/obj>4',
      'that mark poses, Velka nsubj poses, poses acl attacks',
    ],
    [
      'a clause behind a dash',
      'says/VBZ/root>0 –/,/punct>4 Velka/NNP/nsubj>4 wanted/VBD/acl:relcl>1 more/JJ/obj>4',
      'wanted parataxis says',
    ],
    [
      'the middle of a name',
      'Abdi/NNP/root>0 Sheikh/NNP/nmod:desc>3 Nur/NNP/flat>1',
      'Sheikh flat Abdi',
    ],
    [
      'a name below a preposition',
      'named/VBN/root>0 as/IN/case>1 Lor/NNP/nsubj>2',
      'as case Lor, Lor obl named',
    ],
    [
      'a name behind a verb',
      'she/PRP/nsubj>2 tells/VBZ/root>0 Maro/NNP/flat>2 Radio/NNP/flat>3',
      'Maro obj tells',
    ],
  ])('%s', (_, sentence, expected) => {
    expect(repaired(repairClauses, sentence)).toBe(expected)
  })
})
