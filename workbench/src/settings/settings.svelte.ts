import { speak } from '../words/say.svelte.ts'
import { readSettings, type Settings } from './shape.ts'

const KEY = 'ascribe.settings'
const state = $state<{ settings: Settings }>({ settings: readSettings(kept()) })

/** What is set for this browser; screens follow it. */
export function settings(): Settings {
  return state.settings
}

/** Sets something, from now on and for the next time. */
export async function set(change: Partial<Settings>): Promise<void> {
  state.settings = { ...state.settings, ...change }
  keep(state.settings)
  await applySettings()
}

/** Brings the page to what is set. */
export async function applySettings(): Promise<void> {
  const { language, scheme, size } = state.settings
  const { dataset } = document.documentElement
  dataset['scheme'] = scheme
  dataset['size'] = size
  await speak(language)
}

/** A browser may forbid that anything is kept; then settings last as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function keep(value: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(value))
  } catch {
    // Nothing is kept; see above.
  }
}
