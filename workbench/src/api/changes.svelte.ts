import { session } from '../session/session.svelte.ts'
import { post } from './client.ts'
import { newOutbox, type Change, type Refused, type Waiting } from './outbox.ts'

/** Changes as the screen shows them. */
interface Changes {
  readonly waiting: readonly Waiting[]
  readonly refused: readonly Refused[]
  /** Whether the server gave no answer when it was asked last. */
  readonly isAway: boolean
}

let state = $state.raw<Changes>({ waiting: [], refused: [], isAway: false })

/** Hears of a change that the server has done. */
type Listener = (change: Waiting, answer: unknown) => void
let listeners: readonly Listener[] = []

const outbox = newOutbox({
  store: keptStore(),
  post: (path, body, headers) => post(path, body, headers),
  newKey: () => crypto.randomUUID(),
  who,
  onChange: () => look(),
  onSent: (change, answer) => listeners.forEach((listener) => listener(change, answer)),
})

/** The name of whoever is at the screen. */
export function who(): string {
  return session()?.user?.name ?? ''
}

/** The store of the browser, or where it forbids one, as long as the page. */
function keptStore(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return localStorage
  } catch {
    const kept: Record<string, string> = {}
    return {
      getItem: (name) => kept[name] ?? null,
      setItem: (name, value) => {
        kept[name] = value
      },
    }
  }
}

function look(): void {
  state = { waiting: outbox.waiting(), refused: outbox.refused(), isAway: outbox.isAway() }
}

/** Sends a change, or keeps it until the server is there again; then it gives nothing. Throws `ApiError` where it is refused; the frame shows that where whoever asked has gone on (`isHere`). */
export function sendSurely<Answer>(
  change: Change,
  isHere?: () => boolean,
): Promise<Answer | undefined> {
  return outbox.send(change, isHere)
}

/** Hears of each change that the server has done, also of those that waited; gives how to end it. */
export function whenSent(listener: Listener): () => void {
  listeners = [...listeners, listener]
  return () => {
    listeners = listeners.filter((one) => one !== listener)
  }
}

/** Changes that wait for the server, and those that it refused when it was there again. */
export function changes(): Changes {
  return state
}

/** Lets go of a change that was refused. */
export function dropChange(key: string): void {
  outbox.drop(key)
}

/** Sends a change that was refused once more, on the state that is there now. */
export function insistOn(key: string, ifMatch: string): void {
  outbox.insist(key, ifMatch)
}

/** How long it is until what waits is tried again, in milliseconds. */
const PAUSE = 3000

/** Begins to send what waits, again and again; gives how to end it. */
export function followServer(): () => void {
  look()
  const now = (): void => {
    if (outbox.waiting().length > 0) void outbox.replay()
  }
  const timer = setInterval(now, PAUSE)
  now()
  addEventListener('online', now)
  // Another page of the same browser sends and keeps, too.
  addEventListener('storage', look)
  return () => {
    clearInterval(timer)
    removeEventListener('online', now)
    removeEventListener('storage', look)
  }
}
