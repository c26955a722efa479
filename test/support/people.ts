import { newId, newSecret } from '../../src/server/guard/secret.ts'
import type { UserRole } from '../../src/server/site.ts'
import { addAccount, insertSession, type Db } from '../../src/store/index.ts'
import { NOW } from './site.ts'

const DOER = { at: NOW, by: 'test' }

/** Makes an account that nobody logs in to by a password. */
export async function addPerson(db: Db, name: string, role: UserRole): Promise<void> {
  await addAccount(db, { name, role, password: 'scrypt$2$1$1$$' }, DOER)
}

/** Logs somebody in without a password, which takes long. Gives the session's id and the headers of their requests. */
export async function enter(
  db: Db,
  account: string,
): Promise<{ readonly id: string; readonly headers: { readonly cookie: string } }> {
  const { secret, hash } = newSecret()
  const id = newId()
  await insertSession(db, { id, hash, account, agent: 'test', madeAt: NOW })
  return { id, headers: { cookie: `ascribe=${secret}` } }
}
