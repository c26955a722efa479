/** Scores tokens, sentences, tags and trees on UD treebanks, and times them: `npm run bench:language -- DIR`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openKit } from '../src/kit.ts'
import { toReport } from '../src/pipeline.ts'
import { analyseText } from '../src/text/index.ts'
import { readConllu } from '../training/conllu.ts'
import { score } from '../training/score.ts'

const folder = process.argv[2] ?? '../shared/data/ud'
const kit = await openKit()

for (const name of ['ewt-dev', 'gum-dev', 'pud-test']) {
  const path = join(folder, `${name}.conllu`)
  const { text, tokens, sentences } = goldSpans(readFileSync(path, 'utf8'))
  const began = performance.now()
  const document = analyseText(toReport({ text }), kit.text)
  const seconds = (performance.now() - began) / 1000
  console.log(
    name.padEnd(9),
    `token F1 ${f1(tokens, document.tokens)}  sentence F1 ${f1(sentences, document.sentences)} `,
    score(kit.text.model, readConllu(path)),
    `${Math.round(document.tokens.length / seconds)} tokens/s`,
  )
}

/** The treebank's text as one run of sentences, and the spans of its words and sentences. A multi-word token's parts are sought one after the other. */
function goldSpans(conllu: string): { text: string; tokens: Set<string>; sentences: Set<string> } {
  let text = ''
  const [tokens, sentences] = [new Set<string>(), new Set<string>()]
  for (const block of conllu.split(/\n\n+/)) {
    const words = /^# text = (.*)$/m.exec(block)?.[1]
    if (words === undefined) continue
    if (text !== '') text += /^# newpar/m.test(block) ? '\n\n' : ' '
    const base = text.length
    text += words
    sentences.add(`${base} ${text.length}`)
    for (const { start, end } of wordSpans(block, words))
      tokens.add(`${base + start} ${base + end}`)
  }
  return { text, tokens, sentences }
}

/** Each word of a CoNLL-U block, sought in its sentence's text after the one before. */
function wordSpans(block: string, sentence: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  let at = 0
  for (const [id, form] of block.split('\n').map((line) => line.split('\t'))) {
    if (!/^\d+$/.test(id ?? '') || form === undefined) continue
    const start = sentence.indexOf(form, at)
    if (start < 0) continue
    at = start + form.length
    spans.push({ start, end: at })
  }
  return spans
}

function f1(gold: ReadonlySet<string>, found: readonly { start: number; end: number }[]): string {
  const right = found.filter(({ start, end }) => gold.has(`${start} ${end}`)).length
  return ((200 * right) / (gold.size + found.length)).toFixed(2)
}
