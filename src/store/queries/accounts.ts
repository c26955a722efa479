import type { Db } from '../db.ts'

/** An account as it is listed. */
export interface Account {
  readonly name: string
  readonly role: string
  readonly madeAt: string
}

/** The accounts that there are, by name. */
export async function listAccounts(db: Db): Promise<Account[]> {
  return db.query(
    `
    select name, role, made_at as "madeAt" from account
    where removed_at is null order by name`,
  )
}

/** Whether anybody can log in. */
export async function hasAccount(db: Db): Promise<boolean> {
  const [row] = await db.query<{ any: boolean }>(
    'select exists (select from account where removed_at is null) as any',
  )
  return row?.any === true
}

/** An account with its password's hash, by its name however it is capitalised. */
export async function loadAccount(
  db: Db,
  name: string,
): Promise<(Account & { readonly password: string }) | undefined> {
  const [row] = await db.query<Account & { password: string }>(
    `
    select name, role, made_at as "madeAt", password from account
    where lower(name) = lower($1) and removed_at is null`,
    [name],
  )
  return row
}

/** Whether a name is an account's, or was one's. */
export async function isNameTaken(db: Db, name: string): Promise<boolean> {
  const rows = await db.query('select from account where lower(name) = lower($1)', [name])
  return rows.length > 0
}

/** Writes a new account. */
export async function insertAccount(
  db: Db,
  { name, role, password, madeAt }: Account & { readonly password: string },
): Promise<void> {
  await db.query('insert into account (name, role, password, made_at) values ($1, $2, $3, $4)', [
    name,
    role,
    password,
    madeAt,
  ])
}

/** Changes the hash of an account's password. */
export async function updatePassword(db: Db, name: string, password: string): Promise<void> {
  await db.query('update account set password = $2 where name = $1', [name, password])
}

/** Takes an account's password away for good; its name stays. */
export async function markRemoved(db: Db, name: string, at: string): Promise<void> {
  await db.query('update account set password = null, removed_at = $2 where name = $1', [name, at])
}
