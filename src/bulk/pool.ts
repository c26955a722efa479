import { Piscina } from 'piscina'
import { AscribeError } from '../base/errors.ts'
import type { OwnActor } from '../records/index.ts'
import type { Chunk } from './chunk.ts'
import { internalFault, type Outcome, type Task } from './outcome.ts'
import type { WorkerOptions } from './worker.ts'

/** Reads chunks of tasks, with a dictionary where one is given; the outcomes are in the order of the tasks. */
export interface Pool {
  /** How many chunks are read at the same time. */
  readonly jobs: number
  read(tasks: readonly Task[], own?: readonly OwnActor[]): Promise<Outcome[]>
  close(): Promise<void>
}

export interface PoolOptions extends WorkerOptions {
  readonly jobs: number
  /** The module that the workers run; another only in tests. */
  readonly module?: URL
}

/** Chunks that a worker is given before it answers the first: while the thread that asks is busy storing what came, none waits for it. */
export const IN_HAND = 4

const WORKER = new URL('./worker.js', import.meta.url)

/** Worker threads that read reports. The thread that asks stays free to write, to show progress and to be stopped. */
export function openPool({ jobs, form, setting, module = WORKER }: PoolOptions): Pool {
  const piscina = new Piscina({
    filename: module.href,
    name: 'readChunk',
    minThreads: jobs,
    maxThreads: jobs,
    concurrentTasksPerWorker: IN_HAND,
    workerData: { form, setting } satisfies WorkerOptions,
  })
  const started = startOf(piscina)
  const run = async (chunk: Chunk): Promise<Outcome[]> => {
    await started
    return piscina.run(JSON.stringify(chunk)) as Promise<Outcome[]>
  }
  return {
    jobs,
    read: (tasks, own = []) => readSurely({ tasks, own }, run),
    close: () => piscina.destroy(),
  }
}

/** Resolves when a worker has answered a chunk of nothing; rejects when workers cannot even start, so that nobody waits for them. */
function startOf(piscina: Piscina): Promise<void> {
  const started = new Promise<void>((resolve, reject) => {
    const fail = (cause: unknown): void =>
      reject(new AscribeError('internal', `no report can be read: ${String(cause)}`, { cause }))
    piscina.on('error', fail)
    piscina.run(JSON.stringify({ tasks: [], own: [] } satisfies Chunk)).then(() => resolve(), fail)
  })
  started.catch(() => undefined) // heard by whoever waits for a report
  return started
}

/** A chunk whose worker crashed is read again, one report at a time, so that only the one to blame is lost. */
async function readSurely(
  chunk: Chunk,
  run: (chunk: Chunk) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  const { tasks } = chunk
  try {
    return await run(chunk)
  } catch (error) {
    if (error instanceof AscribeError) throw error
    const [only] = tasks
    if (only && tasks.length === 1) return [internalFault(only.where, error)]
    const outcomes: Outcome[] = []
    for (const task of tasks) outcomes.push(...(await readSurely({ ...chunk, tasks: [task] }, run)))
    return outcomes
  }
}
