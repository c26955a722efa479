import { AscribeError } from '../base/errors.ts'

/** Text from UTF-8 bytes (a byte order mark is dropped); throws `bad-input` where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AscribeError('bad-input', `${where}: not UTF-8`, { cause })
  }
}
