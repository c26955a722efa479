import { Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { FORMS, openWriter, writeIncident, writeVersions, type Form } from '../../export/index.ts'
import type { Incident, Policy, Reading } from '../../records/index.ts'
import { loadIncident, loadReading, type Db } from '../../store/index.ts'
import { pageSetting, parseCount } from '../options.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly to: Form
  readonly policy: Policy
  readonly order?: readonly string[]
  readonly diff?: true | number
}

const POLICIES: readonly Policy[] = [
  'conservative',
  'range',
  'latest',
  'majority-of-origins',
  'source-order',
]

const EXAMPLES = `
Examples:
  $ ascribe show wire-17 2                                     the second version of a report
  $ ascribe show wire-17 --diff                                what the last version changed
  $ ascribe show wire-17 3 --diff 1                            from the first version to the third
  $ ascribe show 0a1b2c3d4e5f6071 --policy latest              an incident, by the newest word
  $ ascribe show 0a1b2c3d4e5f6071 --policy source-order --order "Radio Orrin" AFP

The id of an incident that became part of another one shows that one.`

/** Adds `ascribe show`. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description(
      'a report of the store with all its records, or an incident with all that is claimed of it',
    )
    .argument('<id>', 'id of a report or an incident')
    .argument('[version]', 'a version of the report; without it the latest', parseCount)
    .addOption(storeOption())
    .addOption(
      new Option('--to <form>', 'output form; incidents: text, json')
        .choices(FORMS)
        .default('text'),
    )
    .addOption(
      new Option('--policy <name>', 'which of rival values of an incident stands')
        .choices(POLICIES)
        .default('conservative'),
    )
    .option('--order <outlets...>', 'outlets and sources, the most trusted first, for source-order')
    .option(
      '--diff [version]',
      'what changed in the text since a version of the report; without one since that before',
      parseCount,
    )
    .addHelpText('after', EXAMPLES)
    .action(show)
}

async function show(id: string, version: number | undefined, options: Options): Promise<void> {
  await withStore(options, async (db) => {
    const reading = await loadReading(db, id, version)
    if (reading && options.diff !== undefined) {
      await standardStreams.write(await changesOf(db, reading, options.diff))
      return
    }
    if (reading) {
      const writer = await openWriter(options.to, pageSetting())
      await standardStreams.write(writer.head + writer.write(reading) + writer.foot)
      return
    }
    const name = version === undefined ? id : `${id}, version ${version}`
    const incident = version === undefined ? await incidentOf(db, id, options) : undefined
    if (!incident) throw new AscribeError('not-found', `no report or incident ${name} in the store`)
    const text = options.to === 'text'
    await standardStreams.write(
      text ? writeIncident(incident, pageSetting()) : `${JSON.stringify(incident, null, 2)}\n`,
    )
  })
}

/** What changed from a version of a report, or the one before, to another. */
async function changesOf(db: Db, { report }: Reading, since: true | number): Promise<string> {
  const { id, version = 1 } = report
  const from = since === true ? version - 1 : since
  const before = from > 0 ? await loadReading(db, id, from) : undefined
  if (!before)
    throw new AscribeError(
      'not-found',
      from > 0 ? `no version ${from} of report ${id} in the store` : `${id}: there is one version`,
    )
  return writeVersions(before.report, report, pageSetting())
}

async function incidentOf(
  db: Db,
  id: string,
  { policy, order, to }: Options,
): Promise<Incident | undefined> {
  if ((policy === 'source-order') !== (order !== undefined))
    throw new AscribeError('bad-usage', '--policy source-order and --order go together')
  const incident = await loadIncident(db, id, { policy, ...(order && { order }) })
  if (incident && to !== 'text' && to !== 'json')
    throw new AscribeError('bad-usage', 'an incident is shown as text or json')
  return incident
}
