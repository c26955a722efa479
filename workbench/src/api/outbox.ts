import { ApiError, whyOf } from './client.ts'

/** A change that waits until the server is there. */
export interface Waiting {
  /** Made once, and sent each time: done once, however often it is sent. */
  readonly key: string
  /** Whose it is: it is never sent in another's name. */
  readonly by: string
  readonly path: string
  readonly body: unknown
  /** The state that it was decided on, where others may have changed it meanwhile. */
  readonly ifMatch?: string
  /** What it is called where it is listed. */
  readonly label: string
}

/** A change as a screen asks for it. */
export type Change = Omit<Waiting, 'key' | 'by'>

/** A change that the server refused: what was wanted, and what is there. */
export interface Refused extends Waiting {
  readonly reason: string
  /** Of a conflict: what somebody else made of it meanwhile. */
  readonly details?: unknown
}

/** What waits and what was refused, as it is kept in the browser. */
export interface Outbox {
  /** Sends a change, behind those that wait. Gives the answer, or nothing where it waits; throws what the server says against it. Where whoever asked is not there any more (`isHere`), a refusal is kept. */
  send<Answer>(change: Change, isHere?: () => boolean): Promise<Answer | undefined>
  /** Sends what waits, in order, as long as the server answers. Whether nothing waits any more. */
  replay(): Promise<boolean>
  /** What of whoever is at the screen is not answered yet. */
  waiting(): readonly Waiting[]
  refused(): readonly Refused[]
  /** Whether the server gave no answer when it was asked last. */
  isAway(): boolean
  /** Lets go of what was refused. */
  drop(key: string): void
  /** Sends what was refused once more, on the state that is there now. */
  insist(key: string, ifMatch: string): void
}

/** What an outbox works with. */
export interface OutboxTools {
  readonly store: {
    getItem(name: string): string | null
    setItem(name: string, value: string): void
  }
  post(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<unknown>
  newKey(): string
  /** The name of whoever is at the screen. */
  who(): string
  /** Hears of each change of the lists. */
  onChange(): void
  /** Hears of each change that the server has done, at once with its going from the list. */
  onSent(change: Waiting, answer: unknown): void
}

const WAITING = 'ascribe.outbox.waiting'
const REFUSED = 'ascribe.outbox.refused'
/** Answers that say: later. 0 is none at all, 401 that one must log in again first. */
const LATER: readonly number[] = [0, 401, 429, 502, 503, 504]

/** Who waits for the answer to a change, on this page. */
interface Asker {
  isHere(): boolean
  resolve(answer: unknown): void
  reject(error: unknown): void
}

/** An outbox that outlives the page. */
export function newOutbox(tools: OutboxTools): Outbox {
  const lists = {
    waiting: openList<Waiting>(WAITING, tools),
    refused: openList<Refused>(REFUSED, tools),
  }
  const { waiting, refused } = lists
  const sender = newSender(tools, lists)
  const isOwn = ({ by }: Waiting): boolean => by === tools.who()
  const own = (): Waiting[] => waiting.rows().filter(isOwn)
  const replay = newReplay(own, sender, tools.onChange)

  function add(change: Change): string {
    const one = { ...change, key: tools.newKey(), by: tools.who() }
    // Kept before it is sent: a page that is closed meanwhile has it still.
    waiting.add(one)
    return one.key
  }

  return {
    send<Answer>(change: Change, isHere = () => true) {
      const answer = sender.ask<Answer>(add(change), isHere)
      void replay()
      return answer
    },
    insist(key, ifMatch) {
      const { path, body, label } = refused.rows().find((one) => one.key === key) ?? {}
      refused.drop(key)
      if (path === undefined || label === undefined) return
      add({ path, body, label, ifMatch })
      void replay()
    },
    replay,
    waiting: own,
    refused: () => refused.rows().filter(isOwn),
    isAway: sender.isAway,
    drop: refused.drop,
  }
}

/** Sends what waits, in order, as long as the server answers; one at a time, whoever asks for it. */
function newReplay(own: () => readonly Waiting[], sender: Sender, onChange: () => void) {
  let running: Promise<void> | undefined
  async function sendAll(): Promise<void> {
    for (let [one] = own(); one; [one] = own()) if (!(await sender.send(one))) break
    sender.forgetAskers()
    onChange()
  }
  return async (): Promise<boolean> => {
    while (running) await running
    if (own().length === 0) return true
    running = sendAll().finally(() => (running = undefined))
    await running
    return own().length === 0
  }
}

type Sender = ReturnType<typeof newSender>

interface Lists {
  readonly waiting: List<Waiting>
  readonly refused: List<Refused>
}

/** What sends changes one by one, and tells those who still await the answer. */
function newSender(tools: OutboxTools, { waiting, refused }: Lists) {
  const askers = new Map<string, Asker>()
  let isAway = false

  /** Whoever still asks is told; else it is kept for them, and always where others decided otherwise. */
  function refuse(one: Waiting, error: unknown): void {
    const asker = askers.get(one.key)
    if (!asker?.isHere() || isConflict(error)) refused.add(refusedOf(one, error))
    waiting.drop(one.key)
    asker?.reject(error)
    askers.delete(one.key)
  }

  return {
    isAway: () => isAway,
    ask: <Answer>(key: string, isHere: () => boolean) =>
      new Promise<Answer | undefined>((resolve, reject) => {
        askers.set(key, { isHere, resolve: (one) => resolve(one as Answer | undefined), reject })
      }),
    /** From now on all wait: whoever asked is told so, and awaits no answer any more. */
    forgetAskers() {
      for (const asker of askers.values()) asker.resolve(undefined)
      askers.clear()
    },
    /** Sends one. Whether the server answered. */
    async send(one: Waiting): Promise<boolean> {
      const { path, body, key, ifMatch } = one
      const headers = { 'idempotency-key': key, ...(ifMatch && { 'if-match': ifMatch }) }
      let answer: unknown
      try {
        answer = await tools.post(path, body, headers)
      } catch (error) {
        isAway = isLater(error)
        if (!isAway) refuse(one, error)
        return !isAway
      }
      isAway = false
      waiting.drop(key)
      tools.onSent(one, answer)
      askers.get(key)?.resolve(answer)
      askers.delete(key)
      return true
    },
  }
}

/** Rows that are kept under a name. */
interface List<Row extends Waiting> {
  rows(): readonly Row[]
  add(row: Row): void
  drop(key: string): void
}

/** Whether something that was kept is a change of ours. */
function isChange<Row extends Waiting>(kept: unknown): kept is Row {
  const { key, by, path, label } = (kept ?? {}) as Partial<Record<string, unknown>>
  return [key, by, path, label].every((one) => typeof one === 'string')
}

function openList<Row extends Waiting>(
  name: string,
  { store, onChange }: Pick<OutboxTools, 'store' | 'onChange'>,
): List<Row> {
  const rows = (): Row[] => {
    try {
      const kept: unknown = JSON.parse(store.getItem(name) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isChange<Row>) : []
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

/** Whether a change is refused because others decided otherwise: it is for whoever made it to say what holds. */
export function isConflict(error: unknown): boolean {
  return error instanceof ApiError && error.problem?.details?.['conflicts'] !== undefined
}

function refusedOf(waiting: Waiting, error: unknown): Refused {
  const problem = error instanceof ApiError ? error.problem : undefined
  return {
    ...waiting,
    reason: whyOf(error),
    ...(problem?.details && { details: problem.details }),
  }
}
