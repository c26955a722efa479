import type { Span } from '../../records/index.ts'

/** What a quote looks for: words, perhaps with others around them that are not meant, or with their middle left out. */
export interface Pattern {
  /** Context before the words. */
  readonly before: string
  readonly head: string
  /** What they end with, where the middle is left out (`…`). */
  readonly tail?: string
  /** Context behind the words. */
  readonly after: string
}

/** The pattern of `"he [said] on Monday"`, `"A bomb … on Tuesday"`; undefined where brackets or dots make no sense. A backslash takes the next sign as it is. */
export function parsePattern(source: string): Pattern | undefined {
  const signs = [...source.matchAll(/\\(.)|[[\]…]/gsu)].filter(
    ([, escaped]) => escaped === undefined,
  )
  const shape = signs.map(([sign]) => sign).join('')
  if (!/^(?:…?|\[…?\])$/.test(shape)) return undefined
  const at = (sign: string, absent: number): number =>
    signs.find(([found]) => found === sign)?.index ?? absent
  const [open, close] = [at('[', -1), at(']', source.length)]
  const dots = at('…', -1)
  const part = (from: number, to: number): string => plain(source.slice(from, to))
  const pattern = {
    before: part(0, Math.max(0, open)),
    head: part(open + 1, dots < 0 ? close : dots),
    ...(dots >= 0 && { tail: part(dots + 1, close).trimStart() }),
    after: part(close + 1, source.length),
  }
  const head = dots < 0 ? pattern.head : pattern.head.trimEnd()
  return head.trim() === '' || pattern.tail === '' ? undefined : { ...pattern, head }
}

/** Without its escapes. */
export function plain(source: string): string {
  return source.replace(/\\(.)/gsu, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}

/** Every place of a text where a pattern stands; `isOpen` where the left out middle may end in more than one way. Words are whole, and any white space is as good as another. */
export function* matches(
  { before, head, tail, after }: Pattern,
  text: string,
): Generator<Span & { readonly isOpen?: true }> {
  if (tail === undefined) {
    yield* spansOf(text, [before, head, after])
    return
  }
  for (const { start, end } of spansOf(text, [before, head, ''])) {
    const [first, second] = spansOf(text, ['', tail, after], end)
    if (!first) continue
    const isOpen = second !== undefined && !text.slice(first.end, second.start).includes('\n')
    yield { start, end: first.end, ...(isOpen && { isOpen }) }
  }
}

function spansOf(
  text: string,
  [before, words, after]: readonly [string, string, string],
  from = 0,
): Span[] {
  const whole = `${before}${words}${after}`
  const left = /^[\p{L}\p{N}]/u.test(whole) ? '(?<![\\p{L}\\p{N}])' : ''
  const right = /[\p{L}\p{N}]$/u.test(whole) ? '(?![\\p{L}\\p{N}])' : ''
  const source = `${left}${literal(before)}(${literal(words)})${literal(after)}${right}`
  const search = new RegExp(source, 'dgu')
  search.lastIndex = from
  const spans: Span[] = []
  for (let match = search.exec(text); match; match = search.exec(text)) {
    const [start, end] = match.indices?.[1] ?? [0, 0]
    spans.push({ start, end })
    search.lastIndex = Math.max(end, match.index + 1)
  }
  return spans
}

function literal(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')
}
