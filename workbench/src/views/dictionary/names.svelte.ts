import type {
  ChangedEntry,
  Job,
  NewOwnActor,
  ShownUnknown,
  UnknownPage,
} from '../../../../src/server/api.ts'
import { get, post, whyOf } from '../../api/client.ts'

/** How often it is looked whether a job has ended, and how long between two looks, in milliseconds. */
const LOOKS = { most: 20, pause: 300 } as const

/** Waits a while for a job. */
async function ended(id: string): Promise<void> {
  for (let i = 0; i < LOOKS.most; i += 1) {
    const { state } = await get<Job>(`/jobs/${id}`)
    if (state !== 'running') return
    await new Promise((resolve) => setTimeout(resolve, LOOKS.pause))
  }
}

/** What was asked for: letters of the name, and which kinds. */
export interface NamesQuery {
  readonly words: string
  readonly kinds: string
}

/** The unknown names, the one that is looked at, and what was said of the last. */
export class Names {
  rows = $state.raw<readonly ShownUnknown[]>([])
  next = $state<string>()
  isWhole = $state(true)
  phase = $state<'loading' | 'there' | 'failed'>('loading')
  fault = $state('')
  at = $state(0)
  /** What was added last, and can be taken back. */
  last = $state.raw<ChangedEntry>()
  private asked: NamesQuery = { words: '', kinds: 'bodies' }

  readonly current = $derived(this.rows[this.at])

  async load(asked: NamesQuery, cursor?: string): Promise<void> {
    this.asked = asked
    this.phase = 'loading'
    try {
      const page = await get<UnknownPage>('/unknown-actors', { ...asked, cursor, limit: 100 })
      if (asked !== this.asked) return
      this.rows = cursor === undefined ? page.rows : [...this.rows, ...page.rows]
      if (cursor === undefined) this.at = 0
      this.next = page.next
      this.isWhole = page.isWhole
      this.phase = 'there'
      this.fault = ''
    } catch (error) {
      if (asked === this.asked) this.fail(error)
    }
  }

  more(): Promise<void> {
    return this.load(this.asked, this.next)
  }

  again(): Promise<void> {
    return this.load({ ...this.asked })
  }

  step(by: number): void {
    this.at = Math.max(0, Math.min(this.rows.length - 1, this.at + by))
  }

  /** Adds what somebody says of a name, which is unknown no more: it goes from the list at once, and is there again where that is refused. */
  async add(row: ShownUnknown, entry: NewOwnActor): Promise<boolean> {
    const at = this.rows.indexOf(row)
    if (at === -1) return false
    this.place(this.rows.toSpliced(at, 1))
    try {
      this.last = await post<ChangedEntry>('/dictionary', entry)
      this.fault = ''
      return true
    } catch (error) {
      this.fault = whyOf(error)
      const isThere = this.rows.some(({ key }) => key === row.key)
      if (!isThere) this.place(this.rows.toSpliced(at, 0, row))
      return false
    }
  }

  /** Shows other rows; whoever looked at one still looks at it, or at what came in its place. */
  private place(rows: readonly ShownUnknown[]): void {
    const key = this.current?.key
    this.rows = rows
    const now = rows.findIndex((row) => row.key === key)
    if (now === -1) this.step(0)
    else this.at = now
  }

  /** Takes back what was added last. */
  async undo(): Promise<void> {
    const { last } = this
    if (!last) return
    this.last = undefined
    try {
      const { job } = await post<ChangedEntry>(`/dictionary/${last.entry}/remove`, {})
      this.phase = 'loading'
      if (job !== undefined) await ended(job)
      await this.again()
    } catch (error) {
      this.last ??= last
      this.fault = whyOf(error)
    }
  }

  private fail(error: unknown): void {
    this.fault = whyOf(error)
    this.phase = 'failed'
  }
}
