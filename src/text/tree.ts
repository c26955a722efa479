import type { Document, Token, TokenRange } from './document.ts'

/** The relation without its subtype: `nsubj:pass` → `nsubj`. */
export function baseRelation(deprel: string): string {
  const colon = deprel.indexOf(':')
  return colon < 0 ? deprel : deprel.slice(0, colon)
}

/** The children of a token whose relation (with or without subtype) is one of those named. */
export function childrenBy(document: Document, index: number, ...relations: string[]): Token[] {
  const found: Token[] = []
  for (const child of document.tokens[index]?.children ?? []) {
    const token = document.tokens[child]
    if (
      token &&
      (relations.includes(token.deprel) || relations.includes(baseRelation(token.deprel)))
    )
      found.push(token)
  }
  return found
}

/** The first such child, if any. */
export function childBy(
  document: Document,
  index: number,
  ...relations: string[]
): Token | undefined {
  return childrenBy(document, index, ...relations)[0]
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
    for (const child of document.tokens[next]?.children ?? []) {
      const token = document.tokens[child]
      if (token && !skip?.(token)) waiting.push(child)
    }
  }
  return found.sort((a, b) => a - b)
}

/** The unbroken run of tokens around `index` that its subtree covers. */
export function subtreeRange(
  document: Document,
  index: number,
  skip?: (child: Token) => boolean,
): TokenRange {
  const covered = new Set(subtree(document, index, skip))
  let first = index
  let last = index + 1
  while (covered.has(first - 1)) first -= 1
  while (covered.has(last)) last += 1
  return { first, last }
}

/** Whether `index` lies under `above`, or is it. */
export function isUnder(document: Document, index: number, above: number): boolean {
  for (let at = index, steps = 0; at >= 0 && steps < 200; steps += 1) {
    if (at === above) return true
    at = document.tokens[at]?.head ?? -1
  }
  return false
}
