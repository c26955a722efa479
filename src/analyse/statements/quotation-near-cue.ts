import type { NamedRule, Span } from '../../records/index.ts'
import { rangeSpan, type Token, type TokenRange } from '../../text/index.ts'
import { cueRange, isFinite, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { Draft } from './draft.ts'
import { reportingVerb } from './reporting-verb.ts'
import { WINDOW, type StatementPlace } from './rule.ts'
import { isTitle } from './title-quotation.ts'

/** A quotation that belongs to a cue before it in its sentence. */
export const quotationNearCue: NamedRule = {
  name: 'quotation-near-cue',
  examples: {
    'The mayor commented on “a crime against children of this town”.':
      'on “a crime against children of this town”',
    'The film “The Long Road” opened in Darun.': '-',
  },
}

type Ground = Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>

/** The statement of a reporting verb in the quotation's sentence, before it and not in another quotation. One that is read already takes the quotation in; else what is said runs from the cue to the end of the quotation and its clause. */
export function nearCue(
  quotation: number,
  ground: Ground,
  known: ReadonlyMap<number, Draft>,
): Draft | undefined {
  const { first, last } = ground.quotations.range(quotation)
  if (last - first < 4 || isTitle(quotation, ground) || isOutlet(quotation, ground))
    return undefined
  const cue = cueBefore(quotation, ground, known)
  if (!cue) return undefined
  const own = known.get(cue.index)
  const made =
    !own || isBesideIt(own, { first, last }, ground) ? newDraft({ first, last }, cue, ground) : own
  if (own && own === made && !isSetOff(own, first, ground)) return undefined
  if (own && own === made) takeIn(own, rangeSpan(ground.document, { first, last }), cue)
  else if (own && made) own.content.splice(0, own.content.length, ...made.content)
  return own ?? made
}

/** "told “Sawt al-Wadi” that", "in a call with “Sawt al-Wadi”": a name of few words behind a preposition. */
function isOutlet(quotation: number, { document, quotations }: Ground): boolean {
  const { first, last } = quotations.range(quotation)
  const [before, opener] = [document.tokens[first - 1], document.tokens[first + 1]]
  const isSigned = /^[.,?!…]$/.test(document.tokens[last - 2]?.text ?? '')
  const isBehind = /^(?:to|with|by|on|for)$/.test(before?.lower ?? '')
  return isBehind && last - first <= 7 && opener?.upos === 'PROPN' && !isSigned
}

/** "In a message read at noon, Lor said the army had acted “to save the state”": what was taken for said before the cue tells when, as a clause with the quotation stands behind it. */
function isBesideIt(
  { at, quotations, content }: Draft,
  { first }: TokenRange,
  { document }: Ground,
): boolean {
  const cue = document.tokens[at]
  if (!cue || quotations.length > 0 || content.some(({ start }) => start > cue.start)) return false
  const between = document.tokens.slice(at + 1, first)
  if (between.some(({ text }) => text === ',')) return false
  return between.some(
    (token) => isFinite(token) || (token.lower === 'that' && token.upos === 'SCONJ'),
  )
}

/** "“We fled,” she said, naming the drive to “sell”": where something was said before the cue, only what a sign or "and" sets off is said too. */
function isSetOff({ at, content }: Draft, first: number, { document }: Ground): boolean {
  const [cue, before] = [document.tokens[at], document.tokens[first - 1]]
  const isBehind = content.every(({ start }) => start > (cue?.start ?? 0))
  return isBehind || before?.upos === 'CCONJ' || /^[,:–—-]$/.test(before?.text ?? '')
}

/** Puts a quotation to what is said: behind words that were read as said it runs on from them. */
function takeIn({ content }: Draft, quoted: Span, cue: Token): void {
  const before = content.at(-1)
  if (before && before.end > quoted.start) return
  if (before && before.start >= cue.end)
    content[content.length - 1] = { start: before.start, end: quoted.end }
  else content.push(quoted)
}

function newDraft({ first, last }: TokenRange, cue: Token, ground: Ground): Draft | undefined {
  const sentence = ground.document.sentences[cue.sentence]
  const verb = reportingVerb(cue, ground)
  const place = sentence && { ...ground, sentence, cue, verb }
  const source = place && sourceOf(place)
  if (!place || !source || !verb) return undefined
  const range = cueRange(place)
  const from = saidFrom(place, range.last, first)
  const said = contentSpan(place, { first: from, last: saidTo(place, last) })
  const own = { rule: quotationNearCue.name, at: cue.index, cue: range, lemma: verb.lemma }
  return said && { ...own, source, stance: verb.stance, content: [said], quotations: [] }
}

/** The nearest verb that the quotation hangs under, or else that stands before it: "saying anybody who complains “is not having a good night”" is what is said, not what is complained. */
function cueBefore(
  quotation: number,
  ground: Ground,
  known: ReadonlyMap<number, Draft>,
): Token | undefined {
  const above = pathAbove(quotation, ground)
  const cues = cuesBefore(quotation, ground, known)
  return cues.find(({ index }) => above.has(index)) ?? cues[0]
}

function cuesBefore(quotation: number, ground: Ground, known: ReadonlyMap<number, Draft>): Token[] {
  const { document, quotations } = ground
  const { first } = quotations.range(quotation)
  const sentence = document.sentences[document.tokens[first]?.sentence ?? -1]
  const cues: Token[] = []
  if (!sentence) return cues
  for (let at = first - 1; at >= sentence.first && at > first - FARTHEST; at -= 1) {
    const cue = document.tokens[at]
    if (!cue || quotations.of(at) >= 0) continue
    const verb = reportingVerb(cue, ground)
    if (!verb?.needs.has('quote')) continue
    const source = known.get(at)?.source ?? sourceOf({ ...ground, sentence, cue, verb })
    if (source && source.range.last <= first) cues.push(cue)
  }
  return cues
}

/** How many tokens before a quotation its cue may stand. */
const FARTHEST = 30

/** What the quotation's uppermost word hangs on, to the root. */
function pathAbove(quotation: number, { document, quotations }: Ground): Set<number> {
  const { first, last } = quotations.range(quotation)
  const isInside = (index: number): boolean => index >= first && index < last
  const top = document.tokens.slice(first, last).find(({ head }) => !isInside(head))
  const path = new Set<number>()
  for (
    let at = top?.head ?? -1;
    at >= 0 && path.size < WINDOW;
    at = document.tokens[at]?.head ?? -1
  )
    path.add(at)
  return path
}

/** "said at an event that “a bomb” …", "told them to “go home”": from the word that opens the clause, where there is one. */
function saidFrom({ document }: StatementPlace, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const token = document.tokens[at]
    if (token?.lower === 'that' && token.upos === 'SCONJ') return at
  }
  const isInfinitive =
    document.tokens[to - 1]?.lower === 'to' && document.tokens[to + 1]?.xpos === 'VB'
  return isInfinitive ? to - 1 : from
}

/** "that “a bomb” had gone off in the town": to the next sign, where the clause goes on behind the quotation. */
function saidTo({ document, quotations, sentence, cue }: StatementPlace, from: number): number {
  if (/^[,.?!…]$/.test(document.tokens[from - 2]?.text ?? '')) return from
  let at = from
  for (; at < Math.min(sentence.last, from + FARTHEST); at += 1) {
    const [token, next] = [document.tokens[at], document.tokens[at + 1]]
    if (quotations.of(at) < 0 && /^(?:[,;:.?!()—–-]|--)$/.test(token?.text ?? '')) return at
    if (token?.upos === 'CCONJ' && next?.xpos === cue.xpos && isFinite(next)) return at
  }
  return at
}
