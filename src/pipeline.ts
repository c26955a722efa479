import { openEventWords, readEvents } from './analyse/events/index.ts'
import { openMentionWords, readMentions, type Mentions } from './analyse/mentions/index.ts'
import { linkStatements, openStatementWords, readStatements } from './analyse/statements/index.ts'
import { contentKey, sha256 } from './base/hash.ts'
import type { Codebook } from './codebook/index.ts'
import { codeEvent, openCodeWords } from './codings/index.ts'
import {
  openCountWords,
  type Actor,
  type Event,
  type Note,
  type OwnActor,
  type Place,
  type Reading,
  type Report,
  type ReportInput,
  type Run,
  type Statement,
  type Time,
  type Trace,
  type VerifyKit,
} from './records/index.ts'
import { addOwnActors, type ActorIndex } from './resolve/actor/index.ts'
import { resolvePlaces, type Gazetteer } from './resolve/place/index.ts'
import { openTimeWords, resolveTimes } from './resolve/time/index.ts'
import {
  analyseText,
  findCredits,
  judgeLanguage,
  openLanguageWords,
  firstTokenFrom,
  openPhraseTable,
  type Document,
  type Lexicon,
  type Phrase,
  type PhraseMatch,
  type PhraseTable,
  type TextKit,
} from './text/index.ts'

/** What a kit is made of; `openKit` reads these from `data/`. */
export interface KitParts {
  readonly run: Run
  readonly lexicon: Lexicon
  readonly text: TextKit
  readonly gazetteer: Gazetteer
  readonly actors: ActorIndex
  readonly codebook: Codebook
}

/** All that reading needs besides the report; made once and used for any number of reports. */
export interface Kit extends KitParts {
  readonly phrases: PhraseTable
  /** What `verifyReading` needs. */
  readonly verify: VerifyKit
  readonly words: ReturnType<typeof openWords>
}

/** Makes a kit of its parts: opens the word lists and joins the phrase lists. */
export function makeKit(parts: KitParts): Kit {
  return {
    ...parts,
    phrases: openPhraseTable(phrasesOf(parts), parts.text.tokens),
    verify: makeVerifyKit(parts),
    words: openWords(parts.lexicon),
  }
}

/** The kit with the entries of a dictionary; the same kit where there are none. Readings say with which dictionary they were made. */
export function withDictionary(kit: Kit, own: readonly OwnActor[]): Kit {
  if (own.length === 0) return kit
  const actors = addOwnActors(kit.actors, own)
  const dictionary = contentKey(...own.map((actor) => JSON.stringify(actor)).sort())
  return {
    ...kit,
    run: { ...kit.run, dictionary },
    actors,
    phrases: openPhraseTable(phrasesOf({ ...kit, actors }), kit.text.tokens),
  }
}

/** What `verifyReading` needs: the words of number, and the kinds of the codebook. */
export function makeVerifyKit({
  lexicon,
  codebook,
}: Pick<KitParts, 'lexicon' | 'codebook'>): VerifyKit {
  const counts = openCountWords({
    cardinals: lexicon.rows('cardinals'),
    quantities: lexicon.rows('quantities'),
    counting: lexicon.rows('count-words'),
    calendar: lexicon.rows('time-words'),
  })
  return { counts, kinds: new Set(codebook.kinds.keys()) }
}

/** The names of known actors, and the weapons. */
function* phrasesOf({ actors, lexicon }: KitParts): Generator<Phrase> {
  yield* actors.phrases()
  for (const { phrase, value } of lexicon.rows('weapons'))
    if (phrase !== undefined && value !== undefined)
      yield { phrase, entry: { list: 'weapon', value } }
}

function openWords(lexicon: Lexicon) {
  const mentions = openMentionWords(lexicon)
  return {
    language: openLanguageWords(lexicon),
    time: openTimeWords(lexicon),
    mentions,
    statements: openStatementWords(lexicon),
    events: openEventWords(lexicon, mentions),
    codes: openCodeWords(lexicon.rows('weapons'), lexicon.rows('targets')),
  }
}

/** The report that an input becomes: its id is kept, or made of outlet, address and text; keys that we do not know are left out. */
export function toReport(input: ReportInput, language = input.language ?? 'en'): Report {
  const hash = sha256(input.text)
  const known = Object.entries(input).filter(([key]) => REPORT_KEYS.has(key))
  return Object.assign(Object.fromEntries(known) as unknown as ReportInput, {
    id: input.id ?? contentKey('report', input.outlet ?? '', input.uri ?? '', hash),
    hash,
    language,
  })
}

const REPORT_KEYS: ReadonlySet<string> = new Set([
  'text',
  'id',
  'title',
  'outlet',
  'author',
  'publishedAt',
  'updatedAt',
  'uri',
  'language',
] satisfies (keyof ReportInput)[])

/** One report in, all its records out; the same input, kit and version give the same bytes. `trace` hears which rule read what. */
export function readReport(input: ReportInput, kit: Kit, trace?: Trace): Reading {
  const judged = judgeLanguage(input.language, input.text, kit.words.language)
  const plain = toReport(input, judged.language)
  const document = judged.refused ? undefined : analyseText(plain, kit.text)
  const credits = document ? findCredits(document) : []
  const report = credits.length > 0 ? { ...plain, credits } : plain
  const found = document ? readRecords(document, { kit, ...(trace && { trace }) }) : NOTHING
  const undated = judged.refused ? [] : undatedNotes(report, found.times)
  const notes = [...unknownKeyNotes(input), ...judged.notes, ...undated]
  return { schema: 'ascribe.reading/1', run: kit.run, report, ...found, notes }
}

const NOTHING: Records = { actors: [], events: [], statements: [], times: [], places: [] }

function unknownKeyNotes(input: ReportInput): Note[] {
  const unknown = Object.keys(input).filter((key) => !REPORT_KEYS.has(key))
  return unknown.map((key) => ({
    code: 'unknown-key',
    message: `“${key}” is no key of an input record, and was left out`,
  }))
}

/** Most expressions that a note points at. */
const POINTED_AT = 5

/** Without a day of publication "on Monday" is no date. */
function undatedNotes({ publishedAt }: Report, times: readonly Time[]): Note[] {
  const lost = times.filter(
    ({ type, earliest, latest }) =>
      type !== 'duration' && type !== 'set' && earliest === undefined && latest === undefined,
  )
  if (publishedAt !== undefined || lost.length === 0) return []
  const message = `no day of publication is known: ${lost.length === 1 ? 'a time' : `${lost.length} times`} could not be dated`
  const evidence = lost.slice(0, POINTED_AT).flatMap((time) => time.evidence)
  return [{ code: 'no-publication-date', message, evidence }]
}

interface Context {
  readonly kit: Kit
  readonly trace?: Trace
}

interface Records {
  readonly actors: readonly Actor[]
  readonly events: readonly Event[]
  readonly statements: readonly Statement[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
}

/** The stages in a row: each takes what those before it found. */
function readRecords(document: Document, { kit, trace }: Context): Records {
  const { words } = kit
  const traced = trace ? { trace } : {}
  const phrases = kit.phrases.find(document)
  const times = resolveTimes(document, words.time, traced)
  const places = resolvePlaces(document, kit.gazetteer, {
    notPlaces: takenTokens(document, phrases, times),
    ...traced,
  })
  const mentions = mentionsOf(document, { phrases, times, places, ...traced }, kit)
  const said = { phrases, times, ...traced }
  const statements = readStatements(document, mentions, { words: words.statements, ...said })
  const context = { words: words.events, places, statements, ...said }
  const events = codeEvents(readEvents(document, mentions, context), mentions.actors, kit)
  return {
    actors: mentions.actors,
    events,
    statements: linkStatements(statements, events),
    times,
    places,
  }
}

interface Found {
  readonly phrases: readonly PhraseMatch[]
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly trace?: Trace
}

function mentionsOf(document: Document, found: Found, { words, actors, gazetteer }: Kit): Mentions {
  const day = document.report.publishedAt?.slice(0, 10)
  return readMentions(document, {
    words: words.mentions,
    actorKind: (id) => actors.resolveActor(id, day),
    countries: (word) => gazetteer.countries.lookup(word)?.iso3,
    ...found,
  })
}

/** Whether a token is none of a place: it lies in a longer name of a known actor ("Lebanon" in "Army of South Lebanon"), or tells a time ("March"). */
function takenTokens(
  document: Document,
  phrases: readonly PhraseMatch[],
  times: readonly Time[],
): (token: number) => boolean {
  const taken = new Uint8Array(document.tokens.length)
  for (const { first, last, entries } of phrases)
    if (last - first > 1 && entries.some(({ list }) => list === 'actor')) taken.fill(1, first, last)
  for (const { evidence } of times)
    for (const { start, end } of evidence)
      taken.fill(1, firstTokenFrom(document, start), firstTokenFrom(document, end))
  return (token) => taken[token] === 1
}

/** Events with what each codebook makes of them. */
function codeEvents(events: readonly Event[], all: readonly Actor[], kit: Kit): Event[] {
  const actors = new Map(all.map((actor) => [actor.id, actor]))
  const known = (id: string, day?: string) => kit.actors.resolveActor(id, day)
  const context = { codebook: kit.codebook, actors, words: kit.words.codes, known }
  return events.map((event) => ({ ...event, codes: codeEvent(event, context) }))
}
