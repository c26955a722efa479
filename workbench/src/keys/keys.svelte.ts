import { settings } from '../settings/settings.svelte.ts'
import type { ActionName, KeyScope } from './actions.ts'
import {
  actionOf,
  chordOf,
  clashesOf,
  FIRST_KEYS,
  isSingle,
  readKeymap,
  type Clash,
  type Keymap,
} from './keymap.ts'

const KEY = 'ascribe.keys'
const state = $state<{ keymap: Keymap }>({ keymap: readKeymap(kept()) })

/** The keys as they are now. */
export function keymap(): Keymap {
  return state.keymap
}

/** Gives an action other keys; refused, with what stands against it, where they clash. */
export function remap(action: ActionName, chords: readonly string[]): readonly Clash[] {
  const changed = { ...state.keymap, [action]: chords }
  const clashes = clashesOf(changed)
  if (clashes.length === 0) keep(changed)
  return clashes
}

/** Gives all actions the keys that they had at first. */
export function resetKeys(): void {
  keep(FIRST_KEYS)
}

function keep(changed: Keymap): void {
  state.keymap = changed
  try {
    localStorage.setItem(KEY, JSON.stringify(changed))
  } catch {
    // A browser may forbid it: then they hold as long as the page.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

/** What actions do where one is; those that are absent do nothing. */
export type Doings = Partial<Readonly<Record<ActionName, () => void>>>

/** Longest pause between two strokes of one chord, in milliseconds. */
const PAUSE = 1500

/** Hears strokes: `scopes` says which are heard now, `doings` what they do. */
export function newKeys(
  scopes: () => readonly KeyScope[],
  doings: Doings,
): (event: KeyboardEvent) => void {
  // Of what is done elsewhere no stroke is taken: the same key may begin it there.
  const own = Object.keys(doings) as ActionName[]
  let [before, at] = ['', 0]
  return (event) => {
    const stroke = chordOf(event)
    if (stroke === undefined || event.defaultPrevented) return
    const chord = before !== '' && event.timeStamp - at < PAUSE ? `${before} ${stroke}` : stroke
    before = ''
    if (isElsewhere(event, chord) || (!settings().letterKeys && isSingle(chord))) return
    const { action, more } = actionOf(state.keymap, chord, { scopes: scopes(), among: own })
    if (more) [before, at] = [chord, event.timeStamp]
    const doing = action && doings[action]
    if (more || doing) event.preventDefault()
    doing?.()
  }
}

/** Whether a stroke is for what is being written or chosen, or for the button that it is on. */
function isElsewhere({ target, key }: KeyboardEvent, chord: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (state.keymap.lock.includes(chord) && !isSingle(chord)) return false
  if (target.closest('dialog')) return true
  if (target.closest('input, textarea, select')) return chord !== 'Ctrl+k'
  return (key === 'Enter' || key === ' ') && target.closest('button, a, summary') !== null
}
