import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { newOwnActorSchema, type OwnKind } from '../../records/index.ts'
import {
  addOwnActor,
  listOwnActors,
  listUnknown,
  loadReadings,
  queueRest,
  removeOwnActor,
  type Db,
  type OwnEntry,
  type UnknownActor,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { doerOf } from '../doer.ts'
import { can } from '../guard/can.ts'
import { startReadingAgain } from '../jobs/again.ts'
import { newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf, type Page } from '../page.ts'
import { sentenceAround } from '../sentence-around.ts'
import type { Env } from '../site.ts'
import type { WordsAround } from '../words-around.ts'

/** A name that no list knows, with a sentence that has it. */
export interface ShownUnknown extends Omit<UnknownActor, 'example'> {
  readonly example?: UnknownActor['example'] & WordsAround & { readonly title?: string }
}

/** A page of unknown names; not whole as long as reports of an earlier version are looked through. */
export interface UnknownPage extends Page<ShownUnknown> {
  readonly isWhole: boolean
}

/** An entry of the dictionary, and the job that reads the reports again in which a name of it may stand. */
export interface ChangedEntry extends OwnEntry {
  readonly job?: string
}

const KINDS = ['bodies', 'person', 'all'] as const
/** What is looked for first: persons of one report each are most of all names. */
const BODIES = [
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
  'unknown',
] as const

const unknown = createRoute({
  method: 'get',
  path: '/unknown-actors',
  summary:
    'names of actors in the latest readings that neither the lists nor the dictionary know, those of most reports first, each with a sentence',
  request: {
    query: z.object({
      ...PAGE_QUERY,
      kinds: z.enum(KINDS).default('bodies').openapi({ description: 'bodies are all but people' }),
      words: z.string().max(200).optional().openapi({ description: 'part of the name' }),
    }),
  },
  responses: {
    200: { description: 'a page of names, and whether all reports are looked through' },
  },
})

const list = createRoute({
  method: 'get',
  path: '/dictionary',
  summary: 'the names that people added to what the reader knows',
  responses: { 200: { description: '`{rows}`, each with its entry in the log' } },
})

const ADDED = { 200: { description: 'the entry, and the job that reads reports again' } }

const add = createRoute({
  method: 'post',
  path: '/dictionary',
  summary:
    'adds a name, as an actor or as none (`not-an-actor`); reports in which it may stand are read again by a job',
  request: {
    body: { content: { 'application/json': { schema: newOwnActorSchema } }, required: true },
  },
  responses: ADDED,
})

const remove = createRoute({
  method: 'post',
  path: '/dictionary/{entry}/remove',
  summary: 'takes an entry back; reports in which it may stand are read again',
  request: { params: z.object({ entry: z.coerce.number().int().min(1) }) },
  responses: ADDED,
})

const PLACE = z.object({ reports: z.number(), key: z.string() })

/** What the reader knows besides its own lists, and what it does not. */
export const dictionary = newRoutes()
  .openapi(unknown, async (c) => {
    const { limit, cursor, kinds, words } = c.req.valid('query')
    const { db } = c.var.site
    const after = fromCursor(cursor, PLACE)
    const isWhole = after !== undefined || !(await queueRest(db))
    const wanted = kinds === 'all' ? undefined : kinds === 'person' ? ['person' as const] : BODIES
    const filter = {
      ...(wanted && { kinds: wanted }),
      ...(words !== undefined && words.trim() !== '' && { part: words }),
    }
    const found = await listUnknown(db, filter, { ...(after && { after }), limit: limit + 1 })
    const page = pageOf(found, limit, ({ reports, key }) => ({ reports, key }))
    const rows = await withExamples(db, page.rows)
    return answer(c, { ...page, rows, isWhole } satisfies UnknownPage)
  })
  .openapi(list, async (c) => answer(c, { rows: await listOwnActors(c.var.site.db) }))
  .openapi(add, async (c) => {
    const { name, aliases, kind, country } = c.req.valid('json')
    const actor = {
      ...{ name, kind: kind satisfies OwnKind },
      ...(aliases && { aliases }),
      ...(country && { country }),
    }
    const changed = await c.var.site.db.transaction(async (db) => {
      const may = (): void => can(c.var.user, 'change-dictionary', { owner: c.var.user.name })
      return withJob(c, db, await addOwnActor(db, actor, { ...doerOf(c.var), may }))
    })
    return answer(c, changed)
  })
  .openapi(remove, async (c) => {
    const { entry } = c.req.valid('param')
    const changed = await c.var.site.db.transaction(async (db) => {
      const may = (owner: string): void => can(c.var.user, 'change-dictionary', { owner })
      return withJob(c, db, await removeOwnActor(db, entry, { ...doerOf(c.var), may }))
    })
    return answer(c, changed)
  })

async function withJob(c: Context<Env>, db: Db, entry: OwnEntry): Promise<ChangedEntry> {
  const job = await startReadingAgain(db, entry.actor, doerOf(c.var))
  return { ...entry, ...(job !== undefined && { job }) }
}

async function withExamples(db: Db, rows: readonly UnknownActor[]): Promise<ShownUnknown[]> {
  const readings = await loadReadings(
    db,
    rows.map(({ example }) => example),
  )
  const reports = new Map(readings.map(({ report }) => [report.id, report]))
  return rows.map(({ example, ...row }) => {
    const report = reports.get(example.report)
    if (!report) return row
    const { title, text } = report
    const words = sentenceAround(text, example)
    return { ...row, example: { ...example, ...words, ...(title !== undefined && { title }) } }
  })
}
