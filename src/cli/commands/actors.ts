import { InvalidArgumentError, Option, type Command } from 'commander'
import { AscribeError } from '../../base/errors.ts'
import { harmlessLine } from '../../export/index.ts'
import {
  newOwnActorSchema,
  OWN_KINDS,
  ownNames,
  type NewOwnActor,
  type OwnActor,
} from '../../records/index.ts'
import {
  addOwnActor,
  listOwnActors,
  listUnknown,
  queueRest,
  removeOwnActor,
  type OwnEntry,
} from '../../store/index.ts'
import { jsonLines } from '../json-lines.ts'
import { namingAgain } from '../store/naming-again.ts'
import { openDoer, storeOption, withStore, type StoreOption } from '../store/store-option.ts'
import { standardStreams } from '../streams.ts'

const MORE = `
The dictionary of a store has the actors that its people know besides the lists of Ascribe, and
names that are none. A name counts as it is written, large and small letters. What the dictionary
says of a name goes before what the lists say. When it changes, the reports in which a name of
the entry may stand are read again; what people decided on their records stays.`

/** Adds `ascribe actors` and what is below it. */
export function addActors(program: Command): void {
  const actors = program
    .command('actors')
    .description('the dictionary of the store: actors that the lists do not know')
    .addHelpText('after', MORE)
  actors
    .command('unknown')
    .description('names in the readings that nothing knows, those of most reports first')
    .option('--limit <number>', 'how many', parseCount, 50)
    .option('--json', 'a JSON object for each')
    .addOption(storeOption())
    .action(unknown)
  actors
    .command('list')
    .description('the entries: number in the log, kind, names, countries, who added it and when')
    .addOption(storeOption())
    .action(list)
  actors
    .command('add')
    .description('add a name, and read the reports again in which it may stand')
    .argument('<name>', 'as reports write it')
    .addOption(new Option('--kind <kind>', 'what it is').choices(OWN_KINDS).makeOptionMandatory())
    .option('--alias <names...>', 'other names of the same')
    .option('--country <codes...>', 'its countries in three letters, as KEN')
    .addOption(storeOption())
    .action(add)
  addKeeping(actors)
}

/** What takes entries away, and carries them from store to store. */
function addKeeping(actors: Command): void {
  actors
    .command('remove')
    .description('take an entry back, and read the reports again')
    .argument('<entry>', 'its number in the log', parseCount)
    .addOption(storeOption())
    .action(remove)
  actors
    .command('export')
    .description('the entries as NDJSON, to be imported elsewhere')
    .addOption(storeOption())
    .action(exportAll)
  actors
    .command('import')
    .description('add the entries of an NDJSON file that are not there yet; all of them or none')
    .argument('<file>')
    .addOption(storeOption())
    .action(importAll)
}

function parseCount(text: string): number {
  const number = Number(text)
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('a number from 1 on is wanted')
}

async function unknown(
  options: StoreOption & { readonly limit: number; readonly json?: true },
): Promise<void> {
  const rows = await withStore(options, async (db) => {
    while (await queueRest(db));
    return listUnknown(db, {}, { limit: options.limit })
  })
  for (const row of rows) {
    const { reports, kind, name } = row
    const line = [String(reports), kind, harmlessLine(name)].join('  ')
    await standardStreams.write(`${options.json ? JSON.stringify(row) : line}\n`)
  }
}

async function list(options: StoreOption): Promise<void> {
  for (const entry of await withStore(options, listOwnActors))
    await standardStreams.write(`${lineOf(entry)}\n`)
}

function lineOf({ entry, at, by, actor }: OwnEntry): string {
  const names = harmlessLine(ownNames(actor).join(', '))
  const countries = actor.country ? [actor.country.join(' ')] : []
  return [String(entry), actor.kind, names, ...countries, by, at].join('  ')
}

interface AddOptions extends StoreOption {
  readonly kind: string
  readonly alias?: readonly string[]
  readonly country?: readonly string[]
}

async function add(name: string, options: AddOptions): Promise<void> {
  const { kind, alias: aliases, country } = options
  const actor = parseOwn(
    { name, kind, ...(aliases && { aliases }), ...(country && { country }) },
    name,
  )
  const doer = await openDoer()
  await withStore(options, async (db) => {
    const { entry } = await addOwnActor(db, actor, doer())
    await standardStreams.write(`added; to take it back: ascribe actors remove ${entry}\n`)
    await namingAgain(db, ownNames(actor), doer)
  })
}

async function remove(entry: number, options: StoreOption): Promise<void> {
  const doer = await openDoer()
  await withStore(options, async (db) => {
    const { actor } = await removeOwnActor(db, entry, doer())
    await standardStreams.write(`removed ${harmlessLine(actor.name)}\n`)
    await namingAgain(db, ownNames(actor), doer)
  })
}

async function exportAll(options: StoreOption): Promise<void> {
  for (const { actor } of await withStore(options, listOwnActors)) {
    const { name, aliases, kind, country } = actor
    await standardStreams.write(`${JSON.stringify({ name, aliases, kind, country })}\n`)
  }
}

async function importAll(file: string, options: StoreOption): Promise<void> {
  const actors: NewOwnActor[] = []
  for await (const { value, where } of jsonLines(file)) actors.push(parseOwn(value, where))
  const doer = await openDoer()
  await withStore(options, async (db) => {
    const added = await db.transaction(async (inner) => {
      const own: OwnActor[] = []
      for (const actor of actors) {
        const there = (await listOwnActors(inner)).map((entry) => entry.actor)
        if (!there.some((one) => isSame(one, actor)))
          own.push((await addOwnActor(inner, actor, doer())).actor)
      }
      return own
    })
    await standardStreams.write(
      `${added.length} added, ${actors.length - added.length} there already\n`,
    )
    await namingAgain(db, added.flatMap(ownNames), doer)
  })
}

/** Whether an entry says of a name what another says; where it says something else, adding it is refused. */
function isSame(one: OwnActor, other: NewOwnActor): boolean {
  const said = ({ name, aliases = [], kind, country = [] }: NewOwnActor): string =>
    JSON.stringify([name, [...aliases].sort(), kind, [...country].sort()])
  return said(one) === said(other)
}

function parseOwn(value: unknown, where: string): NewOwnActor {
  const { success, data, error } = newOwnActorSchema.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  const at = issue?.path.join('.') ?? ''
  throw new AscribeError('bad-input', `${where}: ${at}: ${issue?.message ?? ''}`)
}
