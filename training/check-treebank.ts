import type { TokenWords } from '../src/text/index.ts'
import { findTokens } from '../src/text/index.ts'

/** A sentence of a treebank file as it is written: its comments and the ten columns of each word. */
interface Entry {
  readonly id: string
  readonly text: string
  readonly rows: readonly (readonly string[])[]
}

const [FORM, UPOS, XPOS, HEAD, DEPREL] = [1, 3, 4, 6, 7]
const COLUMNS = 10

/** Penn's tags by the universal ones that English treebanks give them. */
const TAGS: Readonly<Record<string, string>> = {
  ADJ: 'JJ JJR JJS NNP AFX DT',
  ADP: 'IN RP',
  ADV: 'RB RBR RBS WRB IN CC',
  AUX: 'MD VB VBD VBG VBN VBP VBZ',
  CCONJ: 'CC',
  DET: 'DT PDT WDT RB NN',
  INTJ: 'UH',
  NOUN: 'NN NNS',
  NUM: 'CD',
  PART: 'POS RB TO',
  PRON: 'DT EX NN PRP PRP$ WDT WP WP$',
  PROPN: 'NNP NNPS',
  PUNCT: "'' , -LRB- -RRB- . : HYPH NFP ``",
  SCONJ: 'IN WRB',
  SYM: '$ NN SYM NFP IN',
  VERB: 'VB VBD VBG VBN VBP VBZ NNP',
  X: 'ADD AFX FW GW LS',
}

/** The relations of the treebanks that the model learns from. */
const RELATIONS = new Set(
  (
    'acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound ' +
    'compound:prt conj cop csubj csubj:outer csubj:pass dep det det:predet discourse dislocated expl ' +
    'fixed flat goeswith iobj list mark nmod nmod:desc nmod:poss nmod:unmarked nsubj nsubj:outer ' +
    'nsubj:pass nummod obj obl obl:agent obl:unmarked orphan parataxis punct reparandum root vocative xcomp'
  ).split(' '),
)

/** What is wrong in a CoNLL-U file of our own sentences, a line each that starts with the sentence's id; nothing where all is well. */
export function checkTreebank(source: string, words: TokenWords): string[] {
  return readEntries(source).flatMap((entry) =>
    [
      ...checkText(entry, words),
      ...entry.rows.flatMap((row, at) => checkRow(entry, row, at)),
      ...checkTree(entry),
    ].map((fault) => `${entry.id}: ${fault}`),
  )
}

/** The texts of a CoNLL-U file by their ids. */
export function treebankTexts(source: string): { readonly id: string; readonly text: string }[] {
  return readEntries(source).map(({ id, text }) => ({ id, text }))
}

function readEntries(source: string): Entry[] {
  return source
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block) => ({
      id: /^# sent_id = (.+)$/m.exec(block)?.[1] ?? `no sent_id: ${block.slice(0, 40)}`,
      text: /^# text = (.+)$/m.exec(block)?.[1] ?? '',
      rows: block
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('#'))
        .map((line) => line.split('\t')),
    }))
}

/** The words are the tokens that we find in the text: what the model learns is what it will meet. */
function checkText({ text, rows }: Entry, words: TokenWords): string[] {
  const spans = findTokens(text, { start: 0, end: text.length }, words)
  const [found, given] = [
    spans.map(({ start, end }) => text.slice(start, end)),
    rows.map((row) => row[FORM] ?? ''),
  ]
  const at = given.findIndex((word, index) => word !== found[index])
  if (at >= 0) return [`word ${at + 1} is “${given[at]}”, the text has “${found[at] ?? ''}”`]
  return found.length > given.length ? [`“${found[given.length]}” of the text is no word`] : []
}

function checkRow({ rows }: Entry, row: readonly string[], at: number): string[] {
  const name = `word ${at + 1} “${row[FORM]}”`
  if (row.length !== COLUMNS) return [`${name} has ${row.length} columns`]
  const [upos, xpos, deprel] = [row[UPOS] ?? '', row[XPOS] ?? '', row[DEPREL] ?? '']
  const faults = []
  if (row[0] !== String(at + 1)) faults.push(`${name} is numbered ${row[0]}`)
  if (!TAGS[upos]?.split(' ').includes(xpos)) faults.push(`${name} cannot be ${upos} ${xpos}`)
  if (!RELATIONS.has(deprel)) faults.push(`${name} has an unknown relation ${deprel}`)
  if (!/^\d+$/.test(row[HEAD] ?? '') || Number(row[HEAD]) > rows.length)
    faults.push(`${name} hangs on ${row[HEAD]}, which is no word`)
  if ((row[HEAD] === '0') !== (deprel === 'root'))
    faults.push(`${name} is ${deprel} of ${row[HEAD]}`)
  if (/^(?:aux|aux:pass|cop)$/.test(deprel) && upos !== 'AUX')
    faults.push(`${name} is ${deprel}, but no auxiliary`)
  return faults
}

/** One root, no circle, and no two arcs that cross: the parser can draw no others. */
function checkTree({ rows }: Entry): string[] {
  const heads = rows.map((row) => Number(row[HEAD]))
  if (heads.some((head) => !(head <= rows.length))) return []
  const roots = heads.filter((head) => head === 0).length
  if (roots !== 1) return [`${roots} roots`]
  const circle = heads.findIndex((_, at) => !pathUp(heads, at + 1).includes(0))
  if (circle >= 0) return [`word ${circle + 1} never comes to the root`]
  const above = heads.map((_, at) => new Set(pathUp(heads, at + 1)))
  return heads.flatMap((head, at) => {
    const word = at + 1
    if (head === 0) return []
    for (let between = Math.min(head, word) + 1; between < Math.max(head, word); between += 1)
      if (!above[between - 1]?.has(head))
        return [`the arc from ${head} to ${word} crosses word ${between}’s`]
    return []
  })
}

/** The words above a word, up to 0, or as many as there are words where it never comes there. */
function pathUp(heads: readonly number[], word: number): number[] {
  const path: number[] = []
  let at = word
  while (at !== 0 && path.length < heads.length) {
    at = heads[at - 1] ?? 0
    path.push(at)
  }
  return path
}
