import { contentKey } from '../../base/hash.ts'
import { evidenceAt, type Figure, type Statement } from '../../records/index.ts'
import { expand } from '../../text/index.ts'
import { statementsHolding, type Scene } from '../events/scene.ts'
import { asOf, timesBySentence, type AsOf } from './as-of.ts'
import type { CountedPhrase } from './counted-phrase.ts'
import type { FigureDraft } from './find-figures.ts'

/** The figures of one event, in order of text; a number told twice in the same words stands once. */
export function writeFigures(
  scene: Scene,
  drafts: readonly FigureDraft[],
  eventId: string,
): Figure[] {
  const written: { readonly draft: FigureDraft; figure: Figure }[] = []
  const times = timesBySentence(scene)
  for (const draft of drafts) {
    const before = written.filter(({ draft: { harm } }) => harm === draft.harm)
    const again = before.find(({ draft: other }) => isSaidAgain(scene, draft, other))
    if (again) {
      again.figure = confirmed(again.figure, speaker(scene, draft.phrase))
      continue
    }
    const partOf = wholeOf(
      isOfThose(scene, draft, before) ? { ...draft, part: true } : draft,
      before,
    )
    written.push({
      draft,
      figure: figureOf(scene, draft, {
        eventId,
        ...(partOf !== undefined && { partOf }),
        // "a nurse and three others were hurt"
        isMore:
          (before.length > 0 && draft.phrase.more) ||
          (written.at(-1)?.draft.harm === draft.harm && isOthers(scene, draft.phrase)) ||
          (partOf === undefined &&
            draft.phrase.of === undefined &&
            before.some(({ draft: one }) => one.token === draft.token)),
        asOf: asOf(scene, draft, times),
      }),
    })
  }
  return withTotals(written)
}

/** What has parts is a total, unless it only adds to another number. */
function withTotals(
  written: readonly { readonly draft: FigureDraft; readonly figure: Figure }[],
): Figure[] {
  const wholes = new Set(written.map(({ figure }) => figure.partOf))
  return written.map(({ draft, figure }) => {
    const isWhole = wholes.has(figure.id) && !draft.phrase.more && figure.partOf === undefined
    return isWhole ? { ...figure, total: true as const } : figure
  })
}

/** "five of the rebels who were killed", after the number of rebels. */
function isOfThose(
  scene: Scene,
  { phrase }: FigureDraft,
  before: readonly { draft: FigureDraft }[],
): boolean {
  const { of } = phrase
  if (!of || !/\bof the\b/i.test(textOf(scene, phrase))) return false
  const whole = before.find(({ draft }) => draft.phrase.of)?.draft.phrase.of
  return whole !== undefined && lemmaOf(scene, whole.head) === lemmaOf(scene, of.head)
}

/** The figure that a part belongs to: the phrase it stands in, or the largest number told so far. */
function wholeOf(
  { part, within, phrase }: FigureDraft,
  before: readonly { draft: FigureDraft; figure: Figure }[],
): string | undefined {
  if (within !== undefined)
    return before.find(({ draft }) => draft.phrase.head === within)?.figure.id
  if (!part) return undefined
  const own = phrase.count.atLeast ?? 0
  const whole = before
    .filter(({ figure }) => figure.partOf === undefined && (figure.atLeast ?? 0) > own)
    .sort((a, b) => (b.figure.atLeast ?? 0) - (a.figure.atLeast ?? 0))[0]
  return whole?.figure.id
}

/** The same number said by another bears it out. */
function confirmed(figure: Figure, by: Statement | undefined): Figure {
  const known = figure.confirmedBy ?? []
  if (!by || by.id === figure.statement || known.includes(by.id)) return figure
  return { ...figure, confirmedBy: [...known, by.id] }
}

/** The same number of the same people. */
function isSaidAgain(scene: Scene, draft: FigureDraft, other: FigureDraft): boolean {
  const { phrase, toll } = draft
  if (phrase.more || toll === 'cumulative' || toll === 'revised') return false
  if (other.token === draft.token && isBesides(scene, draft, other)) return false
  const { count, of } = phrase
  const known = other.phrase.count
  if (count.atLeast !== known.atLeast || count.atMost !== known.atMost) return false
  if (!of || !other.phrase.of) return true
  // "a leader of the rebels … Karim Dolo": one person by two names.
  if (count.atMost === 1 && isSameActor(scene, of.head, other.phrase.of.head)) return true
  // "a teacher lost an eye and a guard was hurt": each is told as somebody new.
  const isNew = count.atMost === 1 && /^an? /i.test(textOf(scene, phrase))
  if (isNew && lemmaOf(scene, of.head) !== lemmaOf(scene, other.phrase.of.head)) return false
  if (of.category !== 'unknown' && of.category === other.phrase.of.category) return true
  return lemmaOf(scene, of.head) === lemmaOf(scene, other.phrase.of.head)
}

/** Whether a number is of others than one told by the same word. */
function isBesides(scene: Scene, { phrase, within }: FigureDraft, other: FigureDraft): boolean {
  // "along with one other rebel"
  if (/\bother\b/i.test(textOf(scene, phrase))) return true
  // "killing him and six others, including a boy": a part is not the one told beside its whole.
  if (within !== undefined && other.within === undefined) return true
  // "five guards, among them a boy, and five gunmen were killed": two of one list are two.
  return areListed(scene, phrase.head, other.phrase.head)
}

function isSameActor({ mentions }: Scene, one: number, other: number): boolean {
  const actor = mentions.actorOf(mentions.byHead(one))?.id
  return actor !== undefined && actor === mentions.actorOf(mentions.byHead(other))?.id
}

/** "captured a trader … detained two others": besides those told before. */
function isOthers(scene: Scene, phrase: CountedPhrase): boolean {
  return /\bothers$/i.test(textOf(scene, phrase))
}

function textOf({ document }: Scene, { span }: CountedPhrase): string {
  return document.text.slice(span.start, span.end)
}

/** Whether a noun stands in the list that another begins. */
function areListed({ document }: Scene, head: number, first: number): boolean {
  return expand(document, [first]).includes(head)
}

function lemmaOf({ document }: Scene, at: number): string | undefined {
  return document.tokens[at]?.lowerLemma
}

function speaker(scene: Scene, { span }: CountedPhrase): Statement | undefined {
  return statementsHolding(scene, span).at(-1)
}

interface Around {
  readonly eventId: string
  readonly partOf?: string
  /** Whether they came to harm besides those told before. */
  readonly isMore: boolean
  readonly asOf: AsOf | undefined
}

function figureOf(scene: Scene, draft: FigureDraft, around: Around): Figure {
  const { harm, phrase, toll, rule } = draft
  const { span, count, of } = phrase
  const statement = speaker(scene, phrase)
  const actor = of && scene.mentions.actorOf(scene.mentions.byHead(of.head))
  const isTotal = toll !== undefined || saysTotal(scene, phrase)
  return {
    id: contentKey(around.eventId, 'figure', harm, span.start, span.end),
    evidence: [
      evidenceAt(scene.document.text, span),
      ...(around.asOf ? [around.asOf.evidence] : []),
    ],
    readBy: `figures/${rule}`,
    ...(statement && { statement: statement.id }),
    harm,
    ...count,
    ...(of && {
      of: { text: of.text, category: of.category, ...(actor && { actor: actor.id }) },
    }),
    ...(isTotal && !around.partOf && { total: true as const }),
    ...(around.partOf !== undefined && { partOf: around.partOf }),
    ...((toll === 'cumulative' || toll === 'revised') && { series: toll }),
    ...(around.isMore && toll === undefined && { series: 'new' as const }),
    ...(around.asOf && { asOf: around.asOf.range }),
  }
}

/** "a total of 17", "17 in all". */
function saysTotal({ document }: Scene, { span }: CountedPhrase): boolean {
  return /^(?:a )?total of\b|\bin (?:all|total)$/i.test(
    document.text.slice(span.start, span.end + 9).trim(),
  )
}
