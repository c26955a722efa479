import { cueRange, isFinite, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A whole quotation follows the cue: 'X said: "…"', 'X tells Y, "…"'. */
export const quotationAfter: StatementRule = {
  name: 'quotation-after',
  starts: 'verb',
  examples: {
    'Minister Dana Lor told reporters: “We are safe.”': 'Minister Dana Lor | told | “We are safe.”',
    'Lor said, “We are safe.”': 'Lor | said | “We are safe.”',
    'Lor said that the “truce” was over.': '-',
  },
  read(place) {
    const { verb } = place
    if (!verb?.needs.has('quote')) return undefined
    const cue = cueRange(place)
    const quotation = quotationFrom(place, cue.last)
    if (quotation === undefined) return undefined
    const span = contentSpan(place, place.quotations.range(quotation))
    const source = sourceOf(place)
    if (!span || !source) return undefined
    const rest = { lemma: verb.lemma, stance: verb.stance, quotations: [quotation] }
    return { cue, source, content: [span], ...rest }
  },
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
      return opensSpeech(place, at, from) ? quotation : undefined
    if (/^[.;?!]$/.test(token.text)) return undefined
  }
  return undefined
}

/** Whether the quotation at a token is free, starts there and is set off as speech. */
function opensSpeech({ document, quotations, claimed }: StatementPlace, at: number, from: number) {
  const quotation = quotations.of(at)
  if (claimed.has(quotation) || quotations.range(quotation).first !== at) return false
  if (/^[:,]$/.test(document.tokens[at - 1]?.text ?? '')) return true
  return at === from && /^\p{Lu}/u.test(document.tokens[at + 1]?.text ?? '')
}
