import { InvalidArgumentError, Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { explain, placesAt, writeExplanation, type Setting } from '../../export/index.ts'
import { readItems } from '../../ingest/index.ts'
import { openKit } from '../../kit.ts'
import { readReport, type Kit } from '../../pipeline.ts'
import type { Reading, ReportInput, Span, TraceEntry } from '../../records/index.ts'
import { parseDay, pageSetting } from '../options.ts'
import { standardStreams, type Streams } from '../streams.ts'

export interface ExplainOptions {
  /** Offset in the text. */
  readonly at?: number
  /** Words of the text. */
  readonly find?: string
  readonly date?: string
  readonly outlet?: string
  readonly to: 'text' | 'json'
}

const EXAMPLES = `
Examples:
  $ ascribe explain report.txt                       every place, in order of the text
  $ ascribe explain report.txt --find "the attack"   what was made of these words
  $ ascribe explain report.txt --at 920 --to json    one character of the text

A rule that “missed” saw a word of its own here and says what it lacked.`

/** Adds `ascribe explain`. */
export function addExplain(program: Command): void {
  program
    .command('explain')
    .description('which rule read what in a report, and which nearly did')
    .argument('<file>', 'a file of one or more reports, or - for standard input')
    .option('--at <offset>', 'only what touches this offset of the text', parseOffset)
    .option('--find <words>', 'only what touches these words of the text')
    .option('--date <day>', 'publication date of reports that do not say it', parseDay)
    .option('--outlet <name>', 'outlet of reports that do not say it')
    .addOption(new Option('--to <form>', 'output form').choices(['text', 'json']).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ExplainOptions) => {
      const tools = { kit: await openKit(), streams: standardStreams, setting: pageSetting() }
      process.exitCode = (await explainFile(file, options, tools)) > 0 ? 1 : 0
    })
}

export interface ExplainTools {
  readonly kit: Kit
  readonly streams: Streams
  readonly setting: Setting
}

/** `ascribe explain`: what the rules made of the reports of a file. Gives the number of reports that could not be explained. */
export async function explainFile(
  path: string,
  options: ExplainOptions,
  { kit, streams, setting }: ExplainTools,
): Promise<number> {
  let bad = 0
  for await (const item of readItems(path)) {
    try {
      if ('error' in item) throw item.error
      const { date, outlet } = options
      const defaults = { ...(date && { publishedAt: date }), ...(outlet && { outlet }) }
      const text = explainReport({ ...defaults, ...item.report }, options, { kit, setting })
      await streams.write(text)
    } catch (error) {
      if (!(error instanceof AscribeError) || error.code === 'bad-usage') throw error
      bad += 1
      const place = 'error' in item ? '' : `${item.where}: `
      streams.complain(`ascribe: ${place}${error.message}\n`)
    }
  }
  return bad
}

function explainReport(
  input: ReportInput,
  options: ExplainOptions,
  { kit, setting }: Omit<ExplainTools, 'streams'>,
): string {
  const traced: TraceEntry[] = []
  const reading = readReport(input, kit, (entry) => void traced.push(entry))
  const spans = spansOf(reading, options)
  const all = explain(reading, traced)
  const places = spans ? placesAt(all, spans) : all
  if (options.to === 'json') {
    const { id } = reading.report
    return `${JSON.stringify({ report: id, places }, null, 2)}\n`
  }
  if (places.length > 0) return writeExplanation(reading, places, setting)
  const note = reading.notes.find(({ code }) => code === 'language-not-read')
  return `${note?.message ?? 'no rule read anything here, and none nearly did'}\n`
}

/** Where to look; everywhere where nothing is asked. */
function spansOf({ report }: Reading, { at, find }: ExplainOptions): Span[] | undefined {
  if (at !== undefined) {
    if (at < report.text.length) return [{ start: at, end: at + 1 }]
    const message = `--at ${at}: the text ends at ${report.text.length}`
    throw new AscribeError('bad-usage', message)
  }
  return find === undefined ? undefined : findWords(report.text, find)
}

/** Every place where the text has the words, capitals or not, whatever space parts them. */
function findWords(text: string, words: string): Span[] {
  const parts = words.trim().split(/\s+/)
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const found = [...text.matchAll(new RegExp(pattern, 'gi'))]
  if (words.trim() === '' || found.length === 0)
    throw new AscribeError('not-found', `the text does not have the words “${words}”`)
  return found.map(({ 0: match, index }) => ({ start: index, end: index + match.length }))
}

function parseOffset(text: string): number {
  const offset = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(offset)) return offset
  throw new InvalidArgumentError('an offset is a whole number from 0 (in UTF-16 units)')
}
