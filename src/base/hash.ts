import { hash } from 'node:crypto'

/** SHA-256 in hexadecimal of the UTF-8 form of a text. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex')
}

/** A short stable id for what the parts name: the same parts give the same id, in every run. */
export function contentKey(...parts: readonly (string | number)[]): string {
  return hash('sha256', parts.join('\u0000'), 'hex').slice(0, 16)
}

/** SHA-256 in hexadecimal of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}

/** Where the hash of an empty text begins; hashes are whole numbers of 32 bits with a sign, which need no memory of their own. */
export const HASH_START = 0x811c9dc5 | 0

/** FNV-1a of a text, going on from the hash of what stands before it: names grow word by word without being joined. */
export function hashOn(hash: number, text: string): number {
  let value = hash
  for (let i = 0; i < text.length; i += 1) value = hashNumberOn(value, text.charCodeAt(i))
  return value
}

/** The same for a whole number of 32 bits. */
export function hashNumberOn(hash: number, number: number): number {
  return Math.imul(hash ^ number, 0x01000193)
}
