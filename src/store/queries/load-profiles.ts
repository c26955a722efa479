import type { EventProfile } from '../../link/index.ts'
import type { Db } from '../db.ts'

/** What linking compares of some events, by their numbers. */
export async function loadProfiles(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, EventProfile>> {
  const rows = await db.query<{ number: number; profile: string }>(
    'select number, profile::text as profile from event where number = any($1::int[])',
    [numbers],
  )
  return new Map(rows.map(({ number, profile }) => [number, JSON.parse(profile) as EventProfile]))
}
