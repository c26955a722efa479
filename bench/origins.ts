/** How well copies are told from other stories: `npx tsx bench/origins.ts ../shared/data`. Pairs are made of development texts by a fixed seed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { areCopies, copyKeys, sketchText, type TextSketch } from '../src/link/index.ts'

const [data] = process.argv.slice(2)
if (data === undefined) throw new Error('npx tsx bench/origins.ts ../shared/data')

const linesOf = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

interface Article {
  readonly id: string
  readonly text: string
}
interface Pool {
  readonly incidents: readonly { readonly main: readonly string[] }[]
}

const fakes = linesOf<Article>(join(data, 'fakes/fakes.jsonl'))
const muc = linesOf<Article>(join(data, 'muc4/dev1300.jsonl')).slice(0, 300)
const texts = [...fakes.slice(0, 300), ...muc].map(({ text }) => text)
const random = openRandom(20240304)
const words = texts.join(' ').match(/\p{L}{4,}/gu) ?? []

/** What becomes of a text on its way to another outlet. */
const EDITS: Readonly<Record<string, (text: string) => string>> = {
  copy: (text) => `ORRIN DAILY: ${text.replace(/\s+/g, '  ')}`,
  trimmed: (text) => {
    const all = sentencesOf(text)
    return all.slice(0, Math.max(2, Math.ceil(all.length * (0.35 + 0.35 * random())))).join('')
  },
  reordered: (text) =>
    sentencesOf(text)
      .map((sentence) => ({ sentence, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ sentence }) => sentence)
      .join(''),
  'synonym edits': (text) => replaceWords(text, /\p{L}{4,}/gu, 0.15),
  'rewritten: 3 sentences of 10': (text) =>
    sentencesOf(text)
      .map((sentence) => (random() < 0.3 ? replaceWords(sentence, /\p{L}+/gu, 1) : sentence))
      .join(''),
  'rewritten: 3 words of 10': (text) => replaceWords(text, /\p{L}+/gu, 0.3),
}

console.log('pairs                            found   of')
let [found, wanted] = [0, 0]
for (const [name, edit] of Object.entries(EDITS)) {
  const right = texts.filter((text) => isFound(sketchText(text), sketchText(edit(text)))).length
  row(name, right, texts.length)
  found += right
  wanted += texts.length
}
const byId = new Map(fakes.map(({ id, text }) => [id, text]))
const labels = new URL('labels/fakes-incidents.jsonl', import.meta.url)
const incidents = readFileSync(labels, 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => (JSON.parse(line) as Pool).incidents)
const firsts = incidents.flatMap(({ main }) => byId.get(main[0] ?? '') ?? []).map(sketchText)
const strangers = firsts.flatMap((one, i) =>
  firsts.slice(i + 1).map((other) => [one, other] as const),
)
const wrong = strangers.filter(([one, other]) => isFound(one, other)).length
row('stories of different incidents', wrong, strangers.length)
const same = incidents.flatMap(({ main }) =>
  main.flatMap((one, i) => main.slice(i + 1).map((other) => [one, other] as const)),
)
const alike = same.filter(([one, other]) =>
  isFound(sketchText(byId.get(one) ?? ''), sketchText(byId.get(other) ?? '')),
)
row('articles on one incident', alike.length, same.length)
for (const [one, other] of process.argv.includes('--list') ? alike : []) console.log(one, other)
console.log(
  `recall ${(found / wanted).toFixed(3)}, precision ${(found / (found + wrong)).toFixed(3)}`,
)

/** As the store finds them: a key in common first, then a closer look. */
function isFound(a: TextSketch, b: TextSketch): boolean {
  const keys = new Set(copyKeys(a))
  return copyKeys(b).some((key) => keys.has(key)) && areCopies(a, b)
}

function replaceWords(text: string, pattern: RegExp, share: number): string {
  return text.replace(pattern, (word) =>
    random() < share ? (words[Math.floor(random() * words.length)] ?? word) : word,
  )
}

function sentencesOf(text: string): string[] {
  return text.match(/[^.!?]+[.!?]*\s*/g) ?? [text]
}

function row(name: string, count: number, of: number): void {
  console.log(name.padEnd(32), String(count).padStart(5), String(of).padStart(5))
}

/** The same numbers from 0 to 1 in every run. */
function openRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
