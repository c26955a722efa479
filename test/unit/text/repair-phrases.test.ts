import { describe, expect, test } from 'vitest'
import { repairPhrases } from '../../../src/text/repair-phrases.ts'
import { expectTrees, repaired } from '../../support/trees.ts'

test('a repaired tree is a tree', () => {
  expectTrees(repairPhrases)
})

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
      'a person described once',
      'says/VBZ/root>0 Lor/NNP/nsubj>1 ,/,/punct>5 a/DT/det>5 nurse/NN/conj>2',
      'nurse appos Lor',
    ],
    [
      'a person described twice, the second on the first',
      'says/VBZ/root>0 Lor/NNP/nsubj>1 ,/,/punct>5 a/DT/det>5 nurse/NN/conj>2 and/CC/cc>8 a/DT/det>8 teacher/NN/conj>5',
      'nurse appos Lor',
    ],
    [
      'a day before what it saw',
      'As/IN/mark>4 Tuesday/NNP/nsubj>4 ’s/POS/aux>4 shooting/VBG/advcl>5 shows/VBZ/root>0',
      'Tuesday nmod:poss shooting, ’s case Tuesday',
    ],
    [
      'a number before a name and its noun',
      'guards/NNS/root>0 and/CC/cc>5 11/CD/conj>2 Velkan/NNP/compound>5 boys/NNS/conj>1',
      '11 nummod boys',
    ],
    [
      'a main verb in the passive below the first of its subjects',
      'Three/CD/nummod>2 guards/NNS/root>0 and/CC/cc>7 two/CD/nummod>5 boys/NNS/nsubj:pass>7 were/VBD/aux:pass>7 killed/VBN/conj>2',
      'guards nsubj:pass killed, boys conj guards, killed root -',
    ],
    [
      'those left dead beside the first of them',
      'left/VBD/root>0 guards/NNS/obj>1 and/CC/cc>4 boys/NNS/nsubj>5 dead/JJ/parataxis>2',
      'boys conj guards, dead xcomp left',
    ],
    [
      'a preposition before an owner',
      'in/IN/case>2 Velka/NNP/nmod:poss>4 ’s/POS/case>2 agency/NN/obl>5 stood/VBD/root>0',
      'in case agency',
    ],
    [
      'a name with a hyphen before what it owns',
      'Ansar/NNP/nsubj>6 -/HYPH/punct>5 Velka/NNP/nmod:poss>5 ’s/POS/case>3 wing/NN/appos>1 fled/VBD/root>0',
      'Ansar nmod:poss wing, Velka flat Ansar, wing nsubj fled',
    ],
    [
      'two nouns side by side',
      'A/DT/det>2 parcel/NN/nsubj>4 bomb/NN/amod>2 burst/VBD/root>0',
      'A det bomb, parcel compound bomb, bomb nsubj burst',
    ],
    [
      'a main verb taken for a clause',
      'Three/CD/nummod>2 guards/NNS/root>0 and/CC/cc>5 two/CD/nummod>5 boys/NNS/nsubj:pass>7 were/VBD/aux:pass>7 killed/VBN/acl:relcl>2',
      'guards nsubj:pass killed, boys conj guards, killed root -',
    ],
    [
      'three people stay three',
      'Lor/NNP/nsubj>9 ,/,/punct>4 a/DT/det>4 nurse/NN/conj>1 and/CC/cc>7 a/DT/det>7 guard/NN/conj>1 were/VBD/aux:pass>9 hurt/VBN/root>0',
      '',
    ],
  ])('%s', (_, sentence, expected) => {
    expect(repaired(repairPhrases, sentence)).toBe(expected)
  })
})
