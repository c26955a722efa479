import type { NamedRule } from '../../records/index.ts'
import { childBy, type Sentence, type Token } from '../../text/index.ts'
import { isFinite, phrase } from './clause.ts'
import { contentSpan } from './content.ts'
import type { Draft } from './draft.ts'
import { quotationAfter } from './quotation-after.ts'
import type { StatementPlace, StatementReading } from './rule.ts'
import type { ReportingVerb } from './statement-words.ts'
import { isTitle } from './title-quotation.ts'
import { trailingCue } from './trailing-cue.ts'

/** Any verb reports where it stands with its subject beside a quotation that is set off as speech: “Hands up,” they roared. */
export const quotationByAnyVerb: NamedRule = {
  name: 'quotation-by-any-verb',
  examples: {
    '“Did you shoot him?” she yelps while running along the road.': '“Did you shoot him?”',
    'The city reasoned, “because the school is private, it pays a tax”.':
      '“because the school is private, it pays a tax”',
    '“Small balls lay on the ground,” the agency quoted a nurse, Celeste Amissa, as saying.':
      '“Small balls lay on the ground,”',
    'The film “The Long Road,” reached the town.': '-',
  },
}

type Ground = Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>

/** The statement of the verb right behind a quotation. */
export function byVerbBehind(quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const { first, last } = quotations.range(quotation)
  if (!opensSentence(first, ground)) return undefined
  for (let at = last; at < last + NEAR; at += 1) {
    const cue = document.tokens[at]
    if (!cue || quotations.of(at) >= 0 || /^[.;:?!]$/.test(cue.text)) return undefined
    if (cue.upos === 'VERB' && isFinite(cue))
      return (
        quotedAs(quotation, cue, ground) ??
        draftOf(quotation, placeOf(cue, ground), trailingCue.read)
      )
  }
  return undefined
}

/** "“…,” the agency quoted a nurse as saying": the nurse says it. */
function quotedAs(quotation: number, verb: Token, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const cue = /^(?:quote|cite)$/.test(verb.lemma) ? sayingBehind(verb, ground) : undefined
  const cited = cue && childBy(document, verb.index, 'obj')
  const place = cited && placeOf(cue, ground)
  if (!place) return undefined
  const { head, range } = phrase(place, cited.index)
  const source = { head, range: { first: range.first, last: Math.min(range.last, cue.index - 1) } }
  const content = contentSpan(place, quotations.range(quotation))
  const own = {
    rule: quotationByAnyVerb.name,
    at: cue.index,
    cue: { first: cue.index, last: cue.index + 1 },
  }
  const said = { source, stance: 'asserts', lemma: cue.lemma, quotations: [quotation] } as const
  return content && { ...own, ...said, quotations: [quotation], content: [content] }
}

function sayingBehind(verb: Token, { document }: Ground): Token | undefined {
  return document.tokens
    .slice(verb.index + 2, verb.index + 22)
    .find(({ lower, index }) => lower === 'saying' && document.tokens[index - 1]?.lower === 'as')
}

function opensSentence(first: number, { document }: Ground): boolean {
  return document.sentences[document.tokens[first]?.sentence ?? -1]?.first === first
}

/** The statement of the verb right before a quotation. */
export function byVerbBefore(quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const { first } = quotations.range(quotation)
  // Behind a colon the verb is that of saying only where it stands at it: "released a statement: …" says by the noun.
  const farthest = document.tokens[first - 1]?.text === ':' ? 3 : NEAR
  for (let at = first - 1; at >= first - farthest; at -= 1) {
    const cue = document.tokens[at]
    if (!cue || quotations.of(at) >= 0 || /^[.;?!]$/.test(cue.text)) return undefined
    if (cue.upos === 'VERB' && isFinite(cue))
      return draftOf(quotation, placeOf(cue, ground), quotationAfter.read)
  }
  return undefined
}

/** Tokens between a quotation and its verb. */
const NEAR = 12

function placeOf(cue: Token, ground: Ground): StatementPlace | undefined {
  const sentence: Sentence | undefined = ground.document.sentences[cue.sentence]
  const verb: ReportingVerb = {
    lemma: cue.lemma,
    stance: 'asserts',
    needs: new Map([['quote', 'asserts']]),
    prepositions: new Map(),
  }
  return sentence && { ...ground, sentence, cue, verb }
}

function draftOf(
  quotation: number,
  place: StatementPlace | undefined,
  read: (place: StatementPlace) => StatementReading | undefined,
): Draft | undefined {
  const reading = place && !isTitle(quotation, place) ? read(place) : undefined
  if (!place || !reading?.quotations?.includes(quotation)) return undefined
  const { content, quotations = [], ...rest } = reading
  return {
    ...rest,
    rule: quotationByAnyVerb.name,
    at: place.cue.index,
    content: [...content],
    quotations: [...quotations],
  }
}
