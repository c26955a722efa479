import type { Span } from '../records/index.ts'
import type { TokenWords } from './tokens.ts'

/** Runs of tokens that make sentences: `[first, last)` of the tokens given, which are those of one paragraph. */
export function findSentences(
  text: string,
  tokens: readonly Span[],
  words: TokenWords,
): { first: number; last: number }[] {
  const sentences: { first: number; last: number }[] = []
  let first = 0
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isEnd(text, tokens, { at, words })) continue
    let last = at + 1
    while (last < tokens.length && closes(text, tokens, last)) last += 1
    if (last < tokens.length && !mayStart(text, tokens, { at: last, words })) continue
    sentences.push({ first, last })
    first = last
    at = last - 1
  }
  if (first < tokens.length) sentences.push({ first, last: tokens.length })
  return sentences
}

interface Place {
  readonly at: number
  readonly words: TokenWords
}

/** Whether a sentence may end with this token. */
function isEnd(text: string, tokens: readonly Span[], { at, words }: Place): boolean {
  const word = wordAt(text, tokens, at)
  if (/^([.!?…]+|\.{3,})$/.test(word)) return true
  if (!word.endsWith('.') || word.length < 2) return false
  const listed = words.abbreviations.get(word.toLowerCase())
  if (listed === 'inside' || listed === 'before-number') return false
  // "in the U.S. The army": initials end a sentence only before a word that seldom follows them.
  return (
    (listed === 'may-end' || /^(\p{L}\.){2,}$/u.test(word)) &&
    STARTERS.test(wordAt(text, tokens, at + 1))
  )
}

/** Words that open sentences and hardly ever follow an abbreviation inside one. */
const STARTERS =
  /^(the|a|an|he|she|it|they|we|this|that|these|those|but|and|in|on|at|his|her|their|its|there|police|officials|no|some|one|two)$/i

/** Marks that belong to the sentence before: a closing quotation mark or bracket without space in front. */
function closes(text: string, tokens: readonly Span[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]]
  return (
    before !== undefined &&
    token !== undefined &&
    before.end === token.start &&
    /^(["”’')\]]|'')$/.test(text.slice(token.start, token.end))
  )
}

/** Whether a sentence may start here: not in lower case, and not where the quoted sentence's frame goes on ("…!” he said"). */
function mayStart(text: string, tokens: readonly Span[], { at }: Place): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token || !before) return true
  if (token.start === before.end && !/^["“‘(]/.test(text[token.start] ?? '')) return false
  return !/^\p{Ll}|^[,;:)–-]/u.test(text.slice(token.start, token.end))
}

function wordAt(text: string, tokens: readonly Span[], at: number): string {
  const token = tokens[at]
  return token ? text.slice(token.start, token.end) : ''
}
