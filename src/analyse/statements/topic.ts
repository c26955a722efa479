import type { Span, Topic } from '../../records/index.ts'
import { tokensIn, type Document, type Token } from '../../text/index.ts'
import type { StatementWords } from './statement-words.ts'

/** What a content is about by its words; what says why or who goes before what says how many, and that before the vaguer ones. */
export function topicOf(
  content: readonly Span[],
  { document, words }: { readonly document: Document; readonly words: StatementWords },
): Topic | undefined {
  const found = new Set<Topic>()
  for (const span of content) {
    const { first, last } = tokensIn(document, span)
    for (let at = first; at < Math.min(last, first + LONGEST); at += 1)
      for (const { parts, topic } of words.topics.get(lemmaOf(document.tokens[at])) ?? [])
        if (parts.every((part, i) => isWord(document.tokens[at + i], part))) found.add(topic)
  }
  return TOPICS.find((topic) => found.has(topic))
}

/** Tokens of one span that are looked at. */
const LONGEST = 200

const TOPICS: readonly Topic[] = [
  'responsibility',
  'motive',
  'perpetrator',
  'toll',
  'outlook',
  'assessment',
]

function lemmaOf(token: Token | undefined): string {
  return token?.lowerLemma ?? ''
}

function isWord(token: Token | undefined, part: string): boolean {
  return token?.lower === part || lemmaOf(token) === part
}
