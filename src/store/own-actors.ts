import { randomBytes } from 'node:crypto'
import { AscribeError } from '../base/errors.ts'
import { contentKey, sha256 } from '../base/hash.ts'
import { foldName } from '../link/index.ts'
import { ownNames, type NewOwnActor, type OwnActor } from '../records/index.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import { loadHead } from './queries/load-head.ts'
import {
  findOwnActor,
  insertOwnActor,
  listOwnActors,
  markOwnUndone,
  type OwnEntry,
  type OwnRow,
} from './queries/own-actors.ts'

/** Most entries of a dictionary: each report is read with all of them. */
const MOST = 5000

/** What the reader knows besides its own lists: the entries that stand. */
export async function loadDictionary(db: Db): Promise<OwnActor[]> {
  return (await listOwnActors(db)).map(({ actor }) => actor)
}

/** Adds a name to the dictionary. `may` is asked within the transaction. Throws `conflict` where an entry has one of its names already. */
export async function addOwnActor(
  db: Db,
  actor: NewOwnActor,
  doer: Doer & { may?(): void },
): Promise<OwnEntry> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    doer.may?.()
    const own = withId(actor)
    refuseTaken(own, await listOwnActors(inner))
    const { id, ...rest } = own
    const row = { id, said: JSON.stringify(rest), salt: randomBytes(16).toString('hex') }
    const entry = await logOperation(inner, { kind: 'own-actor', body: sealedBody(row) }, doer)
    await insertOwnActor(inner, { operation: entry, ...row })
    return { entry, at: doer.at, by: doer.by, actor: own }
  })
}

/** The same name has the same id in every store. */
function withId({ name, aliases = [], kind, country = [] }: NewOwnActor): OwnActor {
  const others = [...new Set(aliases)].filter((alias) => alias !== name)
  return {
    id: `own-${contentKey('own-actor', foldName(name))}`,
    name,
    ...(others.length > 0 && { aliases: others }),
    kind,
    ...(country.length > 0 && kind !== 'not-an-actor' && { country }),
  }
}

function refuseTaken(own: OwnActor, entries: readonly OwnEntry[]): void {
  if (entries.length >= MOST)
    throw new AscribeError('bad-usage', `a dictionary has ${MOST} entries at most`)
  const names = new Set(ownNames(own))
  const rival = entries.find(
    ({ actor }) => actor.id === own.id || ownNames(actor).some((name) => names.has(name)),
  )
  if (rival)
    throw new AscribeError('conflict', `${rival.actor.name} is in the dictionary already`, {
      details: { entry: rival.entry },
    })
}

/** Takes an entry back. `may` is asked with its owner. Throws `not-found`, and `conflict` where it is taken back already. */
export async function removeOwnActor(
  db: Db,
  entry: number,
  doer: Doer & { may?(owner: string): void },
): Promise<OwnEntry> {
  return db.transaction(async (inner) => {
    await loadHead(inner)
    const found = await findOwnActor(inner, entry)
    if (!found) throw new AscribeError('not-found', `entry ${entry} is none of the dictionary`)
    const { isUndone, ...own } = found
    doer.may?.(own.by)
    if (isUndone) throw new AscribeError('conflict', `entry ${entry} is taken back already`)
    const undo = { kind: 'undo-own-actor' as const, body: JSON.stringify({ entry }) }
    await markOwnUndone(inner, entry, await logOperation(inner, undo, doer))
    return own
  })
}

/** What the log says of an entry: a seal, which tells nothing of the name to whoever has it not. */
export function sealedBody({ id, said, salt }: Pick<OwnRow, 'id' | 'said' | 'salt'>): string {
  return JSON.stringify({ seal: sha256(JSON.stringify([salt, id, said])) })
}
