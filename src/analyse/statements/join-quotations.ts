import type { NamedRule, Span } from '../../records/index.ts'
import { rangeSpan, type Paragraph } from '../../text/index.ts'
import { isFinite } from './clause.ts'
import type { Draft } from './draft.ts'
import { lentCue } from './lent-cue.ts'
import { isNegated } from './no-telling.ts'
import { passiveCue } from './passive-cue.ts'
import { publishedQuotation, publishedQuotationRule } from './published-quotation.ts'
import { behindColon, quotationBehindColon } from './quotation-behind-colon.ts'
import { byVerbBefore, byVerbBehind, quotationByAnyVerb } from './quotation-by-any-verb.ts'
import { nearCue, quotationNearCue } from './quotation-near-cue.ts'
import type { StatementPlace } from './rule.ts'

/** A long quotation that is a sentence of its own, with nobody near it to have said it. */
const uncoveredQuotation: NamedRule = {
  name: 'uncovered-quotation',
  examples: {
    '“We will never forget what was done to our town on that night.”':
      '“We will never forget what was done to our town on that night.”',
    'They sang “The Long Road”.': '-',
  },
}

/** A paragraph that is one quotation, behind one in which somebody was quoted: he goes on. */
const continuedSpeaker: NamedRule = {
  name: 'continued-speaker',
  examples: {
    '“Nobody came,” said Dana Lor.\n\n“Then the army closed the road.”':
      '“Then the army closed the road.”',
    'The army closed the road.\n\n“Nobody came.”': '-',
  },
}

/** What becomes of quotations that no statement holds, and of clauses without a cue of their own. */
export const QUOTATION_RULES: readonly NamedRule[] = [
  quotationByAnyVerb,
  quotationNearCue,
  quotationBehindColon,
  continuedSpeaker,
  publishedQuotationRule,
  uncoveredQuotation,
  lentCue,
]

type Ground = Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>

/** Quotations that no statement holds: they carry on the speaker before them, belong to a cue in their sentence, or stand without a source. Gives all drafts in order of text. */
export function joinQuotations(drafts: readonly Draft[], ground: Ground): Draft[] {
  const { document, quotations } = ground
  const covered = coverage(drafts, ground)
  const speaking = new Map<number, Draft>()
  for (const draft of drafts) for (const one of draft.quotations) speaking.set(one, draft)
  const cues = new Map(drafts.map((draft) => [draft.at, draft]))
  const made: Draft[] = []
  const speakers = speakersBefore(drafts, ground)
  const told = toldIn(drafts)
  for (const [nth, quotation] of quotations.outermost.entries()) {
    const range = quotations.range(quotation)
    const latest = speakers(range.first, made.at(-1))
    const isTold = document.quotations[quotation]?.closed === false && told(range)
    if (speaking.has(quotation) || isTold || isCovered(covered, range)) continue
    const before = quotations.outermost[nth - 1]
    const place = { quotation, before, ground, latest, cues, speaking }
    const speaker = speakerOf(place)
    speaker?.content.push(rangeSpan(document, range))
    const draft = speaker ?? saidBy(place)
    if (!draft) continue
    for (const one of [quotation, ...draft.quotations]) speaking.set(one, draft)
    if (speaker || cues.get(draft.at) === draft) continue
    cues.set(draft.at, draft)
    made.push(draft)
  }
  return [...drafts, ...made].flatMap((draft) => inWords(draft, ground)).sort((a, b) => a.at - b.at)
}

/** A quotation without a statement, and those around it. */
interface Loose {
  readonly quotation: number
  /** The one before it. */
  readonly before: number | undefined
  readonly ground: Ground
  /** The last statement before it of somebody who speaks outside all quotations. */
  readonly latest: Draft | undefined
  /** Statements by the token of their cue. */
  readonly cues: ReadonlyMap<number, Draft>
  /** Statements by their quotations. */
  readonly speaking: ReadonlyMap<number, Draft>
}

/** The statement that the quotation carries on. */
function speakerOf(place: Loose): Draft | undefined {
  const { quotation, ground, latest, speaking } = place
  const carried = ground.document.quotations[quotation]?.continues ?? -1
  return (
    speaking.get(carried) ??
    inSeries(place) ??
    (byVerbBehind(quotation, ground) ? undefined : goesOn(latest, quotation, ground))
  )
}

/** A paragraph that is one quotation, right behind another whose speaker a sentence before them names. */
function inSeries({ quotation, before = -1, ground, speaking }: Loose): Draft | undefined {
  const { quotations } = ground
  const said = speaking.get(before)
  if (!said?.cue || !isParagraph(before, ground) || !isParagraph(quotation, ground))
    return undefined
  const own = paragraphOf(quotations.range(quotation).first, ground)
  const last = paragraphOf(quotations.range(before).first, ground)
  return last?.index === (own?.index ?? 0) - 1 ? said : undefined
}

/** Whether a quotation is a paragraph, whole. */
function isParagraph(quotation: number, ground: Ground): boolean {
  const { first, last } = ground.quotations.range(quotation)
  const { sentences } = ground.document
  const paragraph = paragraphOf(first, ground)
  const end = sentences[(paragraph?.lastSentence ?? 0) - 1]?.last ?? 0
  return sentences[paragraph?.firstSentence ?? -1]?.first === first && end - last <= 1
}

/** The statement that the quotation is, or is part of. */
function saidBy(place: Loose): Draft | undefined {
  const { quotation, ground, cues } = place
  return (
    byVerbBehind(quotation, ground) ??
    nearCue(quotation, ground, cues) ??
    byVerbBefore(quotation, ground) ??
    behindColon(quotation, ground) ??
    publishedQuotation(quotation, ground) ??
    continued(place) ??
    uncovered(quotation, ground)
  )
}

/** A draft without the spans in which no word stands: nothing is said in them. */
function inWords(draft: Draft, { document }: Ground): Draft[] {
  const isWord = ({ start, end }: Span): boolean =>
    /[\p{L}\p{N}]/u.test(document.text.slice(start, end))
  if (draft.content.every(isWord)) return [draft]
  const content = draft.content.filter(isWord)
  return content.length > 0 ? [{ ...draft, content }] : []
}

/** Walks along the drafts: the last one with a source and outside all quotations that stands before a token, or the one just made. */
function speakersBefore(drafts: readonly Draft[], ground: Ground) {
  let next = 0
  let before: Draft | undefined
  return (token: number, made: Draft | undefined): Draft | undefined => {
    for (; (drafts[next]?.at ?? Infinity) < token; next += 1)
      before = later(before, drafts[next], ground)
    return made?.source && made.at > (before?.at ?? -1) ? made : before
  }
}

/** The last statement outside all quotations: it is its speaker who goes on. Nobody goes on who is told not to have spoken; in one sentence it is whoever is quoted, not who is spoken of behind that ("“We fled,” said Lor, who has accused the army."). */
function later(before: Draft | undefined, draft: Draft | undefined, ground: Ground) {
  if (!draft?.source || ground.quotations.of(draft.at) >= 0) return before
  if (isNegated(ground.document, draft.at)) return before
  const { tokens } = ground.document
  const isAside =
    before !== undefined &&
    tokens[before.at]?.sentence === tokens[draft.at]?.sentence &&
    before.quotations.length > draft.quotations.length
  return isAside ? before : draft
}

/** Whether a quotation that opens a sentence goes on with the statement before it in its paragraph. */
function goesOn(before: Draft | undefined, quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const first = quotations.range(quotation).first
  const sentence = document.sentences[document.tokens[first]?.sentence ?? -1]
  const spoken = document.sentences[document.tokens[before?.at ?? -1]?.sentence ?? -1]
  if (!before || !sentence || sentence.paragraph !== spoken?.paragraph) return undefined
  return first - sentence.first <= 1 && sentence.index > spoken.index ? before : undefined
}

/** The speaker of the paragraph before goes on where a paragraph is nothing but a quotation. */
function continued({ quotation, ground, latest }: Loose): Draft | undefined {
  const { document, quotations } = ground
  const { first, last } = quotations.range(quotation)
  const own = paragraphOf(first, ground)
  const before = latest?.content.some(({ start, end }) => isQuoted(document.text.slice(start, end)))
  if (!own || !latest?.source || !before || !isParagraph(quotation, ground)) return undefined
  if (document.quotations[quotation]?.closed === false) return undefined
  if (paragraphOf(latest.at, ground)?.index !== own.index - 1) return undefined
  const content = [rangeSpan(document, { first, last })]
  const said = { source: latest.source, content, quotations: [quotation] }
  return { rule: continuedSpeaker.name, at: first, stance: 'asserts', ...said }
}

function isQuoted(words: string): boolean {
  return /["“”«»„]|''/.test(words)
}

function paragraphOf(token: number, { document }: Ground): Paragraph | undefined {
  const sentence = document.sentences[document.tokens[token]?.sentence ?? -1]
  return document.paragraphs[sentence?.paragraph ?? -1]
}

/** A long quotation that is a sentence of its own. */
function uncovered(quotation: number, { document, quotations }: Ground): Draft | undefined {
  const { first, last } = quotations.range(quotation)
  const words = document.tokens.slice(first, Math.min(last, first + 60))
  if (last - first < 10 || !words.some(isFinite)) return undefined
  const content = [rangeSpan(document, { first, last })]
  const rule = uncoveredQuotation.name
  return { rule, at: first, stance: 'asserts', content, quotations: [quotation] }
}

/** “We heard the planes, said Lor: whether a cue stands in a range, so that an unclosed quotation is told already. */
function toldIn(drafts: readonly Draft[]): (range: { first: number; last: number }) => boolean {
  const cues = drafts.map(({ at }) => at).sort((a, b) => a - b)
  return ({ first, last }) => {
    let [low, high] = [0, cues.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cues[middle] ?? 0) < first) low = middle + 1
      else high = middle
    }
    return (cues[low] ?? Infinity) < last
  }
}

/** 1 at each token that is content of a statement whose cue stands in no quotation; a passive that names nobody leaves its quotations to whoever said them. */
function coverage(drafts: readonly Draft[], { document, quotations }: Ground): Uint8Array {
  const { tokens } = document
  const covered = new Uint8Array(tokens.length)
  const spans = drafts
    .flatMap(({ at, content, rule, source }) =>
      quotations.of(at) < 0 && (source || rule !== passiveCue.name) ? content : [],
    )
    .sort((a, b) => a.start - b.start)
  let end = -1
  let next = 0
  tokens.forEach(({ start }, index) => {
    for (; (spans[next]?.start ?? Infinity) <= start; next += 1)
      end = Math.max(end, spans[next]?.end ?? 0)
    if (start < end) covered[index] = 1
  })
  return covered
}

function isCovered(covered: Uint8Array, { first, last }: { first: number; last: number }): boolean {
  for (let at = first + 1; at < last - 1; at += 1) if (covered[at] === 1) return true
  return false
}
