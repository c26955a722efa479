import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AscribeError } from '../../base/errors.ts'
import { writeCase } from '../../evaluate/cases/index.ts'
import { CASE_FOLDERS } from '../../records/index.ts'
import type { Proposal } from '../../store/index.ts'

/** Writes proposals, a line each, and their cases as `test/cases/open` has them, into a new folder. Throws `bad-usage` where it cannot be made. */
export async function writeBundle(folder: string, proposals: readonly Proposal[]): Promise<void> {
  await mkdir(folder).catch((cause: unknown) => {
    throw new AscribeError('bad-usage', `${folder}: cannot be made, or is there already`, { cause })
  })
  const lines = proposals.map((one) => `${JSON.stringify(told(one))}\n`)
  await writeFile(join(folder, 'proposals.ndjson'), lines.join(''))
  for (const about of CASE_FOLDERS) {
    const own = proposals.filter((one) => one.case.folder === about)
    if (own.length === 0) continue
    const place = join(folder, 'open', about)
    await mkdir(place, { recursive: true })
    const cases = own.map((one) => writeCase(one.case))
    await writeFile(join(place, 'proposed.txt'), cases.join('\n'))
  }
}

/** What a proposal says outside its store: nothing of the report that it was seen in. */
function told({ id, kind, asks, by, at, reason, actor, case: { folder, title } }: Proposal) {
  return { id, kind, asks, by, at, reason, actor, case: { folder, title } }
}
