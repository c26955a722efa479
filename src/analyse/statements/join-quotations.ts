import type { NamedRule, Span } from '../../records/index.ts'
import { rangeSpan } from '../../text/index.ts'
import { cueRange, isFinite, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { Draft } from './draft.ts'
import { passiveCue } from './passive-cue.ts'
import { publishedQuotation, publishedQuotationRule } from './published-quotation.ts'
import { reportingVerb } from './reporting-verb.ts'
import type { StatementPlace } from './rule.ts'

/** A quotation that belongs to a cue before it in its sentence. */
const quotationNearCue: NamedRule = {
  name: 'quotation-near-cue',
  examples: {
    'The mayor commented on “a crime against children of this town”.':
      'on “a crime against children of this town”',
    'The film “The Long Road” opened in Darun.': '-',
  },
}

/** A long quotation that is a sentence of its own, with nobody near it to have said it. */
const uncoveredQuotation: NamedRule = {
  name: 'uncovered-quotation',
  examples: {
    '“We will never forget what was done to our town on that night.”':
      '“We will never forget what was done to our town on that night.”',
    'They sang “The Long Road”.': '-',
  },
}

/** What becomes of quotations that no statement holds. */
export const QUOTATION_RULES: readonly NamedRule[] = [
  quotationNearCue,
  publishedQuotationRule,
  uncoveredQuotation,
]

type Ground = Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>

/** Quotations that no statement holds: they carry on the speaker before them, belong to a cue in their sentence, or stand without a source. Gives all drafts in order of text. */
export function joinQuotations(drafts: readonly Draft[], ground: Ground): Draft[] {
  const { document, quotations } = ground
  const covered = coverage(drafts, ground)
  const speaking = new Map<number, Draft>()
  for (const draft of drafts) for (const one of draft.quotations) speaking.set(one, draft)
  const made: Draft[] = []
  const speakers = speakersBefore(drafts, ground)
  const told = toldIn(drafts)
  for (const quotation of quotations.outermost) {
    const range = quotations.range(quotation)
    const latest = speakers(range.first, made.at(-1))
    if (speaking.has(quotation) || isCovered(covered, range)) continue
    if (document.quotations[quotation]?.closed === false && told(range)) continue
    const carried = document.quotations[quotation]?.continues ?? -1
    const speaker = speaking.get(carried) ?? goesOn(latest, quotation, ground)
    const draft =
      speaker ??
      nearCue(quotation, ground) ??
      publishedQuotation(quotation, ground) ??
      uncovered(quotation, ground)
    if (!draft) continue
    if (speaker || draft.content.length === 0) draft.content.push(rangeSpan(document, range))
    speaking.set(quotation, draft)
    if (!speaker) made.push(draft)
  }
  return [...drafts, ...made].flatMap((draft) => inWords(draft, ground)).sort((a, b) => a.at - b.at)
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

/** The last statement outside all quotations: it is its speaker who goes on. In one sentence whoever is quoted, not who is spoken of behind that ("“We fled,” said Lor, who has accused the army."). */
function later(before: Draft | undefined, draft: Draft | undefined, ground: Ground) {
  if (!draft?.source || ground.quotations.of(draft.at) >= 0) return before
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

/** A reporting verb with a source in the quotation's sentence, before it and not in another quotation. What is said runs from the cue to the end of the quotation. */
function nearCue(quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const { first, last } = quotations.range(quotation)
  const sentence = document.sentences[document.tokens[first]?.sentence ?? -1]
  if (!sentence || last - first < 4 || isTitle(quotation, ground)) return undefined
  for (let at = first - 1; at >= sentence.first && at > first - 30; at -= 1) {
    const cue = document.tokens[at]
    if (!cue || quotations.of(at) >= 0) continue
    const verb = reportingVerb(cue, ground)
    const place = { ...ground, sentence, cue, verb }
    const source = verb?.needs.has('quote') ? sourceOf(place) : undefined
    if (!verb || !source || source.range.last > first) continue
    const range = cueRange(place)
    const said = contentSpan(place, { first: saidFrom(place, range.last, first), last })
    if (!said) continue
    const own = { rule: quotationNearCue.name, at, cue: range, lemma: verb.lemma }
    return { ...own, source, stance: verb.stance, content: [said], quotations: [] }
  }
  return undefined
}

/** "said at an event that “a bomb” …": from the word that opens the clause, where there is one. */
function saidFrom({ document }: StatementPlace, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = document.tokens[at]
    if (token?.lower === 'that' && token.upos === 'SCONJ') return at
  }
  return from
}

/** “State of the Union”: a name, nothing said. */
function isTitle(quotation: number, { document, quotations }: Ground): boolean {
  const { first, last } = quotations.range(quotation)
  if (last - first > 9) return false
  const words = document.tokens
    .slice(first, last)
    .filter(({ text, upos }) => /\p{L}/u.test(text) && !/^(ADP|DET|CCONJ)$/.test(upos))
  return words.length > 1 && words.every(({ text }) => /^\p{Lu}/u.test(text))
}

/** A long quotation that is a sentence of its own. */
function uncovered(quotation: number, { document, quotations }: Ground): Draft | undefined {
  const { first, last } = quotations.range(quotation)
  const words = document.tokens.slice(first, Math.min(last, first + 60))
  if (last - first < 10 || !words.some(isFinite)) return undefined
  const rule = uncoveredQuotation.name
  return { rule, at: first, stance: 'asserts', content: [], quotations: [] }
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
