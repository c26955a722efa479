import { IntlMessageFormat } from 'intl-messageformat'
import english from '../../messages/en.json'

/** The languages of the interface, by their own names, and the way they run. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr' },
} as const
/** A language of the interface. */
export type Language = keyof typeof LANGUAGES

/** What can be said: the names of the English messages, which are all there. */
export type MessageName = keyof typeof english

type Messages = Readonly<Partial<Record<MessageName, string>>>

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
  const text = state.messages[name] ?? english[name]
  const key = `${state.language} ${text}`
  const format = formats.get(key) ?? new IntlMessageFormat(text, state.language)
  formats.set(key, format)
  return String(format.format({ ...values }))
}
