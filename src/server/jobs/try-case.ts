import { showReading } from '../../evaluate/cases/index.ts'
import { AscribeError } from '../../base/errors.ts'
import type { OwnActor, Reading, RegressionCase } from '../../records/index.ts'
import { loadDictionary } from '../../store/index.ts'
import type { Site } from '../site.ts'

/** What is read of a case today. */
export interface TriedCase {
  /** As the case would have it. */
  readonly read: string
  /** Lines that are expected and not read, and the other way round. */
  readonly missing: readonly string[]
  readonly surplus: readonly string[]
  /** Whether all is read as it is expected: such a case asks for nothing. */
  readonly isRead: boolean
}

/** Reads the text of a case with the dictionary of the store. */
export async function tryCase(
  { db, pool }: Pick<Site, 'db' | 'pool'>,
  { text, date, folder, expected }: Omit<RegressionCase, 'title'>,
): Promise<TriedCase> {
  const own: readonly OwnActor[] = await loadDictionary(db)
  const report = { text, ...(date !== undefined && { publishedAt: date }) }
  const [outcome] = await pool.read([{ where: 'the case', report }], own)
  if (!outcome || !('text' in outcome))
    throw new AscribeError('internal', outcome?.fault ?? 'the case was not read')
  const read = showReading(JSON.parse(outcome.text) as Reading, folder)
  const [is, wanted] = [read.split('\n'), expected.trim().split('\n')]
  return {
    read,
    missing: without(wanted, is),
    surplus: without(is, wanted),
    isRead: read === expected.trim(),
  }
}

/** Lines that others do not have, each as often as it is more. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0 && line !== ''
  })
}
