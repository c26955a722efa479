/** The hashed tables of a word's form: rows, and numbers for each row. */
export const TABLES = [
  { name: 'lower', rows: 20000, width: 64 },
  { name: 'suffix3', rows: 5000, width: 32 },
  { name: 'prefix3', rows: 2000, width: 20 },
  { name: 'shape', rows: 1000, width: 16 },
  { name: 'suffix2', rows: 1000, width: 16 },
] as const

/** Numbers of a word vector. */
export const VECTOR_WIDTH = 100

/** Numbers that stand for one word: its vector and its rows of the tables. */
export const INPUT_WIDTH = VECTOR_WIDTH + TABLES.reduce((sum, { width }) => sum + width, 0)

/** The row of each table for a word. */
export function rowsOf(word: string): number[] {
  const lower = word.toLowerCase()
  return [
    hash(lower) % TABLES[0].rows,
    hash(lower.slice(-3)) % TABLES[1].rows,
    hash(lower.slice(0, 3)) % TABLES[2].rows,
    hash(shapeOf(word)) % TABLES[3].rows,
    hash(lower.slice(-2)) % TABLES[4].rows,
  ]
}

/** The key that all numbers in digits share in the vector list. */
export const NUMBER_KEY = '0'

/** The key of a word in the vector list: numbers share one, typographic quotation marks are plain. */
export function vectorKey(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase()
  if (/^[\d.,:]*\d[\d.,:]*$/.test(word)) return NUMBER_KEY
  return word.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '--')
}

const PLAIN = /^[A-Za-z]+$/

/** "Darun-5" → "Xxd": kinds of signs, runs of more than two cut to two. */
function shapeOf(word: string): string {
  let shape = ''
  for (const sign of word.slice(0, 40)) {
    const kind = kindOf(sign)
    if (!shape.endsWith(kind + kind)) shape += kind
  }
  return shape
}

/** X for a capital, x for another letter, d for a digit, else the sign itself. */
function kindOf(sign: string): string {
  if (sign >= 'a' && sign <= 'z') return 'x'
  if (sign >= 'A' && sign <= 'Z') return 'X'
  if (/\p{Lu}/u.test(sign)) return 'X'
  if (/\p{L}/u.test(sign)) return 'x'
  return /\p{N}/u.test(sign) ? 'd' : sign
}

/** FNV-1a over a text's UTF-16 units from one place to another. */
export function hash(text: string, from = 0, to = text.length): number {
  let value = 0x811c9dc5
  for (let i = from; i < to; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
