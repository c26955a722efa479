import type { SessionState } from '../../../src/server/api.ts'
import { get, post, whenLoggedOut } from '../api/client.ts'

const state = $state<{ session: SessionState | undefined }>({ session: undefined })

/** Who is at the screen, as far as the server has said. */
export function session(): SessionState | undefined {
  return state.session
}

/** Asks who is at the screen. */
export async function loadSession(): Promise<void> {
  state.session = await get<SessionState>('/session')
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
  if (state.session?.user) state.session = { hasAccounts: true }
})
