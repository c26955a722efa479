/** The languages of the interface, by their own names, and the way they run; each has a file of messages. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr' },
  ar: { name: 'العربية', dir: 'rtl' },
  es: { name: 'Español', dir: 'ltr' },
  fr: { name: 'Français', dir: 'ltr' },
  uk: { name: 'Українська', dir: 'ltr' },
} as const
/** A language of the interface. */
export type Language = keyof typeof LANGUAGES

/** Whether the interface has a language. */
export function isLanguage(code: unknown): code is Language {
  return typeof code === 'string' && Object.hasOwn(LANGUAGES, code)
}
