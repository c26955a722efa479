import type { Db } from '../db.ts'

/** Whose change, by which key it is known. */
export interface RequestKey {
  readonly account: string
  readonly key: string
}

/** What a change was, and how it was answered. */
export interface AnsweredRequest {
  readonly asked: string
  readonly status: number
  readonly answer: string
}

/** Takes a key for a change; false where it was taken before. Whoever takes it at the same time waits for the end of this transaction. */
export async function takeKey(
  db: Db,
  { account, key }: RequestKey,
  { asked, at }: { readonly asked: string; readonly at: string },
): Promise<boolean> {
  const rows = await db.query(
    `
    insert into request_key (account, key, asked, status, answer, at)
    values ($1, $2, $3, 0, '', $4)
    on conflict do nothing returning key`,
    [account, key, asked, at],
  )
  return rows.length > 0
}

/** Keeps how a change was answered, and the end of the log once it was done. */
export async function saveAnswer(
  db: Db,
  { account, key }: RequestKey,
  { status, answer }: Omit<AnsweredRequest, 'asked'>,
): Promise<void> {
  await db.query(
    `
    update request_key
    set status = $3, answer = $4, operation = (select max(seq) from operation)
    where account = $1 and key = $2`,
    [account, key, status, answer],
  )
}

/** How a change was answered. */
export async function loadAnswer(
  db: Db,
  { account, key }: RequestKey,
): Promise<AnsweredRequest | undefined> {
  const [row] = await db.query<AnsweredRequest>(
    'select asked, status, answer from request_key where account = $1 and key = $2',
    [account, key],
  )
  return row
}

/** Forgets keys that were taken before some time. */
export async function deleteOldKeys(db: Db, before: string): Promise<void> {
  await db.query('delete from request_key where at < $1', [before])
}

/** Takes the words out of all answers that are kept: they may be of a report that is erased. */
export async function emptyAnswers(db: Db): Promise<void> {
  await db.query("update request_key set answer = '{}' where answer <> '{}'")
}
