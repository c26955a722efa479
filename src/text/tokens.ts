import type { Span } from '../records/index.ts'
import type { Lexicon } from './lexicon.ts'

/** Whether an abbreviation stands inside sentences only, may end one too, or is one only before a number ("No. 4"). */
export type Ending = 'inside' | 'may-end' | 'before-number'

const ENDINGS: Readonly<Record<string, Ending>> = { yes: 'may-end', number: 'before-number' }

/** The word lists that decide where a token ends. */
export interface TokenWords {
  /** With their full stop, in lower case. */
  readonly abbreviations: ReadonlyMap<string, Ending>
  /** Lengths of the parts of words that split without an apostrophe. */
  readonly splits: ReadonlyMap<string, readonly number[]>
}

/** Opens `abbreviations` and `clitics`. */
export function openTokenWords(lexicon: Lexicon): TokenWords {
  const abbreviations = lexicon
    .rows('abbreviations')
    .map((row): [string, Ending] => [
      row['abbreviation'] ?? '',
      ENDINGS[row['ends'] ?? ''] ?? 'inside',
    ])
  const splits = lexicon
    .rows('clitics')
    .map((row): [string, number[]] => [
      row['word'] ?? '',
      (row['parts'] ?? '').split(' ').map((part) => part.length),
    ])
  return { abbreviations: new Map(abbreviations), splits: new Map(splits) }
}

/** The spans of all tokens of a stretch of text, as Universal Dependencies' English treebanks cut them. Linear in the length. */
export function findTokens(text: string, within: Span, words: TokenWords): Span[] {
  const tokens: Span[] = []
  const pattern = new RegExp(PIECE, 'gu')
  let at = within.start
  while (at < within.end) {
    const plain = plainEnd(text, at)
    if (plain > at)
      at = pushPlain(tokens, { text, start: at, end: Math.min(plain, within.end), words })
    else if (text.charCodeAt(at) === SPACE) at += 1
    else at = pushPiece(tokens, pattern, { text, start: at, end: within.end, words })
  }
  return tokens
}

const [SPACE, COMMA] = [0x20, 0x2c]
/** Signs that are a token of their own in front of a space or letter. */
const SINGLE = new Set([...',;:()"?!'].map((sign) => sign.charCodeAt(0)))

/** Most of a text: where a word of plain letters ends that nothing goes on from, or a single sign; `at` itself for all else. */
function plainEnd(text: string, at: number): number {
  let end = at
  while (isPlainLetter(text.charCodeAt(end))) end += 1
  const next = text.charCodeAt(end)
  if (end > at) return next <= SPACE || next === COMMA || end === text.length ? end : at
  const after = text.charCodeAt(at + 1)
  return SINGLE.has(next) && (after <= SPACE || isPlainLetter(after)) ? at + 1 : at
}

function isPlainLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
}

/** Adds the token(s) of a plain word or sign and gives its end. */
function pushPlain(tokens: Span[], { text, start, end, words }: Word): number {
  const parts = end - start > 1 ? words.splits.get(text.slice(start, end).toLowerCase()) : undefined
  if (parts) return pushWord(tokens, { text, start, end, words })
  tokens.push({ start, end })
  return end
}

/** Adds the token(s) of what stands next, whatever it is, and gives the offset to go on from. */
function pushPiece(
  tokens: Span[],
  pattern: RegExp,
  { text, start: from, end: last, words }: Word,
): number {
  pattern.lastIndex = from
  const match = pattern.exec(text)
  if (!match || match.index >= last) return last
  const start = match.index
  const end = Math.min(start + match[0].length, last)
  const groups = match.groups ?? {}
  if (groups['word'] !== undefined) return pushWord(tokens, { text, start, end, words })
  if (groups['url'] !== undefined) return pushUrl(tokens, text, { start, end })
  tokens.push({ start, end })
  return start + match[0].length
}

/** Longest address that is kept as one token. */
const LONGEST_URL = 2000

// The order decides: addresses, numbers, initials, words, runs of signs, any other sign. Runs of four or more like
// signs are decoration, and one token, whatever the sign.
const PIECE = [
  String.raw`(?<url>(?:https?:\/\/|www\.)[^\s<>"“”]{1,${LONGEST_URL}})`,
  String.raw`(?<mail>[\p{L}\p{N}_.+\-]{1,64}@[\p{L}\p{N}\-]{1,64}(?:\.[\p{L}\p{N}\-]{1,32}){1,4})`,
  String.raw`(?<number>\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|s)?(?![\p{L}\p{N}]))`,
  String.raw`(?<clitic>['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}]))`,
  String.raw`(?<decade>['’]\p{N}{2}s?(?![\p{L}\p{N}]))`,
  String.raw`(?<word>[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}]+)*)`,
  String.raw`(?<run>\.{2,}|…+|-{2,}|–+|—+|_+|\*+|={2,}|''|\u0060\u0060|[!?]+|(?<like>[^\s\p{L}\p{N}])\k<like>{3,})`,
  String.raw`(?<sign>[^\s\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff])`,
].join('|')

interface Word extends Span {
  readonly text: string
  readonly words: TokenWords
}

/** Adds the token(s) of a word and gives the offset to go on from: an abbreviation takes its full stop with it. */
function pushWord(tokens: Span[], { text, start, end, words }: Word): number {
  const word = text.slice(start, end)
  const dotted = text[end] === '.' ? dottedEnd(text, { start, end }, words) : end
  if (dotted > end) {
    tokens.push({ start, end: dotted })
    return dotted
  }
  for (const part of partsOf(word, words)) {
    const from = tokens.length > 0 ? Math.max(start, tokens.at(-1)?.end ?? start) : start
    tokens.push({ start: from, end: from + part })
  }
  return end
}

/** Where an abbreviation or a chain of initials ("U.S.", "a.m.") ends; `end` itself where the word is none. */
function dottedEnd(text: string, { start, end }: Span, { abbreviations }: TokenWords): number {
  if (end - start === 1) return initialsEnd(text, { start, end })
  if (end - start > 8) return end
  const ending = abbreviations.get(`${text.slice(start, end).toLowerCase()}.`)
  if (ending === 'before-number')
    return /^\. ?\p{N}/u.test(text.slice(end, end + 3)) ? end + 1 : end
  return ending === undefined ? end : end + 1
}

/** The same for one letter before a full stop: "U.S.", "a.m.", and "J." before a name. */
function initialsEnd(text: string, { start, end }: Span): number {
  let at = end
  while (
    text[at] === '.' &&
    /\p{L}/u.test(text[at + 1] ?? '') &&
    !/[\p{L}\p{N}]/u.test(text[at + 2] ?? '')
  )
    at += 2
  if (at > end) return text[at] === '.' ? at + 1 : at
  // A single capital before a name is an initial; "plan B." at the end is not.
  const isInitial =
    /\p{Lu}/u.test(text[start] ?? '') && /^\. ?\p{Lu}/u.test(text.slice(end, end + 3))
  return isInitial ? end + 1 : end
}

/** The lengths of a word's tokens: "don’t" is do + n’t, "army's" is army + 's. */
function partsOf(word: string, { splits }: TokenWords): readonly number[] {
  const known = splits.get(word.toLowerCase())
  if (known && known.reduce((sum, part) => sum + part, 0) === word.length) return known
  const negated = /n['’]t$/i.exec(word)
  if (negated && word.length > 3) return [word.length - 3, 3]
  const clitic = /['’](?:s|re|ve|ll|d|m)$/i.exec(word)
  if (clitic && clitic.index > 0) return [clitic.index, word.length - clitic.index]
  const unit = /^(\p{N}+)(am|pm|km|kg|m|ft|mm|cm|mph|k|bn)$/iu.exec(word)
  if (unit) return [unit[1]?.length ?? 0, unit[2]?.length ?? 0]
  return [word.length]
}

/** Adds an address without the signs that only follow it. */
function pushUrl(tokens: Span[], text: string, { start, end }: Span): number {
  let last = end
  while (last > start + 1 && /[.,;:!?'’)\]]/.test(text[last - 1] ?? '')) last -= 1
  tokens.push({ start, end: last })
  return last
}
