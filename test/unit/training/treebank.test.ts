import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openLexicon, openTokenWords } from '../../../src/text/index.ts'
import { checkTreebank, treebankTexts } from '../../../training/check-treebank.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const FOLDER = join(ROOT, 'training/treebank')
const lexicon = openLexicon(
  new Map(
    ['abbreviations', 'clitics'].map((name) => [
      name,
      readFileSync(join(ROOT, 'data/lexicon', `${name}.tsv`), 'utf8'),
    ]),
  ),
)
const words = openTokenWords(lexicon)
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.conllu'))
const sources = files.map((name) => readFileSync(join(FOLDER, name), 'utf8'))

describe('our own sentences', () => {
  test.each(files.map((name, index) => [name, sources[index] ?? '']))('%s', (_, source) => {
    expect(checkTreebank(source, words)).toEqual([])
  })

  test('ids and texts are each there once', () => {
    const all = sources.flatMap(treebankTexts)
    expect(all.length).toBeGreaterThan(0)
    expect(twice(all.map(({ id }) => id))).toEqual([])
    expect(twice(all.map(({ text }) => plain(text)))).toEqual([])
  })

  test('none is a text that measures us', () => {
    const measures = ['test', 'data/samples'].flatMap(textFiles).map(plain).join('\n')
    const copied = sources
      .flatMap(treebankTexts)
      .filter(({ text }) => measures.includes(plain(text)))
    expect(copied).toEqual([])
  })
})

describe('what is refused', () => {
  /** "form UPOS XPOS head relation", a word each. */
  const entry = (text: string, ...rows: readonly string[]): string =>
    [
      '# sent_id = x-1',
      `# text = ${text}`,
      ...rows.map((row, at) => {
        const [form, upos, xpos, head, deprel] = row.split(' ')
        return [at + 1, form, '_', upos, xpos, '_', head, deprel, '_', '_'].join('\t')
      }),
    ].join('\n')
  const fled = 'fled VERB VBD 0 root'
  const stop = '. PUNCT . 2 punct'

  test.each([
    ['Gunmen fled.', ['Gunmen NOUN NNS 2 nsubj', fled, stop], []],
    ['Gunmen fled', ['Gunmen NOUN NNS 2 nsubj', fled, stop], ['word 3 is “.”, the text has “”']],
    ['Gunmen fled.', ['Gunmen NOUN NNS 2 nsubj', fled], ['“.” of the text is no word']],
    ['They fled.', ['They PROPN PRP 2 nsubj', fled, stop], ['word 1 “They” cannot be PROPN PRP']],
    [
      'They fled.',
      ['They PRON PRP 2 subj', fled, stop],
      ['word 1 “They” has an unknown relation subj'],
    ],
    ['They fled.', ['They PRON PRP 2 aux', fled, stop], ['word 1 “They” is aux, but no auxiliary']],
    [
      'They fled.',
      ['They PRON PRP 9 nsubj', fled, stop],
      ['word 1 “They” hangs on 9, which is no word'],
    ],
    ['They fled.', ['They PRON PRP 0 root', fled, stop], ['2 roots']],
    [
      'They fled.',
      ['They PRON PRP 3 nsubj', fled, '. PUNCT . 1 punct'],
      ['word 1 never comes to the root'],
    ],
    ['They fled.', ['They PRON PRP 3 nsubj', fled, stop], ['the arc from 3 to 1 crosses word 2’s']],
    ['They fled.', ['They PRON PRP 2 root', fled, stop], ['word 1 “They” is root of 2']],
  ])('%s %j', (text, rows, faults) => {
    expect(checkTreebank(entry(text, ...rows), words)).toEqual(
      faults.map((fault) => `x-1: ${fault}`),
    )
  })
})

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()

function twice(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) < index)
}

/** The texts of all files of a folder; a sentence that is broken over lines is found, too. */
function textFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
}
