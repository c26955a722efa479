import type { NewReviewDecision } from '../../../src/server/api.ts'
import { REASONS } from '../views/review/reasons.ts'
import { say } from '../words/say.svelte.ts'

/** What somebody said of a record, in few words: "changed: killed · 12", "rejected: The value is wrong". */
export function decisionWords({
  verdict,
  value,
  reason,
}: Pick<NewReviewDecision, 'verdict' | 'value' | 'reason'>): string {
  const known = REASONS.find((one) => one === reason)
  const words = Object.entries(value ?? {}).flatMap(([name, said]) =>
    name === 'field' || typeof said === 'object' ? [] : [String(said)],
  )
  const why = known ? say(`reason.${known}`) : reason
  const more = [...words, ...(why === undefined ? [] : [why])].join(' · ')
  return `${say(`verdict.${verdict}`)}${more === '' ? '' : `: ${more}`}`
}
