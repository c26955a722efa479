import type { NewReviewDecision, ReviewDecision, Verdict } from '../records/index.ts'

/** How a record stands after what reviewers said of it; disputed where they do not say the same and nobody has ruled between them. */
export type RecordState =
  'open' | 'accepted' | 'rejected' | 'skipped' | 'edited' | 'added' | 'disputed'

/** How a record stands, and by what. */
export interface RecordStanding {
  readonly state: RecordState
  /** The last word of each reviewer, and their last ruling, the latest last. */
  readonly decisions: readonly ReviewDecision[]
}

/** What each record stands at that somebody decided on: by the last word of one reviewer (`by`), or of all. Decisions in the order of the log; those that were undone say nothing. */
export function standingOf(
  decisions: readonly ReviewDecision[],
  by?: string,
): Map<string, RecordStanding> {
  const last = new Map<string, Map<string, ReviewDecision>>()
  for (const decision of decisions) {
    if (decision.undone !== undefined || (by !== undefined && decision.by !== by)) continue
    const words = last.get(decision.record) ?? new Map<string, ReviewDecision>()
    const who = JSON.stringify([decision.by, decision.rules ?? false])
    words.delete(who)
    last.set(decision.record, words.set(who, decision))
  }
  return new Map([...last].map(([record, words]) => [record, standing([...words.values()])]))
}

const STATES: Readonly<Record<Verdict, RecordState>> = {
  accept: 'accepted',
  reject: 'rejected',
  skip: 'skipped',
  edit: 'edited',
  add: 'added',
}

/** A ruling goes before all else. Who leaves a record for later, or added it, speaks against nobody. */
function standing(decisions: readonly ReviewDecision[]): RecordStanding {
  const said = decisions.filter(({ verdict }) => verdict !== 'skip')
  const ruling = said.findLast(({ rules }) => rules)
  if (ruling) return { state: STATES[ruling.verdict], decisions }
  const judged = said.filter(({ verdict }) => verdict !== 'add')
  const isDisputed = new Set(judged.map(wordOf)).size > 1
  const decision = judged.at(-1) ?? said.at(-1) ?? decisions.at(-1)
  const state = decision ? STATES[decision.verdict] : 'open'
  return { state: isDisputed ? 'disputed' : state, decisions }
}

/** What was said on a record, and what somebody else had said of it meanwhile. */
export interface ReviewConflict {
  readonly yours: NewReviewDecision
  readonly theirs: ReviewDecision
}

/** Decisions that stand against what others said last of the same records; who says the same, or leaves it for later, stands against nobody. */
export function conflictsOf(
  decisions: readonly NewReviewDecision[],
  others: readonly ReviewDecision[],
): ReviewConflict[] {
  const standing = others.filter(
    ({ verdict, undone }) => undone === undefined && verdict !== 'skip',
  )
  return decisions.flatMap((yours): ReviewConflict[] => {
    const theirs = standing.findLast(({ record }) => record === yours.record)
    const isOtherwise = theirs && yours.verdict !== 'skip' && wordOf(theirs) !== wordOf(yours)
    return isOtherwise ? [{ yours, theirs }] : []
  })
}

function wordOf({ verdict, value }: Pick<ReviewDecision, 'verdict' | 'value'>): string {
  return JSON.stringify([
    verdict,
    value && Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
}
