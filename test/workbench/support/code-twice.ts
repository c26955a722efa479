import { randomUUID } from 'node:crypto'
import { partsOf } from '../../../src/review/index.ts'
import {
  assign,
  decideReview,
  loadReading,
  moveAssignment,
  type Db,
} from '../../../src/store/index.ts'
import { NOW } from '../../support/site.ts'

/** Two coders who agree but on every fifth value, so that there is something to rule on. */
export async function codeTwice(db: Db, report: string): Promise<void> {
  const reading = await loadReading(db, report)
  const parts = reading ? partsOf(reading) : []
  await assign(
    db,
    { reports: [{ report, version: 1 }], coders: ['ada', 'ben'] },
    { at: NOW, by: 'rosa' },
  )
  for (const [i, by] of ['ada', 'ben'].entries()) {
    const decisions = parts.map(({ id }, place) => ({
      ...{ report, version: 1, record: id },
      verdict: i === 1 && place % 5 === 2 ? ('reject' as const) : ('accept' as const),
    }))
    await decideReview(db, { group: randomUUID(), decisions }, { at: NOW, by })
    const done = { report, version: 1, coder: by, state: 'done' as const }
    await moveAssignment(db, done, { at: NOW, by, may: () => undefined })
  }
}
