import { LINKING, type LinkKit } from '../link/index.ts'
import type { Reading } from '../records/index.ts'
import { checkCoding, hearCoding, noCoding } from './check-coding.ts'
import { checkDecisions, hearDecision, type LoggedDecisions } from './check-decisions.ts'
import { checkOwnActors, hearOwnActor, type LoggedOwnActors } from './check-own-actors.ts'
import { checkProposals, hearProposal, type LoggedProposals } from './check-proposals.ts'
import { checkReviews, hearReview, noReviews } from './check-reviews.ts'
import type { Db } from './db.ts'
import { checkIncidents } from './linking/check-incidents.ts'
import { checkLinks } from './linking/check-links.ts'
import { LINKED_OTHERWISE } from './linking/check-version.ts'
import { faultOf, NO_OPERATION, type Head, type Operation } from './operation.ts'
import { allPages } from './pages.ts'
import { listOperations } from './queries/list-operations.ts'
import { findSealed } from './queries/find-sealed.ts'
import { loadLinkedBy } from './queries/linked-by.ts'
import { listUnlogged } from './queries/list-unlogged.ts'
import { sealOf } from './report-row.ts'
import { toReading } from './stored-reading.ts'

/** What is wrong with a store, and where. */
export interface StoreFault {
  /** "entry 12 of the log", "report a1b2, version 2". */
  readonly where: string
  readonly reason: string
}

/** What was looked at, and what is wrong. */
export interface StoreCheck {
  readonly operations: number
  readonly readings: number
  /** Hash of the last entry: kept elsewhere, it tells later whether entries were cut off. */
  readonly head: string
  readonly faults: readonly StoreFault[]
}

/** Entries that are looked at at once. */
const PAGE = 500

/** Walks the log from its first entry: each follows the one before, and what it says of reports is what is stored. `check` gives what is wrong with a reading. With a kit events, links and incidents are held to what linking all of it anew gives. */
export async function verifyStore(
  db: Db,
  check: (reading: Reading) => readonly string[],
  kit?: LinkKit,
): Promise<StoreCheck> {
  const faults: StoreFault[] = []
  let [head, readings]: [Head, number] = [NO_OPERATION, 0]
  const decisions: LoggedDecisions = new Map()
  const reviews = noReviews()
  const own: LoggedOwnActors = new Map()
  const coding = noCoding()
  const proposals: LoggedProposals = new Map()
  const pages = allPages<Operation>(
    (last, limit) => listOperations(db, last?.seq ?? NO_OPERATION.seq, limit),
    PAGE,
  )
  for await (const page of pages) {
    for (const operation of page) {
      const fault = faultOf(operation, head)
      if (fault) faults.push({ where: `entry ${operation.seq} of the log`, reason: fault })
      hearDecision(decisions, operation)
      hearReview(reviews, operation)
      hearOwnActor(own, operation)
      hearCoding(coding, operation)
      hearProposal(proposals, operation)
      head = operation
    }
    const checked = await checkAdded(db, page, check)
    readings += checked.readings
    faults.push(...checked.faults)
  }
  for (const { id, version } of await listUnlogged(db))
    faults.push({ where: nameOf(id, version), reason: 'the log does not know it' })
  faults.push(...(await checkDecisions(db, decisions)), ...(await checkReviews(db, reviews)))
  faults.push(...(await checkOwnActors(db, own)), ...(await checkProposals(db, proposals)))
  faults.push(...(await checkCoding(db, coding)))
  if (kit) faults.push(...(await checkLinking(db, kit)))
  return { operations: head.seq, readings, head: head.hash, faults }
}

/** Where events, links and incidents are not what linking anew gives. */
async function checkLinking(db: Db, kit: LinkKit): Promise<StoreFault[]> {
  const version = await loadLinkedBy(db)
  if (version !== undefined && version !== LINKING)
    return [{ where: 'incidents', reason: LINKED_OTHERWISE }]
  return [...(await checkLinks(db, kit)), ...(await checkIncidents(db))]
}

interface AddedBody {
  readonly report: string
  readonly version: number
  readonly seal: string
}

/** The reports that a page of the log added, or has been read again: unchanged, and erased only where the log says so. */
async function checkAdded(
  db: Db,
  page: readonly Operation[],
  check: (reading: Reading) => readonly string[],
): Promise<{ readings: number; faults: StoreFault[] }> {
  const added = page
    .filter(({ kind }) => kind === 'add-report' || kind === 'read-again')
    .map(({ kind, seq, body }) => ({ kind, seq, ...(JSON.parse(body) as AddedBody) }))
  const stored = await findSealed(db, added)
  const faults = added.flatMap(({ report, version, seal }, i): StoreFault[] => {
    const [row, where] = [stored[i], nameOf(report, version)]
    if (row?.state === 'missing') return [{ where, reason: 'the log has it, the store has not' }]
    if (row?.state !== 'kept') return []
    if (sealOf(row) !== seal) return [{ where, reason: 'was changed after it was stored' }]
    const reading = toReading({ report: row.body, reading: row.reading })
    return check(reading).map((reason) => ({ where, reason }))
  })
  const kept = added.filter(({ kind }, i) => kind === 'add-report' && stored[i]?.state === 'kept')
  return { readings: kept.length, faults }
}

function nameOf(id: string, version: number): string {
  return version === 1 ? `report ${id}` : `report ${id}, version ${version}`
}
