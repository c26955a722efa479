import type { Actor, ActorKind, Event, Harm, Participant, Reading } from '../../records/index.ts'
import {
  countRate,
  countShare,
  resultsOf,
  type Rate,
  type Scores,
  type Share,
  type ShareCounter,
} from '../score.ts'
import { inText } from '../token-sets.ts'
import type { Known } from '../known.ts'
import { tollOf } from './toll.ts'

/** A coder's count: the numbers that are exactly right, and the range that an honest reading must meet. */
export interface GoldCount {
  readonly accepted: readonly number[]
  readonly low: number
  readonly high: number
}

/** What a coder wrote of the one event that a report is about; what was not coded is absent. */
export interface CodedEvent {
  readonly counts: Partial<Readonly<Record<Harm, GoldCount>>>
  /** ISO 3166-1 alpha-3. */
  readonly country?: string
  readonly province?: string
  /** One day. */
  readonly date?: string
  /** The name of the group; null where the coder says that nobody knows. */
  readonly perpetrator?: string | null
  readonly suspected?: boolean
}

/**
 * Scores a report's main event against a coder's. `exact`: the toll's lower bound is the coder's number, and silence says 0, as coders
 * have it; `when positive` leaves the coder's zeros out; `when stated` is over the reports in which we state a count; `in range`: our
 * bounds meet the coder's. The toll is read with and without perpetrators, as the sets differ, and either may be right.
 */
export function countCodedEvents(known: Known) {
  const hasMainEvent = countShare()
  const figures = new Map<Harm, ReturnType<typeof countFigures>>()
  const values = { country: countValue(), province: countValue(), date: countValue() }
  const perpetrators = countPerpetrators(known)
  return {
    add(gold: CodedEvent, reading: Reading) {
      const main = mainEvent(reading, known)
      hasMainEvent.add(main !== undefined)
      for (const [harm, count] of countsOf(gold)) {
        const counter = figures.get(harm) ?? countFigures()
        figures.set(harm, counter)
        counter.add(count, tollsOf(reading, main, harm))
      }
      values.country.add(gold.country, main?.place?.value.country, (code) => code === gold.country)
      values.province.add(gold.province, placeWords(main), (words) =>
        words.includes(letters(gold.province ?? '')),
      )
      values.date.add(gold.date, main?.time?.value, ({ earliest, latest }) =>
        [earliest, latest ?? earliest].every((day) => day === gold.date),
      )
      perpetrators.add(gold, reading, main)
    },
    scores: (): Scores =>
      withGold({
        'main event': resultsOf({ found: hasMainEvent }),
        ...mapValues(Object.fromEntries(figures), ({ shares }) => resultsOf(shares)),
        ...mapValues(values, ({ shares }) => resultsOf(shares)),
        perpetrator: perpetrators.results(),
      }),
  }
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]))
}

/** Whether the perpetrator is named and right; over the right ones, whether it is put as a suspicion where the coder has it so. */
function countPerpetrators(known: Known) {
  const counters = { named: countRate(), 'suspected, given the name': countShare() }
  return {
    results: () => resultsOf(counters),
    add({ perpetrator, suspected }: CodedEvent, reading: Reading, main: Event | undefined) {
      if (perpetrator === undefined) return
      const named = namedPerpetrators(reading, main)
      const isRight = named.some((actor) => isCalled(actor, perpetrator, known))
      counters.named.add({
        right: Number(isRight),
        system: Number(named.length > 0),
        gold: Number(perpetrator !== null),
      })
      if (isRight && suspected !== undefined)
        counters['suspected, given the name'].add(suspected === isSuspected(main))
    },
  }
}

function countsOf({ counts }: CodedEvent): (readonly [Harm, GoldCount])[] {
  return Object.entries(counts) as [Harm, GoldCount][]
}

/** The statuses as they go before one another: what happened is what a report is about. */
const RANKS = {
  happened: 0,
  attempted: 1,
  foiled: 1,
  possible: 2,
  denied: 3,
  threatened: 4,
  planned: 4,
  general: 5,
} as const

/** The event that a report is mainly about: harmful and particular; what happened first, then the most figures, then the earliest mention. */
export function mainEvent({ events }: Reading, { isHarmful }: Known): Event | undefined {
  const first = ({ mentions }: Event): number =>
    Math.min(...inText(mentions).map(({ start }) => start))
  return events
    .filter(({ kind, status }) => status !== 'general' && isHarmful(kind))
    .sort(
      (a, b) =>
        RANKS[a.status] - RANKS[b.status] ||
        b.figures.length - a.figures.length ||
        first(a) - first(b) ||
        0,
    )[0]
}

/** The toll with perpetrators and without; nobody, where no figure is stated. */
function tollsOf(reading: Reading, main: Event | undefined, harm: Harm) {
  const { statements } = reading
  const stated = [
    tollOf(main, harm, { statements }),
    tollOf(main, harm, { statements, keep: ({ of }) => of?.category !== 'perpetrator' }),
  ].flatMap((bounds) => bounds ?? [])
  return { isStated: stated.length > 0, tolls: stated.length > 0 ? stated : [NOBODY] }
}

const NOBODY = { atLeast: 0, atMost: 0 }

function countFigures() {
  const shares = {
    exact: countShare(),
    'when positive': countShare(),
    'when stated': countShare(),
    'in range': countShare(),
  } satisfies Record<string, ShareCounter>
  return {
    shares,
    add({ accepted, low, high }: GoldCount, { isStated, tolls }: ReturnType<typeof tollsOf>) {
      const isExact = tolls.some(({ atLeast }) => accepted.includes(atLeast))
      shares.exact.add(isExact)
      shares['in range'].add(tolls.some(({ atLeast, atMost }) => atLeast <= high && atMost >= low))
      if (low > 0) shares['when positive'].add(isExact)
      if (isStated) shares['when stated'].add(isExact)
    },
  }
}

/** A value over all reports that have it in the gold, and over those where we say one. */
function countValue() {
  const shares = { 'of all': countShare(), 'of given': countShare() }
  return {
    shares,
    add<T>(gold: string | undefined, value: T | undefined, isRight: (value: T) => boolean) {
      if (gold === undefined) return
      const right = value !== undefined && isRight(value)
      shares['of all'].add(right)
      if (value !== undefined) shares['of given'].add(right)
    },
  }
}

function placeWords(event: Event | undefined): string | undefined {
  const place = event?.place?.value
  return place && letters([place.name, place.admin1, place.admin2].join(''))
}

function letters(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
}

function perpetratorsOf(event: Event | undefined): Participant[] {
  return (event?.participants ?? []).filter(({ role }) => role === 'perpetrator')
}

const NAMEABLE: readonly ActorKind[] = [
  'armed-group',
  'person',
  'organisation',
  'state-force',
  'government',
]

function namedPerpetrators({ actors }: Reading, main: Event | undefined): Actor[] {
  const ids = new Set(perpetratorsOf(main).map(({ actor }) => actor))
  return actors.filter(
    ({ id, known, named, kind }) =>
      ids.has(id) && (known !== undefined || (named && NAMEABLE.includes(kind))),
  )
}

/** Whether a form of an actor, or its known names, is a coder's name of the group. */
function isCalled(
  { name, known, mentions }: Actor,
  gold: string | null,
  { sameGroup }: Known,
): boolean {
  if (gold === null) return false
  const forms = new Set([name, ...mentions.map(({ quote }) => quote)])
  return [...forms].some((form) =>
    sameGroup({ name: form, ...(known !== undefined && { known }) }, gold),
  )
}

function isSuspected(main: Event | undefined): boolean {
  return perpetratorsOf(main).every(
    ({ confidence }) => confidence === 'suspected' || confidence === 'possible',
  )
}

/** Without the measures that a set has no gold for. */
function withGold(scores: Readonly<Record<string, ReturnType<typeof resultsOf>>>): Scores {
  const hasGold = (score: Rate | Share): boolean =>
    ('of' in score ? score.of : score.gold + score.system) > 0
  return Object.fromEntries(
    Object.entries(scores).filter(([, group]) => Object.values(group).some(hasGold)),
  )
}
