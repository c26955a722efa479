import type { Db } from '../db.ts'

/** What a job is doing: `done` where nothing of it waits. */
export type JobState = 'running' | 'paused' | 'cancelled' | 'done'

/** A job and how far it is. */
export interface Job {
  readonly id: string
  readonly owner: string
  readonly state: JobState
  readonly madeAt: string
  /** Of the files that came whole. */
  readonly files: readonly string[]
  readonly bytes: number
  /** Items that wait, were read, and could not be. */
  readonly waiting: number
  readonly done: number
  readonly failed: number
  /** Seconds that were worked on it. */
  readonly seconds: number
}

const COLUMNS = `
    job.id, owner, job.state, made_at as "madeAt", seconds,
    coalesce(waiting, 0)::int as waiting, coalesce(done, 0)::int as done,
    coalesce(failed, 0)::int as failed, coalesce(files, '{}') as files,
    coalesce(bytes, 0)::int as bytes
  from job left join lateral (
    select count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'done') as done,
      count(*) filter (where state = 'failed') as failed
    from job_item where job_item.job = job.id) as items on true
  left join lateral (
    select array_agg(name order by id) as files, sum(bytes) as bytes
    from job_file where job_file.job = job.id and is_whole) as handed on true`

/** Writes a new job, which waits for what it is to do. */
export async function insertJob(
  db: Db,
  { id, owner, at }: { readonly id: string; readonly owner: string; readonly at: string },
): Promise<void> {
  await db.query(
    `
    insert into job (id, owner, state, made_at, changed_at)
    values ($1, $2, 'running', $3, $3)`,
    [id, owner, at],
  )
}

/** A job by its id. */
export async function loadJob(db: Db, id: string): Promise<Job | undefined> {
  const [row] = await db.query<Job>(`select ${COLUMNS} where job.id = $1`, [id])
  return row && stateOf(row)
}

/** The latest jobs, of one owner or of all. */
export async function listJobs(
  db: Db,
  { owner, limit }: { readonly owner?: string; readonly limit: number },
): Promise<Job[]> {
  const rows = await db.query<Job>(
    `
    select ${COLUMNS} where $1::text is null or owner = $1
    order by made_at desc, job.id limit $2`,
    [owner ?? null, limit],
  )
  return rows.map(stateOf)
}

function stateOf(job: Job): Job {
  return job.state === 'running' && job.waiting === 0 ? { ...job, state: 'done' } : job
}

/** Changes what a job is doing. */
export async function updateJob(
  db: Db,
  id: string,
  { state, at }: { readonly state: 'running' | 'paused' | 'cancelled'; readonly at: string },
): Promise<void> {
  await db.query('update job set state = $2, changed_at = $3 where id = $1', [id, state, at])
}

/** The running job that has waited longest to be worked on, of those with something to do. */
export async function findWaitingJob(db: Db): Promise<string | undefined> {
  const [row] = await db.query<{ id: string }>(
    `
    select id from job where state = 'running' and exists (
      select from job_item where job_item.job = job.id and job_item.state = 'waiting')
    order by changed_at, id limit 1`,
  )
  return row?.id
}

/** Counts the time that was worked on a job, whose turn it is last now; false where it is no more to be worked on. */
export async function countWork(
  db: Db,
  id: string,
  { seconds, at }: { readonly seconds: number; readonly at: string },
): Promise<boolean> {
  const rows = await db.query(
    `
    update job set seconds = seconds + $2, changed_at = $3
    where id = $1 and state <> 'cancelled' returning id`,
    [id, seconds, at],
  )
  return rows.length > 0
}
