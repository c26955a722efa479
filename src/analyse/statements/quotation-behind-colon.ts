import type { NamedRule } from '../../records/index.ts'
import { childBy, predicateAt, rangeSpan, type Sentence, type Token } from '../../text/index.ts'
import { phrase } from './clause.ts'
import type { Draft } from './draft.ts'
import type { SourcePhrase, StatementPlace } from './rule.ts'

/** A sentence without a cue ends with a colon, and a quotation follows, also in a paragraph of its own: its subject says so. */
export const quotationBehindColon: NamedRule = {
  name: 'quotation-behind-colon',
  examples: {
    'General Ilan Vash released the following statement today:\n\n“We mourn the loss of one of our own.”':
      '“We mourn the loss of one of our own.”',
    'The movement has disowned the raid on its website: “We do not take cooks hostage.”':
      '“We do not take cooks hostage.”',
    'The sign on the road has two words: “Go back.”': '-',
  },
}

type Ground = Omit<StatementPlace, 'sentence' | 'cue' | 'verb'>

/** The statement of whoever the sentence before a colon is about: with its noun for what is said as cue ("statement"), or the colon. */
export function behindColon(quotation: number, ground: Ground): Draft | undefined {
  const { document, quotations } = ground
  const { first, last } = quotations.range(quotation)
  const colon = document.tokens[first - 1]
  const sentence = document.sentences[colon?.sentence ?? -1]
  if (colon?.text !== ':' || !sentence || quotations.of(colon.index) >= 0) return undefined
  const source = subjectBefore(sentence, colon, ground)
  if (!source) return undefined
  const noun = document.tokens
    .slice(source.range.last, colon.index)
    .find(({ upos, lemma }) => upos === 'NOUN' && ground.words.nouns.has(lemma))
  const cue = noun ?? colon
  const content = [rangeSpan(document, { first, last })]
  const own = { at: cue.index, cue: { first: cue.index, last: cue.index + 1 }, lemma: cue.lemma }
  const said = { source, content, quotations: [quotation] }
  return { rule: quotationBehindColon.name, stance: 'asserts', ...own, ...said }
}

/** The subject of the last main verb before the colon, where it is somebody who can speak. */
function subjectBefore(sentence: Sentence, colon: Token, ground: Ground): SourcePhrase | undefined {
  const { document } = ground
  const verb = document.tokens[sentence.root]
  if (verb?.upos !== 'VERB' || verb.index > colon.index) return undefined
  const { passive, agents } = predicateAt(document, verb.index)
  const subject = childBy(document, verb.index, 'nsubj')?.index ?? agents[0]
  if (passive || subject === undefined || !maySpeak(subject, ground)) return undefined
  const source = phrase({ ...ground, sentence, cue: verb, verb: undefined }, subject)
  return source.range.last <= colon.index ? source : undefined
}

/** Somebody, a body, a paper or a word for one. */
function maySpeak(index: number, { document, mentions, words }: Ground): boolean {
  const token = document.tokens[index]
  if (!token) return false
  if (/^(?:he|she|they|i|we)$/.test(token.lower)) return true
  if (words.sources.has(token.lower) || words.sources.has(token.lowerLemma)) return true
  const type = mentions.byHead(index)?.type
  return token.upos !== 'PRON' && type !== undefined && SPEAKERS.has(type)
}

const SPEAKERS = new Set<string>([
  'person',
  'armed-group',
  'state-force',
  'government',
  'organisation',
  'media',
])
