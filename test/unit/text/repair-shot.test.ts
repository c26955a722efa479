import { expect, test } from 'vitest'
import { repairShot } from '../../../src/text/repair-shot.ts'
import { repaired } from '../../support/trees.ts'

test('"shot and killed" behind a phrase are two verbs', () => {
  const parse =
    'Men/NNS/nsubj>6 on/IN/case>4 motorcycles/NNS/compound>4 shot/NN/nmod>1 and/CC/cc>6 killed/VBD/root>0 two/CD/nummod>8 guards/NNS/obj>6'
  expect(repaired(repairShot, parse)).toBe(
    'Men nsubj shot, on case motorcycles, motorcycles nmod Men, shot root -, killed conj shot',
  )
})

test('an object that was taken for the main word is one', () => {
  const parse =
    'Men/NNS/nsubj>8 on/IN/case>4 motorcycles/NNS/compound>4 shot/NN/nmod>1 and/CC/cc>8 killed/VBN/amod>8 two/CD/nummod>8 guards/NNS/root>0'
  expect(repaired(repairShot, parse)).toContain('guards obj killed')
})

test('a shot that is one stays', () => {
  const parse = 'One/CD/nummod>2 shot/NN/nsubj>3 rang/VBD/root>0'
  expect(repaired(repairShot, parse)).toBe('')
})
