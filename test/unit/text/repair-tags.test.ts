import { expect, test } from 'vitest'
import { repairTags } from '../../../src/text/repair-tags.ts'

const injured = (helper: string) => ({
  upos: ['NOUN', 'AUX', 'ADJ'],
  xpos: ['NNS', 'VBD', 'JJ'],
  heads: [2, 2, -1],
  deprels: ['nsubj:pass', helper, 'root'],
})

test('what has the helper of a passive is a verb', () => {
  const { upos, xpos } = repairTags(['Guards', 'were', 'injured'], injured('aux:pass'))
  expect([upos[2], xpos[2]]).toEqual(['VERB', 'VBN'])
})

test('what stands beside it is one, too', () => {
  const { upos } = repairTags(['Two', 'were', 'killed', 'and', 'five', 'wounded'], {
    upos: ['NUM', 'AUX', 'VERB', 'CCONJ', 'NUM', 'ADJ'],
    xpos: ['CD', 'VBD', 'VBN', 'CC', 'CD', 'JJ'],
    heads: [2, 2, -1, 5, 5, 2],
    deprels: ['nsubj:pass', 'aux:pass', 'root', 'cc', 'nummod', 'conj'],
  })
  expect(upos[5]).toBe('VERB')
})

test('a state is none', () => {
  const parse = injured('cop')
  expect(repairTags(['Guards', 'were', 'injured'], parse)).toBe(parse)
})
