import { contentKey } from '../base/hash.ts'
import { readItems, type Item } from '../ingest/index.ts'
import type { Reading, ReportInput } from '../records/index.ts'
import { addReadings, type Added, type Db, type LinkingDoer } from '../store/index.ts'
import { readChunks, withDefaults, type ReadOptions, type ReadTools } from './read-all.ts'

/** What an import came to. */
export interface Import {
  readonly added: number
  /** Those among `added` that are later versions of a report. */
  readonly versions: number
  readonly known: number
  readonly erased: number
  /** Items that could not be read. */
  readonly bad: number
}

export type AddTools = Omit<ReadTools, 'writer'> & {
  readonly db: Db
  doer(): LinkingDoer
  /** Hears of each report once it is safe. */
  say(added: Added): Promise<void> | void
}

/** Readings that are stored at once, and how many characters they have at most: each time costs what several reports do. */
const AT_ONCE = { readings: 100, size: 1_000_000 } as const

/** Files in, stored with their readings, so many at once: whatever `say` has heard of is kept. */
export function addAll(
  paths: readonly string[],
  options: ReadOptions,
  tools: AddTools,
): Promise<Import> {
  return addItems(fileItems(paths), options, tools)
}

/** The same, of items however they came. */
export async function addItems(
  items: AsyncIterable<Item>,
  options: ReadOptions,
  { db, doer, say, ...tools }: AddTools,
): Promise<Import> {
  const count = { added: 0, versions: 0, known: 0, erased: 0 }
  const store = async (texts: readonly string[]): Promise<void> => {
    const readings = texts.map((text) => JSON.parse(text) as Reading)
    for (const one of await addReadings(db, readings, doer())) {
      count[one.outcome] += 1
      if (one.outcome === 'added' && one.version !== 1) count.versions += 1
      await say(one)
    }
  }
  let [waiting, size]: [string[], number] = [[], 0]
  const bad = await readChunks(pages(items, options), tools, async (texts) => {
    for (const text of texts) {
      waiting.push(text)
      size += text.length
      if (waiting.length < AT_ONCE.readings && size < AT_ONCE.size) continue
      await store(waiting)
      ;[waiting, size] = [[], 0]
    }
  })
  if (waiting.length > 0) await store(waiting)
  return { ...count, bad }
}

async function* fileItems(paths: readonly string[]): AsyncGenerator<Item> {
  for (const path of paths) yield* readItems(path)
}

async function* pages(items: AsyncIterable<Item>, options: ReadOptions): AsyncGenerator<Item> {
  for await (const item of items)
    yield 'error' in item ? item : { ...item, report: readyReport(item.report, options) }
}

/** A report as the store takes it: with what is said of it elsewhere, named by its page. */
export function readyReport(report: ReportInput, options: ReadOptions): ReportInput {
  return asPage(withDefaults(report, options))
}

/** A report that stood on a page is named by the page, so that the page's later text is its next version. */
function asPage(report: ReportInput): ReportInput {
  const { id, uri, outlet = '' } = report
  if (id !== undefined || uri === undefined || !isPage(uri)) return report
  return { ...report, id: contentKey('page', outlet, uri) }
}

/** Whether an address names one page: a site's own address stands for all that is on it. */
function isPage(uri: string): boolean {
  const url = URL.parse(uri)
  return url !== null && (url.pathname.length > 1 || url.search !== '')
}
