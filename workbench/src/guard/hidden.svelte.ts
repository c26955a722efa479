import { goTo } from '../address.svelte.ts'

const KEY = 'ascribe.hidden'
/** An address that says nothing. */
const PLAIN = '/notes'

/** Where somebody was when the screen was hidden; kept for this tab, so that loading it again shows nothing. */
const state = $state<{ from: string | null }>({ from: sessionStorage.getItem(KEY) })

/** Whether nothing of the store is on the screen. */
export function isHidden(): boolean {
  return state.from !== null
}

/** Takes everything from the screen, the address and the title at once. */
export function hide(): void {
  if (isHidden()) return
  state.from = location.pathname + location.search
  sessionStorage.setItem(KEY, state.from)
  goTo(PLAIN, { replace: true })
}

/** Shows again what was there. */
export function show(): void {
  const { from } = state
  sessionStorage.removeItem(KEY)
  state.from = null
  goTo(from ?? '/', { replace: true })
}
