import type { Page, QueuedReport } from '../../../../src/server/api.ts'
import { get, type Query } from '../../api/client.ts'

/** Filters of the queue that stand in the address. */
export const QUEUE_FILTERS = ['stage', 'why', 'outlet', 'words'] as const

/** The filters of an address, as the API takes them. */
export function queueQuery(query: URLSearchParams): Query {
  return Object.fromEntries(
    QUEUE_FILTERS.map((name) => [name, query.getAll(name).filter((value) => value !== '')]),
  )
}

/** The queue as far as it is loaded; the place of a report in it is kept while it changes. */
export class Queue {
  rows = $state.raw<readonly QueuedReport[]>([])
  next = $state<string>()
  isLoaded = $state(false)
  failure = $state<string>()
  private query: Query = {}

  /** Loads the queue of some filters from its beginning. */
  async load(query: Query): Promise<void> {
    this.query = query
    await this.fetch(() => [])
  }

  async more(): Promise<void> {
    if (this.next !== undefined) await this.fetch(() => this.rows, this.next)
  }

  private async fetch(before: () => readonly QueuedReport[], cursor?: string): Promise<void> {
    const { query } = this
    try {
      const page = await get<Page<QueuedReport>>('/queue', { ...query, cursor })
      if (query !== this.query) return
      this.rows = [...before(), ...page.rows]
      this.next = page.next
      this.failure = undefined
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error)
    }
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
