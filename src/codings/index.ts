export { codeEvent } from './code-event.ts'
export { openCodeWords, type CodeWords, type CodeContext, type KnownNames } from './context.ts'
