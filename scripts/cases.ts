import { closeCases, readCaseFiles, writeExpected } from '../test/support/cases.ts'
import { read } from '../test/support/read.ts'
import { showReading } from '../src/evaluate/cases/index.ts'
import { compare } from './compare.ts'

/**
 * `npm run cases -- [--write | --close] [PART OF A NAME …]`: what the engine reads in the cases that differ from what they expect.
 * Open cases only where a part of a name asks for them (`open`). `--write` puts it into the files, to be accepted by reading the diff; it never writes open cases.
 * `--close` moves open cases that are read now to where they belong.
 */
const args = process.argv.slice(2)
const isWriting = args.includes('--write')
const isClosing = args.includes('--close')
const parts = args.filter((arg) => !arg.startsWith('--'))

for (const { name, folder, isOpen, cases } of readCaseFiles()) {
  if (parts.length > 0 && !parts.some((part) => name.includes(part))) continue
  if (parts.length === 0 && isOpen && !isClosing) continue
  const shown = cases.map(({ report }) => showReading(read(report), folder))
  if (isWriting && !isOpen) writeExpected(name, shown)
  if (isClosing && isOpen)
    closeCases(
      name,
      cases.map(({ expected }, index) => shown[index] === expected),
    )
  for (const [index, { title, line, expected }] of cases.entries())
    if (shown[index] !== expected && !isWriting && !isClosing)
      console.log(
        `test/cases/${name}.txt:${line} ${title}\n${compare(expected, shown[index] ?? '')}\n`,
      )
}
