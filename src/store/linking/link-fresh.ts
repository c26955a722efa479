import {
  blockKeys,
  isJoining,
  isKept,
  keyText,
  linkProfiles,
  profileEvents,
  scoreEvents,
  type EventProfile,
  type LinkKit,
} from '../../link/index.ts'
import type { Reading } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { findNeighbours, insertEventKeys, type KeyRow } from '../queries/event-keys.ts'
import { insertLinks, type LinkRow } from '../queries/links.ts'
import { loadLastNumber } from '../queries/load-last-number.ts'
import { loadProfiles } from '../queries/load-profiles.ts'
import type { StoredEvent } from './stored-event.ts'

/** An event that is not stored yet: a component of its own, in no incident. */
export type FreshEvent = StoredEvent & { readonly profile: EventProfile }

/** The events of readings that can be linked, with numbers behind all that there are. */
export async function openFresh(
  db: Db,
  readings: readonly Reading[],
  kit: LinkKit,
): Promise<FreshEvent[]> {
  const found = readings.flatMap((reading) =>
    profileEvents(reading, kit).map((profile) => ({
      ...profile.key,
      profile,
      version: reading.report.version ?? 1,
    })),
  )
  if (found.length === 0) return []
  const last = await loadLastNumber(db)
  return found.map((event, i) => {
    const number = last + 1 + i
    return { ...event, number, component: number, incident: '' }
  })
}

/** Block keys as the table holds them. */
export function keyRowsOf({ number, profile }: Pick<FreshEvent, 'number' | 'profile'>): KeyRow[] {
  return blockKeys(profile).map((key) => ({ key, event: number }))
}

/** Writes the links of new events with each other and with those that are stored, and their keys. Gives the numbers of all that may be of one incident with another now. */
export async function linkFresh(db: Db, fresh: readonly FreshEvent[]): Promise<number[]> {
  if (fresh.length === 0) return []
  const keys = fresh.flatMap(keyRowsOf)
  const numbers = new Map(fresh.map(({ profile, number }) => [keyText(profile.key), number]))
  const own = linkProfiles(fresh.map(({ profile }) => profile)).map((link) => ({
    ...link,
    a: numbers.get(keyText(link.a)) ?? 0,
    b: numbers.get(keyText(link.b)) ?? 0,
  }))
  const rows = [...own, ...(await findLinks(db, fresh, keys))]
  if (rows.length > 0) await insertLinks(db, rows)
  await insertEventKeys(db, keys)
  return [...new Set(rows.filter(isJoining).flatMap(({ a, b }) => [a, b]))]
}

/** Links worth keeping between some events, with their block keys, and all stored ones. */
export async function findLinks(
  db: Db,
  events: readonly Pick<FreshEvent, 'number' | 'profile'>[],
  keys: readonly KeyRow[],
): Promise<LinkRow[]> {
  const pairs = await findNeighbours(db, keys)
  const stored = await loadProfiles(db, [...new Set(pairs.map(({ other }) => other))])
  const byNumber = new Map(events.map(({ number, profile }) => [number, profile]))
  return pairs.flatMap(({ event, other }) => {
    const [one, two] = [byNumber.get(event), stored.get(other)]
    if (!one || !two || one.key.report === two.key.report) return []
    const link = scoreEvents(one, two)
    return isKept(link) ? [{ ...link, a: event, b: other }] : []
  })
}
