import type { NewReviewDecision } from '../../../src/server/api.ts'
import { REASONS } from '../views/review/reasons.ts'
import { say } from '../words/say.svelte.ts'
import { sayCode, sayKind } from '../words/values.ts'

/** What of a value is a code; the rest is said as somebody wrote it. */
const CODED: ReadonlySet<string> = new Set(['status', 'role', 'harm', 'stance', 'confidence', 'of'])

/** What somebody said of a record, in few words: "changed: killed · 12", "rejected: The value is wrong". */
export function decisionWords({
  verdict,
  value,
  reason,
}: Pick<NewReviewDecision, 'verdict' | 'value' | 'reason'>): string {
  const known = REASONS.find((one) => one === reason)
  const words = Object.entries(value ?? {}).flatMap(([name, said]) =>
    name === 'field' || typeof said === 'object' ? [] : [wordsOf(name, String(said))],
  )
  const why = known ? say(`reason.${known}`) : reason
  const more = [...words, ...(why === undefined ? [] : [why])].join(' · ')
  return `${say(`verdict.${verdict}`)}${more === '' ? '' : `: ${more}`}`
}

function wordsOf(name: string, said: string): string {
  if (name === 'kind') return sayKind(said)
  return CODED.has(name) ? sayCode(said) : said
}
