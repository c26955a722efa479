import type { NamedRule } from '../../records/index.ts'
import {
  childrenBy,
  predicateAt,
  prepositionOf,
  rangeSpan,
  type Sentence,
  type Token,
} from '../../text/index.ts'
import { phrase } from './clause.ts'
import type { Draft } from './draft.ts'
import { reportingVerb } from './reporting-verb.ts'
import type { SourcePhrase, StatementPlace } from './rule.ts'

/** Words of what an outlet published, told right before. */
export const publishedQuotationRule: NamedRule = {
  name: 'published-quotation',
  examples: {
    'The claim was published by the news agency Velka Radio. He died among “a crowd of spies and their helpers”.':
      '“a crowd of spies and their helpers”',
    'The claim was published by the news agency Velka Radio. He died among “spies”.': '-',
  },
}

type Ground = Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>

/** "The details were published in the agency Amaq. He died among “traitors and spies.”": words in quotation marks that nobody else says are those of what was published right before, in the same paragraph. */
export function publishedQuotation(quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const { first, last } = quotations.range(quotation)
  const own = document.sentences[document.tokens[first]?.sentence ?? -1]
  if (!own || last - first < SHORTEST) return undefined
  for (const sentence of [own, document.sentences[own.index - 1]]) {
    if (!sentence || sentence.paragraph !== own.paragraph) continue
    const found = publicationIn(sentence, first, ground)
    if (!found) continue
    const { cue, source } = found
    const range = { first: cue.index, last: cue.index + 1 }
    const content = [rangeSpan(document, { first, last })]
    const said = { source, cue: range, lemma: cue.lemma, content, quotations: [quotation] }
    return { rule: 'published-quotation', at: cue.index, stance: 'asserts', ...said }
  }
  return undefined
}

/** Shorter words in marks are names and scare quotes; in tokens, with the marks. */
const SHORTEST = 6

/** The last verb of publishing before a token, with the outlet that published. */
function publicationIn(
  sentence: Sentence,
  before: number,
  ground: Ground,
): { cue: Token; source: SourcePhrase } | undefined {
  const { document, words } = ground
  const end = Math.min(sentence.last, before)
  for (let at = end - 1; at >= Math.max(sentence.first, end - FARTHEST); at -= 1) {
    const cue = document.tokens[at]
    if (cue?.upos !== 'VERB' || !words.publishing.has(cue.lemma)) continue
    const outlet = outletOf(cue, ground)
    if (outlet === undefined) continue
    const verb = reportingVerb(cue, ground)
    return { cue, source: phrase({ ...ground, sentence, cue, verb }, outlet) }
  }
  return undefined
}

/** How many tokens back a verb is sought. */
const FARTHEST = 60

/** The outlet that published, or in which it was published. */
function outletOf(cue: Token, { document, mentions }: Ground): number | undefined {
  const { agents } = predicateAt(document, cue.index)
  const where = childrenBy(document, cue.index, 'obl').filter(({ index }) =>
    /^(in|on|by|via|through)$/.test(prepositionOf(document, index)),
  )
  const heads = [...agents, ...where.map(({ index }) => index)]
  return heads
    .flatMap((head) => [
      head,
      ...childrenBy(document, head, 'appos', 'flat').map(({ index }) => index),
    ])
    .find((head) => mentions.byHead(head)?.type === 'media')
}
