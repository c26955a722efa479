import { describe, expect, test } from 'vitest'
import { repairModifiers } from '../../../src/text/repair-modifiers.ts'
import { expectTrees, repaired } from '../../support/trees.ts'

test('a repaired tree is a tree', () => {
  expectTrees(repairModifiers)
})

describe('modifiers are repaired', () => {
  test.each([
    [
      'a verb behind a relative clause',
      'bomb/NN/root>0 that/WDT/mark>5 League/NNP/nsubj>5 planted/VBN/acl>3 hurt/VBD/acl>1 two/CD/obj>5',
      'bomb nsubj hurt, that obj planted, League nsubj planted, planted acl:relcl bomb, hurt root -',
    ],
    [
      'a participle with its doer',
      'died/VBD/root>0 in/IN/case>3 raids/NNS/obl>1 claimed/VBN/advcl>1 by/IN/case>6 Lor/NNP/obl:agent>4',
      'claimed acl raids',
    ],
    [
      'an ordinal as a subject',
      'a/DT/det>3 fourth/JJ/amod>3 fled/VBD/root>0',
      'a det fourth, fourth nsubj fled',
    ],
    [
      'a clause without its pronoun',
      'freed/VBD/root>0 men/NNS/obj>1 they/PRP/nsubj>4 held/VBN/ccomp>1',
      'held acl:relcl men',
    ],
    [
      'a preposition that opens no clause',
      'strike/NN/root>0 on/IN/mark>3 aid/NN/compound>4 convoy/NN/obj>1',
      'on case convoy, convoy nmod strike',
    ],
    [
      'a second subject behind a preposition',
      'protest/NN/nsubj>4 by/IN/case>3 teachers/NNS/nsubj>4 ended/VBD/root>0',
      'teachers nmod protest',
    ],
    [
      '"like these" behind a subject',
      'said/VBD/root>0 raids/NNS/nsubj>1 like/IN/mark>6 these/DT/nsubj>6 could/MD/aux>6 end/VB/acl>2',
      'raids nsubj end, like case these, these nmod raids, end ccomp said',
    ],
    [
      'what came of it',
      'raided/VBD/root>0 camps/NNS/obj>1 ,/,/punct>5 causing/VBG/amod>5 fear/NN/appos>2',
      ', punct causing, causing advcl raided, fear obj causing',
    ],
    [
      'a number behind "and"',
      'six/CD/nummod>2 hundred/CD/nummod>6 and/CC/cc>6 sixty/CD/conj>3 nine/CD/nummod>6 men/NNS/root>0',
      'sixty compound nine',
    ],
    [
      'a preposition before "more than"',
      'put/VBD/root>0 it/PRP/obj>1 at/IN/case>4 more/JJR/advmod>6 than/IN/fixed>4 10/CD/nummod>7 men/NNS/obj>1',
      'at case men, men obl put',
    ],
    [
      'what an object became',
      'left/VBD/root>0 two/CD/nummod>3 men/NNS/obj>1 dead/JJ/xcomp>3',
      'dead xcomp left',
    ],
  ])('%s', (_, tree, expected) => {
    expect(repaired(repairModifiers, tree)).toBe(expected)
  })
})
