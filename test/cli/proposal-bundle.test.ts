import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBundle } from '../../src/cli/store/proposal-bundle.ts'
import type { Proposal } from '../../src/store/index.ts'
import { parseCases } from '../support/cases.ts'

const proposal = (title: string, folder: 'actors' | 'kinds'): Proposal => ({
  ...{ id: title, entry: 1, at: '2024-03-06', by: 'ada', state: 'accepted', kind: 'rule' },
  asks: 'as it says',
  origin: { report: 'secret', version: 1, start: 0, end: 4 },
  case: { title, folder, text: `${title} left.`, expected: '' },
})

test('a bundle has a line for each proposal and its case, and nothing of reports', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'ascribe-')), 'bundle')
  const all = [proposal('One', 'actors'), proposal('Two', 'kinds'), proposal('Three', 'actors')]
  await writeBundle(folder, all)
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8')
  const lines = text('proposals.ndjson').trim().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as Proposal).id)).toEqual(['One', 'Two', 'Three'])
  expect(lines.join()).not.toContain('secret')
  const cases = parseCases(text('open/actors/proposed.txt'), 'here')
  expect(cases.map(({ title, report }) => [title, report.text])).toEqual([
    ['One', 'One left.'],
    ['Three', 'Three left.'],
  ])
  await expect(writeBundle(folder, all)).rejects.toThrow('there already')
})
