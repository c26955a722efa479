import { untrack } from 'svelte'
import type { SessionState } from '../../../src/server/api.ts'
import { get, post, whenLoggedOut } from '../api/client.ts'

const state = $state<{ session: SessionState | undefined }>({ session: undefined })

/** Who is at the screen, as far as the server has said. */
export function session(): SessionState | undefined {
  return state.session
}

/** Kept for this tab, so that a page that is loaded again is locked before it shows anything, also where the server was away. */
const KEY = 'ascribe.locked'

/** Asks who is at the screen. */
export async function loadSession(): Promise<void> {
  const before = untrack(() => state.session)
  const found = await get<SessionState>('/session')
  // Who logged in or locked the screen meanwhile knows better.
  if (state.session !== before) return
  const wasLocked = sessionStorage.getItem(KEY) !== null
  if (wasLocked && found.user && found.hasAccounts) await post('/session/lock', {})
  else if (found.locked === undefined) sessionStorage.removeItem(KEY)
  state.session = wasLocked && found.user && found.hasAccounts ? lockedOf(found) : found
}

function lockedOf({ user }: SessionState): SessionState {
  return { hasAccounts: true, ...(user && { locked: user.name }) }
}

/** Takes everything from the screen until the password is said again; gives false where there is none to say. */
export function lock(): boolean {
  const { session } = state
  if (!session?.hasAccounts || !session.user) return false
  sessionStorage.setItem(KEY, 'yes')
  state.session = lockedOf(session)
  // Without an answer the page is locked, and the session as soon as the page is loaded again.
  void post('/session/lock', {}).catch(() => undefined)
  return true
}

/** Opens the screen again. Throws `ApiError`. */
export async function unlock(password: string): Promise<void> {
  // Where the server was away it does not know yet that it is locked.
  await post('/session/lock', {}).catch(() => undefined)
  state.session = await post<SessionState>('/session/unlock', { password })
  sessionStorage.removeItem(KEY)
}

/** Logs in. Throws `ApiError`. */
export async function logIn(name: string, password: string): Promise<void> {
  state.session = await post<SessionState>('/session', { name, password })
}

/** Logs out; the screen shows nothing of the store any more. */
export async function logOut(): Promise<void> {
  await post('/session/end', {})
  state.session = { hasAccounts: true }
}

// Somebody who is no more logged in sees nothing of the store.
whenLoggedOut(() => {
  if (!state.session?.user) return
  state.session = { hasAccounts: true }
  // It may be locked by another tab.
  void loadSession().catch(() => undefined)
})
