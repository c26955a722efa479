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
    with page as (
      select unknown_name.key, unknown_name.reports, said.name, said.kind
      from unknown_name, lateral (
        select
          (select name from unknown_spelling where key = unknown_name.key
            group by name order by sum(reports) desc, name limit 1) as name,
          (select kind from unknown_spelling where key = unknown_name.key
            group by kind order by sum(reports) desc, kind limit 1) as kind) as said
      where ($1::text is null or position($1 in unknown_name.key) > 0)
        and unknown_name.key <> all($2::text[])
        and ($3::text[] is null or said.kind = any($3))
        and ($4::int is null or (-unknown_name.reports, unknown_name.key) > (-$4, $5::text))
      order by -unknown_name.reports, unknown_name.key
      limit $6)
    select page.*, example.*
    from page, lateral (
      select report_id as report, version, starts as start, ends as end
      from unknown_actor where key = page.key order by report_id desc limit 1) as example
    order by -page.reports, page.key`,
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
