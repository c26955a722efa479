import type { OutlineLine } from '../../../src/server/api.ts'
import { whyOf } from '../api/client.ts'
import { lines } from '../api/lines.ts'
import { addLine, emptyOutline, type Outline } from './outline.ts'

/** An outline as it comes in. */
export interface Incoming {
  readonly outline: Outline
  readonly state: 'loading' | 'whole' | 'failed'
  readonly why?: string
}

/** Loads the outline of all incidents whose reports hold some words; `see` is told what has come, now and then and at the end. */
export async function loadOutline(
  text: string | undefined,
  signal: AbortSignal,
  see: (incoming: Incoming) => void,
): Promise<void> {
  const outline = emptyOutline()
  let seen = 0
  try {
    for await (const line of lines<OutlineLine>('/incidents/outline', { text }, signal)) {
      if (addLine(outline, line)) return see({ outline: { ...outline }, state: 'whole' })
      if (seen === 0 || outline.id.length > 4 * seen) {
        seen = outline.id.length
        see({ outline: { ...outline }, state: 'loading' })
      }
    }
    see({ outline, state: 'failed', why: 'the answer broke off' })
  } catch (error) {
    if (!signal.aborted) see({ outline, state: 'failed', why: whyOf(error) })
  }
}
