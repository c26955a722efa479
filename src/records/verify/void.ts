import type { Draft } from './context.ts'
import { pathOf } from './walk.ts'

/** Unknown is an absent key: null and empty text say nothing. */
export function checkVoid({ parts, say }: Draft): void {
  for (const step of parts.empty) say('void', pathOf(step), 'is empty; unknown is an absent key')
}
