import { ApiError } from './client.ts'

/** A change that waits until the server is there. */
export interface Waiting {
  /** Made once, and sent each time: done once, however often it is sent. */
  readonly key: string
  readonly path: string
  readonly body: unknown
  /** What it is called where it is listed. */
  readonly label: string
}

/** A change that the server refused: what was wanted, and what is there. */
export interface Refused extends Waiting {
  readonly reason: string
  /** Of a conflict: what somebody else made of it meanwhile. */
  readonly details?: unknown
}

/** What waits and what was refused, as it is kept in the browser. */
export interface Outbox {
  /** Sends a change, behind those that wait. Gives the answer, or nothing where it waits; throws what the server says against it. */
  send<Answer>(change: Omit<Waiting, 'key'>): Promise<Answer | undefined>
  /** Sends what waits, in order, as long as the server answers. Whether nothing waits any more. */
  replay(): Promise<boolean>
  waiting(): readonly Waiting[]
  refused(): readonly Refused[]
  /** Lets go of what was refused. */
  drop(key: string): void
}

/** What an outbox works with. */
export interface OutboxTools {
  readonly store: {
    getItem(name: string): string | null
    setItem(name: string, value: string): void
  }
  post(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<unknown>
  newKey(): string
  /** Hears of each change of the lists. */
  onChange(): void
}

const WAITING = 'ascribe.outbox.waiting'
const REFUSED = 'ascribe.outbox.refused'
/** Answers that say: later. 0 is none at all, 401 that one must log in again first. */
const LATER: readonly number[] = [0, 401, 429, 502, 503, 504]

/** An outbox that outlives the page. */
export function newOutbox(tools: OutboxTools): Outbox {
  const [waiting, refused] = [openList<Waiting>(WAITING, tools), openList<Refused>(REFUSED, tools)]
  let replaying: Promise<void> | undefined
  return {
    async send<Answer>(change: Omit<Waiting, 'key'>) {
      const one = { ...change, key: tools.newKey() }
      const isFree = waiting.rows().length === 0
      // Kept before it is sent: a page that is closed meanwhile has it still.
      waiting.add(one)
      if (!isFree) return undefined
      try {
        const answer = await sendOne(tools, one)
        waiting.drop(one.key)
        return answer as Answer
      } catch (error) {
        if (isLater(error)) return undefined
        waiting.drop(one.key)
        throw error
      }
    },
    async replay() {
      replaying ??= sendAll(tools, waiting, refused).finally(() => (replaying = undefined))
      await replaying
      return waiting.rows().length === 0
    },
    waiting: waiting.rows,
    refused: refused.rows,
    drop: refused.drop,
  }
}

/** Sends what waits until there is nothing more, or no answer. */
async function sendAll(
  tools: OutboxTools,
  waiting: List<Waiting>,
  refused: List<Refused>,
): Promise<void> {
  for (let [one] = waiting.rows(); one; [one] = waiting.rows()) {
    try {
      await sendOne(tools, one)
    } catch (error) {
      if (isLater(error)) return
      refused.add(refusedOf(one, error))
    }
    waiting.drop(one.key)
  }
}

function sendOne({ post }: OutboxTools, { path, body, key }: Waiting): Promise<unknown> {
  return post(path, body, { 'idempotency-key': key })
}

/** Rows that are kept under a name. */
interface List<Row extends Waiting> {
  rows(): readonly Row[]
  add(row: Row): void
  drop(key: string): void
}

function openList<Row extends Waiting>(
  name: string,
  { store, onChange }: Pick<OutboxTools, 'store' | 'onChange'>,
): List<Row> {
  const rows = (): Row[] => {
    try {
      return JSON.parse(store.getItem(name) ?? '[]') as Row[]
    } catch {
      return []
    }
  }
  const write = (all: readonly Row[]): void => {
    store.setItem(name, JSON.stringify(all))
    onChange()
  }
  return {
    rows,
    add: (row) => write([...rows(), row]),
    drop: (key) => write(rows().filter((one) => one.key !== key)),
  }
}

function isLater(error: unknown): boolean {
  return !(error instanceof ApiError) || LATER.includes(error.status)
}

function refusedOf(waiting: Waiting, error: unknown): Refused {
  const problem = error instanceof ApiError ? error.problem : undefined
  return {
    ...waiting,
    reason: error instanceof Error ? error.message : String(error),
    ...(problem?.details && { details: problem.details }),
  }
}
