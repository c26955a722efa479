import stringWidth from 'string-width'

/** Words with what is put around them on a terminal; `style` is an SGR code. */
export interface Fragment {
  readonly text: string
  readonly style?: string
}

export interface Margins {
  readonly width: number
  /** Columns left free before the first line, and before the others. */
  readonly first: number
  readonly rest: number
}

/** Lines of at most `width` columns (a longer word stands alone), broken at spaces and at line feeds; wide characters count as two. */
export function wrap(fragments: readonly Fragment[], { width, first, rest }: Margins): string[] {
  const lines: string[] = []
  let [line, used, gap] = ['', first, '']
  const close = (): void => {
    const indent = ' '.repeat(lines.length === 0 ? first : rest)
    lines.push(line === '' ? '' : `${indent}${line.replaceAll(NO_BREAK, ' ')}`)
    ;[line, used, gap] = ['', rest, '']
  }
  for (const word of wordsOf(fragments)) {
    if (word === '\n') close()
    else if (word === ' ') gap = line === '' ? '' : ' '
    else {
      const columns = word.reduce((sum, { text }) => sum + columnsOf(text), 0)
      if (line !== '' && gap !== '' && used + 1 + columns > width) close()
      line += gap + word.map(styled).join('')
      used += gap.length + columns
      gap = ''
    }
  }
  if (line !== '') close()
  return lines
}

/** A space at which no line is broken. */
export const NO_BREAK = '\u00a0'

/** Columns of a text on a terminal. */
export function columnsOf(text: string): number {
  if (text.length > OVERLONG || /^[ -~]*$/.test(text)) return text.length
  return stringWidth(text)
}

/** A word that no line can hold is not measured. */
const OVERLONG = 400

type Word = Fragment[] | ' ' | '\n'

/** Fragments cut at spaces: what is not parted by one is one word, though it may have several styles. */
function* wordsOf(fragments: readonly Fragment[]): Generator<Word> {
  let word: Fragment[] = []
  for (const part of fragments.flatMap(cutAtSpaces)) {
    if (/[^ \t\n]/.test(part.text)) {
      word.push(part)
      continue
    }
    if (word.length > 0) yield word
    word = []
    yield part.text.includes('\n') ? '\n' : ' '
  }
  if (word.length > 0) yield word
}

function cutAtSpaces({ text, ...style }: Fragment): Fragment[] {
  const parts = text.split(/([ \t]*\n|[ \t]+)/).filter((part) => part !== '')
  return parts.map((part) => ({ text: part, ...style }))
}

function styled({ text, style }: Fragment): string {
  const shown = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}/u.test(text)
    ? `\u2068${text}\u2069` // kept apart, so that it cannot turn what stands beside it
    : text
  return style === undefined ? shown : `\u001b[${style}m${shown}\u001b[0m`
}
