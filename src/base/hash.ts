import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal of the UTF-8 form of a text. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A short stable id for what the parts name: the same parts give the same id, in every run. */
export function contentKey(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(parts.join('\u0000'), 'utf8').digest('hex').slice(0, 16)
}

/** SHA-256 in hexadecimal of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
