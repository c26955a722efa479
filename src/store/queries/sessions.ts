import type { Db } from '../db.ts'

/** Somebody logged in somewhere. */
export interface Session {
  readonly id: string
  readonly account: string
  readonly madeAt: string
  readonly seenAt: string
  /** What the browser calls itself. */
  readonly agent: string
}

const COLUMNS = 'session.id, account, session.made_at as "madeAt", seen_at as "seenAt", agent'

/** Writes a session with the hash of its secret. */
export async function insertSession(
  db: Db,
  { id, account, madeAt, agent, hash }: Omit<Session, 'seenAt'> & { readonly hash: string },
): Promise<void> {
  await db.query(
    `
    insert into session (id, hash, account, made_at, seen_at, agent)
    values ($1, $2, $3, $4, $4, $5)`,
    [id, hash, account, madeAt, agent],
  )
}

/** The session of a secret, by its hash, and what its account may do; none that was last used before `since`. */
export async function findSession(
  db: Db,
  hash: string,
  since: string,
): Promise<(Session & { readonly role: string; readonly locked: boolean }) | undefined> {
  const [row] = await db.query<Session & { role: string; locked: boolean }>(
    `
    select ${COLUMNS}, role, locked from session join account on account.name = session.account
    where hash = $1 and seen_at >= $2 and removed_at is null`,
    [hash, since],
  )
  return row
}

/** The sessions of an account that were used since some time, the latest first. */
export async function listSessions(db: Db, account: string, since: string): Promise<Session[]> {
  return db.query(
    `
    select ${COLUMNS} from session where account = $1 and seen_at >= $2
    order by seen_at desc, id`,
    [account, since],
  )
}

/** A session by its id. */
export async function loadSession(db: Db, id: string): Promise<Session | undefined> {
  const [row] = await db.query<Session>(`select ${COLUMNS} from session where id = $1`, [id])
  return row
}

/** Keeps when a session was last used. */
export async function touchSession(db: Db, id: string, at: string): Promise<void> {
  await db.query('update session set seen_at = $2 where id = $1', [id, at])
}

/** Locks a session, or opens it again. */
export async function lockSession(db: Db, id: string, locked: boolean): Promise<void> {
  await db.query('update session set locked = $2 where id = $1', [id, locked])
}

/** Ends a session. */
export async function deleteSession(db: Db, id: string): Promise<void> {
  await db.query('delete from session where id = $1', [id])
}

/** Ends the sessions of an account but one. */
export async function deleteSessions(db: Db, account: string, but = ''): Promise<void> {
  await db.query('delete from session where account = $1 and id <> $2', [account, but])
}

/** Forgets sessions that were last used before some time. */
export async function deleteIdleSessions(db: Db, before: string): Promise<void> {
  await db.query('delete from session where seen_at < $1', [before])
}
