/** The labelled data that lies beside the project: what reports each set holds. Nothing of it is part of the project. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePlain } from '../src/ingest/index.ts'
import type { ReportInput } from '../src/records/index.ts'

/** Where the data and the referees' scorers lie. */
export interface Beside {
  readonly data: string
  readonly score: string
}

export function beside(folder: string): Beside {
  return { data: folder, score: join(folder, '../score') }
}

/** Every set with its file; `ud` and `seed` are joined or parsed by their own rules. */
export const FILES = {
  'muc4 dev1300': 'muc4/dev1300.jsonl',
  'muc4 tst1': 'muc4/tst1.jsonl',
  'muc4 tst2': 'muc4/tst2.jsonl',
  fakes: 'fakes/fakes.jsonl',
  isafpr: 'isafpr/even.jsonl',
  re3d: 're3d/re3d.jsonl',
  'polnear dev': 'polnear/dev.jsonl',
  'polnear train': 'polnear/train.jsonl',
  wiki_terror: 'wiki_terror/incidents.jsonl',
  wikievents: 'wikievents/dev.jsonl',
  te3_timebank: 'timex/te3_timebank.jsonl',
  te3_aquaint: 'timex/te3_aquaint.jsonl',
  wikiwars: 'timex/wikiwars.jsonl',
  lgl: 'geo/lgl.jsonl',
  geovirus: 'geo/geovirus.jsonl',
  'ecbplus dev': 'ecbplus/dev.jsonl',
  'ecbplus train': 'ecbplus/train.jsonl',
  petrarch: 'petrarch/petr1_unittest_en.jsonl',
  seed: 'seed/report.json',
  'seed as text': 'seed/report.txt',
  'ud ewt-dev': 'ud/ewt-dev.conllu',
  'ud gum-dev': 'ud/gum-dev.conllu',
  'ud pud-test': 'ud/pud-test.conllu',
  'ud gum-train': 'ud/gum-train.conllu',
  'ud ewt-train': 'ud/ewt-train.conllu',
} as const
export type SetName = keyof typeof FILES

/** The reports of a set, without its answers; an id that comes again is told apart. */
export function reportsOf(name: SetName, { data, score }: Beside): ReportInput[] {
  const path = join(data, FILES[name])
  if (path.endsWith('.conllu')) return documentsOf(readFileSync(path, 'utf8'))
  if (path.endsWith('.txt')) return [parsePlain(readFileSync(path, 'utf8'), path)]
  if (path.endsWith('.json')) return [JSON.parse(readFileSync(path, 'utf8')) as ReportInput]
  const lines = execFileSync('node', [join(score, 'inputs.mjs'), path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return withOwnIds(linesOf(lines).map((line) => JSON.parse(line) as ReportInput))
}

export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}

function withOwnIds(reports: readonly ReportInput[]): ReportInput[] {
  const seen = new Map<string, number>()
  return reports.map((report) => {
    if (report.id === undefined) return report
    const times = (seen.get(report.id) ?? 0) + 1
    seen.set(report.id, times)
    return times === 1 ? report : { ...report, id: `${report.id}#${times}` }
  })
}

/** The sentences of each document of a treebank as one text, a paragraph where it says so; treebanks without documents are one. */
function documentsOf(conllu: string): ReportInput[] {
  const texts: string[] = []
  for (const block of conllu.split(/\n\n+/)) {
    const sentence = /^# text = (.*)$/m.exec(block)?.[1]
    if (sentence === undefined) continue
    if (texts.length === 0 || /^# newdoc/m.test(block)) texts.push(sentence)
    else texts.push(`${texts.pop()}${/^# newpar/m.test(block) ? '\n\n' : ' '}${sentence}`)
  }
  return texts.map((text, at) => ({ id: String(at), text }))
}
