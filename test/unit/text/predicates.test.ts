import { describe, expect, test } from 'vitest'
import { openKit } from '../../../src/kit.ts'
import { toReport } from '../../../src/pipeline.ts'
import { analyseText, predicateAt, repairTree } from '../../../src/text/index.ts'

const kit = await openKit()

/** Who does what to whom at a verb, as "agents > patients". */
function roles(text: string, verb: string): string {
  const document = analyseText(toReport({ text }), kit.text)
  const index = document.tokens.findIndex((token) => token.text === verb)
  const { agents, patients } = predicateAt(document, index)
  const words = (heads: readonly number[]): string =>
    heads.map((head) => document.tokens[head]?.text).join(' ') || '-'
  return `${words(agents)} > ${words(patients)}`
}

describe('passives', () => {
  test.each([
    ['Three farmers were killed by masked gunmen near Talvi.', 'killed', 'gunmen > farmers'],
    [
      'Two teachers were abducted and later beheaded by the Tarim Brigade.',
      'beheaded',
      'Brigade > teachers',
    ],
    ['The army buried eleven men killed by rebels.', 'killed', 'rebels > men'],
    [
      'Four policemen died in an ambush claimed by the Karsa Brigades.',
      'claimed',
      'Brigades > ambush',
    ],
    ['Three suspects were arrested and a fourth remained at large.', 'remained', 'fourth > -'],
  ])('%s (%s)', (text, verb, expected) => {
    expect(roles(text, verb)).toBe(expected)
  })
})

describe('relative clauses', () => {
  test.each([
    [
      'The bomb that the group planted under the bridge wounded two soldiers.',
      'planted',
      'group > bomb',
    ],
    [
      'The bomb that the group planted under the bridge wounded two soldiers.',
      'wounded',
      'bomb > soldiers',
    ],
    ['Rebels who attacked the convoy burned four trucks.', 'attacked', 'Rebels > convoy'],
    ['Rebels who attacked the convoy burned four trucks.', 'burned', 'Rebels > trucks'],
    [
      'The village, which was attacked by jets, is held by insurgents.',
      'attacked',
      'jets > village',
    ],
    [
      'Militants released two aid workers they had kidnapped in March.',
      'kidnapped',
      'they > workers',
    ],
  ])('%s (%s)', (text, verb, expected) => {
    expect(roles(text, verb)).toBe(expected)
  })
})

describe('subjects and objects from elsewhere', () => {
  test.each([
    ['The minister urged the militia to leave the town.', 'leave', 'militia > town'],
    ['The militia promised to release the hostages.', 'release', 'militia > hostages'],
    ['Residents accused the army of shelling their village.', 'shelling', 'army > village'],
    ['The rebels accused the army of shelling the village.', 'shelling', 'army > village'],
    [
      'The army accused the rebels of attacking a convoy, killing two drivers.',
      'killing',
      'rebels > drivers',
    ],
    ['Gunmen stormed a station, killing two officers.', 'killing', 'Gunmen > officers'],
    [
      'Soldiers opened fire on protesters demanding the release of the mayor.',
      'demanding',
      'protesters > release',
    ],
    ['Rebels attacked the base and captured three officers.', 'captured', 'Rebels > officers'],
    [
      "GUNMEN FIRED ON THE AMBASSADOR'S CAR AND WOUNDED HIS BODYGUARD.",
      'WOUNDED',
      'GUNMEN > BODYGUARD',
    ],
    ['The rebels denied having fired the rockets.', 'fired', 'rebels > rockets'],
    ['Forty people have been displaced by fighting in Orvan.', 'fighting', '- > -'],
  ])('%s (%s)', (text, verb, expected) => {
    expect(roles(text, verb)).toBe(expected)
  })
})

test('a repaired tree has one root and no ring', () => {
  const analysis = {
    upos: ['NOUN', 'PRON', 'VERB', 'NOUN', 'VERB', 'NOUN', 'PUNCT'],
    xpos: ['NNS', 'WP', 'VBD', 'NN', 'VBD', 'NNS', '.'],
    heads: [-1, 2, 0, 2, 2, 4, 0],
    deprels: ['root', 'nsubj', 'acl:relcl', 'obj', 'advcl', 'obj', 'punct'],
  }
  const { heads, deprels } = repairTree(analysis)
  expect(heads).toEqual([4, 2, 0, 2, -1, 4, 4])
  expect(deprels).toEqual(['nsubj', 'nsubj', 'acl:relcl', 'obj', 'root', 'obj', 'punct'])
})
