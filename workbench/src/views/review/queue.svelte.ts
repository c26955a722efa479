import { untrack } from 'svelte'
import type { Page, QueuedReport } from '../../../../src/server/api.ts'
import { get, type Query, whyOf } from '../../api/client.ts'
import { newsOf } from './queue-news.ts'

/** Filters of the queue that stand in the address. */
export const QUEUE_FILTERS = ['stage', 'why', 'outlet', 'words'] as const

/** The filters of an address, as the API takes them. */
export function queueQuery(query: URLSearchParams): Query {
  return Object.fromEntries(
    QUEUE_FILTERS.map((name) => [name, query.getAll(name).filter((value) => value !== '')]),
  )
}

/** Rows that are looked at again: at most as many as a page may have. */
const MOST_SEEN = 500
const FEWEST_SEEN = 50

/** The queue as far as it is loaded; the place of a report in it is kept while it changes. */
export class Queue {
  rows = $state.raw<readonly QueuedReport[]>([])
  next = $state<string>()
  isLoaded = $state(false)
  failure = $state<string>()
  /** How many there are now that are not shown. */
  news = $state(0)
  private query: Query = {}
  /** What is on its way: an answer to anything else comes too late. */
  private awaited: Promise<Page<QueuedReport>> | undefined

  /** Loads the queue of some filters from its beginning; where these are as before, as much of it as was there. */
  async load(query: Query): Promise<void> {
    const isSame = JSON.stringify(query) === JSON.stringify(this.query)
    const least = isSame ? untrack(() => this.rows.length) : 0
    this.query = query
    this.news = 0
    await this.fetch(() => [], { limit: Math.min(MOST_SEEN, Math.max(FEWEST_SEEN, least)) })
  }

  /** Loads it anew from its beginning. */
  async again(): Promise<void> {
    await this.load(this.query)
  }

  /** Sees what became of the rows that are shown, each at its place, and counts those that came. */
  async look(): Promise<void> {
    const { query, rows } = this
    const limit = Math.min(MOST_SEEN, Math.max(FEWEST_SEEN, this.rows.length))
    const page = await get<Page<QueuedReport>>('/queue', { ...query, limit }).catch(() => undefined)
    if (!page || query !== this.query) return
    // What was decided here meanwhile may not be in it.
    if (rows !== this.rows) return this.look()
    Object.assign(this, newsOf(this.rows, page.rows, this.next !== undefined))
  }

  async more(): Promise<void> {
    if (this.next !== undefined && !this.awaited)
      await this.fetch(() => this.rows, { cursor: this.next })
  }

  private async fetch(before: () => readonly QueuedReport[], part: Query): Promise<void> {
    const awaited = get<Page<QueuedReport>>('/queue', { ...this.query, ...part })
    this.awaited = awaited
    try {
      const page = await awaited
      if (awaited !== this.awaited) return
      this.rows = [...before(), ...page.rows]
      this.next = page.next
      this.failure = undefined
    } catch (error) {
      if (awaited !== this.awaited) return
      this.failure = whyOf(error)
    }
    this.awaited = undefined
    this.isLoaded = true
  }

  /** Tells how far the review of a report is now, at the place where it stands. */
  mark(id: string, change: Partial<QueuedReport>): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row))
  }

  /** The report so many places on. */
  neighbour(id: string | undefined, by: number): string | undefined {
    const at = this.rows.findIndex((row) => row.id === id)
    return this.rows[at === -1 ? 0 : at + by]?.id
  }
}
