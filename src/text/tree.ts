import { keyString } from '../base/key-string.ts'
import type { Document, Token, TokenRange } from './document.ts'

/** Relations without their subtypes; a model has some fifty. */
const BASES = new Map<string, string>()

/** The relation without its subtype: `nsubj:pass` → `nsubj`. */
export function baseRelation(deprel: string): string {
  const known = BASES.get(deprel)
  if (known !== undefined) return known
  const base = keyString(deprel.split(':', 1)[0] ?? deprel)
  if (BASES.size < 1000) BASES.set(deprel, base)
  return base
}

/** The children of a token whose relation (with or without subtype) is one of those named. */
export function childrenBy(document: Document, index: number, ...relations: string[]): Token[] {
  const found: Token[] = []
  for (const child of document.tokens[index]?.children ?? NONE) {
    const token = document.tokens[child]
    if (token && isOneOf(token, relations)) found.push(token)
  }
  return found
}

/** The first such child, if any. */
export function childBy(
  document: Document,
  index: number,
  ...relations: string[]
): Token | undefined {
  for (const child of document.tokens[index]?.children ?? NONE) {
    const token = document.tokens[child]
    if (token && isOneOf(token, relations)) return token
  }
  return undefined
}

const NONE: readonly number[] = []

function isOneOf({ deprel, relation }: Token, relations: readonly string[]): boolean {
  for (const one of relations) if (one === relation || one === deprel) return true
  return false
}

/** The head of a token, undefined at the root. */
export function headOf(document: Document, index: number): Token | undefined {
  const head = document.tokens[index]?.head ?? -1
  return head < 0 ? undefined : document.tokens[head]
}

/** The chain of heads above a token, nearest first; never longer than its sentence. */
export function ancestors(document: Document, index: number): Token[] {
  const chain: Token[] = []
  let above = headOf(document, index)
  while (above && chain.length < 200) {
    chain.push(above)
    above = headOf(document, above.index)
  }
  return chain
}

/** The child of `head` over which `at` hangs on it, or which it is; undefined where it does not within eight steps. */
export function childAbove({ tokens }: Document, at: number, head: number): Token | undefined {
  let token = tokens[at]
  for (let steps = 0; token && steps < 8; steps += 1) {
    if (token.head === head) return token
    token = tokens[token.head]
  }
  return undefined
}

/** Whether something holds for `at` and all tokens above it, up to just below `head`. */
export function allUpTo(
  { tokens }: Document,
  { at, head }: { at: number; head: number },
  holds: (token: Token) => boolean,
): boolean {
  for (let token = tokens[at]; token && token.index !== head; token = tokens[token.head])
    if (!holds(token)) return false
  return true
}

/** All tokens under a token and itself, in order of text; children for which `skip` holds are left out with all below them. */
export function subtree(
  document: Document,
  index: number,
  skip?: (child: Token) => boolean,
): number[] {
  const found: number[] = []
  const waiting = [index]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    found.push(next)
    for (const child of document.tokens[next]?.children ?? NONE) {
      const token = document.tokens[child]
      if (token && !skip?.(token)) waiting.push(child)
    }
  }
  return found.length > 1 ? found.sort((a, b) => a - b) : found
}

/** The unbroken run of tokens around `index` that its subtree covers. */
export function subtreeRange(
  document: Document,
  index: number,
  skip?: (child: Token) => boolean,
): TokenRange {
  const range = { first: index, last: index + 1 }
  while (hangsIn(document, range.first - 1, { range, skip })) range.first -= 1
  while (hangsIn(document, range.last, { range, skip })) range.last += 1
  return range
}

/** Whether a token hangs, over others that are not skipped, on one of a range. */
function hangsIn(
  { tokens }: Document,
  index: number,
  { range, skip }: { range: TokenRange; skip: ((child: Token) => boolean) | undefined },
): boolean {
  let token = tokens[index]
  for (let steps = 0; token && steps < 200; steps += 1) {
    if (token.index >= range.first && token.index < range.last) return true
    if (skip?.(token)) return false
    token = tokens[token.head]
  }
  return false
}

/** Whether `index` lies under `above`, or is it. */
export function isUnder(document: Document, index: number, above: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < 200; steps += 1) {
    if (at === above) return true
    at = document.tokens[at]?.head ?? -1
  }
  return false
}
