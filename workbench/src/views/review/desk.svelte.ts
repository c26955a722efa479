import { untrack } from 'svelte'
import {
  partsOf,
  standingOf,
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
import { changes, sendSurely, who } from '../../api/changes.svelte.ts'
import { get, getTagged, whyOf } from '../../api/client.ts'
import { isConflict, type Waiting } from '../../api/outbox.ts'
import { nextToTurn, withWaiting, type Way } from '../../api/waiting.ts'
import { say } from '../../words/say.svelte.ts'
import { NAMING } from '../../words/values.ts'
import type { Draft } from './drafts.ts'
import { changesIn, withKept, withTurned } from './groups.ts'
import { rivalsOf } from './rivals.ts'
import { valueWords } from './value-words.ts'

/** States of a part that still ask for a decision. */
const WAITING: ReadonlySet<RecordState> = new Set(['open', 'skipped', 'disputed'])

type Tagged = Awaited<ReturnType<typeof getTagged<ReviewDecision[]>>>

function ofVersion(decisions: readonly ReviewDecision[], { report }: Reading): ReviewDecision[] {
  const { version = 1 } = report
  return decisions.filter((decision) => decision.version === version)
}

/** What lies before a reviewer: one report, its records, what was decided on them, and where the reviewer is. */
export class Desk {
  reading = $state.raw<Reading>()
  /** What the server has kept. */
  private kept = $state.raw<readonly ReviewDecision[]>([])
  /** The state of what others decided that is shown here. */
  private seen = ''
  /** The same with what is not answered yet. */
  readonly decisions = $derived(
    this.reading ? withWaiting(this.kept, changes().waiting, this.reading.report.id) : [],
  )
  current = $state<string>()
  /** Which of the words of the current part is looked at. */
  wordsAt = $state(0)
  /** Whether only the words of the current part are marked. */
  only = $state(false)
  selection = $state.raw<Evidence>()
  draft = $state.raw<Draft>()
  /** What the reviewer is asked: why something is wrong, or what is missing. */
  asks = $state<'reason' | 'missing'>()
  failure = $state<string>()
  /** Called with the report whose decisions changed. */
  onchange: (report: string) => void = () => undefined
  /** The report that was asked for last. */
  private asked = $state<string>()
  /** How many answers to decisions of ours have come. */
  private heardOf = 0
  private readonly isShown: () => boolean

  /** `isShown` tells whether the desk is still on the screen. */
  constructor(isShown: () => boolean = () => true) {
    this.isShown = isShown
  }

  private readonly read = $derived(this.reading ? partsOf(this.reading) : [])
  /** What reviewers changed and added, as a text: as long as it is the same the parts are. */
  private readonly changed = $derived(changesIn(this.decisions))
  readonly parts = $derived.by((): ReviewPart[] => {
    void this.changed
    return withDecided(
      this.read,
      untrack(() => this.decisions),
    )
  })
  readonly standing = $derived(standingOf(this.decisions))
  readonly part = $derived(this.parts.find(({ id }) => id === this.current))
  /** The values of which one may be right, with the one that is looked at. */
  readonly rivals = $derived(this.part ? rivalsOf(this.part, this.parts) : [])
  readonly waiting = $derived(
    this.parts.filter(({ id, evidence }) => evidence.length > 0 && this.isWaiting(id)),
  )

  /** Whether another report is on its way: nothing is decided on the one that still lies here. */
  readonly isOpening = $derived(this.asked !== undefined && this.asked !== this.reading?.report.id)

  /** Lays a report before the reviewer, if they have not asked for another when it comes. */
  async open(id: string): Promise<void> {
    // Views ask for it while they work out what to show, and nothing may change then.
    await Promise.resolve()
    this.asked = id
    this.failure = undefined
    const [reading, decisions] = await this.find(id).catch((error: unknown) => {
      if (this.asked === id) this.reading = undefined
      throw error
    })
    if (this.asked !== id) return
    this.reading = reading
    this.take(decisions, reading)
    Object.assign(this, { draft: undefined, selection: undefined, asks: undefined })
    const isThere = this.parts.some((part) => part.id === this.current)
    if (!isThere) this.go((this.waiting[0] ?? this.parts[0])?.id)
  }

  private async find(id: string): Promise<readonly [Reading, Tagged]> {
    const { heardOf } = this
    const path = `/reports/${encodeURIComponent(id)}`
    const [reading, decisions] = await Promise.all([get<Reading>(path), this.decisionsOn(id)])
    return [reading, heardOf === this.heardOf ? decisions : await this.decisionsOn(id)]
  }

  /** Sees what others decided on the report meanwhile. */
  async look(): Promise<void> {
    const { reading } = this
    if (!reading) return
    const decisions = await this.decisionsOn(reading.report.id).catch(() => undefined)
    if (decisions && reading === this.reading) this.take(decisions, reading)
  }

  /** The decisions on a report; asked again where one of ours was answered meanwhile, which may not be among them. */
  private async decisionsOn(report: string): Promise<Tagged> {
    const { heardOf } = this
    const found = await getTagged<ReviewDecision[]>(
      `/reports/${encodeURIComponent(report)}/decisions`,
    )
    return heardOf === this.heardOf ? found : this.decisionsOn(report)
  }

  private take({ answer, tag }: Tagged, reading: Reading): void {
    this.kept = ofVersion(answer, reading)
    this.seen = tag
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
    this.asks = undefined
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
    if (!this.reading || this.isOpening || ids.length === 0) return false
    const { id: report, version = 1 } = this.reading.report
    const decisions = ids.map((record): NewReviewDecision => {
      return { report, version, record, verdict, ...more }
    })
    if (ids.includes(this.current ?? '')) this.goOn(ids)
    return this.send(decisions)
  }

  /** Says that one of rival values is right, and the others are not. */
  async choose(id: string): Promise<void> {
    if (!this.reading || this.isOpening || this.rivals.length < 2) return
    const { id: report, version = 1 } = this.reading.report
    const ids = this.rivals.map((rival) => rival.id)
    this.goOn(ids)
    await this.send(
      ids.map((record) =>
        record === id
          ? { report, version, record, verdict: 'accept' }
          : { report, version, record, verdict: 'reject', reason: 'wrong-value' },
      ),
    )
  }

  private goOn(decided: readonly string[]): void {
    const at = this.parts.findIndex(({ id }) => id === this.current)
    const rest = [...this.parts.slice(at + 1), ...this.parts.slice(0, at)]
    const next = rest.find(({ id }) => this.isWaiting(id) && !decided.includes(id))
    if (next) this.go(next.id)
  }

  private async send(decisions: readonly NewReviewDecision[]): Promise<boolean> {
    const [first] = decisions
    if (!first) return false
    const label = `${say(`verdict.${first.verdict}`)}: ${this.nameOf(decisions)}`
    const group = crypto.randomUUID()
    const sent = this.tell('/decisions', { group, decisions }, label)
    this.onchange(first.report)
    return (await sent) !== undefined
  }

  /** What decisions are on, in few words. */
  private nameOf([first, ...more]: readonly NewReviewDecision[]): string {
    if (more.length > 0) return say('history.more', { count: more.length + 1 })
    const part = this.parts.find(({ id }) => id === first?.record)
    if (!part || !this.reading) return first?.report ?? ''
    return `${say(`field.${part.field}`)} ${valueWords(part, this.reading, NAMING)}`
  }

  /** Sends a change, now or when the server is there again. Gives the decisions that the answer holds, if there is one yet; nothing where it was refused. */
  private async tell(
    path: string,
    body: object,
    label: string,
  ): Promise<readonly ReviewDecision[] | undefined> {
    const { reading } = this
    const isHere = (): boolean => this.isShown() && !this.isOpening && this.reading === reading
    try {
      const change = { path, body, label, ifMatch: this.seen }
      const answer = await sendSurely<readonly ReviewDecision[]>(change, isHere)
      this.failure = undefined
      return answer ?? []
    } catch (error) {
      // What others decided is shown beside it, above.
      if (isConflict(error)) void this.look()
      else if (isHere()) this.failure = whyOf(error)
      return undefined
    }
  }

  /** Hears what the server made of a change of ours, whenever it was sent. */
  heard({ path }: Waiting, answer: unknown): void {
    if (!path.startsWith('/decisions')) return
    const told = answer as readonly ReviewDecision[]
    const [first] = told
    this.heardOf += 1
    if (!first) return
    if (first.report === this.reading?.report.id)
      this.kept = path === '/decisions' ? withKept(this.kept, told) : withTurned(this.kept, told)
    this.onchange(first.report)
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

  /** Keeps what was filled in. The form closes at once: what is done next is not touched when the answer comes. */
  async save(draft: Draft): Promise<void> {
    const { verdict, record, of, value, evidence } = draft
    const more = { value, evidence, ...(of !== undefined && { of }) }
    this.draft = undefined
    const { reading } = this
    const kept = this.decide(verdict, [record], more)
    if (verdict === 'add') this.go(record)
    const isStillHere = (): boolean => this.reading === reading && !this.draft
    if (!(await kept) && isStillHere()) this.draft = draft
  }

  /** Undoes or redoes the last thing, in whatever report it was, or the group that is named; gives the report. */
  async turn(way: Way, named?: string): Promise<string | undefined> {
    const { current } = this
    const { waiting, isAway } = changes()
    const isBehind = isAway || waiting.length > 0
    const own = this.kept.filter(({ by }) => by === who())
    const next = isBehind ? nextToTurn(way, waiting, own) : undefined
    const group = named ?? next?.group
    const told = await this.tell(
      `/decisions/${way}`,
      { ...(group && { group }) },
      say(`action.${way}`),
    )
    if (!told) return undefined
    const turned = told[0] ?? this.decisions.find((one) => one.group === group)
    // Who looks at something else by now, or fills in a form, is left there.
    const isStill = this.current === current && !this.draft
    if (isStill && turned && turned.report === this.reading?.report.id)
      this.go(turned.record === turned.report ? this.current : turned.record)
    return turned?.report ?? next?.report
  }
}
