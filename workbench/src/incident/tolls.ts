import { whoSay } from '../../../src/export/claim-text.ts'
import type { Claim, Toll, TollBounds, TollStep } from '../../../src/server/api.ts'
import { countWords } from '../words/counts.ts'
import { AS_CODED, type Naming } from '../words/naming.ts'

/** A step of a toll as it is drawn: from its lowest to its highest number. */
export interface Dumbbell {
  readonly day: string
  readonly low?: number
  readonly high?: number
  /** True where nobody gives an upper end. */
  readonly isOpen: boolean
  readonly isPast: boolean
  readonly step: TollStep['step']
  readonly text: string
  readonly who: readonly string[]
  readonly claims: readonly Claim[]
}

/** The steps of a toll, the earliest first. */
export function dumbbellsOf(
  toll: Toll,
  claims: ReadonlyMap<string, Claim>,
  { code }: Naming = AS_CODED,
): Dumbbell[] {
  return toll.history.map((step) => {
    const own = step.because.flatMap((id) => claims.get(id) ?? [])
    return {
      day: step.publishedAt?.slice(0, 10) ?? '',
      // “Dozens” is no number, and is not drawn as one.
      ...(!step.vague && step.atLeast !== undefined && { low: step.atLeast }),
      ...(!step.vague && step.atMost !== undefined && { high: step.atMost }),
      isOpen: !step.vague && step.atMost === undefined && step.atLeast !== undefined,
      isPast: step.past === true,
      step: step.step,
      text: step.vague
        ? quotesOf(own)
        : [countWords(step), step.of && code(step.of)].filter(Boolean).join(' '),
      who: whoSay(own),
      claims: own,
    }
  })
}

/** The largest number of a toll, for the scale. */
export function mostOf(toll: Toll): number {
  const numbers = [
    toll.high,
    toll.best,
    toll.low,
    ...toll.history.flatMap((s) => [s.atLeast, s.atMost]),
  ]
  return Math.max(1, ...numbers.flatMap((number) => number ?? []))
}

/** "17", "3–17", "≥ 12"; nothing where no number was given. */
export function boundsText({
  low,
  best,
  high,
  open,
  vague,
}: Omit<TollBounds, 'because' | 'against'>): string {
  const middle = best ?? low ?? high
  if (vague || middle === undefined) return ''
  if (open || high === undefined) return `≥ ${low ?? middle}`
  return low === undefined || low === high ? String(high) : `${low}–${high}`
}

/** The words of claims in quotation marks, each once. */
export function quotesOf(claims: readonly Claim[]): string {
  const quotes = claims.flatMap(({ evidence }) => evidence.slice(0, 1).map(({ quote }) => quote))
  return [...new Set(quotes)].map((quote) => `“${quote}”`).join(' ')
}

/** Each number that still counts with who gives it: "12 = Orrin Daily; 15 = the hospital (Velka Post)". */
export function standingText(steps: readonly Dumbbell[]): string {
  const byNumber = new Map<string, Set<string>>()
  for (const { isPast, text, who } of steps) {
    if (isPast) continue
    const names = byNumber.get(text) ?? new Set()
    for (const name of who) names.add(name)
    byNumber.set(text, names)
  }
  return [...byNumber].map(([text, who]) => `${text} = ${[...who].join(', ')}`).join('; ')
}
