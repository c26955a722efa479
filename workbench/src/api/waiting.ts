import type { NewReviewDecision, ReviewDecision } from '../../../src/server/api.ts'
import type { Waiting } from './outbox.ts'

/** Which way decisions are turned: they are taken back, or stand again. */
export type Way = 'undo' | 'redo'

/** What a waiting change says of reviews: a group that is decided, or turned. */
interface Said {
  readonly by: string
  readonly group?: string
  readonly way?: Way
  readonly decisions: readonly NewReviewDecision[]
}

const DECIDES: readonly string[] = ['/decisions', '/rulings']

function saidBy({ path, by, body }: Waiting): Said[] {
  const { group, decisions = [] } = body as Partial<Said>
  const way = /^\/decisions\/(undo|redo)$/.exec(path)?.[1] as Way | undefined
  if (!way && !DECIDES.includes(path)) return []
  return [{ by, decisions, ...(way && { way }), ...(group !== undefined && { group }) }]
}

/** An entry that the log will have. */
const LATER = Infinity

/** The decisions on a report as they will stand when what waits is done. */
export function withWaiting(
  decisions: readonly ReviewDecision[],
  waiting: readonly Waiting[],
  report: string,
): ReviewDecision[] {
  let all = [...decisions]
  for (const { by, group, way, decisions: given } of waiting.flatMap(saidBy)) {
    if (group === undefined) continue
    if (way) all = all.map((one) => (one.group === group ? turned(one, way) : one))
    else if (!all.some((one) => one.group === group))
      all.push(
        ...given
          .filter((one) => one.report === report)
          .map((one) => ({ ...one, entry: LATER, at: '', by, group })),
      )
  }
  return all
}

function turned(decision: ReviewDecision, way: Way): ReviewDecision {
  if (way === 'undo') return { ...decision, undone: LATER }
  const { undone, ...standing } = decision
  return undone === undefined ? decision : standing
}

/** Whether a decision, or its undoing, waits for the server. */
export function isWaiting({ entry, undone }: Pick<ReviewDecision, 'entry' | 'undone'>): boolean {
  return entry === LATER || undone === LATER
}

/** What somebody would turn next: a group, and the report that it is about. */
export interface Turnable {
  readonly group: string
  readonly report: string
}

/** The last thing that somebody did or undid, as far as it is known here: of what waits, else of what they are known to have decided (`own`). */
export function nextToTurn(
  way: Way,
  waiting: readonly Waiting[],
  own: readonly ReviewDecision[],
): Turnable | undefined {
  const reports = new Map(own.map(({ group, report }) => [group, report]))
  let [done, undone] = [doneIn(own), undoneIn(own)]
  for (const { group, way: turn, decisions } of waiting.flatMap(saidBy)) {
    if (group === undefined) continue
    const [first] = decisions
    if (first) reports.set(group, first.report)
    const without = (groups: string[]): string[] => groups.filter((one) => one !== group)
    ;[done, undone] = [without(done), turn ? without(undone) : []]
    if (turn === 'undo') undone.push(group)
    else done.push(group)
  }
  const group = (way === 'undo' ? done : undone).at(-1)
  const report = group === undefined ? undefined : reports.get(group)
  return group === undefined || report === undefined ? undefined : { group, report }
}

/** Groups that stand, the last one last. */
function doneIn(own: readonly ReviewDecision[]): string[] {
  return groupsOf(own.filter(({ undone }) => undone === undefined))
}

/** Groups that were undone and nothing decided since, the last one last. */
function undoneIn(own: readonly ReviewDecision[]): string[] {
  const last = Math.max(0, ...own.map(({ entry }) => entry))
  const since = own.filter(({ undone = 0 }) => undone > last)
  return groupsOf(since.toSorted((a, b) => (a.undone ?? 0) - (b.undone ?? 0)))
}

function groupsOf(decisions: readonly ReviewDecision[]): string[] {
  return [...new Set(decisions.map(({ group }) => group))]
}
