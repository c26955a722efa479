/** Scores tokens, sentences, tags and trees on UD treebanks, and times the text stage over reports: `npm run bench:language -- [--ud DIR] [--model FILE] [--reports FILE.ndjson]`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openKit } from '../src/kit.ts'
import { toReport } from '../src/pipeline.ts'
import type { ReportInput } from '../src/records/index.ts'
import { analyseText, openLanguageModel } from '../src/text/index.ts'
import { readConllu, type Gold } from '../training/conllu.ts'
import { score } from '../training/score.ts'

const { values } = parseArgs({
  options: {
    ud: { type: 'string', default: '../shared/data/ud' },
    model: { type: 'string' },
    reports: { type: 'string' },
  },
})
const kit = await openKit()
const model = values.model ? openLanguageModel(readFileSync(values.model)) : kit.text.model

for (const name of ['ewt-dev', 'gum-dev', 'pud-test']) {
  const path = join(values.ud, `${name}.conllu`)
  const golds = readConllu(path)
  const { text, tokens, sentences } = goldSpans(readFileSync(path, 'utf8'))
  const document = analyseText(toReport({ text }), kit.text)
  console.log(
    name.padEnd(9),
    `token F1 ${f1(tokens, document.tokens)}  sentence F1 ${f1(sentences, document.sentences)} `,
    score(model, golds),
    'in capitals',
    score(model, golds.map(inCapitals)),
  )
}
if (values.reports) timeReports(values.reports)

/** Times raw text → document on one core, in processor time, which other work on the machine disturbs less than the clock. */
function timeReports(path: string): void {
  const lines = readFileSync(path, 'utf8').trim().split('\n')
  const reports = lines.map((line) => toReport(JSON.parse(line) as ReportInput))
  const text = { ...kit.text, model }
  const pass = (): string => {
    const began = process.cpuUsage()
    const tokens = reports.reduce((sum, one) => sum + analyseText(one, text).tokens.length, 0)
    const { user, system } = process.cpuUsage(began)
    return `${Math.round((tokens / (user + system)) * 1e6)}`
  }
  console.log(`tokens/s, first pass ${pass()}, later ${[1, 2, 3, 4].map(pass).join(' ')}`)
}

function inCapitals(gold: Gold): Gold {
  return { ...gold, words: gold.words.map((word) => word.toUpperCase()) }
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
