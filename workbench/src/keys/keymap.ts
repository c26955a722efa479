import { ACTION_NAMES, ACTIONS, type ActionName, type KeyScope } from './actions.ts'

/** The chords of each action. */
export type Keymap = Readonly<Record<ActionName, readonly string[]>>

/** Two actions that the same keys would do. */
export interface Clash {
  readonly actions: readonly [ActionName, ActionName]
  readonly chord: string
}

/** The keys as they are at first. */
export const FIRST_KEYS = Object.fromEntries(
  ACTION_NAMES.map((name) => [name, ACTIONS[name].keys]),
) as unknown as Keymap

const NAMED =
  /^(?:Space|Enter|Backspace|Delete|Home|End|F[1-9]|F1[0-2]|Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down))$/
const MODIFIED = /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?/

/** Whether a text is a chord, or two one after the other: nothing else is ever kept. */
export function isChord(text: string): boolean {
  const strokes = text.split(' ')
  return (
    strokes.length <= 2 &&
    strokes.every((stroke) => {
      const key = stroke.replace(MODIFIED, '')
      return NAMED.test(key) || /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(key)
    })
  )
}

/** What of an event of the keyboard a chord is made of. */
export interface Stroke {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** The chord of a stroke; nothing for a modifier alone. Shift counts where the key is a letter or has a name: of a sign it is part. */
export function chordOf(stroke: Stroke): string | undefined {
  const key = stroke.key === ' ' ? 'Space' : stroke.key
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase()
  const shift = stroke.shiftKey && (isLetter || key.length > 1)
  const ctrl = stroke.ctrlKey || stroke.metaKey
  const name = isLetter ? key.toLowerCase() : key
  const chord = `${ctrl ? 'Ctrl+' : ''}${stroke.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`
  return isChord(chord) ? chord : undefined
}

/** Keys as they were kept: of known actions alone, chords alone; where they clash, all are as they were at first. */
export function readKeymap(text: string | null): Keymap {
  const given = parse(text)
  const entries = ACTION_NAMES.map((name) => {
    const own = Object.hasOwn(given, name) ? given[name] : undefined
    const isSound =
      Array.isArray(own) && own.every((one) => typeof one === 'string' && isChord(one))
    return [name, isSound ? (own as string[]) : FIRST_KEYS[name]]
  })
  const keymap = Object.fromEntries(entries) as Keymap
  return clashesOf(keymap).length === 0 ? keymap : FIRST_KEYS
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    return { ...(JSON.parse(text ?? '{}') as object) }
  } catch {
    return {}
  }
}

/** Actions that the same keys would do where both are heard, also where one's keys begin the other's. */
export function clashesOf(keymap: Keymap): Clash[] {
  return ACTION_NAMES.flatMap((one, i) =>
    ACTION_NAMES.slice(i + 1)
      .filter((other) => areHeardTogether(ACTIONS[one].scope, ACTIONS[other].scope))
      .flatMap((other) =>
        keymap[one]
          .filter((chord) => keymap[other].some((rival) => overlap(chord, rival)))
          .map((chord): Clash => ({ actions: [one, other], chord })),
      ),
  )
}

/** While words are selected their letters come first, and in the record those of the record, so they take nothing away from the rest of the review. */
function areHeardTogether(a: KeyScope, b: KeyScope): boolean {
  return a === b || a === 'everywhere' || b === 'everywhere'
}

function overlap(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `)
}

/** Whether a chord has a letter, digit or sign alone, which a person who speaks to the machine may say by chance. */
export function isSingle(chord: string): boolean {
  return chord.split(' ').some((stroke) => {
    const key = stroke.replace(/^Shift\+/, '')
    return key.length === 1 || key === 'Space'
  })
}

/** What is heard: some scopes, the first first, and of them all actions or those that are done where it is heard. */
export interface Hearing {
  readonly scopes: readonly KeyScope[]
  readonly among?: readonly ActionName[]
}

/** The action of a chord among those that are heard; `more` where it begins another's chord. */
export function actionOf(
  keymap: Keymap,
  chord: string,
  { scopes, among = ACTION_NAMES }: Hearing,
): { readonly action?: ActionName; readonly more: boolean } {
  const heard = scopes.flatMap((scope) => among.filter((name) => ACTIONS[name].scope === scope))
  const action = heard.find((name) => keymap[name].includes(chord))
  const more = heard.some((name) => keymap[name].some((other) => other.startsWith(`${chord} `)))
  return { more, ...(action && { action }) }
}
