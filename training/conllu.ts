import { readFileSync } from 'node:fs'

/** One sentence of a treebank; the root's head is `words.length`. */
export interface Gold {
  readonly words: readonly string[]
  readonly tags: readonly string[]
  readonly heads: readonly number[]
  readonly labels: readonly string[]
}

/** The sentences of a CoNLL-U file; multi-word tokens' parts are taken, empty nodes left out. */
export function readConllu(path: string): Gold[] {
  return readFileSync(path, 'utf8')
    .split(/\n\n+/)
    .map(parseSentence)
    .filter(({ words }) => words.length > 0)
}

function parseSentence(block: string): Gold {
  const rows = block
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([id]) => /^\d+$/.test(id ?? ''))
  return {
    words: rows.map((row) => row[1] ?? '_'),
    tags: rows.map((row) => `${row[3]} ${row[4]}`),
    heads: rows.map((row) => (row[6] === '0' ? rows.length : Number(row[6]) - 1)),
    labels: rows.map((row) => row[7] ?? 'dep'),
  }
}
