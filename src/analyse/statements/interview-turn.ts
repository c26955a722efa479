import type { Statement } from '../../records/index.ts'
import type { Document } from '../../text/index.ts'
import type { Mention } from '../mentions/mention.ts'
import { contentSpan } from './content.ts'
import type { SourcePhrase, StatementPlace, StatementReading, StatementRule } from './rule.ts'

/** A paragraph of an interview: "Q: …", "A: …", or a speaker's name and a colon, where the paragraph beside it is one too. */
export const interviewTurn: StatementRule = {
  name: 'interview-turn',
  starts: [':'],
  examples: {
    'We spoke with Dana Lor.\n\nA: It is quiet.': 'Dana Lor | A: | It is quiet',
    'Q: Is it quiet in the town?': '- | Q: | Is it quiet in the town?',
    'The plan: the army leaves the town.': '-',
  },
  read(place) {
    const { document, cue, sentence } = place
    const turn = turnAt(document, sentence.paragraph)
    if (turn?.colon !== cue.index) return undefined
    const content = contentSpan(place, { first: cue.index + 1, last: turn.last })
    if (!content) return undefined
    const label = document.tokens[turn.first]?.lower ?? ''
    const told = { content: [content], quotations: [] }
    if (!isMark(document, turn)) return byName(place, turn, told)
    const isQuestion = label.startsWith('q')
    const source = isQuestion ? undefined : interviewee(place, place.cue.index)
    return {
      cue: { first: turn.first, last: cue.index + 1 },
      lemma: isQuestion ? 'Q' : 'A',
      ...told,
      ...(source && { source }),
      stance: isQuestion ? 'asks' : 'asserts',
    }
  },
}

/** Label, colon and end of a paragraph that may be a turn. */
interface Turn {
  readonly first: number
  readonly colon: number
  readonly last: number
}

/** The turn that a paragraph is: at most four words before a colon. */
export function turnAt(
  { paragraphs, sentences, tokens }: Document,
  index: number,
): Turn | undefined {
  const paragraph = paragraphs[index]
  const first = sentences[paragraph?.firstSentence ?? -1]?.first
  const last = sentences[(paragraph?.lastSentence ?? 0) - 1]?.last
  if (first === undefined || last === undefined) return undefined
  for (let at = first + 1; at < Math.min(last - 1, first + 5); at += 1)
    if (tokens[at]?.text === ':') return { first, colon: at, last }
  return undefined
}

/** "Q:", "Answer:". */
function isMark({ tokens }: Document, { first, colon }: Turn): boolean {
  return (
    colon === first + 1 &&
    /^(?:Q|A|Question|Answer|QUESTION|ANSWER)$/.test(tokens[first]?.text ?? '')
  )
}

/** "Reske: It is quiet.": a speaker's name, with another turn right before or after. */
function byName(
  { document, mentions, sentence }: StatementPlace,
  { first, colon }: Turn,
  told: Pick<StatementReading, 'content' | 'quotations'>,
): StatementReading | undefined {
  const mention = mentions.at(colon - 1)
  if (!mention || !(isSomebody(mention.type) || mention.type === 'media')) return undefined
  const isBeside = [-1, 1].some((step) => turnAt(document, sentence.paragraph + step))
  if (!isBeside) return undefined
  const isQuestion = told.content[0] !== undefined && document.text[told.content[0].end - 1] === '?'
  const range = { first, last: colon }
  return {
    cue: { first: colon, last: colon + 1 },
    lemma: isQuestion ? 'Q' : 'A',
    source: { head: mention.head, range },
    ...told,
    stance: isQuestion ? 'asks' : 'asserts',
  }
}

/** Whom the report says it spoke with: "an interview with Dana Lor", "spoke with Dana Lor"; else whom it names first, before the talk begins. */
export function interviewee(
  { document, mentions }: Pick<StatementPlace, 'document' | 'mentions'>,
  before: number,
): SourcePhrase | undefined {
  const { tokens } = document
  for (let at = 0; at < Math.min(tokens.length, LEAD); at += 1) {
    if (!/^(?:interview|speak|talk|sit)$/.test(tokens[at]?.lowerLemma ?? '')) continue
    for (let next = at + 1; next < at + 4; next += 1) {
      const isWith = /^(?:with|to|interviews?)$/.test(tokens[next - 1]?.lower ?? '')
      const mention = isWith ? mentions.at(next) : undefined
      if (mention?.form === 'name' && isSomebody(mention.type)) return phraseOf(mention, document)
    }
  }
  const named = mentions.all.find(
    ({ head, form, type }) => form === 'name' && isSomebody(type) && head < Math.min(before, LEAD),
  )
  return named && phraseOf(named, document)
}

/** The introduction of an interview is no longer than this many tokens. */
const LEAD = 200

function isSomebody(type: string): boolean {
  return type === 'person' || type === 'unknown'
}

/** With what stands behind the name ("Dana Lor, a nurse"), without a clause ("who has been mayor since 2019"). */
function phraseOf({ head, first, last, full }: Mention, { tokens }: Document): SourcePhrase {
  let end = last
  while (end < full.last && tokens[end + 1]?.xpos.startsWith('W') !== true) end += 1
  return { head, range: { first, last: end } }
}

/** Statements with `answers`: the question that a turn of an interview follows. */
export function withAnswers(statements: readonly Statement[]): Statement[] {
  let question: string | undefined
  return statements.map((statement) => {
    if (statement.readBy !== `statements/${interviewTurn.name}`) return statement
    if (statement.stance === 'asks') {
      question = statement.id
      return statement
    }
    const answers = question
    question = undefined
    return answers === undefined ? statement : { ...statement, answers }
  })
}
