import type { Width } from '../schema/parts.ts'
import { isEvidence, textOf, type Draft } from './context.ts'
import { pathOf } from './walk.ts'

/** Longest span of a value, in UTF-16 units. */
const WIDEST = 400

/** Evidence holds the words of its value and little more: no long span, and not half of a long text. What somebody said may be of any length. */
export function checkWidths({ reading, parts, say }: Draft): void {
  for (const { value, part, step } of parts.evidence) {
    if (part.width === 'any' || !Array.isArray(value)) continue
    value.forEach((evidence: unknown, i) => {
      if (!isEvidence(evidence)) return
      const length = textOf(reading, evidence.in)?.length ?? 0
      const reason = tooWide(evidence.end - evidence.start, { of: length, width: part.width })
      if (reason !== undefined) say('wide', pathOf({ key: i, above: step }), reason)
    })
  }
}

function tooWide(units: number, { of, width }: { of: number; width: Width }): string | undefined {
  if (width === 'tight' && units > WIDEST) return `${units} units; a value takes ${WIDEST} at most`
  if (of > WIDEST && units > of / 2) return `${units} of the text's ${of} units`
  return undefined
}
