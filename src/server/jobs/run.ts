import type { Task } from '../../bulk/index.ts'
import type { Reading } from '../../records/index.ts'
import {
  addReadings,
  countWork,
  deleteBrokenFiles,
  findWaitingJob,
  listWaiting,
  loadJob,
  saveDone,
  type ItemDone,
  type WaitingItem,
} from '../../store/index.ts'
import { complain } from '../complain.ts'
import type { Site } from '../site.ts'

/** Works on jobs until it is closed. */
export interface JobRunner {
  /** Ends it once what is being read is stored. */
  close(): Promise<void>
}

type Tools = Pick<Site, 'db' | 'pool' | 'link' | 'now'>

/** How long it is before it looks again whether there is something to do, in milliseconds. */
const REST = 300
/** After so many milliseconds whoever was handing a file over to another process has given up. */
const PATIENCE = 60 * 60 * 1000
/** Items, and characters of them, that are stored at once: short enough that nobody who asks for something meanwhile waits long. */
const PORTION = { items: 8, characters: 32 * 1024 } as const

/** Reads what waits in the jobs, a few reports of each in turn. What it reads and that it was read are stored together: a process that is killed loses nothing and does nothing twice. */
export function runJobs(tools: Tools): JobRunner {
  let isOpen = true
  let wake: () => void = () => undefined
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
      setTimeout(resolve, REST)
    })
  const run = async (): Promise<void> => {
    await tidy(tools).catch((error: unknown) => complain(error, 'jobs'))
    while (isOpen) {
      const worked = await workOnNext(tools).catch((error: unknown) => complain(error, 'jobs'))
      if (worked !== true) await rest()
    }
  }
  const ended = run()
  return {
    close() {
      isOpen = false
      wake()
      return ended
    },
  }
}

/** In a store of our own nobody else hands files over: whatever is not whole was cut off. */
async function tidy({ db, now }: Tools): Promise<void> {
  const patience = db.kind === 'embedded' ? 0 : PATIENCE
  await deleteBrokenFiles(db, new Date(now().getTime() - patience).toISOString())
}

/** Reads a portion of the job whose turn it is; whether there was one. */
async function workOnNext(tools: Tools): Promise<boolean> {
  const id = await findWaitingJob(tools.db)
  const job = id === undefined ? undefined : await loadJob(tools.db, id)
  if (!job) return false
  const items = portion(await listWaiting(tools.db, job.id, PORTION.items))
  const began = performance.now()
  const results = await read(tools, items)
  const work = { job: job.id, owner: job.owner, began }
  await store(tools, work, results).catch(async (error: unknown) => {
    // One of them is to blame: alone it is the only one that is lost.
    complain(error, `job ${job.id}`)
    for (const one of results)
      await store(tools, work, [one]).catch((cause: unknown) =>
        store(tools, work, [{ item: one.item, fault: `${one.item.place}: ${String(cause)}` }]),
      )
  })
  return true
}

function portion(items: readonly WaitingItem[]): WaitingItem[] {
  let characters = 0
  return items.filter(({ body }, i) => {
    characters += body.length
    return i === 0 || characters <= PORTION.characters
  })
}

/** An item and its reading, or why there is none. */
interface Result {
  readonly item: WaitingItem
  readonly reading?: Reading
  readonly fault?: string
}

async function read({ pool }: Tools, items: readonly WaitingItem[]): Promise<Result[]> {
  const size = Math.ceil(items.length / pool.jobs)
  const slices = Array.from({ length: pool.jobs }, (_, i) => items.slice(i * size, (i + 1) * size))
  const outcomes = await Promise.all(
    slices.map((slice) =>
      slice.length === 0 ? [] : pool.read(slice.map(({ body }) => JSON.parse(body) as Task)),
    ),
  )
  return outcomes.flat().map((outcome, i): Result => {
    const item = items[i] as WaitingItem
    return 'text' in outcome
      ? { item, reading: JSON.parse(outcome.text) as Reading }
      : { item, fault: outcome.fault }
  })
}

interface Work {
  readonly job: string
  readonly owner: string
  readonly began: number
}

async function store(
  { db, link, now }: Tools,
  { job, owner, began }: Work,
  results: readonly Result[],
): Promise<void> {
  await db.transaction(async (inner) => {
    const at = now().toISOString()
    const seconds = (performance.now() - began) / 1000
    if (!(await countWork(inner, job, { seconds, at }))) return // cancelled meanwhile
    const read = results.flatMap(({ reading }) => (reading ? [reading] : []))
    const added =
      read.length > 0 ? await addReadings(inner, read, { at, by: owner, kit: link }) : []
    let next = 0
    const done = results.map(({ item, reading, fault }): ItemDone => {
      const { file, number } = item
      const one = reading ? added[next++] : undefined
      if (!one) return { file, number, fault: fault ?? 'was not read' }
      const { id: report, version, outcome } = one
      return { file, number, report, outcome, ...(version !== undefined && { version }) }
    })
    await saveDone(inner, done)
  })
}
