import type { Command } from 'commander'
import { harmlessLine } from '../../export/index.ts'
import { loadTexts, markWords, searchReports } from '../../store/index.ts'
import { parseCount } from '../options.ts'
import { reportLine } from '../store/report-line.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly limit: number
  readonly json?: true
}

const EXAMPLES = `
Examples:
  $ ascribe search shelling market            both words, in any form
  $ ascribe search '"grain silo" or depot'    a phrase, or another word
  $ ascribe search bridge -- -minister        not this word

Exit status 1 where nothing is found.`

/** Adds `ascribe search`. */
export function addSearch(program: Command): void {
  program
    .command('search')
    .description('the reports whose title or text has some words, the best first')
    .argument('<words...>', 'all of them; "or", -word and "a phrase" are understood')
    .addOption(storeOption())
    .option('--limit <number>', 'most reports that are shown', parseCount, 20)
    .option('--json', 'a JSON object for each report')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: Options) => {
      process.exitCode = (await search(words.join(' '), options)) > 0 ? 0 : 1
    })
}

async function search(query: string, options: Options): Promise<number> {
  return withStore(options, async (db) => {
    const found = await searchReports(db, query, options.limit)
    const passages = await markWords(db, query, await loadTexts(db, found))
    for (const [i, report] of found.entries()) {
      const passage = passages[i] ?? ''
      const line = options.json
        ? JSON.stringify({ ...report, passage })
        : `${reportLine(report)}\n    ${harmlessLine(passage)}`
      await standardStreams.write(`${line}\n`)
    }
    return found.length
  })
}
