import type { ReviewReason, ReviewWorth } from '../../review/index.ts'
import type { Db } from '../db.ts'
import { toListed, type ListedReport, type ListedRow } from './list-reports.ts'

/** What a look at a version of a report is worth. */
export interface ReviewItem extends ReviewWorth {
  readonly report: string
  readonly version: number
}

/** Writes what looks at reports are worth, in the place of what was written of earlier versions. */
export async function saveReviewItems(db: Db, items: readonly ReviewItem[]): Promise<void> {
  await db.query(
    `
    insert into review_item (report_id, version, worth, body)
    select * from unnest($1::text[], $2::int[], $3::int[], $4::text[])
    on conflict (report_id) do update
      set version = excluded.version, worth = excluded.worth, body = excluded.body`,
    [
      items.map(({ report }) => report),
      items.map(({ version }) => version),
      items.map(({ worth }) => worth),
      items.map(({ reasons, events, statements, parts }) =>
        JSON.stringify({ reasons, events, statements, parts }),
      ),
    ],
  )
}

const FEW = 10

/** How many reports there are of some outlets, as far as it matters: whether there are more than a few. */
export async function countOutlets(
  db: Db,
  outlets: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.query<{ outlet: string; count: number }>(
    `
    select outlet, count(distinct id)::int as count
    from unnest($1::text[]) as wanted (outlet)
    cross join lateral (
      select id from report where report.outlet = wanted.outlet order by outlet limit $2
    ) as few
    group by outlet`,
    [[...new Set(outlets)], FEW],
  )
  return new Map(rows.map(({ outlet, count }) => [outlet, count]))
}

/** The latest versions of reports that are in no queue yet: those that came before there was one. */
export async function listUnqueued(
  db: Db,
  limit: number,
): Promise<{ readonly report: string; readonly version: number }[]> {
  return db.query(
    `
    select id as report, max(version) as version from report
    where not exists (select from review_item where report_id = id)
    group by id order by id limit $1`,
    [limit],
  )
}

/** Where the review of a report stands. */
export type ReviewStage = 'unreviewed' | 'in-work' | 'done' | 'returned'

/** A report that waits for a decision, or is done with. */
export interface QueuedReport extends ListedReport {
  readonly worth: number
  readonly reasons: readonly ReviewReason[]
  readonly events: number
  readonly statements: number
  readonly parts: number
  readonly stage: ReviewStage
  /** Parts that somebody decided on. */
  readonly decided: number
}

/** Which reports are wanted: those that have all of it. */
export interface QueueFilter {
  readonly stages?: readonly ReviewStage[]
  readonly outlets?: readonly string[]
  /** Words of the report, as in a search. */
  readonly words?: string
  /** Names of reasons. */
  readonly reasons?: readonly ReviewReason['why'][]
}

/** The place in the queue of a report. */
export interface QueuePlace {
  readonly worth: number
  readonly id: string
}

/** How many parts of a report somebody decided on, and where its review stands: of a report that is being coded blind, only by what whoever asks said. */
const SAID = `
      select count(distinct record) filter (where record <> report.id)::int as decided,
        coalesce((array_agg(case verdict when 'accept' then 'done' when 'reject' then 'returned' end
            order by operation desc) filter (where record = report.id))[1],
          case when count(*) = 0 then 'unreviewed' else 'in-work' end) as stage
      from review_decision
      where review_decision.report_id = report.id and undone is null
        and (by = $8 or not exists (
          select from assignment as coding
          where coding.report_id = report.id and coding.version = report.version and state = 'open'
            and (not $9 or exists (
              select from assignment as own
              where own.report_id = report.id and own.version = report.version and coder = $8))))`

/** Who asks for the queue. */
export interface QueueReader {
  readonly name: string
  /** Whether they may see what coders say before all are done. */
  readonly seesCodings: boolean
}

interface QueuePage {
  readonly after?: QueuePlace
  readonly limit: number
  readonly reader: QueueReader
}

/** Reports behind a place, those first that a look is worth most at. */
export async function listQueue(
  db: Db,
  { stages, outlets, words, reasons }: QueueFilter,
  { after, limit, reader }: QueuePage,
): Promise<QueuedReport[]> {
  const rows = await db.query<
    ListedRow & { worth: number; body: string; stage: ReviewStage; decided: number }
  >(
    `
    select report.id, report.version, outlet, title, published_at as "publishedAt", uri, opening,
      length, worth, review_item.body, stage, decided
    from review_item
    join report on report.id = review_item.report_id and report.version = review_item.version
    cross join lateral (
      ${SAID}
    ) as said
    where ($1::text[] is null or stage = any($1))
      and ($2::text[] is null or outlet = any($2))
      and ($3::text is null or report.words @@ websearch_to_tsquery('english', $3))
      and ($4::text[] is null or exists (
        select from json_array_elements(review_item.body::json -> 'reasons') as reason
        where reason ->> 'why' = any($4)))
      and ($5::int is null or (-worth, report.id) > (-$5, $6::text))
    order by worth desc, report.id
    limit $7`,
    [
      ...[stages ?? null, outlets ?? null, words ?? null, reasons ?? null],
      ...[after?.worth ?? null, after?.id ?? null, limit, reader.name, reader.seesCodings],
    ],
  )
  return rows.map(({ worth, body, stage, decided, ...listed }) => ({
    ...toListed(listed),
    ...(JSON.parse(body) as Omit<ReviewWorth, 'worth'>),
    ...{ worth, stage, decided },
  }))
}
