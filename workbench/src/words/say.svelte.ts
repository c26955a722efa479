import { IntlMessageFormat } from 'intl-messageformat'
import english from '../../messages/en.json'
import { LANGUAGES, type Language } from './languages.ts'

/** What can be said: the names of the English messages, which are all there. */
export type MessageName = keyof typeof english

type Messages = Readonly<Partial<Record<MessageName, string>>>

/** What brings the messages of a language, as far as somebody wrote them. */
const FILES: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  en: async () => ({ default: english }),
  ar: () => import('../../messages/ar.json'),
  es: () => import('../../messages/es.json'),
  fr: () => import('../../messages/fr.json'),
  uk: () => import('../../messages/uk.json'),
}

const state = $state<{ language: Language; messages: Messages }>({
  language: 'en',
  messages: english,
})
// A cache, which no view follows.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const formats = new Map<string, IntlMessageFormat>()

/** A message in the language of the interface (in English where it lacks one), with its values; ICU MessageFormat. */
export function say(
  name: MessageName,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const own = state.messages[name]
  const [text, language] = own === undefined ? [english[name], 'en'] : [own, state.language]
  const key = `${language} ${text}`
  const format = formats.get(key) ?? new IntlMessageFormat(text, language)
  formats.set(key, format)
  return String(format.format({ ...values }))
}

/** The language of the interface, for dates and numbers. */
export function language(): Language {
  return state.language
}

/** Says everything in another language from now on, and lets the page run its way. */
export async function speak(wanted: Language): Promise<void> {
  state.messages = (await FILES[wanted]()).default
  state.language = wanted
  document.documentElement.lang = wanted
  document.documentElement.dir = LANGUAGES[wanted].dir
}
