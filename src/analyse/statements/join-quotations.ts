import { rangeSpan } from '../../text/index.ts'
import { cueRange, isFinite, reportingVerb, sourceOf } from './clause.ts'
import type { Draft } from './draft.ts'
import type { StatementPlace } from './rule.ts'

type Ground = Omit<StatementPlace, 'sentence' | 'cue'>

/** Quotations that no statement holds: they carry on the speaker before them, belong to a cue in their sentence, or stand without a source. Gives all drafts in order of text. */
export function joinQuotations(drafts: readonly Draft[], ground: Ground): Draft[] {
  const { document, quotations } = ground
  const covered = coverage(drafts, ground)
  const speaking = new Map<number, Draft>()
  for (const draft of drafts) for (const one of draft.quotations) speaking.set(one, draft)
  const made: Draft[] = []
  let next = 0
  let before: Draft | undefined
  for (const quotation of quotations.outermost) {
    const range = quotations.range(quotation)
    for (; (drafts[next]?.at ?? Infinity) < range.first; next += 1)
      before = later(before, drafts[next], ground)
    if (speaking.has(quotation) || isCovered(covered, range)) continue
    const carried = document.quotations[quotation]?.continues ?? -1
    const speaker = speaking.get(carried) ?? goesOn(before, quotation, ground)
    const draft = speaker ?? nearCue(quotation, ground) ?? uncovered(quotation, ground)
    if (!draft) continue
    draft.content.push(rangeSpan(document, range))
    speaking.set(quotation, draft)
    if (!speaker) made.push(draft)
    if (draft.source) before = draft
  }
  return [...drafts, ...made].sort((a, b) => a.at - b.at)
}

/** The last statement outside all quotations: it is its speaker who goes on. */
function later(before: Draft | undefined, draft: Draft | undefined, { quotations }: Ground) {
  return draft && draft.source && quotations.of(draft.at) < 0 ? draft : before
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

/** A reporting verb with a source in the quotation's sentence, before it and not in another quotation. */
function nearCue(quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const { first, last } = quotations.range(quotation)
  if (last - first < 4) return undefined
  const sentence = document.sentences[document.tokens[first]?.sentence ?? -1]
  if (!sentence) return undefined
  for (let at = first - 1; at >= sentence.first && at > first - 30; at -= 1) {
    const cue = document.tokens[at]
    if (!cue || quotations.of(at) >= 0) continue
    const place = { ...ground, sentence, cue }
    const verb = reportingVerb(place)
    const source = verb?.needs.has('quote') ? sourceOf(place) : undefined
    if (!verb || !source) continue
    const { stance } = verb
    const own = { rule: 'quotation-near-cue', at, cue: cueRange(place), lemma: verb.lemma }
    return { ...own, source, stance, content: [], quotations: [] }
  }
  return undefined
}

/** A long quotation that is a sentence of its own. */
function uncovered(quotation: number, { document, quotations }: Ground): Draft | undefined {
  const { first, last } = quotations.range(quotation)
  const words = document.tokens.slice(first, Math.min(last, first + 60))
  if (last - first < 10 || !words.some(isFinite)) return undefined
  return { rule: 'uncovered-quotation', at: first, stance: 'asserts', content: [], quotations: [] }
}

/** 1 at each token that is content of some statement. */
function coverage(drafts: readonly Draft[], { document }: Ground): Uint8Array {
  const { tokens } = document
  const covered = new Uint8Array(tokens.length)
  const spans = drafts.flatMap(({ content }) => content).sort((a, b) => a.start - b.start)
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
