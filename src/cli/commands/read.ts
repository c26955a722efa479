import { styleText } from 'node:util'
import { AscribeError } from '../../base/errors.ts'
import {
  csvHeader,
  writeCsv,
  writeHtml,
  writeJson,
  writeNdjson,
  writeText,
  type Mark,
} from '../../export/index.ts'
import { readItems, type Item } from '../../ingest/index.ts'
import { readReport, type Kit } from '../../pipeline.ts'
import type { Reading, ReportInput } from '../../records/index.ts'

/** The output forms of `ascribe read`. */
export const FORMATS = ['text', 'json', 'ndjson', 'csv', 'html'] as const
export type Format = (typeof FORMATS)[number]

export interface ReadOptions {
  readonly to: Format
  readonly date?: string
  readonly outlet?: string
  readonly colour: boolean
}

/** Where a command writes; progress and errors go to `complain`. */
export interface Streams {
  write(text: string): void
  complain(text: string): void
}

/** `ascribe read`: reports in, readings out, nothing stored. Gives the number of items that could not be read. */
export async function read(
  paths: readonly string[],
  options: ReadOptions,
  { kit, streams }: { kit: Kit; streams: Streams },
): Promise<number> {
  let bad = 0
  const seen = new Map<string, string>()
  const page: Reading[] = []
  if (options.to === 'csv') streams.write(csvHeader())
  for (const path of paths) {
    for await (const item of readItems(path)) {
      const reading = readItem(withoutDouble(item, seen), options, kit)
      if (reading instanceof AscribeError) {
        bad += 1
        streams.complain(`ascribe: ${reading.message}\n`)
      } else if (options.to === 'html') page.push(reading)
      else streams.write(write(reading, options))
    }
  }
  if (options.to === 'html') streams.write(writeHtml(page))
  if (bad > 0)
    streams.complain(`ascribe: ${bad} ${bad === 1 ? 'item' : 'items'} could not be read\n`)
  return bad
}

/** A second item under an id that was given before is refused: its records would carry the ids of the first. */
function withoutDouble(item: Item, seen: Map<string, string>): Item {
  if ('error' in item || item.report.id === undefined) return item
  const { where, report } = item
  const first = seen.get(item.report.id)
  if (first === undefined) {
    seen.set(item.report.id, where)
    return item
  }
  return {
    where,
    error: new AscribeError('bad-input', `${where}: id ${report.id} was given before, in ${first}`),
  }
}

function readItem(item: Item, options: ReadOptions, kit: Kit): Reading | AscribeError {
  if ('error' in item) return item.error
  return readReport(withDefaults(item.report, options), kit)
}

/** What the report itself says goes before what the command line says of it. */
function withDefaults(report: ReportInput, { date, outlet }: ReadOptions): ReportInput {
  return {
    ...(date === undefined ? {} : { publishedAt: date }),
    ...(outlet === undefined ? {} : { outlet }),
    ...report,
  }
}

function write(reading: Reading, { to, colour }: ReadOptions): string {
  if (to === 'json') return writeJson(reading)
  if (to === 'ndjson') return writeNdjson(reading)
  if (to === 'csv') return writeCsv(reading)
  return colour ? writeText(reading, paint) : writeText(reading)
}

const COLOURS = {
  event: 'red',
  figure: 'yellow',
  source: 'blue',
  cue: 'gray',
  time: 'green',
  place: 'magenta',
  label: 'gray',
} as const satisfies Record<Mark, string>

function paint(words: string, mark: Mark): string {
  return styleText(COLOURS[mark], words)
}
