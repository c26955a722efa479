import { randomBytes } from 'node:crypto'
import { AscribeError } from '../base/errors.ts'
import { sha256 } from '../base/hash.ts'
import type { NewReviewDecision, ReviewDecision } from '../records/index.ts'
import { checkDecisions, isSameVersion, versionsOf, type ReportVersion } from '../review/index.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import { findReviewGroup, findReviewToRedo, findReviewToUndo } from './queries/find-review-entry.ts'
import { listAssignmentsOf } from './queries/assignments.ts'
import { loadHead } from './queries/load-head.ts'
import { loadReading } from './queries/load-reading.ts'
import {
  insertReviewRows,
  listReviewDecisions,
  loadReviewEntry,
  markReviewUndone,
  type ReviewRow,
} from './queries/review-decisions.ts'
import { refuseUnseen, type Seen } from './refuse-unseen.ts'

/** Who reviews, and when; `may` throws where they may not touch what is somebody's, within the transaction that touches it. */
export interface Reviewer extends Doer {
  may?(owner?: string): void
}

/** What somebody decides at once, under a name that is sent with it: sent twice, it is done once. */
export interface ReviewGroup {
  readonly group: string
  readonly decisions: readonly NewReviewDecision[]
  /** Where it is given, what others decided since is not decided upon unseen. */
  readonly seen?: Seen
}

/** Keeps what somebody says of records, all of it or nothing. Gives it as it is kept. Throws `bad-input` where a record or its words are not there, `not-found` where a report is not, `conflict` where others said otherwise unseen. */
export async function decideReview(
  db: Db,
  { group, decisions, seen }: ReviewGroup,
  reviewer: Reviewer,
): Promise<ReviewDecision[]> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    reviewer.may?.()
    const known = await findReviewGroup(inner, group)
    if (known !== undefined) return loadOwn(inner, known, reviewer)
    await checkAll(inner, decisions)
    await refuseIfDone(inner, decisions, reviewer)
    if (seen) await refuseUnseen(inner, decisions, { ...seen, by: reviewer.by })
    const rows = decisions.map(rowOf)
    const body = { group, decisions: rows.map(loggedOf) }
    const entry = { kind: 'review' as const, body: JSON.stringify(body) }
    const operation = await logOperation(inner, entry, reviewer)
    await insertReviewRows(inner, rows, { operation, by: reviewer.by, group })
    return loadReviewEntry(inner, operation)
  })
}

/** What an entry said, if it is the reviewer's own: the name of a group tells nobody else what is in it. */
async function loadOwn(db: Db, entry: number, { by }: Doer): Promise<ReviewDecision[]> {
  const decisions = await loadReviewEntry(db, entry)
  if (decisions.some((decision) => decision.by !== by))
    throw new AscribeError('conflict', 'somebody else decided under this name')
  return decisions
}

async function checkAll(db: Db, decisions: readonly NewReviewDecision[]): Promise<void> {
  for (const key of versionsOf(decisions)) {
    const { report, version } = key
    const reading = await loadReading(db, report, version)
    if (!reading)
      throw new AscribeError('not-found', `no report ${report}, version ${version} in the store`)
    const own = decisions.filter((one) => isSameVersion(one, key))
    checkDecisions(own, reading, await listReviewDecisions(db, report, version))
  }
}

/** Whoever has said that they are done with a report says no more of it, unless it is sent back. */
async function refuseIfDone(
  db: Db,
  decisions: readonly ReportVersion[],
  { by }: Doer,
): Promise<void> {
  for (const { report, version } of versionsOf(decisions)) {
    const own = (await listAssignmentsOf(db, report, version)).find(({ coder }) => coder === by)
    if (own && (own.state === 'done' || own.state === 'ruled'))
      throw new AscribeError('conflict', `${by} is done with ${report}`)
  }
}

/** Takes back what somebody did at once: the group that is named, or the reviewer's last. What they said is kept and says nothing. Gives it. */
export async function undoReview(
  db: Db,
  group: string | undefined,
  reviewer: Reviewer,
): Promise<ReviewDecision[]> {
  return turn(db, { group, find: findReviewToUndo, reviewer }, async (inner, decisions) => {
    const [first] = decisions
    if (first?.undone !== undefined) throw new AscribeError('conflict', 'is undone already')
    await refuseIfBuiltUpon(inner, decisions)
    return first && { body: first.entry, entry: first.entry, isUndone: true }
  })
}

/** Lets stand again what was undone: the group that is named, or what the reviewer undid last and has decided nothing since. Gives it. */
export async function redoReview(
  db: Db,
  group: string | undefined,
  reviewer: Reviewer,
): Promise<ReviewDecision[]> {
  return turn(db, { group, find: findReviewToRedo, reviewer }, async (inner, decisions) => {
    const [first] = decisions
    if (first && first.undone === undefined) throw new AscribeError('conflict', 'stands already')
    await refuseIfMovedOn(inner, decisions)
    return first?.undone === undefined
      ? undefined
      : { body: first.undone, entry: first.entry, isUndone: false }
  })
}

interface Turn {
  readonly group: string | undefined
  find(db: Db, by: string): Promise<number | undefined>
  readonly reviewer: Reviewer
}

/** What is turned: the entry that the log says is undone, and the one of decisions that thereby stands or does not. */
interface Turned {
  readonly body: number
  readonly entry: number
  readonly isUndone: boolean
}

/** One step of undo or redo. */
function turn(
  db: Db,
  { group, find, reviewer }: Turn,
  work: (db: Db, decisions: readonly ReviewDecision[]) => Promise<Turned | undefined>,
): Promise<ReviewDecision[]> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    const entry = await (group === undefined
      ? find(inner, reviewer.by)
      : findReviewGroup(inner, group))
    if (entry === undefined) throw new AscribeError('not-found', 'there is nothing to turn back')
    const decisions = await loadReviewEntry(inner, entry)
    reviewer.may?.(decisions[0]?.by)
    await refuseIfDone(inner, decisions, { ...reviewer, by: decisions[0]?.by ?? reviewer.by })
    const turned = await work(inner, decisions)
    if (!turned) throw new AscribeError('not-found', 'there is nothing to turn back')
    const operation = await logOperation(
      inner,
      { kind: 'undo-review', body: JSON.stringify({ entry: turned.body }) },
      reviewer,
    )
    await markReviewUndone(inner, turned.entry, turned.isUndone ? operation : undefined)
    return loadReviewEntry(inner, turned.entry)
  })
}

/** What was added stays while something that stands is said of it. */
async function refuseIfBuiltUpon(db: Db, decisions: readonly ReviewDecision[]): Promise<void> {
  for (const { report, record, entry, verdict } of decisions) {
    if (verdict !== 'add') continue
    const later = (await listReviewDecisions(db, report)).find(
      (other) =>
        other.entry > entry &&
        other.undone === undefined &&
        (other.of === record || other.record === record || other.record.startsWith(`${record}/`)),
    )
    if (later)
      throw new AscribeError('conflict', 'something was decided since on what it added', {
        details: { entry: later.entry },
      })
  }
}

/** What somebody decided anew on the same record stands; what was added to something that is undone has no place. */
async function refuseIfMovedOn(db: Db, decisions: readonly ReviewDecision[]): Promise<void> {
  for (const { report, record, entry, by, of } of decisions) {
    const others = await listReviewDecisions(db, report)
    const later = others.find(
      (other) =>
        other.undone === undefined &&
        other.entry > entry &&
        other.by === by &&
        other.record === record,
    )
    const lost = others.find(
      (other) =>
        other.verdict === 'add' &&
        other.undone !== undefined &&
        other.entry !== entry &&
        (other.record === of || other.record === record || record.startsWith(`${other.record}/`)),
    )
    const hindrance = later ?? lost
    if (hindrance)
      throw new AscribeError('conflict', 'something else was decided since', {
        details: { entry: hindrance.entry },
      })
  }
}

function rowOf(decision: NewReviewDecision): ReviewRow {
  const { report, version, record, verdict, ...said } = decision
  return {
    ...{ report, version, record, verdict },
    said: JSON.stringify(said),
    salt: randomBytes(16).toString('hex'),
  }
}

/** What the log says of a decision: which record, and a seal of the words, which tells nothing to whoever has them not. */
export function loggedOf({ report, version, record, verdict, said, salt }: ReviewRow): object {
  return { report, version, record, verdict, seal: sha256(JSON.stringify([salt, said])) }
}
