import { AscribeError } from '../base/errors.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { chainOperations } from './operation.ts'
import {
  insertAccount,
  isNameTaken,
  listAccounts,
  loadAccount,
  markRemoved,
  updatePassword,
  type Account,
} from './queries/accounts.ts'
import { insertOperations } from './queries/insert-operations.ts'
import { loadHead } from './queries/load-head.ts'
import { deleteSessions } from './queries/sessions.ts'
import { deleteTokens } from './queries/tokens.ts'

/** A new account; the password as its hash. */
export type NewAccount = Pick<Account, 'name' | 'role'> & { readonly password: string }

/** Makes an account. Throws `bad-usage` where the name cannot be taken, and where the first one of all is no admin. */
export async function addAccount(db: Db, account: NewAccount, doer: Doer): Promise<void> {
  const { name, role } = account
  if (!NAME.test(name))
    throw new AscribeError(
      'bad-usage',
      `${JSON.stringify(name)} is no name: letters, digits, “.”, “_” and “-”, at most 40`,
    )
  await db.transaction(async (inner) => {
    await log(inner, { account: name, change: 'added', role }, doer)
    if (await isNameTaken(inner, name))
      throw new AscribeError('bad-usage', `the name ${name} is taken, or was`)
    if (role !== ADMIN && (await listAccounts(inner)).length === 0)
      throw new AscribeError('bad-usage', 'the first account must be an admin')
    await insertAccount(inner, { ...account, madeAt: doer.at })
  })
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u
const ADMIN = 'admin'

/** Removes an account; whoever is logged in by it is no more, and its tokens open nothing. Throws `not-found`, and `bad-usage` where it would leave others without an admin. */
export async function removeAccount(db: Db, name: string, doer: Doer): Promise<void> {
  await db.transaction(async (inner) => {
    const account = await need(inner, name)
    await log(inner, { account: account.name, change: 'removed' }, doer)
    const others = (await listAccounts(inner)).filter((other) => other.name !== account.name)
    if (others.length > 0 && !others.some(({ role }) => role === ADMIN))
      throw new AscribeError('bad-usage', `${account.name} is the last admin`)
    await markRemoved(inner, account.name, doer.at)
    await endAll(inner, account.name)
  })
}

/** Changes a password, given as its hash; whoever is logged in by the old one is no more but the session `keep`, and tokens stay. Throws `not-found`. */
export async function changePassword(
  db: Db,
  { name, password, keep }: { name: string; password: string; keep?: string },
  doer: Doer,
): Promise<void> {
  await db.transaction(async (inner) => {
    const account = await need(inner, name)
    await log(inner, { account: account.name, change: 'password' }, doer)
    await updatePassword(inner, account.name, password)
    await deleteSessions(inner, account.name, keep)
  })
}

async function need(db: Db, name: string): Promise<Account> {
  const account = await loadAccount(db, name)
  if (!account) throw new AscribeError('not-found', `no account ${name}`)
  return account
}

async function endAll(db: Db, name: string): Promise<void> {
  await deleteSessions(db, name)
  await deleteTokens(db, name)
}

async function log(db: Db, body: Readonly<Record<string, string>>, doer: Doer): Promise<void> {
  const operation = { kind: 'account' as const, body: JSON.stringify(body) }
  await insertOperations(db, chainOperations([operation], await loadHead(db), doer))
}
