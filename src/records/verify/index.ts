export type { VerifyKit } from './context.ts'
export { openCountWords, type CountWords } from './counts/count-words.ts'
export { reportIdOf, verifyReading } from './verify-reading.ts'
export type { Violation, ViolationKind } from './violation.ts'
