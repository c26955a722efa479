import type { Span } from '../../records/index.ts'
import { rangeSpan, type PhraseMatch } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { Scope } from './scope.ts'

export interface MeansFound {
  readonly value: string
  readonly span: Span
  readonly step: 0 | 1
}

/** Weapons among the words of a trigger and of its clause; the longest phrase at a spot. */
export function findMeans(scene: Scene, { own, clause }: Scope): MeansFound[] {
  const found: MeansFound[] = []
  for (const match of phrasesAround(scene.phrases, clause)) {
    const entry = match.entries.find(({ list }) => list === 'weapon')
    const last = match.last - 1
    if (!entry || !clause.has(last) || namesForce(scene, last)) continue
    const span = rangeSpan(scene.document, match)
    found.push({ value: entry.value, span, step: own.has(last) ? 0 : 1 })
  }
  return found
}

/** Most tokens of a phrase. */
const LONGEST = 16

/** The phrases that begin no later than the last of some tokens, and not long before the first. */
function phrasesAround(
  phrases: readonly PhraseMatch[],
  tokens: ReadonlySet<number>,
): readonly PhraseMatch[] {
  let [least, most] = [Infinity, -1]
  for (const token of tokens) {
    least = Math.min(least, token)
    most = Math.max(most, token)
  }
  const from = firstFrom(phrases, least - LONGEST)
  return phrases.slice(from, firstFrom(phrases, most + 1))
}

/** How many phrases begin before a token; they stand in order of text. */
function firstFrom(phrases: readonly PhraseMatch[], token: number): number {
  let [low, high] = [0, phrases.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((phrases[middle]?.first ?? 0) < token) low = middle + 1
    else high = middle
  }
  return low
}

/** "Air Force", "drone unit": a weapon's word within a name or before a noun for people is no means. */
function namesForce(scene: Scene, last: number): boolean {
  const next = tokenAt(scene, last + 1)
  const token = tokenAt(scene, last)
  if (!token || !next || token.head !== next.index || token.deprel !== 'compound') return false
  return isOf(scene.words, next.lowerLemma, 'holder')
}

/** The kinds that the words of a clause tell of, by what was used: "car bomb", "suicide", "gunmen". */
export function kindsByMeans(scene: Scene, tokens: Iterable<number>): string[] {
  const kinds: string[] = []
  for (const at of tokens) {
    const rows = scene.words.means.get(lemmaAt(scene, at)) ?? []
    for (const { parts, kind } of rows)
      if (isPhraseAt(scene, at, parts) && !namesForce(scene, at)) kinds.push(kind)
  }
  return kinds
}

function isPhraseAt(scene: Scene, last: number, parts: readonly string[]): boolean {
  return parts.every((part, i) => {
    const at = last - parts.length + 1 + i
    return tokenAt(scene, at)?.lower === part || lemmaAt(scene, at) === part
  })
}
