import { IntlMessageFormat } from 'intl-messageformat'
import english from '../../messages/en.json'
import { LANGUAGES, type Language } from './languages.ts'

/** What can be said: the names of the English messages, which are all there. */
export type MessageName = keyof typeof english

type Values = Readonly<Record<string, string | number>>
type Messages = Readonly<Partial<Record<MessageName, string>>>

/** What brings the messages of a language, as far as somebody wrote them. */
const FILES: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  en: async () => ({ default: english }),
  ar: () => import('../../messages/ar.json'),
  es: () => import('../../messages/es.json'),
  fr: () => import('../../messages/fr.json'),
  uk: () => import('../../messages/uk.json'),
}

/** Whether something is the name of a message. */
export function isMessage(name: string): name is MessageName {
  return Object.hasOwn(english, name)
}

const state = $state<{ language: Language; messages: Messages }>({
  language: 'en',
  messages: english,
})
// A cache, which no view follows.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const formats = new Map<string, IntlMessageFormat>()

/** A message in the language of the interface (in English where it lacks one), with its values; ICU MessageFormat. */
export function say(name: MessageName, values: Values = {}): string {
  const own = state.messages[name]
  const [text, language] = own === undefined ? [english[name], 'en'] : [own, state.language]
  const key = `${language} ${text}`
  const format = formats.get(key) ?? new IntlMessageFormat(text, language)
  formats.set(key, format)
  return String(
    format.format(LANGUAGES[state.language].dir === 'rtl' ? apart(format, values) : values),
  )
}

/** How the format calls a hole that chooses between forms by its value. */
const SELECT = 5

/** First strong isolate, and its end. By their numbers: as letters they would turn the code itself. */
const [APART, APART_END] = [String.fromCodePoint(0x2068), String.fromCodePoint(0x2069)]

/** Something that keeps its own direction among words of the interface. */
export function asOwn(text: string): string {
  return LANGUAGES[state.language].dir === 'rtl' ? `${APART}${text}${APART_END}` : text
}

/** Values with marks around them that keep their own direction: names and ranges of numbers among words that run the other way. */
function apart(format: IntlMessageFormat, values: Values): Values {
  const chosen = new Set(
    format.getAst().flatMap((part) => (part.type === SELECT ? [part.value] : [])),
  )
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && !chosen.has(name) ? `${APART}${value}${APART_END}` : value,
    ]),
  )
}

/** The language of the interface, for dates and numbers. */
export function language(): Language {
  return state.language
}

/** The language that was asked for last. */
let asked: Language = 'en'

/** Says everything in another language from now on, and lets the page run its way. */
export async function speak(wanted: Language): Promise<void> {
  asked = wanted
  const { default: messages } = await FILES[wanted]()
  // Another was chosen meanwhile.
  if (asked !== wanted) return
  state.messages = messages
  state.language = wanted
  document.documentElement.lang = wanted
  document.documentElement.dir = LANGUAGES[wanted].dir
}
