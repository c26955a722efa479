import type { ListedReport } from '../../../src/server/api.ts'
import type { MessageName } from '../words/say.svelte.ts'

/** One thing that is shown, and where. */
export interface Step {
  readonly path?: string
  readonly text: MessageName
}

/** What is shown in the first minute. */
export const STEPS: readonly Step[] = [
  { text: 'tour.welcome' },
  { path: '/review', text: 'tour.review' },
  { path: '/incidents', text: 'tour.incidents' },
  { path: '/coding', text: 'tour.coding' },
  { path: '/settings', text: 'tour.settings' },
]

/** Whether a report is one of the samples: no other stands at an address that exists nowhere. */
export function isSample({ uri }: Pick<ListedReport, 'uri'>): boolean {
  return uri !== undefined && /^https:\/\/[^/]*\.example\//.test(uri)
}
