import {
  spansMeet,
  type Evidence,
  type Place,
  type Span,
  type Statement,
  type Time,
} from '../../records/index.ts'
import { datelineBefore, firstTokenFrom, tokensIn } from '../../text/index.ts'
import { isOfToll, limitBefore } from '../figures/index.ts'
import type { Arguments } from './arguments.ts'
import { isLocative } from './locative.ts'
import { headsEntry, reaches } from './reach.ts'
import { isOfSaying } from './saying-clause.ts'
import { tokenAt, type Scene } from './scene.ts'
import { headOfSpan, stepOf, type Scope } from './scope.ts'
import { withStretches } from './stretches.ts'
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
    times: new Map(
      [...bySentence(scene, scene.times.filter(isMoment))].map(([sentence, times]) => [
        sentence,
        withStretches(scene.document, inOrder(times)),
      ]),
    ),
    places: bySentence(
      scene,
      scene.places.filter(({ name }) => name !== ''),
      told,
    ),
  }
}

function inOrder<T>(found: readonly Beside<T>[]): Beside<T>[] {
  return found.toSorted((a, b) => a.evidence.start - b.evidence.start)
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
  readonly words: Span
}

/** The time that a trigger's own words give, else its clause, else its sentence; the nearest of equals. */
export function timeOf(scene: Scene, setting: Setting, spot: Spot): Beside<Time> | undefined {
  return nearest(heldBy(scene, setting.times, spot), spot)
}

/** Whether a kind is an act of speech: what stands beside it is mostly when and where that was which it speaks of. */
function isOfWords({ words }: Scene, kind: string): boolean {
  return words.kinds.get(kind)?.group === 'words'
}

/** Of an act of speech only what stands in its clause and outside of what is said. */
function isOfAct(scene: Scene, token: number, { token: trigger, scope, words }: Spot): boolean {
  const start = tokenAt(scene, token)?.start ?? 0
  if (stepOf(scope, token) > 1) return headsEntry(scene, token, trigger)
  const around = scene.holding({ start, end: start + 1 })
  return !around.some(({ cue }) => cue?.evidence.some((span) => spansMeet(span, words)))
}

/** The place where: after "in", "at", "near", as a modifier of the trigger itself, or as what was struck. */
export function placeOf(scene: Scene, setting: Setting, spot: Spot): Beside<Place> | undefined {
  const mayBeStruck = strikesPlaces(scene, spot.kind)
  const held = heldBy(scene, setting.places, spot)
  const places = held.filter(
    ({ token, record, evidence }) =>
      (!isState(scene, token) && isLocative(scene, { token, evidence }, LEFT.has(spot.kind))) ||
      (!isWide(record) && modifies(scene, token, spot.token)) ||
      (mayBeStruck && isStruck(scene, token, spot.around)),
  )
  const best = nearest(places, spot, (record) => (isWide(record) ? 1 : 0))
  return best && inmost(scene, best, held)
}

/** "sanctions on Russia": who it is done to, and not where. */
function isState({ mentions }: Scene, token: number): boolean {
  return mentions.byHead(token)?.type === 'government'
}

/** Kinds that tell where somebody goes from. */
const LEFT: ReadonlySet<string> = new Set(['displacement', 'prison-break', 'withdrawal'])

/** The innermost of the places that a place is told to hold right before it: "in Selin district, Velka province" is in Selin. */
export function inmost(
  scene: Scene,
  best: Beside<Place>,
  places: readonly Beside<Place>[],
): Beside<Place> {
  // "met the king of Jordan in Egypt": no country lies in another.
  const inner = places.find(
    ({ record, evidence }) =>
      record.exactness !== 'country' && isNamedWithin(scene, evidence, best.evidence),
  )
  return inner ? inmost(scene, { ...inner, step: best.step }, places) : best
}

/** "Selin, Velka", "Selin district, Velka province", "Selin in the Velka valley", "Velka's port Selin": one place is told to lie in the next. */
export function isNamedWithin({ document }: Scene, inner: Evidence, outer: Evidence): boolean {
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

/** Those in a trigger's sentence that reach it, and that neither another trigger nor the saying of it holds. */
function heldBy<T>(
  scene: Scene,
  besides: ReadonlyMap<number, readonly Beside<T>[]>,
  spot: Spot,
): Beside<T>[] {
  const { sentence, scope, taken, statements } = spot
  const isSpeech = isOfWords(scene, spot.kind)
  return (besides.get(sentence) ?? []).filter(
    ({ token }) =>
      (scope.own.has(token) || !taken.has(token)) &&
      !isOfSaying(scene, token, statements) &&
      (isSpeech
        ? isOfAct(scene, token, spot)
        : stepOf(scope, token) < 2 || reaches(scene, token, spot.token)),
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
