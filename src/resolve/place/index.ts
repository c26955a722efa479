import { contentKey } from '../../base/hash.ts'
import type { Exactness, Place, Trace } from '../../records/index.ts'
import type { Document, TokenRange } from '../../text/index.ts'
import { choosePlaces, type ChosenPlace } from './choose.ts'
import type { Gazetteer, Sense } from './gazetteer.ts'
import { judgeNames, type JudgedName } from './judge.ts'
import { openNameText, type NameText } from './name-text.ts'
import { findPlaceNames, type PlaceName } from './names.ts'
import { findUnknownPlaces } from './unknown.ts'
import { relationBefore } from './relation.ts'

export * from './countries.ts'
export { PLACE_RULES } from './rules.ts'
export { openGazetteer, type Gazetteer } from './gazetteer.ts'

export interface PlaceOptions {
  readonly trace?: Trace
  /** Tokens that are known to be no place: a person's or a body's name. */
  readonly notPlaces?: (tokenIndex: number) => boolean
}

/** Every place that the report names, in order of its first mention; one whose name fits several far apart, or that the gazetteer lacks, has no coordinates. */
export function resolvePlaces(
  document: Document,
  gazetteer: Gazetteer,
  options: PlaceOptions = {},
): Place[] {
  const { trace, notPlaces = () => false } = options
  const text = openNameText(document, gazetteer)
  const { found, names, unknown } = judgedNames(text, notPlaces)
  if (trace) tell(found, { names, unknown: new Set(unknown) }, trace)
  const drafts = new Map<string, Draft>()
  const all = choosePlaces(text, names)
  const senses = sensesByToken(all)
  for (const chosen of all) {
    if (trace && !chosen.sense) tellRefused(chosen, trace)
    for (const mention of chosen.mentions) {
      const relation = relationBefore(document, mention, gazetteer.words)
      const key = `${chosen.sense?.key ?? mention.folded}\t${relation ?? ''}`
      const draft = drafts.get(key) ?? { chosen, mentions: [], ...(relation && { relation }) }
      draft.mentions.push(mention)
      drafts.set(key, draft)
    }
  }
  return [...drafts.values()]
    .map((draft) => placeOf(document, draft, senses))
    .sort((a, b) => (a.evidence[0]?.start ?? 0) - (b.evidence[0]?.start ?? 0))
}

interface Judged {
  readonly found: readonly PlaceName[]
  readonly unknown: readonly PlaceName[]
  readonly names: readonly JudgedName[]
}

/** The names that are places here; one of the gazetteer that is none by itself may be a word of one that the gazetteer lacks ("Nehal Tepe"). */
function judgedNames(text: NameText, notPlaces: (tokenIndex: number) => boolean): Judged {
  const known = findPlaceNames(text, notPlaces)
  const names = judgeNames(text, known)
  const taken = tokensOf(names)
  const unknown = findUnknownPlaces(text, (token) => taken.has(token) || notPlaces(token))
  if (unknown.length === 0) return { found: known, unknown, names: withArabicSenses(text, names) }
  const held = tokensOf(unknown)
  const found = [...known.filter(({ first }) => !held.has(first)), ...unknown].sort(
    (a, b) => a.first - b.first,
  )
  return { found, unknown, names: withArabicSenses(text, judgeNames(text, found)) }
}

/** "in Zabadani", "near Qardaha": what the text calls a place may stand in the gazetteer with the Arabic article, and with the "h" that is not spoken. */
function withArabicSenses({ gazetteer }: NameText, names: readonly JudgedName[]): JudgedName[] {
  return names.map((name) => {
    if (name.senses.length > 0 || name.folded.length < LEAST_LETTERS) return name
    const spelled = [`al ${name.folded}`, `al ${name.folded}h`, `${name.folded}h`]
    const senses = spelled.map((one) => gazetteer.senses(one)).find((found) => found.length > 0)
    return senses ? { ...name, senses } : name
  })
}

/** Shorter names are too often something else. */
const LEAST_LETTERS = 4

function tokensOf(names: readonly TokenRange[]): Set<number> {
  const tokens = new Set<number>()
  for (const { first, last } of names) for (let at = first; at < last; at += 1) tokens.add(at)
  return tokens
}

interface Draft {
  readonly chosen: ChosenPlace
  readonly mentions: JudgedName[]
  readonly relation?: string
}

/** What the names of a text mean, by their first tokens. */
function sensesByToken(all: readonly ChosenPlace[]): ReadonlyMap<number, Sense> {
  return new Map(
    all.flatMap(({ sense, mentions }) =>
      sense ? mentions.map(({ first }) => [first, sense] as const) : [],
    ),
  )
}

/** Of a place whose area the gazetteer lacks we know the one that the text says it lies in. */
function areaTold(
  mentions: readonly JudgedName[],
  senses: ReadonlyMap<number, Sense>,
): Pick<Place, 'country' | 'admin1' | 'admin2'> {
  const parent = mentions.find(({ parent }) => parent)?.parent
  const sense = parent && senses.get(parent.first)
  return sense ? areaOf(sense) : {}
}

/** The country and areas of a sense, as far as they are known. */
function areaOf({ country, admin1, admin2 }: Sense): Pick<Place, 'country' | 'admin1' | 'admin2'> {
  return {
    ...(country !== '' && { country }),
    ...(admin1 !== '' && { admin1 }),
    ...(admin2 !== '' && { admin2 }),
  }
}

function placeOf(
  document: Document,
  { chosen, mentions, relation }: Draft,
  senses: ReadonlyMap<number, Sense>,
): Place {
  const sorted = [...mentions].sort((a, b) => a.first - b.first)
  const [first] = sorted
  const { start = 0, end = 0, quote = '' } = first?.evidence ?? {}
  const area = first?.area
  return {
    id: contentKey(document.report.id, 'place', start, end),
    name: chosen.sense?.name ?? plainest(sorted) ?? quote,
    evidence: sorted.map(({ evidence }) => evidence),
    ...(sorted.some(({ isDateline }) => isDateline) && { role: 'dateline' as const }),
    ...(chosen.sense
      ? { ...areaTold(sorted, senses), ...locationOf(chosen.sense, relation !== undefined) }
      : { ...areaTold(sorted, senses), ...(area && { exactness: area }) }),
    ...(relation !== undefined && { relation }),
  }
}

/** The first mention that is not all in capitals: "SELIN" of a dateline is Selin where the text says so. */
function plainest(mentions: readonly JudgedName[]): string | undefined {
  return mentions.find(({ evidence }) => /\p{Ll}/u.test(evidence.quote))?.evidence.quote
}

/** What is beside a place is known only to lie in its district. */
function locationOf(sense: Sense, isBeside: boolean): Omit<Place, 'id' | 'name' | 'evidence'> {
  const near: Exactness | undefined =
    isBeside && (sense.exactness === 'town' || sense.exactness === 'site') ? 'district' : undefined
  return {
    ...areaOf(sense),
    latitude: sense.latitude,
    longitude: sense.longitude,
    ...(sense.gazetteer !== undefined && { gazetteer: sense.gazetteer }),
    exactness: near ?? sense.exactness,
  }
}

function tell(
  found: readonly PlaceName[],
  { names, unknown }: { names: readonly JudgedName[]; unknown: ReadonlySet<PlaceName> },
  trace: Trace,
): void {
  const read = new Set(names.map(({ first }) => first))
  for (const name of found) {
    const { first, evidence } = name
    const span = { start: evidence.start, end: evidence.end }
    const rule = unknown.has(name) ? 'place/unknown' : 'place/name'
    if (read.has(first)) trace({ rule, outcome: 'read', span, why: 'a place' })
    else trace({ rule, outcome: 'missed', span, why: 'nothing here says it is a place' })
  }
}

/** A place without coordinates: we know that it is one, and not which. */
function tellRefused({ mentions }: ChosenPlace, trace: Trace): void {
  const why = 'a place, but refused: the name fits none that we know, or several far apart'
  for (const { evidence } of mentions)
    trace({ rule: 'place/choose', outcome: 'missed', span: evidence, why })
}
