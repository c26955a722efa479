import type { Evidence, Place, Span, Statement, Time } from '../../records/index.ts'
import {
  childBy,
  datelineBefore,
  firstTokenFrom,
  tokensIn,
  type Sentence,
} from '../../text/index.ts'
import { isOfToll, limitBefore } from '../figures/index.ts'
import type { Arguments } from './arguments.ts'
import { isOf } from './event-words.ts'
import { isOfSaying } from './saying-clause.ts'
import { lemmaAt, tokenAt, type Scene } from './scene.ts'
import { headOfSpan, stepOf, type Scope } from './scope.ts'
import { isStruck, strikesPlaces } from './struck-place.ts'

/** A time or place with the words by which it stands beside a trigger. */
export interface Beside<T> {
  readonly record: T
  readonly evidence: Evidence
  readonly token: number
  readonly step: number
}

/** Times and places by the sentence that they stand in; made once for a document. */
export interface Setting {
  readonly times: ReadonlyMap<number, readonly Beside<Time>[]>
  readonly places: ReadonlyMap<number, readonly Beside<Place>[]>
}

export function settingOf(scene: Scene): Setting {
  const told = sourceTokens(scene)
  return {
    times: bySentence(scene, scene.times.filter(isMoment)),
    places: bySentence(
      scene,
      scene.places.filter(({ name }) => name !== ''),
      told,
    ),
  }
}

/** Words that tell who says something: "the analyst, who has worked in Darun" puts nothing into Darun. */
function sourceTokens({ document, statements }: Scene): ReadonlySet<number> {
  const tokens = new Set<number>()
  for (const { source } of statements)
    for (const span of source?.evidence ?? []) {
      const { first, last } = tokensIn(document, span)
      for (let at = first; at < last; at += 1) tokens.add(at)
    }
  return tokens
}

/** "since Monday": from then on. */
export function isSince({ document }: Pick<Scene, 'document'>, { evidence }: Time): boolean {
  return evidence.some(({ start }) => wordBefore(document, start) === 'since')
}

function wordBefore(document: Scene['document'], start: number): string | undefined {
  return document.tokens[firstTokenFrom(document, start) - 1]?.lower
}

function isMoment({ type, earliest, latest, value }: Time): boolean {
  if (type !== 'date' && type !== 'time') return false
  return (earliest ?? latest) !== undefined && !/_REF$/.test(value ?? '')
}

function bySentence<T extends { readonly evidence: readonly Evidence[] }>(
  scene: Scene,
  records: readonly T[],
  left: ReadonlySet<number> = new Set(),
): Map<number, Beside<T>[]> {
  const found = new Map<number, Beside<T>[]>()
  for (const record of records)
    for (const evidence of record.evidence) {
      if (evidence.in !== undefined || inDateline(scene, evidence)) continue
      if (limitBefore(scene, evidence) || isOfToll(scene, evidence)) continue
      const token = headOfSpan(scene, evidence) ?? firstTokenFrom(scene.document, evidence.start)
      const sentence = tokenAt(scene, token)?.sentence
      if (sentence === undefined || left.has(token)) continue
      const list = found.get(sentence) ?? []
      list.push({ record, evidence, token, step: 2 })
      found.set(sentence, list)
    }
  return found
}

export function inDateline({ document }: Scene, { start, end }: Span): boolean {
  const line = datelineBefore(document, end)
  return line !== undefined && start < line.end
}

interface Spot {
  readonly token: number
  readonly sentence: number
  readonly scope: Scope
  /** Words that other triggers hold as their own. */
  readonly taken: ReadonlySet<number>
  /** Whose content holds the trigger. */
  readonly statements: readonly Statement[]
  readonly around: Arguments
  readonly kind: string
}

/** The time that a trigger's own words give, else its clause, else its sentence; the nearest of equals. */
export function timeOf(scene: Scene, setting: Setting, spot: Spot): Beside<Time> | undefined {
  return nearest(heldBy(scene, setting.times, spot), spot)
}

/** The place where: after "in", "at", "near", as a modifier of the trigger itself, or as what was struck. */
export function placeOf(scene: Scene, setting: Setting, spot: Spot): Beside<Place> | undefined {
  const mayBeStruck = strikesPlaces(scene, spot.kind)
  const held = heldBy(scene, setting.places, spot)
  const places = held.filter(
    ({ token, record, evidence }) =>
      isLocative(scene, token) ||
      standsInSettlement(scene, evidence) ||
      (!isWide(record) && modifies(scene, token, spot.token)) ||
      (mayBeStruck && isStruck(scene, token, spot.around)),
  )
  const best = nearest(places, spot, (record) => (isWide(record) ? 1 : 0))
  return best && inmost(scene, best, held)
}

/** The innermost of the places that a place is told to hold right before it: "in Selin district, Velka province" is in Selin. */
function inmost(
  scene: Scene,
  best: Beside<Place>,
  places: readonly Beside<Place>[],
): Beside<Place> {
  const inner = places.find(({ evidence }) => isNamedWithin(scene, evidence, best.evidence))
  return inner ? inmost(scene, { ...inner, step: best.step }, places) : best
}

/** "Selin, Velka", "Selin district, Velka province", "Selin in the Velka valley", "Velka's port Selin": one place is told to lie in the next. */
function isNamedWithin({ document }: Scene, inner: Evidence, outer: Evidence): boolean {
  if (outer.end < inner.start && inner.start - outer.end < 30)
    return /^['’]s?(?: \p{Ll}+){0,2} $/u.test(document.text.slice(outer.end, inner.start))
  if (inner.end >= outer.start || outer.start - inner.end > 40) return false
  return /^(?: \p{Ll}[\p{L}-]*)?(?:,| in| of)(?: the)?(?: \p{Ll}[\p{L}-]*)? $/u.test(
    document.text.slice(inner.end, outer.start).replace(/\s/g, ' '),
  )
}

export function isWide({ exactness }: Place): boolean {
  return exactness === 'country' || exactness === 'region'
}

/** Those in a trigger's sentence that neither another trigger nor the saying of it holds. */
function heldBy<T>(
  scene: Scene,
  besides: ReadonlyMap<number, readonly Beside<T>[]>,
  { sentence, scope, taken, statements }: Spot,
): Beside<T>[] {
  return (besides.get(sentence) ?? []).filter(
    ({ token }) =>
      (scope.own.has(token) || !taken.has(token)) && !isOfSaying(scene, token, statements),
  )
}

function nearest<T>(
  candidates: readonly Beside<T>[],
  { token, scope }: Spot,
  coarse: (record: T) => number = () => 0,
): Beside<T> | undefined {
  return candidates
    .map(({ record, evidence, token }) => ({ record, evidence, token, step: stepOf(scope, token) }))
    .sort(
      (a, b) =>
        a.step - b.step ||
        coarse(a.record) - coarse(b.record) ||
        Math.abs(a.token - token) - Math.abs(b.token - token),
    )[0]
}

const LOCATIVE = /^(in|at|near|outside|inside|around|across|on|off|throughout|within|into|over)$/

/** "in its capital city Darun": the name stands where its noun does, however the tree joins them. */
function standsInSettlement(scene: Scene, { start }: Evidence): boolean {
  const noun = firstTokenFrom(scene.document, start) - 1
  if (!isOf(scene.words, lemmaAt(scene, noun), 'settlement')) return false
  let at = noun - 1
  while (noun - at < 5 && /^(?:DET|ADJ|NOUN|PRON)$/.test(tokenAt(scene, at)?.upos ?? '')) at -= 1
  return LOCATIVE.test(tokenAt(scene, at)?.lower ?? '')
}

/** "in Kabul", "at the market of Darun", "in Darun province". */
function isLocative(scene: Scene, token: number): boolean {
  let at = token
  for (let steps = 0; steps < 5; steps += 1) {
    const mark = childBy(scene.document, at, 'case')
    if (mark && LOCATIVE.test(mark.lower)) return true
    const here = tokenAt(scene, at)
    if (!here || here.head < 0) return false
    // Only what belongs to one phrase passes the preposition on.
    if (!/^(compound|flat|appos|nmod|conj|nmod:poss|nummod)/.test(here.deprel)) return false
    if (mark && mark.lower !== 'of' && mark.lower !== "'s" && mark.lower !== '’s') return false
    at = here.head
  }
  return false
}

/** "the Darun bombing"; a country before the noun is who did it ("the US withdrawal"). */
function modifies(scene: Scene, token: number, trigger: number): boolean {
  const own = tokenAt(scene, token)
  return own !== undefined && own.head === trigger && /^(compound|amod)/.test(own.deprel)
}

/** Whether two times can be of one event: the shorter date is compared as far as it goes. */
export function sameTime(a: Time | undefined, b: Time | undefined): boolean {
  if (!a || !b) return true
  const [startA, endA] = [a.earliest ?? a.latest ?? '', a.latest ?? a.earliest ?? '']
  const [startB, endB] = [b.earliest ?? b.latest ?? '', b.latest ?? b.earliest ?? '']
  return !isBefore(endA, startB) && !isBefore(endB, startA)
}

function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) < b.slice(0, length)
}

/** Whether two places can be of one event: the same, one unknown, or one coarser than the other. */
export function samePlace(a: Place | undefined, b: Place | undefined): boolean {
  if (!a || !b || a.id === b.id || a.name.toLowerCase() === b.name.toLowerCase()) return true
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false
  return a.exactness !== b.exactness || a.exactness === undefined
}

/** The place of the dateline before a token, where the report names one. */
export function datelinePlace(scene: Scene, sentence: Sentence): Beside<Place> | undefined {
  for (const record of scene.places)
    for (const evidence of record.evidence)
      if (
        evidence.in === undefined &&
        inDateline(scene, evidence) &&
        evidence.start <= sentence.start
      )
        return { record, evidence, token: sentence.first, step: 3 }
  return undefined
}
