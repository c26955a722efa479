import { AscribeError } from '../base/errors.ts'

/** One row of a word list: column name → cell; an empty cell is an absent key. */
export type LexiconRow = Readonly<Record<string, string>>

/** The word lists of `data/lexicon`, by the file's name without ending. */
export interface Lexicon {
  /** All rows of a list; throws `bad-data` where there is no such list. */
  rows(list: string): readonly LexiconRow[]
  /** The first column of a list as a set, in lower case. */
  words(list: string): ReadonlySet<string>
}

/** A lexicon over the texts of TSV files: the first line names the columns, `#` lines are comments, cells hold no tabs. */
export function openLexicon(files: ReadonlyMap<string, string>): Lexicon {
  const parsed = new Map<string, readonly LexiconRow[]>()
  const rows = (list: string): readonly LexiconRow[] => {
    const known = parsed.get(list)
    if (known) return known
    const text = files.get(list)
    if (text === undefined) throw new AscribeError('bad-data', `no word list ${list}`)
    const made = parseTsv(list, text)
    parsed.set(list, made)
    return made
  }
  return {
    rows,
    words: (list) => new Set(rows(list).map((row) => firstCell(row).toLowerCase())),
  }
}

/** Rows of a TSV text with a line of column names; throws `bad-data` with list and line. */
export function parseTsv(name: string, text: string): LexiconRow[] {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line !== '' && !line.startsWith('#'))
  const columns = (lines[at] ?? '').split('\t')
  const rows: LexiconRow[] = []
  for (let i = at + 1; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t')
    if (cells.length > columns.length)
      throw new AscribeError('bad-data', `${name}.tsv line ${i + 1}: more cells than columns`)
    const row: Record<string, string> = {}
    cells.forEach((cell, column) => {
      const key = columns[column]
      if (cell !== '' && key !== undefined) row[key] = cell
    })
    rows.push(row)
  }
  return rows
}

function firstCell(row: LexiconRow): string {
  return Object.values(row)[0] ?? ''
}
