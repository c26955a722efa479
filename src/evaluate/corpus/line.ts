import { fail } from './fault.ts'

/** Words of the text as a line writes them, with what says which of several they are. */
export interface Quote {
  /** Between its marks, escapes and all. */
  readonly source: string
  readonly inTitle: boolean
  /** `x3`: they stand so often, and all are meant. */
  readonly times?: number
  /** `#2`: the second of them. */
  readonly which?: number
}

/** A part of a line: plain words, handles and quotes in any order. */
export interface Clause {
  readonly plain: readonly string[]
  readonly handles: readonly string[]
  readonly quotes: readonly Quote[]
}

/** `killed 7.. total "seven people" says @governor`: a label, what goes with it, and clauses behind their keywords. */
export interface Line extends Clause {
  /** From 1. */
  readonly number: number
  /** Empty where the line begins with a quote. */
  readonly label: string
  readonly clauses: ReadonlyMap<string, Clause>
}

/** Words that open a clause, but not at the beginning of a line. */
const KEYWORDS = new Set([
  'says',
  'confirmed by',
  'denied by',
  'by',
  'cue',
  'called',
  'known',
  'from',
  'through',
  'of',
  'part of',
  'as of',
  'as',
  'at',
  'admin1',
  'admin2',
  'gazetteer',
  'relation',
  'because',
])

/** Two words that are read as one. */
const PAIRS = new Set([
  'confirmed by',
  'denied by',
  'part of',
  'as of',
  'member of',
  'public role',
  'said on',
])

type Token = { readonly plain: string } | { readonly handle: string } | { readonly quote: Quote }

/** The parts of a source line; ` | ` parts them as a line's end would. Throws where a quote is not closed. */
export function parseLines(source: string, number: number): Line[] {
  const parts: Token[][] = [[]]
  for (const token of joinPairs(tokensOf(source)))
    if ('plain' in token && token.plain === '|') parts.push([])
    else parts.at(-1)?.push(token)
  return parts.filter((tokens) => tokens.length > 0).map((tokens) => lineOf(tokens, number))
}

function lineOf([first, ...rest]: readonly Token[], number: number): Line {
  const hasLabel = first !== undefined && 'plain' in first
  const groups = new Map<string, Token[]>([['', hasLabel || !first ? [] : [first]]])
  sortIntoClauses(rest, groups)
  const main = clauseOf(groups.get('') ?? [])
  groups.delete('')
  const clauses = new Map([...groups].map(([name, tokens]) => [name, clauseOf(tokens)]))
  return { number, label: hasLabel ? first.plain : '', clauses, ...main }
}

function sortIntoClauses(tokens: readonly Token[], groups: Map<string, Token[]>): void {
  let [current, isInside] = ['', false]
  for (const token of tokens) {
    const word = 'plain' in token ? token.plain : ''
    if (BRACKET.test(word)) isInside = word === '('
    else if (KEYWORDS.has(word) && !isInside) {
      current = word
      if (groups.has(current)) fail(`“${current}” twice`)
      groups.set(current, [])
    } else groups.get(isInside || isDone(token, groups.get(current)) ? '' : current)?.push(token)
  }
}

/** A clause that has named a record takes no more quotes: `by @front "claimed responsibility"`. */
function isDone(token: Token, clause: readonly Token[] = []): boolean {
  return 'quote' in token && clause.some((one) => 'handle' in one)
}

/** What stands in round brackets belongs to the line, not to the clause before it. */
const BRACKET = /^[()]$/

function clauseOf(tokens: readonly Token[]): Clause {
  return {
    plain: tokens.flatMap((token) => ('plain' in token ? [token.plain] : [])),
    handles: tokens.flatMap((token) => ('handle' in token ? [token.handle] : [])),
    quotes: tokens.flatMap((token) => ('quote' in token ? [token.quote] : [])),
  }
}

function joinPairs(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const pair = last && 'plain' in last && 'plain' in token ? `${last.plain} ${token.plain}` : ''
    if (PAIRS.has(pair)) joined.splice(-1, 1, { plain: pair })
    else joined.push(token)
  }
  return joined
}

/** A quote in one of its two marks, or anything up to a space, comma or bracket. */
const PIECE = /\s+|[,()]|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|[^\s,()"`]+/y

function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  PIECE.lastIndex = 0
  while (PIECE.lastIndex < source.length) {
    const piece = PIECE.exec(source)?.[0]
    if (piece === undefined) fail('a quote is not closed')
    else if (/^[^\s,]/.test(piece)) addToken(piece, tokens)
  }
  return tokens
}

function addToken(piece: string, tokens: Token[]): void {
  const last = tokens.at(-1)
  const quote = last && 'quote' in last ? last.quote : undefined
  if (/^["`]/.test(piece)) tokens.push({ quote: quoteAfter(piece, tokens) })
  else if (piece.startsWith('@')) tokens.push({ handle: piece.slice(1) || fail('@ names nothing') })
  else if (quote && /^[x#]\d+$/.test(piece)) {
    const number = Number(piece.slice(1))
    const which = piece.startsWith('x') ? { times: number } : { which: number }
    tokens.splice(-1, 1, { quote: { ...quote, ...which } })
  } else tokens.push({ plain: piece })
}

/** The quote; the word `title` before it is taken back, as it says where the quote stands. */
function quoteAfter(piece: string, tokens: Token[]): Quote {
  const last = tokens.at(-1)
  const inTitle = last !== undefined && 'plain' in last && last.plain === 'title'
  if (inTitle) tokens.pop()
  if (piece.length < 3) fail('an empty quote')
  return { source: piece.slice(1, -1), inTitle }
}
