import { untrack } from 'svelte'
import {
  partsOf,
  withDecided,
  type RecordState,
  type ReviewPart,
} from '../../../../src/review/index.ts'
import type {
  Evidence,
  NewReviewDecision,
  Reading,
  ReviewDecision,
  Verdict,
} from '../../../../src/server/api.ts'
import { get, post } from '../../api/client.ts'
import type { Draft } from './drafts.ts'
import { changesIn, standingWith, withTurned } from './groups.ts'

/** States of a part that still ask for a decision. */
const WAITING: ReadonlySet<RecordState> = new Set(['open', 'skipped', 'disputed'])

/** What lies before a reviewer: one report, its records, what was decided on them, and where the reviewer is. */
export class Desk {
  reading = $state.raw<Reading>()
  decisions = $state.raw<readonly ReviewDecision[]>([])
  /** Sent, and not answered yet. */
  pending = $state.raw<readonly ReviewDecision[]>([])
  current = $state<string>()
  /** Which of the words of the current part is looked at. */
  wordsAt = $state(0)
  /** Whether only the words of the current part are marked. */
  only = $state(false)
  selection = $state.raw<Evidence>()
  draft = $state.raw<Draft>()
  isRejecting = $state(false)
  failure = $state<string>()
  /** Called with the report whose decisions changed. */
  onchange: (report: string) => void = () => undefined

  private readonly read = $derived(this.reading ? partsOf(this.reading) : [])
  /** What reviewers changed and added, as a text: as long as it is the same the parts are. */
  private readonly changed = $derived(changesIn([...this.decisions, ...this.pending]))
  readonly parts = $derived.by((): ReviewPart[] => {
    void this.changed
    const decisions = untrack(() => [...this.decisions, ...this.pending])
    return withDecided(this.read, decisions)
  })
  readonly standing = $derived(standingWith(this.decisions, this.pending))
  readonly part = $derived(this.parts.find(({ id }) => id === this.current))
  readonly waiting = $derived(
    this.parts.filter(({ id, evidence }) => evidence.length > 0 && this.isWaiting(id)),
  )

  /** Lays a report before the reviewer. */
  async open(id: string): Promise<void> {
    const path = `/reports/${encodeURIComponent(id)}`
    const [reading, decisions] = await Promise.all([
      get<Reading>(path),
      get<ReviewDecision[]>(`${path}/decisions`),
    ])
    const version = reading.report.version ?? 1
    this.reading = reading
    this.decisions = decisions.filter((decision) => decision.version === version)
    Object.assign(this, { pending: [], draft: undefined, selection: undefined, failure: undefined })
    this.isRejecting = false
    const isThere = this.parts.some((part) => part.id === this.current)
    if (!isThere) this.go((this.waiting[0] ?? this.parts[0])?.id)
  }

  stateOf(id: string): RecordState {
    return this.standing.get(id)?.state ?? 'open'
  }

  isWaiting(id: string): boolean {
    return WAITING.has(this.stateOf(id))
  }

  /** Looks at a part. */
  go(id: string | undefined): void {
    this.current = id
    this.wordsAt = 0
    this.isRejecting = false
  }

  /** Looks at a part so many further on. */
  step(by: number): void {
    const at = this.parts.findIndex(({ id }) => id === this.current)
    const next = this.parts[Math.min(this.parts.length - 1, Math.max(0, at + by))]
    if (next) this.go(next.id)
  }

  stepWords(by: number): void {
    const count = this.part?.evidence.length ?? 0
    if (count > 0) this.wordsAt = (this.wordsAt + by + count) % count
  }

  /** Says something of some parts, exactly these, and goes on to the next that waits. */
  async decide(
    verdict: Verdict,
    ids: readonly string[],
    more: Partial<NewReviewDecision> = {},
  ): Promise<boolean> {
    if (!this.reading || ids.length === 0) return false
    const { id: report, version = 1 } = this.reading.report
    const decisions = ids.map((record): NewReviewDecision => {
      return { report, version, record, verdict, ...more }
    })
    if (ids.includes(this.current ?? '')) this.goOn(ids)
    return this.send(decisions)
  }

  private goOn(decided: readonly string[]): void {
    const at = this.parts.findIndex(({ id }) => id === this.current)
    const rest = [...this.parts.slice(at + 1), ...this.parts.slice(0, at)]
    const next = rest.find(({ id }) => this.isWaiting(id) && !decided.includes(id))
    if (next) this.go(next.id)
  }

  private async send(decisions: readonly NewReviewDecision[]): Promise<boolean> {
    const group = crypto.randomUUID()
    const sent = decisions.map((one) => ({ ...one, entry: Infinity, at: '', by: '', group }))
    const report = this.reading?.report.id
    this.pending = [...this.pending, ...sent]
    try {
      const kept = await post<ReviewDecision[]>('/decisions', { group, decisions })
      if (report === this.reading?.report.id) this.decisions = [...this.decisions, ...kept]
      this.failure = undefined
      this.onchange(report ?? '')
      return true
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error)
      return false
    } finally {
      this.pending = this.pending.filter((one) => one.group !== group)
    }
  }

  /** Accepts an event or statement with all its parts that wait. */
  acceptWhole(): Promise<boolean> {
    const whole = this.part?.of ?? this.part?.id
    const ids = this.waiting.filter(({ id, of }) => id === whole || of === whole)
    return this.decide(
      'accept',
      ids.map(({ id }) => id),
    )
  }

  /** Keeps what was filled in. */
  async save(draft: Draft): Promise<void> {
    const { verdict, record, of, value, evidence } = draft
    const more = { value, evidence, ...(of !== undefined && { of }) }
    if (!(await this.decide(verdict, [record], more))) return
    this.draft = undefined
    if (verdict === 'add') this.go(record)
  }

  /** Undoes or redoes the last thing, in whatever report it was; gives the report. */
  async turn(way: 'undo' | 'redo', group?: string): Promise<string | undefined> {
    try {
      const turned = await post<ReviewDecision[]>(`/decisions/${way}`, { ...(group && { group }) })
      const [first] = turned
      this.failure = undefined
      if (!first) return undefined
      this.onchange(first.report)
      if (first.report === this.reading?.report.id)
        this.decisions = withTurned(this.decisions, turned)
      this.go(first.record === first.report ? this.current : first.record)
      return first.report
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error)
      return undefined
    }
  }
}
