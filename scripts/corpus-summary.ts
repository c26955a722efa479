import type { CorpusFile } from '../src/cli/corpus-files.ts'
import { isHeldBack, LAYERS } from '../src/evaluate/index.ts'
import type { Reading } from '../src/records/index.ts'

const COUNTS = {
  statements: ({ reading }: CorpusFile) => reading?.statements.length ?? 0,
  events: ({ reading }: CorpusFile) => reading?.events.length ?? 0,
  participants: ({ reading }: CorpusFile) =>
    (reading?.events ?? []).reduce((sum, { participants }) => sum + participants.length, 0),
  figures: ({ reading }: CorpusFile) =>
    (reading?.events ?? []).reduce((sum, { figures }) => sum + figures.length, 0),
  times: ({ reading }: CorpusFile) => reading?.times.length ?? 0,
  places: ({ reading }: CorpusFile) => reading?.places.length ?? 0,
  actors: ({ reading }: CorpusFile) => reading?.actors.length ?? 0,
}

/** How many sentences a report has. */
type SentencesIn = (reading: Reading) => number

/** What is marked, by part, as a table of Markdown: reports, sentences, records; layers that are not marked whole do not count. */
export function summary(files: readonly CorpusFile[], sentencesIn: SentencesIn): string {
  const parts = [...new Set(files.map(({ part }) => part))].sort()
  const rows = [...parts.map((part) => files.filter((file) => file.part === part)), files]
  const names = [...parts, 'all']
  const cells = rows.map((row, i) => [names[i] ?? '', ...counted(row, sentencesIn)])
  const head = ['part', 'reports', 'held back', 'sentences', ...Object.keys(COUNTS)]
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

function counted(files: readonly CorpusFile[], sentencesIn: SentencesIn): number[] {
  const held = files.filter(({ id, head }) => isHeldBack(id, head?.set)).length
  const sentences = files.reduce(
    (sum, { reading }) => sum + (reading ? sentencesIn(reading) : 0),
    0,
  )
  const records = Object.entries(COUNTS).map(([name, count]) =>
    files.filter((file) => isMarked(file, name)).reduce((sum, file) => sum + count(file), 0),
  )
  return [files.length, held, sentences, ...records]
}

function isMarked({ head }: CorpusFile, name: string): boolean {
  const layer = name === 'participants' || name === 'figures' ? 'events' : name
  return LAYERS.some((one) => one === layer && head?.layers.includes(one))
}

/** Labels that are counted with the word behind them. */
const WITH_VALUE = new Set(['event', 'source', 'topic', 'place', 'claim', 'damage'])

/** How often lines of each sort stand in the marks alone (`-`) and in the reader's reading alone (`+`), by their label; of events and the like with their kind. */
export function errorTable(lines: readonly string[]): string {
  const counts = new Map<string, { marks: number; reader: number }>()
  for (const line of lines.filter((one) => /^[-+] /.test(one))) {
    const [label = '', value = ''] = line.slice(2).trim().split(' ')
    const named = WITH_VALUE.has(label) && /^[a-z]/.test(value) ? `${label} ${value}` : label
    const sort = label.startsWith('"') ? 'content' : named
    const count = counts.get(sort) ?? { marks: 0, reader: 0 }
    counts.set(sort, count)
    count[line.startsWith('-') ? 'marks' : 'reader'] += 1
  }
  const rows = [...counts].sort(([, a], [, b]) => b.marks + b.reader - a.marks - a.reader)
  return rows
    .map(
      ([sort, { marks, reader }]) =>
        `${sort.padEnd(32)}${String(marks).padStart(6)} -${String(reader).padStart(6)} +`,
    )
    .join('\n')
}
