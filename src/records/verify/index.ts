export type { VerifyKit } from './context.ts'
export { openCountWords, type CountWords } from './counts/count-words.ts'
export { verifyReading } from './verify-reading.ts'
export type { Violation, ViolationKind } from './violation.ts'
