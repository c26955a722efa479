import { describe, expect, test } from 'vitest'
import { repairNames } from '../../../src/text/repair-names.ts'
import { expectTrees, repaired } from '../../support/trees.ts'

test('a repaired tree is a tree', () => {
  expectTrees(repairNames)
})

describe('names are repaired', () => {
  test.each([
    [
      'a name torn by its verb',
      'identified/VBN/root>0 as/IN/case>4 Juan/NNP/nmod:desc>4 Carlos/NNP/flat>1 Mena/NNP/flat>4',
      'as case Juan, Juan obl identified, Carlos flat Juan, Mena flat Juan',
    ],
    [
      'two halves of a name side by side',
      'told/VBD/root>0 Radio/NNP/iobj>1 Orrin/NNP/iobj>1',
      'Orrin flat Radio',
    ],
    [
      'a clause about somebody',
      'named/VBN/root>0 Leor/NNP/obj>1 Bastin/NNP/flat>2 who/WP/nsubj>5 drove/VBD/acl:relcl>1',
      'drove acl:relcl Leor',
    ],
    [
      '"who" behind a name',
      'named/VBN/root>0 as/IN/case>3 Lor/NNP/obl>1 who/WP/nsubj>5 fired/VBD/acl:relcl>1',
      'fired acl:relcl Lor',
    ],
    [
      'people behind the name of their group',
      'killed/VBN/root>0 by/IN/case>3 Velka/NNP/obl:agent>1 Front/NNP/flat>3 gunmen/NNS/nmod>3',
      'by case gunmen, Velka compound gunmen, Front compound gunmen, gunmen obl:agent killed',
    ],
    ['two people told of', 'told/VBD/root>0 Lor/NNP/iobj>1 lies/NNS/obj>1', ''],
  ])('%s', (_, tree, expected) => {
    expect(repaired(repairNames, tree)).toBe(expected)
  })
})
