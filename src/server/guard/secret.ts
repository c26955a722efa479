import { randomBytes } from 'node:crypto'
import { sha256 } from '../../base/hash.ts'

/** What opens a door: 256 random bits; only its hash is kept. */
export function newSecret(): { readonly secret: string; readonly hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: sha256(secret) }
}

/** Names a row, and opens nothing. */
export function newId(): string {
  return randomBytes(9).toString('base64url')
}
