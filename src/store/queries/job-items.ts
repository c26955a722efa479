import type { Db } from '../db.ts'

/** A file of a job, as it comes. */
export interface JobFile {
  readonly id: string
  readonly job: string
  readonly name: string
}

/** A report to be read, or why it cannot be. */
export interface NewJobItem {
  readonly number: number
  readonly place: string
  /** JSON. */
  readonly body?: string
  readonly fault?: string
}

/** Writes that a file begins to come. */
export async function insertJobFile(db: Db, file: JobFile, at: string): Promise<void> {
  await db.query(
    'insert into job_file (id, job, name, bytes, is_whole, at) values ($1, $2, $3, 0, false, $4)',
    [file.id, file.job, file.name, at],
  )
}

/** Writes what came of a file so far; nobody reads it before the file is whole. */
export async function insertJobItems(
  db: Db,
  { id, job }: JobFile,
  items: readonly NewJobItem[],
): Promise<void> {
  await db.query(
    `
    insert into job_item (file, job, number, place, state, body, fault)
    select $1, $2, number, place, 'coming', body::json, fault
    from unnest($3::int[], $4::text[], $5::text[], $6::text[]) as item (number, place, body, fault)`,
    [
      id,
      job,
      items.map(({ number }) => number),
      items.map(({ place }) => place),
      items.map(({ body }) => body ?? null),
      items.map(({ fault }) => fault ?? null),
    ],
  )
}

/** Lets the items of a file be read: it has come whole. */
export async function completeJobFile(db: Db, { id }: JobFile, bytes: number): Promise<void> {
  await db.query('update job_file set is_whole = true, bytes = $2 where id = $1', [id, bytes])
  await db.query(
    `
    update job_item set state = case when fault is null then 'waiting' else 'failed' end
    where file = $1`,
    [id],
  )
}

/** Forgets a file that did not come whole. */
export async function deleteJobFile(db: Db, { id }: JobFile): Promise<void> {
  await db.query('delete from job_file where id = $1', [id])
}

/** Forgets files that were being taken since before some time, as by a process that has ended, and jobs that are nothing without them. */
export async function deleteBrokenFiles(db: Db, before: string): Promise<void> {
  await db.query('delete from job_file where not is_whole and at < $1', [before])
  await db.query(
    `
    delete from job where made_at < $1
    and not exists (select from job_file where job_file.job = job.id)`,
    [before],
  )
}

/** An item that waits to be read. */
export interface WaitingItem {
  readonly file: string
  readonly number: number
  readonly place: string
  readonly body: string
}

/** The next items of a job that wait, in their order. */
export async function listWaiting(db: Db, job: string, limit: number): Promise<WaitingItem[]> {
  return db.query(
    `
    select file, number, place, body::text as body from job_item
    where job = $1 and state = 'waiting' order by file, number limit $2`,
    [job, limit],
  )
}

/** What became of an item. */
export interface ItemDone extends Pick<WaitingItem, 'file' | 'number'> {
  readonly report?: string
  readonly version?: number
  readonly outcome?: string
  readonly fault?: string
}

/** Writes what became of items; what could not be read keeps its text, so that it can be tried again. */
export async function saveDone(db: Db, items: readonly ItemDone[]): Promise<void> {
  await db.query(
    `
    update job_item set
      state = case when done.fault is null then 'done' else 'failed' end,
      body = case when done.fault is null then null else body end,
      report = done.report, version = done.version, outcome = done.outcome, fault = done.fault
    from unnest($1::text[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[])
      as done (file, number, report, version, outcome, fault)
    where job_item.file = done.file and job_item.number = done.number`,
    [
      items.map(({ file }) => file),
      items.map(({ number }) => number),
      items.map(({ report }) => report ?? null),
      items.map(({ version }) => version ?? null),
      items.map(({ outcome }) => outcome ?? null),
      items.map(({ fault }) => fault ?? null),
    ],
  )
}

/** An item as it is listed: what it is now, or why it is nothing. */
export interface ListedItem {
  readonly place: string
  readonly state: string
  readonly report: string | null
  readonly version: number | null
  /** `added`, `known` or `erased`. */
  readonly outcome: string | null
  readonly fault: string | null
}

/** Items of a job in one state, some of them behind a number of others. */
export async function listItems(
  db: Db,
  { job, state }: { readonly job: string; readonly state: 'done' | 'failed' },
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<ListedItem[]> {
  return db.query(
    `
    select place, state, report, version, outcome, fault from job_item
    where job = $1 and state = $2 order by file, number offset $3 limit $4`,
    [job, state, after, limit],
  )
}

/** Lets what failed be read again, where its text is there. Gives how many. */
export async function retryFailed(db: Db, job: string): Promise<number> {
  const rows = await db.query(
    `
    update job_item set state = 'waiting', fault = null
    where job = $1 and state = 'failed' and body is not null returning number`,
    [job],
  )
  return rows.length
}

/** Drops what waits. */
export async function dropWaiting(db: Db, job: string): Promise<void> {
  await db.query("delete from job_item where job = $1 and state = 'waiting'", [job])
}
