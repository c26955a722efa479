import type { Feed, FeedEntry } from '../../../src/server/api.ts'
import { whenSent } from './changes.svelte.ts'
import { get } from './client.ts'
import type { Waiting } from './outbox.ts'

/** Hears of what was done and not by this page. */
type Listener = (entries: readonly FeedEntry[]) => void

let listeners: readonly Listener[] = []
/** Entries of the log that this page made. */
const own = new Set<number>()

/** Hears what others do, as long as it is not ended; gives how to end it. */
export function whenOthers(listener: Listener): () => void {
  listeners = [...listeners, listener]
  return () => {
    listeners = listeners.filter((one) => one !== listener)
  }
}

/** How long it is until a server that gave no answer is asked again, in milliseconds. */
const PAUSE = 3000

/** Begins to ask what others do, again and again; gives how to end it. */
export function followOthers(): () => void {
  const stop = new AbortController()
  const end = whenSent(rememberOwn)
  void ask(stop.signal)
  return () => {
    stop.abort()
    end()
  }
}

async function ask(signal: AbortSignal): Promise<void> {
  let since: number | undefined
  while (!signal.aborted) {
    // A browser keeps few connections to one server: pages that nobody sees leave them to the others.
    await untilSeen(signal)
    const feed = await get<Feed>('/feed', { since }, signal).catch(() => undefined)
    if (signal.aborted) return
    if (feed) tell(feed.entries)
    else await pause(signal)
    since = feed?.last ?? since
  }
}

function tell(entries: readonly FeedEntry[]): void {
  const others = entries.filter(({ entry }) => !own.has(entry))
  if (others.length > 0) listeners.forEach((listener) => listener(others))
}

/** What an answer to a change of ours says that the log holds. */
function rememberOwn(_: Waiting, answer: unknown): void {
  for (const told of [answer].flat()) {
    const { entry, undone } = (told ?? {}) as { readonly entry?: number; readonly undone?: number }
    for (const one of [entry, undone]) if (one !== undefined) own.add(one)
  }
}

function untilSeen(signal: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve()
  return new Promise((done) =>
    document.addEventListener('visibilitychange', () => done(), { once: true, signal }),
  )
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, PAUSE)
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true })
  })
}

/** Does some work at once, and as often as it is asked for meanwhile once more after a while. */
export function gently(work: () => Promise<void>, wait = PAUSE): () => void {
  let [isBusy, isAsked] = [false, false]
  const run = async (): Promise<void> => {
    isBusy = true
    await work()
    await new Promise((done) => setTimeout(done, wait))
    isBusy = false
    if (isAsked) start()
  }
  const start = (): void => {
    isAsked = isBusy
    if (!isBusy) void run()
  }
  return start
}
