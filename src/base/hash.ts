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
