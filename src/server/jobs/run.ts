import {
  addReadings,
  countWork,
  deleteBrokenFiles,
  findWaitingJob,
  lastOwnChange,
  listWaiting,
  loadDictionary,
  loadHead,
  loadJob,
  readAgain,
  saveDone,
  type Db,
  type ItemDone,
  type LinkingDoer,
  type WaitingItem,
} from '../../store/index.ts'
import { complain } from '../complain.ts'
import type { Site } from '../site.ts'
import { readItems, type Result } from './read.ts'

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
  const dictionary = await lastOwnChange(tools.db)
  const results = await readItems(tools, items, await loadDictionary(tools.db))
  const work = { job: job.id, owner: job.owner, began, dictionary }
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

interface Work {
  readonly job: string
  readonly owner: string
  readonly began: number
  /** The last change of the dictionary before it was read with. */
  readonly dictionary: number
}

async function store(
  { db, link, now }: Tools,
  { job, owner, began, dictionary }: Work,
  results: readonly Result[],
): Promise<void> {
  await db.transaction(async (inner) => {
    await loadHead(inner)
    // Somebody changed the dictionary meanwhile: it is read with the new one, next time.
    if ((await lastOwnChange(inner)) !== dictionary) return
    const at = now().toISOString()
    const seconds = (performance.now() - began) / 1000
    if (!(await countWork(inner, job, { seconds, at }))) return // cancelled meanwhile
    await saveDone(inner, await keep(inner, results, { at, by: owner, kit: link }))
  })
}

/** Keeps readings of new reports and of those that are there; gives what became of each item. */
async function keep(db: Db, results: readonly Result[], doer: LinkingDoer): Promise<ItemDone[]> {
  const readings = (isAgain: boolean) =>
    results.flatMap((one) =>
      one.reading && (one.isAgain ?? false) === isAgain ? [one.reading] : [],
    )
  const [fresh, again] = [readings(false), readings(true)]
  const added = fresh.length > 0 ? await addReadings(db, fresh, doer) : []
  const turned = again.length > 0 ? await readAgain(db, again, doer) : []
  const next = { added: added.values(), turned: turned.values() }
  return results.map(({ item, reading, isAgain, fault }): ItemDone => {
    const { file, number } = item
    const one = reading && (isAgain ? next.turned : next.added).next().value
    if (!one) return { file, number, fault: fault ?? 'was not read' }
    const { id: report, version, outcome } = one
    return { file, number, report, outcome, ...(version !== undefined && { version }) }
  })
}
