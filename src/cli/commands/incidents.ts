import { Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { INCIDENT_FORMS, openIncidentWriter, type IncidentForm } from '../../export/index.ts'
import { listIncidents, loadSummary, type Db, type IncidentSummary } from '../../store/index.ts'
import { parseCount, parseDay } from '../options.ts'
import { incidentLine } from '../store/incident-line.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly kind?: readonly string[]
  readonly country?: readonly string[]
  readonly since?: string
  readonly until?: string
  readonly killed?: number
  readonly limit: number
  readonly after?: string
  readonly to: 'text' | 'json' | IncidentForm
}

const EXAMPLES = `
Examples:
  $ ascribe incidents --country AFG --since 2024-03-01 --until 2024-03-31
  $ ascribe incidents --kind bombing suicide-bombing --killed 10 --to ndjson
  $ ascribe incidents --limit 10000 --to geojson > incidents.geojson
  $ ascribe incidents --after 0a1b2c3d4e5f6071        the next page

The latest come first, those without a day last; \`ascribe show ID\` tells all that is claimed of one.
Tolls are by the most careful policy: what stands, and the lowest and highest that is told.`

/** Adds `ascribe incidents`. */
export function addIncidents(program: Command): void {
  program
    .command('incidents')
    .description('the incidents that the reports of the store tell of, page by page')
    .addOption(storeOption())
    .option('--kind <kind...>', 'kinds of the codebook')
    .option('--country <code...>', 'countries by three letters, such as AFG')
    .option('--since <day>', 'may have been on this day or later', parseDay)
    .option('--until <day>', 'may have been on this day or before', parseDay)
    .option('--killed <number>', 'at least so many killed', parseCount)
    .option('--limit <number>', 'incidents of a page', parseCount, 50)
    .option('--after <id>', 'the page behind this incident')
    .addOption(
      new Option('--to <form>', 'output form')
        .choices(['text', 'json', ...INCIDENT_FORMS])
        .default('text'),
    )
    .addHelpText('after', EXAMPLES)
    .action(incidents)
}

async function incidents(options: Options): Promise<void> {
  await withStore(options, async (db) => {
    const { kind, country, since, until, killed, limit } = options
    const after = options.after === undefined ? undefined : await summaryOf(db, options.after)
    const filter = {
      ...(kind && { kinds: kind }),
      ...(country && { countries: country }),
      ...(since !== undefined && { since }),
      ...(until !== undefined && { until }),
      ...(killed !== undefined && { killed }),
    }
    const found = await listIncidents(db, filter, { limit: limit + 1, ...(after && { after }) })
    const page = found.slice(0, limit)
    await standardStreams.write(write(page, options.to))
    const last = page.at(-1)
    if (found.length > limit && last) standardStreams.complain(`more: --after ${last.id}\n`)
  })
}

async function summaryOf(db: Db, id: string): Promise<IncidentSummary> {
  const summary = await loadSummary(db, id)
  if (!summary) throw new AscribeError('not-found', `no incident ${id} in the store`)
  return summary
}

function write(page: readonly IncidentSummary[], to: Options['to']): string {
  switch (to) {
    case 'json':
      return `${JSON.stringify(page, null, 2)}\n`
    case 'text':
      return page.map((incident) => `${incidentLine(incident)}\n`).join('')
    default: {
      const { head, foot, write: line } = openIncidentWriter(to)
      return `${head}${page.map(line).join('')}${foot}`
    }
  }
}
