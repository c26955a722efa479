import type { Reading } from '../reading.ts'
import { keyOf, type VerifyKit } from './context.ts'
import { checkHash } from './hash.ts'
import { checkIds } from './id.ts'
import { checkKinds } from './member.ts'
import { checkMentions } from './mention.ts'
import { checkNumbers } from './number.ts'
import { checkPlaces } from './place.ts'
import { checkCircles, checkReferences } from './reference.ts'
import { checkShape } from './shape.ts'
import { checkSpans } from './span.ts'
import { checkTimes } from './time.ts'
import { checkVoid } from './void.ts'
import { partsOf } from './walk.ts'
import type { Say, Violation } from './violation.ts'
import { checkWidths } from './wide.ts'

/**
 * Every breach of the contract in one reading: none means that it has the published shape and that each value is proved by its words.
 * Takes any value; where types are wrong, what needs them is not checked any further.
 */
export function verifyReading(reading: unknown, kit: VerifyKit): Violation[] {
  const violations: Violation[] = []
  const report = reportIdOf(reading) ?? '?'
  const say: Say = (kind, path, reason) => void violations.push({ report, kind, path, reason })
  const draft = { reading, parts: partsOf(reading), say }
  const isSound = checkShape(draft)
  checkVoid(draft)
  checkHash(draft)
  checkSpans(draft)
  checkWidths(draft)
  checkReferences(draft, checkIds(draft))
  if (isSound) checkMeaning(reading as Reading, kit, say) // the schema has seen its types
  return violations
}

/** The id of the report that a reading, which may be malformed, is of. */
export function reportIdOf(reading: unknown): string | undefined {
  const id = keyOf(keyOf(reading, 'report'), 'id')
  return typeof id === 'string' && id !== '' ? id : undefined
}

/** What the records say holds together, and is what their words say. */
function checkMeaning(reading: Reading, { counts, kinds }: VerifyKit, say: Say): void {
  checkCircles(reading, say)
  checkKinds(reading, kinds, say)
  checkMentions(reading, say)
  checkTimes(reading, say)
  checkPlaces(reading, say)
  checkNumbers(reading, counts, say)
}
