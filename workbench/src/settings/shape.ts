import { isLanguage, type Language } from '../words/languages.ts'

/** How bright the screen is; `auto` as the machine has it. */
export const SCHEMES = ['auto', 'light', 'dark', 'contrast'] as const
/** Sizes of all text, against that of the browser. */
export const SIZES = ['small', 'normal', 'large', 'largest'] as const
/** Minutes without a touch after which the screen hides itself; 0 is never. */
export const HIDE_AFTER = [0, 5, 15, 60] as const
/** The same, after which it locks itself. */
export const LOCK_AFTER = [0, 1, 5, 15, 60] as const

/** What somebody set for this browser. */
export interface Settings {
  readonly language: Language
  readonly scheme: (typeof SCHEMES)[number]
  readonly size: (typeof SIZES)[number]
  /** Whether single letters do something (they get in the way of some who speak to their machine). */
  readonly letterKeys: boolean
  /** Whether text that tells of harm stays folded until it is asked for. */
  readonly foldHarm: boolean
  /** Whether Escape, twice, hides everything at once. */
  readonly quickHide: boolean
  readonly hideAfter: (typeof HIDE_AFTER)[number]
  readonly lockAfter: (typeof LOCK_AFTER)[number]
  readonly tourSeen: boolean
}

/** What holds until somebody sets something else. */
export const DEFAULTS: Settings = {
  language: 'en',
  scheme: 'auto',
  size: 'normal',
  letterKeys: true,
  foldHarm: false,
  quickHide: true,
  hideAfter: 0,
  lockAfter: 0,
  tourSeen: false,
}

/** Settings as they were kept; what is none of ours any more is as it was at first. */
export function readSettings(text: string | null): Settings {
  const kept = parse(text)
  const { language } = kept
  return {
    language: isLanguage(language) ? language : DEFAULTS.language,
    scheme: oneOf(SCHEMES, kept['scheme']) ?? DEFAULTS.scheme,
    size: oneOf(SIZES, kept['size']) ?? DEFAULTS.size,
    hideAfter: oneOf(HIDE_AFTER, kept['hideAfter']) ?? DEFAULTS.hideAfter,
    lockAfter: oneOf(LOCK_AFTER, kept['lockAfter']) ?? DEFAULTS.lockAfter,
    ...switches(kept, ['letterKeys', 'foldHarm', 'quickHide', 'tourSeen']),
  }
}

function parse(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

function oneOf<Value>(list: readonly Value[], value: unknown): Value | undefined {
  return list.find((one) => one === value)
}

function switches<Name extends 'letterKeys' | 'foldHarm' | 'quickHide' | 'tourSeen'>(
  kept: Readonly<Record<string, unknown>>,
  names: readonly Name[],
): Record<Name, boolean> {
  const entries = names.map((name): [Name, boolean] => {
    const value = kept[name]
    return [name, typeof value === 'boolean' ? value : DEFAULTS[name]]
  })
  return Object.fromEntries(entries) as Record<Name, boolean>
}
