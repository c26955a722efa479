/** Where keys of an action are heard: everywhere; while a report is reviewed; there, while the focus is in the record, or while words are selected; in the list of unknown names. */
export type KeyScope = 'everywhere' | 'review' | 'record' | 'selection' | 'names'

/** Something that keys do. */
export interface KeyAction {
  readonly scope: KeyScope
  /** Chords at first: `a`, `Shift+a`, `Ctrl+k`, `g q` (one after the other). */
  readonly keys: readonly string[]
}

/** All that keys do, by the name of the action; a test walks the list for clashes. */
export const ACTIONS = {
  palette: { scope: 'everywhere', keys: ['Ctrl+k'] },
  keys: { scope: 'everywhere', keys: ['?'] },
  undo: { scope: 'everywhere', keys: ['Ctrl+z', 'Backspace'] },
  redo: { scope: 'everywhere', keys: ['Ctrl+Shift+z', 'Ctrl+y'] },
  lock: { scope: 'everywhere', keys: ['Ctrl+Alt+l'] },
  'go-queue': { scope: 'everywhere', keys: ['g q'] },
  'go-incidents': { scope: 'everywhere', keys: ['g i'] },
  'go-map': { scope: 'review', keys: ['g m'] },
  'go-timeline': { scope: 'review', keys: ['g t'] },
  'go-matrix': { scope: 'review', keys: ['g w'] },
  'go-tolls': { scope: 'review', keys: ['g c'] },
  'go-history': { scope: 'review', keys: ['g h'] },
  'go-agreement': { scope: 'review', keys: ['g a'] },
  links: { scope: 'review', keys: ['l'] },
  'next-item': { scope: 'review', keys: ['j'] },
  'previous-item': { scope: 'review', keys: ['k'] },
  'next-value': { scope: 'review', keys: ['ArrowDown'] },
  'previous-value': { scope: 'review', keys: ['ArrowUp'] },
  accept: { scope: 'review', keys: ['a'] },
  'accept-whole': { scope: 'review', keys: ['Shift+a'] },
  reject: { scope: 'review', keys: ['x'] },
  skip: { scope: 'review', keys: ['Space'] },
  edit: { scope: 'review', keys: ['e', 'Enter'] },
  search: { scope: 'review', keys: ['/'] },
  return: { scope: 'review', keys: ['f'] },
  done: { scope: 'review', keys: ['d'] },
  only: { scope: 'review', keys: ['o'] },
  'previous-words': { scope: 'review', keys: ['['] },
  'next-words': { scope: 'review', keys: [']'] },
  'pick-1': { scope: 'review', keys: ['1'] },
  'pick-2': { scope: 'review', keys: ['2'] },
  'pick-3': { scope: 'review', keys: ['3'] },
  'pick-4': { scope: 'review', keys: ['4'] },
  'pick-5': { scope: 'review', keys: ['5'] },
  'pick-6': { scope: 'review', keys: ['6'] },
  'pick-7': { scope: 'review', keys: ['7'] },
  'pick-8': { scope: 'review', keys: ['8'] },
  'pick-9': { scope: 'review', keys: ['9'] },
  'add-missing': { scope: 'record', keys: ['/'] },
  markup: { scope: 'review', keys: ['m'] },
  'add-time': { scope: 'selection', keys: ['t'] },
  'add-place': { scope: 'selection', keys: ['p'] },
  'add-harm': { scope: 'selection', keys: ['h'] },
  'add-who': { scope: 'selection', keys: ['w'] },
  'add-what': { scope: 'selection', keys: ['v'] },
  'add-source': { scope: 'selection', keys: ['s'] },
  'add-content': { scope: 'selection', keys: ['c'] },
  'next-name': { scope: 'names', keys: ['j', 'ArrowDown'] },
  'previous-name': { scope: 'names', keys: ['k', 'ArrowUp'] },
  'add-actor': { scope: 'names', keys: ['a'] },
  'no-actor': { scope: 'names', keys: ['n'] },
} as const satisfies Readonly<Record<string, KeyAction>>

/** The name of an action. */
export type ActionName = keyof typeof ACTIONS

/** The names, in the order of the list. */
export const ACTION_NAMES = Object.keys(ACTIONS) as ActionName[]

/** Actions that take the first, second … of what is offered. */
export const PICKS = [
  'pick-1',
  'pick-2',
  'pick-3',
  'pick-4',
  'pick-5',
  'pick-6',
  'pick-7',
  'pick-8',
  'pick-9',
] as const satisfies readonly ActionName[]
