import { differencesOf, type Difference } from '../base/differences.ts'
import type { Report } from '../records/index.ts'
import { harmless, harmlessLine } from './harmless.ts'
import type { Setting } from './text.ts'
import { wrap, type Fragment } from './wrap.ts'

/** What of a report is compared besides its text. */
const FIELDS = ['title', 'author', 'outlet', 'publishedAt', 'updatedAt', 'uri'] as const
/** Paragraphs that are shown before and after a changed one. */
const ROUND = 1
const INDENT = 2

/** What changed between two versions of a page: words that are gone stand between [- and -], new ones between {+ and +}; paragraphs that did not change are left out but those beside one that did. */
export function writeVersions(
  before: Report,
  after: Report,
  { width, colour }: Setting = { width: 100, colour: false },
): string {
  const [one, other] = [before.version ?? 1, after.version ?? 1]
  const lines = [`${harmlessLine(after.id)}: version ${one} → ${other}`]
  for (const field of FIELDS) {
    const [had, has] = [before[field] ?? '', after[field] ?? '']
    if (had !== has) lines.push(...show(wordsOf(had, has, colour), { width, title: `${field}: ` }))
  }
  const paragraphs = paragraphsOf(before.text, after.text)
  const shown = paragraphs.map((_, i) => isNear(paragraphs, i))
  for (const [i, { had, has }] of paragraphs.entries()) {
    if (!shown[i]) {
      if (i === 0 || shown[i - 1]) lines.push('', '  …')
      continue
    }
    lines.push('', ...show(wordsOf(had, has, colour), { width, title: '' }))
  }
  return `${lines.join('\n')}\n`
}

interface Paragraph {
  readonly had: string
  readonly has: string
}

/** Paragraphs of both texts side by side; an empty one where the other has no match. */
function paragraphsOf(before: string, after: string): Paragraph[] {
  const split = (text: string): string[] => harmless(text).split(/\n\s*/)
  const steps = differencesOf(split(before), split(after))
  return steps.flatMap(({ kind, items }, i): Paragraph[] => {
    if (kind === 'both') return items.map((text) => ({ had: text, has: text }))
    const gone = steps[i - 1]
    if (kind === 'new' && gone?.kind === 'gone')
      return items.slice(gone.items.length).map((has) => ({ had: '', has }))
    const added = kind === 'gone' && steps[i + 1]?.kind === 'new' ? steps[i + 1]?.items : undefined
    if (kind === 'gone') return items.map((had, at) => ({ had, has: added?.[at] ?? '' }))
    return items.map((has) => ({ had: '', has }))
  })
}

function isNear(paragraphs: readonly Paragraph[], i: number): boolean {
  return paragraphs.slice(Math.max(0, i - ROUND), i + ROUND + 1).some(({ had, has }) => had !== has)
}

const MARKS = { gone: ['[-', '-]', '31'], new: ['{+', '+}', '32'] } as const

/** The words of both, with marks round those that one alone has. */
function wordsOf(had: string, has: string, colour: boolean): Fragment[] {
  const split = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
  return differencesOf(split(had), split(has)).map(({ kind, items }, i) => {
    const gap = i === 0 ? '' : ' '
    return fragmentOf({ kind, items }, gap, colour)
  })
}

function fragmentOf({ kind, items }: Difference, gap: string, colour: boolean): Fragment {
  const text = items.join(' ')
  if (kind === 'both') return { text: gap + text }
  const [open, close, style] = MARKS[kind]
  return { text: `${gap}${open}${text}${close}`, ...(colour && { style }) }
}

function show(
  fragments: readonly Fragment[],
  { width, title }: { readonly width: number; readonly title: string },
): string[] {
  return wrap([{ text: title }, ...fragments], { width, first: INDENT, rest: INDENT })
}
