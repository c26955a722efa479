import { sha256 } from '../../base/hash.ts'
import { keyOf, textOf, type Draft } from './context.ts'

/** The hash of a report is that of its text. */
export function checkHash({ reading, say }: Draft): void {
  const hash = keyOf(keyOf(reading, 'report'), 'hash')
  const text = textOf(reading, undefined)
  if (typeof hash === 'string' && text !== undefined && hash !== sha256(text))
    say('hash', 'report.hash', 'is not the SHA-256 of the text')
}
