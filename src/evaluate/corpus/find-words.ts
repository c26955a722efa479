import { spanHolds, spansMeet, type Evidence, type Span } from '../../records/index.ts'
import { fail } from './fault.ts'
import type { Clause, Quote } from './line.ts'
import { matches, parsePattern, plain } from './pattern.ts'

/** The texts that quotes stand in. */
export interface Texts {
  readonly text: string
  readonly title?: string
  readonly scope?: Scope
}

/** Where to look where words stand more than once. */
export interface Scope {
  /** From wide to narrow: the first in which they stand once. */
  readonly within: readonly Span[]
  /** What the words never lie in. */
  readonly outside: readonly Span[]
}

/** The evidence of all quotes of a clause, in their order. */
export function findAll({ quotes }: Clause, texts: Texts): Evidence[] {
  return quotes.flatMap((quote) => findWords(quote, texts))
}

/** Where a quote stands: once, or as often as it says. Throws with the reason where that cannot be told. */
export function findWords(quote: Quote, texts: Texts): Evidence[] {
  const text = quote.inTitle ? (texts.title ?? fail('the report has no title')) : texts.text
  const pattern = parsePattern(quote.source)
  const shown = JSON.stringify(plain(quote.source))
  if (!pattern)
    fail(
      `${shown}: [ ] hold the words that are meant, … stands for their middle; \\[ \\] \\… are those signs themselves`,
    )
  const found = [...matches(pattern, text)]
  if (found.length === 0) fail(`${shown} does not stand in the ${quote.inTitle ? 'title' : 'text'}`)
  const meant = choose(quote, found, quote.inTitle ? undefined : texts.scope)
  if (typeof meant === 'string') fail(`${shown} ${meant}`)
  if (meant.some(({ isOpen }) => isOpen))
    fail(`${shown} may end in more than one place: write more words behind …`)
  return meant.map(({ start, end }) => ({
    start,
    end,
    quote: text.slice(start, end),
    ...(quote.inTitle && { in: 'title' as const }),
  }))
}

type Found = Span & { readonly isOpen?: true }

/** The spans that are meant, or why it cannot be told. */
function choose(
  { times, which }: Quote,
  found: readonly Found[],
  scope?: Scope,
): readonly Found[] | string {
  if (times !== undefined)
    return found.length === times ? found : `stands ${found.length} times, not ${times}`
  if (which !== undefined)
    return found.length >= which && which > 0
      ? found.slice(which - 1, which)
      : `stands ${found.length} times only`
  const free = scope
    ? found.filter((span) => !scope.outside.some((other) => spansMeet(span, other)))
    : found
  if (free.length === 0) return 'stands within what is said only'
  if (free.length === 1) return free
  const narrowed = (scope?.within ?? []).map((region) =>
    free.filter((span) => spanHolds(region, span)),
  )
  const near = narrowed.find(({ length }) => length === 1)
  if (near) return near
  const hint = 'put words around it, as in "he [said] on Monday", or xN where all are meant'
  return `stands ${free.length} times${scope ? ', and not once in the paragraph or sentence' : ''}: ${hint}`
}
