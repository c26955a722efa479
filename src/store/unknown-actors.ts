import { actorKeyOf, foldName } from '../link/index.ts'
import { ownNames, type Reading } from '../records/index.ts'
import type { Db } from './db.ts'
import { listOwnActors } from './queries/own-actors.ts'
import {
  listUnknownNames,
  saveUnknownNames,
  type UnknownActor,
  type UnknownFilter,
  type UnknownName,
  type UnknownPlace,
} from './queries/unknown-actors.ts'
import { plainText } from './search-text.ts'

/** Keeps which names in the latest readings of reports no list knows. */
export async function saveUnknown(db: Db, readings: readonly Reading[]): Promise<void> {
  const reports = readings.map(({ report }) => report.id)
  await saveUnknownNames(db, reports, readings.flatMap(unknownNames))
}

/** The names in a reading that no list knows, each once, with its first mention. */
function unknownNames({ report: { id, version = 1 }, actors }: Reading): UnknownName[] {
  const found = new Map<string, UnknownName>()
  for (const actor of actors) {
    const [first] = actor.mentions.filter((mention) => mention.in === undefined)
    if (!actor.named || actor.known !== undefined || !first) continue
    const key = plainText(actorKeyOf(actor))
    if (found.has(key)) continue
    const { start, end } = actor.mentions.find(({ quote }) => quote === actor.name) ?? first
    const { kind } = actor
    found.set(key, {
      ...{ report: id, version, key, name: plainText(actor.name), kind, start, end },
    })
  }
  return [...found.values()]
}

/** Names in the latest readings that no list knows and nobody has added to the dictionary, those of most reports first. */
export async function listUnknown(
  db: Db,
  { kinds, part }: Pick<UnknownFilter, 'kinds' | 'part'>,
  at: { readonly after?: UnknownPlace; readonly limit: number },
): Promise<UnknownActor[]> {
  const own = (await listOwnActors(db)).flatMap(({ actor }) => ownNames(actor))
  const filter = {
    ...(kinds && { kinds }),
    ...(part !== undefined && { part: plainText(foldName(part)) }),
    without: own.map((name) => plainText(foldName(name))),
  }
  return listUnknownNames(db, filter, at)
}
