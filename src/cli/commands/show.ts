import { Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { FORMS, openWriter, type Form } from '../../export/index.ts'
import { loadReading } from '../../store/index.ts'
import { pageSetting, parseCount } from '../options.ts'
import { storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

interface Options extends StoreOption {
  readonly to: Form
}

/** Adds `ascribe show`. */
export function addShow(program: Command): void {
  program
    .command('show')
    .description('a report of the store with all its records')
    .argument('<id>', 'id of the report')
    .argument('[version]', 'a version of the report; without it the latest', parseCount)
    .addOption(storeOption())
    .addOption(new Option('--to <form>', 'output form').choices(FORMS).default('text'))
    .action(show)
}

async function show(id: string, version: number | undefined, options: Options): Promise<void> {
  await withStore(options, async (db) => {
    const reading = await loadReading(db, id, version)
    const name = version === undefined ? id : `${id}, version ${version}`
    if (!reading) throw new AscribeError('not-found', `no report ${name} in the store`)
    const writer = await openWriter(options.to, pageSetting())
    await standardStreams.write(writer.head + writer.write(reading) + writer.foot)
  })
}
