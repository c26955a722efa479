import { expect, test } from 'vitest'
import { CASE_FOLDERS, newProposalSchema } from '../../../src/records/index.ts'
import english from '../../../workbench/messages/en.json' with { type: 'json' }
import { newDraft, proposalOf, triedCase } from '../../../workbench/src/views/proposals/draft.ts'

const filled = (more: object = {}) => ({
  ...newDraft('participant', '2024-03-06T10:00:00Z'),
  ...{ asks: 'Reedmen are a band', title: 'reeds', text: 'Reedmen left.', expected: '' },
  ...more,
})

test('a draft begins with what the field is about and the day of the report', () => {
  expect(triedCase(filled())).toEqual({
    ...{ folder: 'roles', text: 'Reedmen left.', expected: '', date: '2024-03-06' },
  })
  expect(triedCase(newDraft())).not.toHaveProperty('date')
})

test('what is filled in is what the server takes', () => {
  const origin = { report: 'a', version: 1, start: 0, end: 4 }
  const proposal = proposalOf(filled(), origin)
  expect(newProposalSchema.parse(proposal)).toEqual(proposal)
  const { actor } = filled()
  const own = { ...actor, name: 'Reedmen', kind: 'armed-group' }
  const withActor = proposalOf(filled({ kind: 'actor', actor: own }), undefined)
  expect(newProposalSchema.parse(withActor)).toEqual(withActor)
  expect(proposalOf(filled({ kind: 'actor' }), undefined)).toBeUndefined()
})

test('all folders of cases have a name on the screen', () => {
  for (const folder of CASE_FOLDERS) expect(english).toHaveProperty([`folder.${folder}`])
})
