import type { Db } from '../db.ts'

/** A key for a program; what opens is not in it. */
export interface Token {
  readonly id: string
  readonly account: string
  /** What its owner calls it. */
  readonly label: string
  readonly role: string
  readonly madeAt: string
}

const COLUMNS = 'token.id, account, label, token.role, token.made_at as "madeAt"'

/** Writes a token with the hash of its secret. */
export async function insertToken(
  db: Db,
  { id, account, label, role, madeAt, hash }: Token & { readonly hash: string },
): Promise<void> {
  await db.query(
    `
    insert into token (id, hash, account, label, role, made_at)
    values ($1, $2, $3, $4, $5, $6)`,
    [id, hash, account, label, role, madeAt],
  )
}

/** The token of a secret, by its hash, and what its account may do. */
export async function findToken(
  db: Db,
  hash: string,
): Promise<(Token & { readonly accountRole: string }) | undefined> {
  const [row] = await db.query<Token & { accountRole: string }>(
    `
    select ${COLUMNS}, account.role as "accountRole"
    from token join account on account.name = token.account
    where hash = $1 and removed_at is null`,
    [hash],
  )
  return row
}

/** The tokens of an account, the latest first. */
export async function listTokens(db: Db, account: string): Promise<Token[]> {
  return db.query(`select ${COLUMNS} from token where account = $1 order by made_at desc, id`, [
    account,
  ])
}

/** A token by its id. */
export async function loadToken(db: Db, id: string): Promise<Token | undefined> {
  const [row] = await db.query<Token>(`select ${COLUMNS} from token where id = $1`, [id])
  return row
}

/** Ends a token. */
export async function deleteToken(db: Db, id: string): Promise<void> {
  await db.query('delete from token where id = $1', [id])
}

/** Ends all tokens of an account. */
export async function deleteTokens(db: Db, account: string): Promise<void> {
  await db.query('delete from token where account = $1', [account])
}
