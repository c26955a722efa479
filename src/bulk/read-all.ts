import { AscribeError } from '../base/errors.ts'
import type { Writer } from '../export/index.ts'
import { readItems, type Item } from '../ingest/index.ts'
import type { OwnActor, ReportInput } from '../records/index.ts'
import { chunkItems, inOrder } from './chunks.ts'
import { IN_HAND, type Pool } from './pool.ts'
import type { Outcome, Task } from './outcome.ts'

/** Where readings go; what could not be read, and why, goes to `complain`. */
export interface Streams {
  /** Resolves when whoever reads the output has room for more. */
  write(text: string): Promise<void> | void
  complain(text: string): void
}

/** Hears how much was done since it was told last. */
export interface Progress {
  add(done: { readonly reports: number; readonly bytes: number; readonly bad: number }): void
}

export interface ReadOptions {
  /** What a report does not say of itself. */
  readonly date?: string
  readonly outlet?: string
}

/** What the command works with: who reads, how it is framed, where it goes. */
export interface ReadTools {
  readonly pool: Pool
  readonly writer: Pick<Writer, 'head' | 'foot'>
  readonly streams: Streams
  readonly bar?: Progress
  /** The dictionary that is read with. */
  readonly own?: readonly OwnActor[]
}

/** Characters of text that go to a worker at once: small enough that the last ones do not wait for one. */
const CHUNK = 16 * 1024
/** Chunks for each worker that are begun before the first is written: more than a worker has in hand, as some are read and wait to be stored. */
const AHEAD = 2 * IN_HAND

/** Reports in, readings out, in order. Gives the number of items that could not be read. */
export async function readAll(
  paths: readonly string[],
  options: ReadOptions,
  { pool, writer, streams, bar }: ReadTools,
): Promise<number> {
  await streams.write(writer.head)
  const bad = await readChunks(
    allItems(paths, options),
    { pool, streams, ...(bar && { bar }) },
    (texts) => streams.write(texts.join('')),
  )
  await streams.write(writer.foot)
  return bad
}

/** Reads items with a pool; each chunk's readings, as they were written, go to `take`, in order. Faults are told. Gives how many there were. */
export async function readChunks(
  items: AsyncIterable<Item>,
  { pool, streams, bar, own }: Omit<ReadTools, 'writer'>,
  take: (texts: readonly string[]) => Promise<void> | void,
): Promise<number> {
  let bad = 0
  const chunks = chunkItems(items, CHUNK)
  for await (const { texts, faults, ...done } of inOrder(
    chunks,
    AHEAD * pool.jobs,
    readChunk(pool, own),
  )) {
    await take(texts)
    for (const fault of faults) streams.complain(`ascribe: ${fault}\n`)
    bad += faults.length
    bar?.add({ ...done, bad: faults.length })
  }
  if (bad > 0)
    streams.complain(`ascribe: ${bad} ${bad === 1 ? 'item' : 'items'} could not be read\n`)
  return bad
}

interface ChunkDone {
  readonly texts: readonly string[]
  readonly faults: readonly string[]
  readonly reports: number
  readonly bytes: number
}

function readChunk(
  pool: Pool,
  own?: readonly OwnActor[],
): (items: readonly Item[]) => Promise<ChunkDone> {
  return async (items) => {
    const tasks = items.filter(isTask).map(taskOf)
    const outcomes = tasks.length === 0 ? [] : await pool.read(tasks, own)
    return gather(items, outcomes)
  }
}

function isTask(item: Item): item is Item & Task {
  return 'report' in item
}

/** Keys that we do not know become a note with their name; what they hold may be of any size and depth, and stays behind. */
export function taskOf({ where, report }: Task): Task {
  const entries = Object.entries<unknown>({ ...report })
  const light = entries.map(([key, value]) => [key, typeof value === 'string' ? value : null])
  return { where, report: { ...report, ...Object.fromEntries(light) } }
}

/** What came of a chunk, in the order of its items. */
function gather(items: readonly Item[], outcomes: readonly Outcome[]): ChunkDone {
  const [texts, faults]: [string[], string[]] = [[], []]
  let [next, bytes] = [0, 0]
  for (const item of items) {
    bytes += item.bytes
    if ('error' in item) {
      faults.push(item.error.message)
      continue
    }
    const outcome = outcomes[next++]
    if (outcome && 'text' in outcome) texts.push(outcome.text)
    else faults.push(outcome?.fault ?? `${item.where}: was not read`)
  }
  return { texts, faults, reports: next, bytes }
}

async function* allItems(paths: readonly string[], options: ReadOptions): AsyncGenerator<Item> {
  const seen = new Map<string, string>()
  for (const path of paths)
    for await (const item of readItems(path)) yield prepare(item, options, seen)
}

/** An item with what the command line says of it. A second one under an id that was given before is refused: its records would carry the ids of the first. */
function prepare(item: Item, options: ReadOptions, seen: Map<string, string>): Item {
  if ('error' in item) return item
  const { where, bytes, report } = item
  const first = report.id === undefined ? undefined : seen.get(report.id)
  if (first !== undefined) {
    const message = `${where}: id ${report.id} was given before, in ${first}`
    return { where, bytes, error: new AscribeError('bad-input', message) }
  }
  if (report.id !== undefined) seen.set(report.id, where)
  return { where, bytes, report: withDefaults(report, options) }
}

/** What the report itself says goes before what the command line says of it. */
export function withDefaults(report: ReportInput, { date, outlet }: ReadOptions): ReportInput {
  return {
    ...(date === undefined ? {} : { publishedAt: date }),
    ...(outlet === undefined ? {} : { outlet }),
    ...report,
  }
}
