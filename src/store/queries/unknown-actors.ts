import type { ActorKind } from '../../records/index.ts'
import type { Db } from '../db.ts'
import { insertRows } from './insert-rows.ts'

/** A name in a report that no list knows, with its first mention. */
export interface UnknownName {
  readonly report: string
  readonly version: number
  readonly key: string
  readonly name: string
  readonly kind: ActorKind
  readonly start: number
  readonly end: number
}

/** Writes the unknown names of some reports, in the place of what was written of them before. */
export async function saveUnknownNames(
  db: Db,
  reports: readonly string[],
  names: readonly UnknownName[],
): Promise<void> {
  await db.query('delete from unknown_actor where report_id = any($1::text[])', [reports])
  if (names.length === 0) return
  await insertRows(db, {
    into: 'insert into unknown_actor (report_id, version, key, name, kind, starts, ends)',
    columns: ['?::text', '?::int', '?::text', '?::text', '?::text', '?::int', '?::int'],
    rows: names.map(({ report, version, key, name, kind, start, end }) => [
      ...[report, version, key, name, kind, start, end],
    ]),
  })
}

/** A name that no list knows, with the reports that have it. */
export interface UnknownActor {
  readonly key: string
  /** As most of them write it, and what most of them have it for. */
  readonly name: string
  readonly kind: ActorKind
  readonly reports: number
  /** Where one of them has it first. */
  readonly example: {
    readonly report: string
    readonly version: number
    readonly start: number
    readonly end: number
  }
}

/** Which unknown names are wanted: those that have all of it. */
export interface UnknownFilter {
  readonly kinds?: readonly ActorKind[]
  /** Letters of the name, without case and accents. */
  readonly part?: string
  /** Names that are not wanted, as keys. */
  readonly without?: readonly string[]
}

/** The place in the list of a name. */
export interface UnknownPlace {
  readonly reports: number
  readonly key: string
}

/** Unknown names behind a place, those of most reports first. */
export async function listUnknownNames(
  db: Db,
  { kinds, part, without = [] }: UnknownFilter,
  { after, limit }: { readonly after?: UnknownPlace; readonly limit: number },
): Promise<UnknownActor[]> {
  const rows = await db.query<Omit<UnknownActor, 'example'> & UnknownActor['example']>(
    `
    with found as (
      select key, count(*)::int as reports, max(report_id) as report,
        mode() within group (order by name) as name, mode() within group (order by kind) as kind
      from unknown_actor
      where ($1::text is null or position($1 in key) > 0) and key <> all($2::text[])
      group by key)
    select found.*, version, starts as start, ends as end
    from found join unknown_actor on report_id = report and unknown_actor.key = found.key
    where ($3::text[] is null or found.kind = any($3))
      and ($4::int is null or (-reports, found.key) > (-$4, $5::text))
    order by reports desc, found.key
    limit $6`,
    [
      ...[part ?? null, without, kinds ?? null],
      ...[after?.reports ?? null, after?.key ?? null, limit],
    ],
  )
  return rows.map(({ report, version, start, end, ...row }) => ({
    ...row,
    example: { report, version, start, end },
  }))
}
