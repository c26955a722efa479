import { asVersion, taskAgain } from '../../bulk/again.ts'
import type { Outcome, Task } from '../../bulk/index.ts'
import type { OwnActor, Reading } from '../../records/index.ts'
import type { WaitingItem } from '../../store/index.ts'
import type { Site } from '../site.ts'
import type { AgainBody } from './again.ts'

/** An item and its reading, or why there is none. */
export interface Result {
  readonly item: WaitingItem
  readonly reading?: Reading
  /** Whether the report was in the store. */
  readonly isAgain?: true
  readonly fault?: string
}

/** What is to be read, of a report that is in the store with its version. */
interface Work {
  readonly item: WaitingItem
  readonly task: Task
  readonly version?: number
}

/** Reads what items say, each worker a share of it, with a dictionary. */
export async function readItems(
  { db, pool }: Pick<Site, 'db' | 'pool'>,
  items: readonly WaitingItem[],
  own: readonly OwnActor[],
): Promise<Result[]> {
  const works: (Work | Result)[] = []
  for (const item of items) works.push(await workOf(db, item))
  const open = works.flatMap((work) => ('task' in work ? [work] : []))
  const size = Math.ceil(open.length / pool.jobs)
  const slices = Array.from({ length: pool.jobs }, (_, i) => open.slice(i * size, (i + 1) * size))
  const outcomes = await Promise.all(
    slices.map((slice) =>
      slice.length === 0
        ? []
        : pool.read(
            slice.map(({ task }) => task),
            own,
          ),
    ),
  )
  const read = new Map(outcomes.flat().map((outcome, i) => [open[i]?.item, outcome]))
  return works.map((work) => ('task' in work ? resultOf(work, read.get(work.item)) : work))
}

async function workOf(db: Site['db'], item: WaitingItem): Promise<Work | Result> {
  const body = JSON.parse(item.body) as Task | AgainBody
  if (!('again' in body)) return { item, task: body }
  const task = await taskAgain(db, body.again)
  if (!task) return { item, fault: `${item.place} is not in the store any more` }
  return { item, task, version: body.again.version }
}

function resultOf({ item, version }: Work, outcome: Outcome | undefined): Result {
  if (!outcome || !('text' in outcome)) return { item, fault: outcome?.fault ?? 'was not read' }
  if (version === undefined) return { item, reading: JSON.parse(outcome.text) as Reading }
  return { item, reading: asVersion(outcome.text, version), isAgain: true }
}
