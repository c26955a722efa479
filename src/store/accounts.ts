import { AscribeError } from '../base/errors.ts'
import type { Doer } from './add-readings.ts'
import type { Db } from './db.ts'
import { logOperation } from './log-operation.ts'
import {
  insertAccount,
  isNameTaken,
  listAccounts,
  loadAccount,
  markRemoved,
  updatePassword,
  type Account,
} from './queries/accounts.ts'
import { loadHead } from './queries/load-head.ts'
import { deleteSessions } from './queries/sessions.ts'
import { deleteTokens } from './queries/tokens.ts'

/** Who keeps accounts; `check` throws where they may not any more, within the transaction that writes and once nobody else does. */
export interface Keeper extends Doer {
  check?(db: Db): Promise<unknown>
}

/** A new account; the password as its hash. */
export type NewAccount = Pick<Account, 'name' | 'role'> & { readonly password: string }

/** Makes an account. Throws `bad-usage` where the name cannot be taken, and where the first one of all is no admin. */
export async function addAccount(db: Db, account: NewAccount, keeper: Keeper): Promise<void> {
  const { name, role } = account
  if (!NAME.test(name))
    throw new AscribeError(
      'bad-usage',
      `${JSON.stringify(name)} is no name: letters, digits, “.”, “_” and “-”, at most 40`,
    )
  await db.transaction(async (inner) => {
    await takeTurn(inner, keeper)
    await log(inner, { account: name, change: 'added', role }, keeper)
    if (await isNameTaken(inner, name))
      throw new AscribeError('bad-usage', `the name ${name} is taken, or was`)
    if (role !== ADMIN && (await listAccounts(inner)).length === 0)
      throw new AscribeError('bad-usage', 'the first account must be an admin')
    await insertAccount(inner, { ...account, madeAt: keeper.at })
  })
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u
const ADMIN = 'admin'

/** Removes an account; whoever is logged in by it is no more, and its tokens open nothing. Throws `not-found`, and `bad-usage` where it would leave others without an admin. */
export async function removeAccount(db: Db, name: string, keeper: Keeper): Promise<void> {
  await db.transaction(async (inner) => {
    await takeTurn(inner, keeper)
    const account = await need(inner, name)
    await log(inner, { account: account.name, change: 'removed' }, keeper)
    const others = (await listAccounts(inner)).filter((other) => other.name !== account.name)
    if (others.length > 0 && !others.some(({ role }) => role === ADMIN))
      throw new AscribeError('bad-usage', `${account.name} is the last admin`)
    await markRemoved(inner, account.name, keeper.at)
    await endAll(inner, account.name)
  })
}

/** A new password of an account, as its hash. */
export interface NewPassword {
  readonly name: string
  readonly password: string
  /** The hash in whose place it comes; any where it is not given. */
  readonly was?: string
  /** The session that goes on. */
  readonly keep?: string
}

/** Changes a password; whoever is logged in by the old one is no more but the session `keep`, and tokens stay. Throws `not-found`, and `conflict` where the old one is another by now. */
export async function changePassword(
  db: Db,
  { name, password, was, keep }: NewPassword,
  keeper: Keeper,
): Promise<void> {
  await db.transaction(async (inner) => {
    await takeTurn(inner, keeper)
    const account = await need(inner, name)
    if (was !== undefined && account.password !== was)
      throw new AscribeError('conflict', 'the password was changed meanwhile')
    await log(inner, { account: account.name, change: 'password' }, keeper)
    await updatePassword(inner, account.name, password)
    await deleteSessions(inner, account.name, keep)
  })
}

/** Waits until nobody else writes, and asks whether it still may be. */
async function takeTurn(db: Db, { check }: Keeper): Promise<void> {
  await loadHead(db)
  await check?.(db)
}

async function need(db: Db, name: string): Promise<NewAccount> {
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
  await logOperation(db, operation, doer)
}
