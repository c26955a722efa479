import { childBy, type Document, type Token, type TokenRange } from '../../text/index.ts'
import type { MentionContext } from './context.ts'

/** A listed actor's name in the document. */
export interface ActorName extends TokenRange {
  readonly ids: readonly string[]
}

export interface ActorNames {
  /** The name whose head (the token that hangs outside of it) this is. */
  readonly byHead: ReadonlyMap<number, ActorName>
  /** The name that covers a token. */
  at(token: number): ActorName | undefined
}

/** The names that the actor lists know; of two that overlap the longer one counts. */
export function readActorNames(
  document: Document,
  { phrases: matches, words }: Pick<MentionContext, 'phrases' | 'words'>,
): ActorNames {
  const { tokens } = document
  const isPeople = ({ last }: TokenRange): boolean => {
    const head = tokens[last - 1]
    return isPlainPlural(head) && words.roles.phrases.has(head.lowerLemma)
  }
  const covering = new Map<number, ActorName>()
  const byHead = new Map<number, ActorName>()
  const longestFirst = matches
    .flatMap(({ first, last, entries }) => {
      const ids = entries.filter(({ list }) => list === 'actor').map(({ value }) => value)
      if (ids.length === 0) return []
      let end = last
      while (end > first + 1 && tokens[end - 1]?.upos === 'PUNCT') end -= 1
      const range = { first, last: end }
      if (isOfSome(document, range) || isPeople(range)) return []
      return [{ first, last: end, ids: [...new Set(ids)] }]
    })
    .sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
  for (const name of longestFirst) {
    const inside = tokens.slice(name.first, name.last)
    if (inside.some(({ index }) => covering.has(index))) continue
    for (const { index } of inside) covering.set(index, name)
    const heads = inside.filter(({ head }) => head < name.first || head >= name.last)
    const head = heads.at(-1)
    if (head) byHead.set(head.index, name)
  }
  return { byHead, at: (token) => covering.get(token) }
}

/** "three Velkan soldiers", "Pro-Velkan troops": some of a force, or people named after it, are not the force. */
function isOfSome(document: Document, { first, last }: TokenRange): boolean {
  const { tokens } = document
  const [head, before] = [tokens[last - 1], tokens[first - 1]]
  const isJoined = before?.text === '-' && before.end === tokens[first]?.start
  if (isJoined) return true
  if (!isPlainPlural(head)) return false
  return before?.upos === 'NUM' || childBy(document, head.index, 'nummod') !== undefined
}

/** "Velkan soldiers", "Hezar rebels": a noun for people, whosever they are, describes them. */
function isPlainPlural(head: Token | undefined): head is Token {
  return head?.xpos === 'NNS' && head.text === head.lower
}
