import { post } from './client.ts'
import { newOutbox, type Refused, type Waiting } from './outbox.ts'

const state = $state<{ waiting: readonly Waiting[]; refused: readonly Refused[] }>({
  waiting: [],
  refused: [],
})

const outbox = newOutbox({
  store: localStorage,
  post: (path, body, headers) => post(path, body, headers),
  newKey: () => crypto.randomUUID(),
  onChange: () => look(),
})

function look(): void {
  state.waiting = outbox.waiting()
  state.refused = outbox.refused()
}

/** Sends a change, or keeps it until the server is there again; then it gives nothing. Throws `ApiError` where it is refused. */
export const sendSurely: typeof outbox.send = (change) => outbox.send(change)

/** Changes that wait for the server, and those that it refused when it was there again. */
export function changes(): typeof state {
  return state
}

/** Lets go of a change that was refused. */
export function dropChange(key: string): void {
  outbox.drop(key)
}

/** How long it is until what waits is tried again, in milliseconds. */
const PAUSE = 3000

/** Begins to send what waits, again and again; gives how to end it. */
export function followServer(): () => void {
  look()
  const timer = setInterval(() => {
    if (state.waiting.length > 0) void outbox.replay()
  }, PAUSE)
  const now = (): void => void outbox.replay()
  now()
  addEventListener('online', now)
  return () => {
    clearInterval(timer)
    removeEventListener('online', now)
  }
}
