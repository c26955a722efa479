import type { Harm } from '../../records/index.ts'
import { childBy, headOf, type Token } from '../../text/index.ts'
import { rowsOf, type HarmRow } from '../events/event-words.ts'
import { partsFollow } from '../events/rule.ts'
import { numberBeside } from '../events/implied.ts'
import { isCountable } from '../events/needs.ts'
import { statementsHolding, type Scene } from '../events/scene.ts'
import { readStatus } from '../events/status.ts'
import { bodilyHarmed } from './bodily-harm.ts'
import { readCounted, type CountedPhrase } from './counted-phrase.ts'
import { withRest } from './counted-list.ts'
import { partsOfHarmed } from './parts-of-harmed.ts'
import { partsBehind } from './parts-behind.ts'
import { toldNumbers } from './told-number.ts'
import { harmPlace, isLossOfLife, type HarmPlace } from './harm-places.ts'

/** A figure before it belongs to an event. */
export interface FigureDraft {
  readonly harm: Harm
  readonly phrase: CountedPhrase
  /** The word that says that they were harmed. */
  readonly token: Token
  readonly part: boolean
  /** "including": the phrase that holds these people. */
  readonly within?: number
  readonly toll?: 'cumulative' | 'revised' | 'whole'
  readonly rule: string
}

/** How many people each word of harm speaks of, in order of text. */
export function findFigures(scene: Scene): FigureDraft[] {
  const drafts: FigureDraft[] = []
  const seen = new Set<string>()
  for (const paragraph of scene.document.paragraphs) {
    if (paragraph.kind !== 'text' && paragraph.kind !== 'heading') continue
    const first = scene.document.sentences[paragraph.firstSentence]?.first ?? 0
    const last = scene.document.sentences[paragraph.lastSentence - 1]?.last ?? 0
    for (let at = first; at < last; at += 1)
      for (const draft of draftsAt(scene, at)) {
        const key = `${draft.harm} ${draft.phrase.span.start}`
        if (!seen.has(key)) drafts.push(draft)
        seen.add(key)
      }
  }
  const all = withoutDead(drafts)
  const more = [...toldNumbers(scene, all), ...partsOfHarmed(scene, all)]
  return [...all, ...more].sort((a, b) => a.token.index - b.token.index)
}

/** "was shot in the chest and died": whoever was killed is not counted as hurt. */
function withoutDead(drafts: readonly FigureDraft[]): FigureDraft[] {
  const dead = new Set(drafts.flatMap(({ harm, phrase }) => (harm === 'killed' ? phrase.head : [])))
  return drafts.filter(({ rule, phrase }) => rule !== 'body' || !dead.has(phrase.head))
}

const NONE: readonly FigureDraft[] = []

function draftsAt(scene: Scene, at: number): readonly FigureDraft[] {
  const token = scene.document.tokens[at]
  const row = token && rowAt(scene, token)
  if (!token) return NONE
  const bodily = bodilyAt(scene, token)
  if (!row || bodily.length > 0) return bodily
  if (isUnreal(scene, token) && !isLossOfLife(scene, token))
    return missed(scene, token, 'nobody is said to have been harmed')
  const place = harmPlace(scene, token, row)
  if (!place) return missed(scene, token, 'nobody stands beside it who was harmed')
  const told = draftsBeside(scene, place)
  const drafts = told.length > 0 ? told : draftsOfNumber(scene, place)
  if (drafts.length === 0) return missed(scene, token, 'no number of people stands beside it')
  return isJoint(scene, token, row) ? drafts.filter(isOne) : drafts
}

function draftsBeside(scene: Scene, place: HarmPlace): FigureDraft[] {
  const own = place.heads.map((head) => beforeNextHarm(scene, place.token, head))
  const heads = own.length > 0 && !place.toll ? withRest(scene, own) : own
  return heads.flatMap((head) => draftsOf(scene, place, head))
}

/** "injuring 155 and damaging houses", "eleven seriously injured": the tree leads elsewhere, and a number stands right beside the word. */
function draftsOfNumber(scene: Scene, place: HarmPlace): FigureDraft[] {
  if (place.rule !== 'patient' && place.rule !== 'subject') return []
  return numberBeside(scene, place.token).flatMap((head) => draftsOf(scene, place, head))
}

/** Whom a part of the body or a wound tells of. */
function bodilyAt(scene: Scene, token: Token): readonly FigureDraft[] {
  const heads = bodilyHarmed(scene, token)
  if (heads.length === 0) return NONE
  const verb = headOf(scene.document, token.index)
  if (verb && isUnreal(scene, verb)) return NONE
  const place = { token, harms: ['injured'] as const, heads, part: false, rule: 'body' }
  return heads.flatMap((head) => draftsOf(scene, place, head))
}

function missed(scene: Scene, { start, end }: Token, why: string): [] {
  scene.trace?.({ rule: 'figures/harm-word', outcome: 'missed', span: { start, end }, why })
  return []
}

/** "Eleven people were killed and injured": a number that two harms share without saying how. */
function isJoint(
  { document, words }: Scene,
  { index, sentence }: Token,
  { harm }: HarmRow,
): boolean {
  return [1, -1].some((step) => {
    const [link, other] = [document.tokens[index + step], document.tokens[index + 2 * step]]
    if (!/^(and|or)$/.test(link?.lower ?? '') || other?.sentence !== sentence) return false
    const rows = rowsOf(words.harms, other.lemma, 'VERB') ?? []
    return (
      other.upos === 'VERB' &&
      rows.some((row) => row.parts.length === 1 && isKilledOrHurt(row.harm, harm))
    )
  })
}

function isKilledOrHurt(one: HarmRow['harm'], other: HarmRow['harm']): boolean {
  return (one === 'killed' && other === 'injured') || (one === 'injured' && other === 'killed')
}

/** Of several nobody knows how many came to which harm; one was first hurt, then died. */
function isOne({ phrase: { count } }: FigureDraft): boolean {
  return count.atMost === 1
}

/** "killed four and wounded 20 people": a phrase beyond the next word of harm is that word's. */
function beforeNextHarm({ document, words }: Scene, token: Token, head: number): number {
  let number: number | undefined
  for (let at = token.index + 1; at < head; at += 1) {
    const near = document.tokens[at]
    if (near?.upos === 'NUM') number ??= at
    const isHarm = near && /^(VERB|ADJ)$/.test(near.upos) && rowsOf(words.harms, near.lemma, 'VERB')
    const isForm =
      near?.upos === 'ADJ' && rowsOf(words.harms, near.lower, 'ADJ') && near.lower !== 'dead'
    if ((isHarm || isForm) && document.tokens[at - 1]?.lower === 'and') return number ?? head
  }
  return head
}

/** The row of a word of harm; of several the longest phrase that stands here. */
function rowAt(scene: Scene, token: Token): HarmRow | undefined {
  return rowsAt(scene, token)?.find(({ parts }) => partsFollow(scene.document, token, parts))
}

function rowsAt(scene: Scene, token: Token): readonly HarmRow[] | undefined {
  const { document } = scene
  const { harms, harmsWithoutE } = scene.words
  const { lemma, lowerLemma, lower, upos } = token
  const own =
    rowsOf(harms, lowerLemma, upos) ?? rowsOf(harms, lower, upos) ?? harmsWithoutE.get(lemma)
  if (own) return own
  const asVerb = rowsOf(harms, lemma, 'VERB') ?? rowsOf(harms, lower, 'VERB')
  // "kills twelve and wounds over 40": tagged a noun, and joined to a verb.
  const isJoined = token.deprel === 'conj' && headOf(document, token.index)?.upos === 'VERB'
  if (!asVerb) return undefined
  return isJoined || childBy(document, token.index, 'obj') || isBeforeNumber(scene, token)
    ? asVerb
    : undefined
}

/** "killed 19 people and wounds over 74": behind "and", with a number of its own. */
function isBeforeNumber(scene: Scene, token: Token): boolean {
  const before = scene.document.tokens[token.index - 1]
  return token.xpos === 'NNS' && before?.lower === 'and' && numberBeside(scene, token).length > 0
}

/** "could kill hundreds", "threatened to kill": nobody was harmed. */
export function isUnreal(scene: Scene, token: Token): boolean {
  // "the murder of the president was planned", but "no deaths" tells of none.
  const isAct = token.upos === 'NOUN' && scene.words.nouns.has(token.lowerLemma)
  if (token.upos !== 'VERB' && !isAct) return false
  const trigger = {
    token: token.index,
    range: { first: token.index, last: token.index + 1 },
    pos: isAct ? ('NOUN' as const) : ('VERB' as const),
    rows: [],
  }
  const around = { agents: [], patients: [], obliques: [] }
  const statements = statementsHolding(scene, token)
  const status = readStatus(scene, { trigger, around, statements })
  return status !== 'happened' && status !== 'general'
}

function draftsOf(scene: Scene, place: HarmPlace, head: number): FigureDraft[] {
  const phrase = readCounted(scene, head)
  if (!phrase || !isOfPeople(scene, phrase)) return []
  const { token, part, toll, rule } = place
  const made: FigureDraft[] = []
  for (const harm of place.harms) {
    // Only "no casualties" tells of the dead and the hurt alike.
    if (place.harms.length > 1 && phrase.count.atMost !== 0) continue
    const isPart = part || isOfThem(scene, phrase)
    made.push({ harm, phrase, token, part: isPart, ...(toll && { toll }), rule })
    for (const inner of partsBehind(scene, phrase, token))
      made.push({ harm, phrase: inner, token, part: true, within: head, rule: 'including' })
  }
  return made
}

/** "four of them": part of a number told before. */
function isOfThem({ document }: Scene, { span }: CountedPhrase): boolean {
  return /\bof (?:them|those|whom)\b/i.test(document.text.slice(span.start, span.end))
}

/** No houses, cattle or shares. */
function isOfPeople(scene: Scene, { head, of }: CountedPhrase): boolean {
  if (!of) return true
  if (of.category !== 'unknown') return true
  return head >= 0 && isCountable(scene, of.head)
}
