import { cueRange, isFinite, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'

/** A whole quotation follows the cue: 'X said: "…"', 'X tells Y, "…"'. */
export const quotationAfter: StatementRule = {
  name: 'quotation-after',
  starts: 'verb',
  examples: {
    'Minister Dana Lor told reporters: “We are safe.”': 'Minister Dana Lor | told | “We are safe.”',
    'Lor said, “We are safe.”': 'Lor | said | “We are safe.”',
    '“It is over,” Lor said, adding later, “War is a costly thing, and we lost it.”':
      'Lor | adding | “War is a costly thing, and we lost it.”',
    'Lor said that the “truce” was over.': '-',
    'Lor promised that the report would be out soon, “whatever it says”.': '-',
  },
  read(place) {
    const { verb } = place
    if (!verb?.needs.has('quote')) return undefined
    const cue = cueRange(place)
    const quotation = quotationFrom(place, cue.last)
    if (quotation === undefined) return undefined
    const span = contentSpan(place, place.quotations.range(quotation))
    const source = speakerOf(place)
    if (!span || !source) return undefined
    const rest = { lemma: verb.lemma, stance: verb.stance, quotations: [quotation] }
    return { cue, source, content: [span], ...rest }
  },
}

/** Who speaks: of a participle whoever the verb above it is of, and never a word of what is quoted beside the cue, which the tree may take for it. */
function speakerOf(place: StatementPlace): SourcePhrase | undefined {
  const { document, quotations, cue } = place
  const own = quotations.of(cue.index)
  const isOutside = (source: SourcePhrase | undefined): source is SourcePhrase =>
    source !== undefined && quotations.of(source.head) === own
  const source = sourceOf(place)
  if (isOutside(source)) return source
  if (!source && cue.xpos !== 'VBG') return undefined
  let above = document.tokens[cue.head]
  for (let step = 0; above && quotations.of(above.index) !== own && step < 5; step += 1)
    above = document.tokens[above.head]
  const shared = above && sourceOf({ ...place, cue: above })
  return isOutside(shared) ? shared : undefined
}

/** The quotation that opens after the cue behind a comma or colon, or right after it with a capital. */
function quotationFrom(place: StatementPlace, from: number): number | undefined {
  const { document, quotations, cue } = place
  const own = quotations.of(cue.index)
  for (let at = from; at < from + 30; at += 1) {
    const token = document.tokens[at]
    if (!token || (isFinite(token) && at > from + 12)) return undefined
    const quotation = quotations.of(at)
    if (quotation >= 0 && quotation !== own)
      return opensSpeech(place, at, from) && !goesOn(place, from, at) ? quotation : undefined
    if (/^[.;?!]$/.test(token.text)) return undefined
  }
  return undefined
}

/** "promised that it would be out soon, “whatever it says”": a quotation in small letters behind a clause, or behind the cue's preposition, goes on with what is said before it. */
function goesOn({ document, verb }: StatementPlace, from: number, at: number): boolean {
  if (!/^\p{Ll}/u.test(document.tokens[at + 1]?.text ?? '')) return false
  const between = document.tokens.slice(from, at)
  if (between.at(-1)?.text !== ',' || between.some(({ text }) => text === ':')) return false
  const isPreposition = verb?.prepositions.has(between[0]?.lower ?? '') === true
  return isPreposition || between.some((token) => token.lower === 'that' || isFinite(token))
}

/** Whether the quotation at a token is free, starts there and is set off as speech. */
function opensSpeech(place: StatementPlace, at: number, from: number): boolean {
  const { document, quotations, claimed } = place
  const quotation = quotations.of(at)
  if (claimed.has(quotation) || quotations.range(quotation).first !== at) return false
  if (hasCueBehind(place, quotation) || isOfNearer(place, at, from)) return false
  if (/^[:,]$/.test(document.tokens[at - 1]?.text ?? '')) return true
  // "whom the others called “Capi”": a name.
  if (place.verb?.needs.has('as') && !place.verb.needs.has('trail')) return false
  return at === from && /^\p{Lu}/u.test(document.tokens[at + 1]?.text ?? '')
}

/** "He contradicted the ministry: “I drove the truck,” he said": the nearer cue is that of the quotation. */
function hasCueBehind({ document, quotations, words }: StatementPlace, quotation: number): boolean {
  const { last } = quotations.range(quotation)
  if (document.tokens[last - 2]?.text !== ',') return false
  for (let at = last; at < last + 5; at += 1) {
    const token = document.tokens[at]
    if (!token || token.upos === 'PUNCT' || token.upos === 'CCONJ' || token.upos === 'SCONJ')
      return false
    if (isFinite(token)) return words.verbs.get(token.lemma)?.needs.has('trail') === true
  }
  return false
}

/** "noted that he pays no tax, and the mayor boasted, “…”": another verb of saying stands right before. */
function isOfNearer({ document, words }: StatementPlace, at: number, from: number): boolean {
  const verb = document.tokens[at - 2]
  if (!verb || verb.index < from || !isFinite(verb)) return false
  return words.verbs.get(verb.lemma)?.needs.has('quote') === true
}
