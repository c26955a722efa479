import { expect, test } from 'vitest'
import { hints } from '../../../../scripts/corpus-hints.ts'
import { compileReport } from '../../../../src/evaluate/index.ts'

const TEXT = 'Two men of the Kest brigade shot a guard in Darun. The mayor was abroad.'

const hintsOf = (records: string) => {
  const file = compileReport(`title: Shots\n\n${TEXT}\n\n==>\n${records}`, 'own/x', {
    lemmaOf: (cue) => cue,
  })
  expect(file.faults).toEqual([])
  return hints({ ...file, path: 'x.txt', id: 'own/x', part: 'cc-by' }, () => {
    throw new Error('only our own places are read')
  })
}

const MARKS = `place "Darun"
actor armed-group "Two men"
  affiliation "Kest"
actor armed-group named "Kest"
actor civilians "a guard"
`

test('a participant whose words begin with a number has it, and an actor takes part or is the body of one', () => {
  expect(
    hintsOf(`${MARKS}event armed-assault "shot" | perpetrator 2 "Two men" | victim "a guard"`),
  ).toEqual([])
  expect(
    hintsOf(
      `${MARKS}actor person "The mayor"\nevent armed-assault "shot" | perpetrator "Two men" | victim "a guard"`,
    ),
  ).toEqual([
    'perpetrator “Two men” has no number',
    'actor “The mayor” takes no part and says nothing',
  ])
})
