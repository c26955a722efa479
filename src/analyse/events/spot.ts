import type { EventStatus, Place, Statement, Time } from '../../records/index.ts'
import { childBy, childrenBy, headOf, rangeSpan } from '../../text/index.ts'
import { readArguments, type Arguments } from './arguments.ts'
import { isOf, type TriggerRow } from './event-words.ts'
import { findMeans, type MeansFound } from './means.ts'
import { kindOf } from './kind.ts'
import { fittingRow, isDefinite, retoldKinds } from './needs.ts'
import { statementsHolding, tokenAt, type Scene } from './scene.ts'
import { scopeOf, type Scope } from './scope.ts'
import { readStatus } from './status.ts'
import { isSummary } from './summary.ts'
import { isCounted } from './told-again.ts'
import { findTriggers, type Trigger } from './trigger.ts'
import { placeOf, timeOf, type Beside, type Setting } from './when-where.ts'

/** A trigger that is meant in earnest, with all that stands around it. */
export interface Spot {
  readonly index: number
  readonly trigger: Trigger
  readonly row: TriggerRow
  readonly kind: string
  readonly status: EventStatus
  readonly sentence: number
  readonly around: Arguments
  readonly scope: Scope
  readonly means: readonly MeansFound[]
  readonly time?: Beside<Time>
  readonly place?: Beside<Place>
  /** Whose content holds it, the widest first. */
  readonly statements: readonly Statement[]
  /** "the attack", "this bombing", "Monday's blast". */
  readonly definite: boolean
  /** The kinds of what it may speak of again. */
  readonly retells: readonly string[]
  /** Whether it can only do that. */
  readonly onlyRetells: boolean
  /** "another attack", "a second blast". */
  readonly again: boolean
  /** A verb that tells only that people were harmed, not how. */
  readonly harm: boolean
}

/** Every trigger of a document that tells of something, in order of text. */
export function findSpots(scene: Scene, setting: Setting): Spot[] {
  const judged = findTriggers(scene).flatMap((trigger) => judge(scene, trigger) ?? [])
  const others = new Set(judged.map(({ trigger }) => trigger.token))
  const scopes = judged.map(({ trigger }) => scopeOf(scene, trigger, others))
  return judged.map((one, index) => {
    const scope = scopes[index] ?? { own: new Set<number>(), clause: new Set<number>() }
    const sentence = tokenAt(scene, one.trigger.token)?.sentence ?? 0
    const taken = takenBy(scene, { index, sentence, scopes, spots: judged })
    return {
      index,
      ...one,
      sentence,
      scope,
      ...standing(scene, setting, { sentence, scope, taken, ...one }),
    }
  })
}

/** A trigger with the words around it and the reading that fits them. */
interface Judged {
  readonly trigger: Trigger
  readonly around: Arguments
  readonly row: TriggerRow
  readonly retells: readonly string[]
}

function judge(scene: Scene, trigger: Trigger): Judged | undefined {
  const around = readArguments(scene, trigger)
  const fitting = fittingRow(scene, trigger, around)
  const retells = retoldKinds(scene, { trigger, around, row: fitting })
  const again = retells.length > 0 ? trigger.rows.find((row) => row.retells) : undefined
  const row = fitting ?? (again && { ...again, kind: ANY })
  if (row) return { trigger, around, row, retells }
  scene.trace?.({
    rule: 'events/trigger',
    outcome: 'missed',
    span: rangeSpan(scene.document, trigger.range),
    why: whatLacks(trigger),
  })
  return undefined
}

interface Stood extends Judged {
  readonly sentence: number
  readonly scope: Scope
  /** The own words of the other triggers of the sentence. */
  readonly taken: ReadonlySet<number>
}

/** What a trigger tells of, how real, by what means, when and where. */
function standing(scene: Scene, setting: Setting, stood: Stood) {
  const { trigger, row, around, scope } = stood
  const words = rangeSpan(scene.document, trigger.range)
  const statements = statementsHolding(scene, words)
  const spot = { token: trigger.token, kind: row.kind, words, statements, ...stood }
  const isOfAll = isCounted(scene, spot)
  const time = isOfAll ? undefined : timeOf(scene, setting, spot)
  const where = isOfAll ? undefined : placeOf(scene, setting, spot)
  const isSum =
    row.kind === SUM ||
    (isHarm(row) && isSummary(scene, trigger.token)) ||
    (trigger.pos === 'VERB' && isOfThousands(scene, stood))
  return {
    kind: isSum ? SUM : kindOf(scene, { token: trigger.token, row, around, scope }),
    status: toCome(scene, stood, {
      status: readStatus(scene, { trigger, around, statements }),
      ...(time && { time }),
    }),
    means: findMeans(scene, scope),
    ...(time && { time }),
    ...(where && { place: where }),
    statements,
    definite: trigger.pos === 'NOUN' && isDefinite(scene, trigger.token),
    onlyRetells: row.retells,
    again: isAgain(scene, trigger),
    harm: isHarm(row) && !isSum,
  }
}

/** What is dated after the report is planned; peaceful business that is promised is, too. */
function toCome(
  scene: Scene,
  { row, trigger }: Stood,
  { status, time }: Pick<Spot, 'status' | 'time'>,
): EventStatus {
  const published = scene.document.report.publishedAt?.slice(0, DAY)
  const first = time && time.step < 2 ? time.record.earliest?.slice(0, DAY) : undefined
  const isLater = published !== undefined && first?.length === DAY && first > published
  if (isLater && (status === 'happened' || status === 'general')) return 'planned'
  if (status !== 'threatened' || isViolent(scene, row.kind)) return status
  const above = headOf(scene.document, trigger.token)
  return isOf(scene.words, above?.lowerLemma, 'promising') ? 'planned' : status
}

/** Letters of a day in a date. */
const DAY = 10

/** "more than 100,000 people were murdered": more than any one act comes to. */
function isOfThousands(scene: Scene, { row, around }: Stood): boolean {
  return (
    /^(arms|any)$/.test(scene.words.kinds.get(row.kind)?.family ?? '') &&
    around.patients.some((head) => (scene.mentions.byHead(head)?.count?.atLeast ?? 0) >= THOUSANDS)
  )
}

const THOUSANDS = 5000

function isViolent({ words }: Scene, kind: string): boolean {
  return /^(violence|disorder)$/.test(words.kinds.get(kind)?.group ?? '')
}

/** Why a trigger tells of nothing here, in words for people: `needs` names what must stand beside it. */
function whatLacks({ rows: [row] }: Trigger): string {
  const kind = row?.kind.replaceAll('-', ' ') ?? 'an event'
  if (row?.needs === undefined) return `would be ${kind}, but nothing beside it says it is meant so`
  const needs = row.needs.replaceAll('-', ' ').split('|').join(' or ')
  return `would be ${kind}, but lacks what that needs: ${needs}`
}

/** The kind of an attack of which no more is known; it bends no other. */
const ANY = 'unspecified-attack'

/** The kind of what several events came to. */
export const SUM = 'toll-summary'

interface Among {
  readonly index: number
  readonly sentence: number
  readonly scopes: readonly Scope[]
  readonly spots: readonly { readonly trigger: Trigger }[]
}

/** The own words of the other triggers of a sentence; those above a trigger hold its words too, and take none from it. */
function takenBy(scene: Scene, at: Among): Set<number> {
  const taken = new Set<number>()
  for (const i of besideIn(scene, at))
    if (takesFrom(scene, at, i)) for (const token of at.scopes[i]?.own ?? []) taken.add(token)
  return taken
}

/** The other triggers of a sentence. */
function besideIn(scene: Scene, { index, sentence, spots }: Among): number[] {
  const found: number[] = []
  for (const step of [-1, 1])
    for (let i = index + step; i >= 0 && i < spots.length; i += step) {
      if (tokenAt(scene, spots[i]?.trigger.token ?? -1)?.sentence !== sentence) break
      found.push(i)
    }
  return found
}

/** Nouns keep their own times and places from other triggers, but not from what they are the setting of. */
function takesFrom(scene: Scene, { index, spots }: Among, other: number): boolean {
  const [noun, own] = [spots[other]?.trigger, spots[index]?.trigger]
  return noun?.pos === 'NOUN' && !(own && isSettingOf(scene, noun, own))
}

/** "detained two men during a raid in Darun": what an act is part of was where and when the act was. */
function isSettingOf({ document }: Scene, noun: Trigger, verb: Trigger): boolean {
  const preposition = childBy(document, noun.token, 'case')?.lower
  if (noun.pos !== 'NOUN' || !/^(?:during|amid|amidst)$/.test(preposition ?? '')) return false
  const above = headOf(document, noun.token)
  return (
    above !== undefined &&
    (above.index === verb.token ||
      headOf(document, verb.token) === above ||
      (above.head === verb.token && above.relation === 'conj'))
  )
}

function isHarm({ needs }: TriggerRow): boolean {
  return needs === 'harm' || needs === 'death' || needs === 'wreckage'
}

/** "another attack"; "it is the second attack this week" speaks of the one that was told. */
function isAgain(scene: Scene, { token }: Trigger): boolean {
  const subject = childBy(scene.document, token, 'nsubj')
  if (subject?.upos === 'PRON' && childBy(scene.document, token, 'cop')) return false
  return childrenBy(scene.document, token, 'det', 'amod').some(({ lower }) =>
    isOf(scene.words, lower, 'again'),
  )
}
