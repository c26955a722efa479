import { createRoute, z } from '@hono/zod-openapi'
import { AscribeError } from '../../base/errors.ts'
import {
  newProposalSchema,
  PROPOSAL_STATES,
  regressionCaseSchema,
  type NewProposal,
  type ProposalState,
  type Reading,
} from '../../records/index.ts'
import { holdsWordsOf, namesKept } from '../../review/index.ts'
import {
  addOwnActor,
  findProposal,
  listAssignmentsOf,
  listOwnActors,
  listProposals,
  loadReading,
  propose,
  removeOwnActor,
  settleProposal,
  type Db,
  type OwnEntry,
  type Proposal,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { isBlindIn } from '../blind.ts'
import { doerOf } from '../doer.ts'
import { can } from '../guard/can.ts'
import { startReadingAgain } from '../jobs/again.ts'
import { tryCase, type TriedCase } from '../jobs/try-case.ts'
import { BY_ID, jsonBody, newRoutes } from '../new-routes.ts'
import { fromCursor, PAGE_QUERY, pageOf } from '../page.ts'
import { sentenceAround } from '../sentence-around.ts'
import type { User } from '../site.ts'
import type { WordsAround } from '../words-around.ts'

/** A proposal with the words that it was seen in, where the report is there. */
export interface ShownProposal extends Proposal {
  readonly original?: WordsAround
  /** The job that reads reports again, where accepting it changed the dictionary. */
  readonly job?: string
}

/** What is read of a case today, and names of the report that it still has. */
export interface Tried extends TriedCase {
  readonly kept: readonly string[]
}

const origin = newProposalSchema.shape.origin

const attempt = createRoute({
  method: 'post',
  path: '/proposals/try',
  summary: 'what is read of a case today, with the dictionary of the store; nothing is kept',
  request: jsonBody({ case: regressionCaseSchema.omit({ title: true }), origin }),
  responses: {
    200: {
      description: '`{read, missing, surplus, isRead, kept}`: `kept` are names of the report',
    },
  },
})

const make = createRoute({
  method: 'post',
  path: '/proposals',
  summary:
    'proposes a change of the word lists, the known actors or a rule, with a case that is not read as it should be today',
  request: {
    body: { content: { 'application/json': { schema: newProposalSchema } }, required: true },
  },
  responses: { 200: { description: 'the proposal' } },
})

const list = createRoute({
  method: 'get',
  path: '/proposals',
  summary: 'what people propose, the latest first',
  request: { query: z.object({ ...PAGE_QUERY, state: z.enum(PROPOSAL_STATES).optional() }) },
  responses: { 200: { description: 'a page of proposals' } },
})

const show = createRoute({
  method: 'get',
  path: '/proposals/{id}',
  summary: 'a proposal, with the words of the report that it was seen in',
  request: BY_ID,
  responses: { 200: { description: 'the proposal' } },
})

const state = z.enum(PROPOSAL_STATES)
const settle = createRoute({
  method: 'post',
  path: '/proposals/{id}/state',
  summary:
    'accepts a proposal, refuses it with a reason, or opens it again; `was` says what it is for whoever asks. An actor that is accepted is added to the dictionary',
  request: {
    ...BY_ID,
    ...jsonBody({ was: state, state, reason: z.string().trim().max(2000).default('') }),
  },
  responses: { 200: { description: 'the proposal, and the job that reads reports again' } },
})

/** What people propose to change. */
export const proposals = newRoutes()
  .openapi(attempt, async (c) => {
    const { case: tried, origin: seen } = c.req.valid('json')
    can(c.var.user, 'propose')
    const reading = seen && (await loadReading(c.var.site.db, seen.report, seen.version))
    const kept = seen && reading ? namesKept(tried.text, reading, seen) : []
    return answer(c, { ...(await tryCase(c.var.site, tried)), kept } satisfies Tried)
  })
  .openapi(make, async (c) => {
    const proposal: NewProposal = c.req.valid('json')
    const { site, user } = c.var
    can(user, 'propose')
    refuseUnfit(proposal, await originOf(site.db, proposal))
    if ((await tryCase(site, proposal.case)).isRead)
      throw new AscribeError('bad-input', 'the case is read so already: it asks for nothing')
    const doer = { ...doerOf(c.var), may: () => can(user, 'propose') }
    return answer(c, await propose(site.db, proposal, doer))
  })
  .openapi(list, async (c) => {
    const { limit, cursor, state: wanted } = c.req.valid('query')
    const before = fromCursor(cursor, z.int())
    const at = { ...(before !== undefined && { before }), limit: limit + 1 }
    const page = pageOf(await listProposals(c.var.site.db, wanted, at), limit, ({ entry }) => entry)
    const rows: Proposal[] = []
    for (const row of page.rows) if (await isSeenBy(c.var.user, row, c.var.site.db)) rows.push(row)
    return answer(c, { ...page, rows })
  })
  .openapi(show, async (c) => {
    const { id } = c.req.valid('param')
    const found = await findProposal(c.var.site.db, id)
    if (!found || !(await isSeenBy(c.var.user, found, c.var.site.db)))
      throw new AscribeError('not-found', `no proposal ${id} in the store`)
    return answer(c, await withOriginal(c.var.site.db, found))
  })
  .openapi(settle, async (c) => {
    const { id } = c.req.valid('param')
    const wanted = c.req.valid('json')
    const { site, user } = c.var
    const doer = { ...doerOf(c.var), may: () => can(user, 'settle-proposal') }
    const settled = await site.db.transaction(async (db): Promise<ShownProposal> => {
      const found = await settleProposal(db, { id, ...wanted }, doer)
      const entry = await changeDictionary(db, { found, was: wanted.was }, doer)
      const job = entry && (await startReadingAgain(db, entry.actor, doer))
      return { ...found, ...(job !== undefined && { job }) }
    })
    return answer(c, await withOriginal(site.db, settled))
  })

/** An actor that is accepted is an entry of the dictionary as long as it is. */
async function changeDictionary(
  db: Db,
  { found: { actor, state: is }, was }: { readonly found: Proposal; readonly was: ProposalState },
  doer: ReturnType<typeof doerOf>,
): Promise<OwnEntry | undefined> {
  if (!actor) return undefined
  if (is === 'accepted') return addOwnActor(db, actor, doer)
  const entry = (await listOwnActors(db)).find((one) => one.actor.name === actor.name)
  return was === 'accepted' && entry ? removeOwnActor(db, entry.entry, doer) : undefined
}

/** What a coder proposes tells what they say of a report: others who code it see it when all are done. */
async function isSeenBy(user: User, { by, origin: seen }: Proposal, db: Db): Promise<boolean> {
  if (by === user.name || !seen) return true
  return !isBlindIn(await listAssignmentsOf(db, seen.report, seen.version), user)
}

async function originOf(db: Db, { origin: seen }: NewProposal): Promise<Reading | undefined> {
  return seen && loadReading(db, seen.report, seen.version)
}

/** A case in the project must not hold somebody's text. */
function refuseUnfit({ case: own }: NewProposal, reading: Reading | undefined): void {
  if (reading && holdsWordsOf(own.text, reading.report.text))
    throw new AscribeError('bad-input', 'the case has the words of the report: say it in your own')
}

async function withOriginal(db: Db, proposal: ShownProposal): Promise<ShownProposal> {
  const reading = await originOf(db, proposal)
  if (!reading || !proposal.origin) return proposal
  return { ...proposal, original: sentenceAround(reading.report.text, proposal.origin) }
}
