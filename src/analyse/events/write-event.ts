import { contentKey } from '../../base/hash.ts'
import {
  evidenceAt,
  type Event,
  type EventStatus,
  type Evidence,
  type Sourced,
  type Span,
  type Statement,
} from '../../records/index.ts'
import { rangeSpan } from '../../text/index.ts'
import { writeFigures, type FigureDraft } from '../figures/index.ts'
import { isNobody, withDenials, writeClaims, type ClaimDraft } from './claims.ts'
import { writeDamage, type DamageDraft } from './damage.ts'
import { exactKind } from './kind.ts'
import type { Group } from './group.ts'
import { readParticipants, type Part } from './participants.ts'
import { saidAt, isPeople, statementsHolding, type Scene } from './scene.ts'
import { writeSize, type SizeDraft } from './size.ts'
import type { Spot } from './spot.ts'
import { writePlace, writeTime } from './write-when-where.ts'

export interface Belongings {
  readonly figures: readonly FigureDraft[]
  readonly claims: readonly ClaimDraft[]
  readonly told: readonly Part[]
  readonly damage: readonly DamageDraft[]
  readonly sizes: readonly SizeDraft[]
}

/** One event with all that belongs to it. */
export function writeEvent(scene: Scene, group: Group, own: Belongings): Event | undefined {
  const spots = [...group.spots].sort((a, b) => a.index - b.index)
  const first = spots[0]
  if (!first) return undefined
  const span = rangeSpan(scene.document, first.trigger.range)
  const id = contentKey(scene.document.report.id, 'event', span.start, span.end)
  const time = writeTime(scene, spots, id)
  const place = writePlace(scene, spots, id)
  const site = siteOf(scene, spots, id) ?? toldSite(scene, own.told, id)
  const size = writeSize(scene, own.sizes, id)
  const status = own.figures.length > 0 && group.status === 'general' ? 'happened' : group.status
  const extra = [...own.told, ...claimantsOf(own), ...countedIn(group, own)]
  const told = readParticipants(scene, group, { extra, eventId: id })
  const participants = withDenials(scene, told, own.claims)
  const event: Event = {
    id,
    readBy: `events/${first.trigger.pos === 'VERB' ? 'verb' : 'noun'}-trigger`,
    ...saidOf(scene, spots),
    kind: kindOf(scene, group),
    status,
    mentions: mentionsOf(scene, spots, status),
    ...(time && { time }),
    ...(place && { place }),
    ...(site && { site }),
    participants,
    means: meansOf(scene, spots, id),
    figures: writeFigures(scene, own.figures, id),
    ...(own.damage.length > 0 && { damage: writeDamage(scene, own.damage, id) }),
    ...(size && { size }),
    claims: writeClaims(scene, own.claims, id),
    codes: {},
  }
  scene.trace?.({ rule: event.readBy, outcome: 'read', span, why: `${event.kind}, ${status}` })
  return event
}

/** Who claims an attack did it, by its own claim. */
function claimantsOf({ claims }: Belongings): Part[] {
  return claims.flatMap(({ stance, claimant, byDeed }) =>
    stance !== 'claims' || claimant === undefined || byDeed
      ? []
      : [{ head: claimant, role: 'perpetrator', confidence: 'claimed', rule: 'claim' } as const],
  )
}

/** Kinds of which whoever is counted is a recipient. */
const RECEIVED = /^(arrest|release|displacement|trial|sentence|expulsion)$/

/** Whoever a number counts took part: "13 dead and 40 wounded"; parts of a number, and tolls told later or by others, stand for the same people. */
function countedIn({ kind }: Group, { figures }: Belongings): Part[] {
  const role = RECEIVED.test(kind) ? 'recipient' : 'victim'
  return figures
    .filter(({ part, toll, phrase }) => !part && !toll && phrase.count.atMost !== 0)
    .filter((draft) => !isRival(draft, figures))
    .map(({ phrase: { head } }) => ({ head, role, confidence: 'fact', rule: 'counted' }))
}

/** "The army lost four; the Brigade said that 22 died": a bare number after another of the same harm. */
function isRival({ harm, phrase, token }: FigureDraft, all: readonly FigureDraft[]): boolean {
  if (phrase.of || phrase.more) return false
  return all.some(
    (other) =>
      other.harm === harm &&
      other.token.index < token.index &&
      other.token.sentence !== token.sentence,
  )
}

/** What is only said in statements rests on the deepest that holds a trigger; who denies or confirms it stands beside. */
function saidOf(
  scene: Scene,
  spots: readonly Spot[],
): { statement?: string; deniedBy?: string[]; confirmedBy?: string[] } {
  const deepest = spots.map(({ statements }) => statements.at(-1))
  const isSaidOnly = deepest.every((statement) => statement !== undefined)
  const carrier = isSaidOnly ? carrierOf(deepest.filter((one) => one !== undefined)) : undefined
  const by = (stance: Statement['stance']): string[] => [
    ...new Set(
      deepest.flatMap((one) => (one?.stance === stance && one.id !== carrier?.id ? [one.id] : [])),
    ),
  ]
  const [deniedBy, confirmedBy] = [by('denies'), by('confirms')]
  return {
    ...(carrier && { statement: carrier.id }),
    ...(deniedBy.length > 0 && { deniedBy }),
    ...(confirmedBy.length > 0 && { confirmedBy }),
  }
}

/** The first that does not deny. */
function carrierOf(statements: readonly Statement[]): Statement | undefined {
  return statements.find(({ stance }) => stance !== 'denies') ?? statements[0]
}

/** Which kind the group's words and means come to. */
function kindOf(scene: Scene, { kind, spots }: Group): string {
  return exactKind(
    scene,
    kind,
    spots.map((spot) => spot.kind),
  )
}

/** Triggers by how much they tell: exact kinds before "attack", nouns before verbs of harm, then in order of text. */
function mentionsOf(scene: Scene, spots: readonly Spot[], status: EventStatus): Evidence[] {
  const weight = ({ kind, harm, trigger }: Spot): number =>
    (harm ? 4 : 0) +
    (kind === 'unspecified-attack' ? 2 : 0) +
    (trigger.range.last - trigger.range.first > 1 ? 0 : 1)
  const seen = new Set<number>()
  // "nobody was hurt" tells of harm that was not done.
  const told = spots.filter((spot) => !isHarmDenied(scene, spot, status))
  return [...(told.length > 0 ? told : spots)]
    .sort((a, b) => weight(a) - weight(b) || a.index - b.index)
    .map(({ trigger }) => evidenceAt(scene.document.text, rangeSpan(scene.document, trigger.range)))
    .filter(({ start }) => !seen.has(start) && seen.add(start))
}

function isHarmDenied(scene: Scene, { harm, status, around }: Spot, whole: EventStatus): boolean {
  if (!harm) return false
  const { patients, agents } = around
  const harmed = patients.length > 0 ? patients : agents
  return (
    (status === 'denied' && whole !== 'denied') ||
    (harmed.length > 0 && harmed.every((head) => isNobody(scene, head)))
  )
}

/** The facility where it happened, or that it was aimed at. */
function siteOf(scene: Scene, spots: readonly Spot[], id: string): Sourced<string> | undefined {
  for (const { around, trigger } of spots) {
    const heads = [
      ...around.patients,
      ...around.obliques
        .filter(({ preposition }) => /^(at|in|near|outside|inside|on|against)$/.test(preposition))
        .map(({ head }) => head),
    ]
    const rule = trigger.pos === 'VERB' ? 'verb-site' : 'noun-site'
    for (const head of heads) {
      const site = facilityAt(scene, head, { id, rule })
      if (site) return site
    }
  }
  return undefined
}

/** "The target was the embassy." */
function toldSite(scene: Scene, told: readonly Part[], id: string): Sourced<string> | undefined {
  for (const { head, role, rule } of told) {
    const site = role === 'target' ? facilityAt(scene, head, { id, rule }) : undefined
    if (site) return site
  }
  return undefined
}

function facilityAt(
  scene: Scene,
  head: number,
  { id, rule }: { id: string; rule: string },
): Sourced<string> | undefined {
  const mention = scene.mentions.byHead(head)
  if (mention?.type !== 'facility' || isPeople(mention)) return undefined
  const evidence = evidenceAt(scene.document.text, mention.span)
  return {
    id: contentKey(id, 'site', evidence.start, evidence.end),
    evidence: [evidence],
    readBy: `events/${rule}`,
    ...saidAt(scene, evidence),
    value: evidence.quote,
  }
}

/** Each weapon once, where it is told nearest to a trigger. */
function meansOf(scene: Scene, spots: readonly Spot[], id: string): Sourced<string>[] {
  const found = new Map<string, Span>()
  const all = spots.flatMap(({ means }) => means).sort((a, b) => a.step - b.step)
  for (const { value, span } of all) if (!found.has(value)) found.set(value, span)
  return [...found].map(([value, span]) => {
    const statement = statementsHolding(scene, span).at(-1)
    return {
      id: contentKey(id, 'means', value, span.start, span.end),
      evidence: [evidenceAt(scene.document.text, span)],
      readBy: 'events/means',
      ...(statement && { statement: statement.id }),
      value,
    }
  })
}
