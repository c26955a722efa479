import type { Evidence } from '../evidence.ts'
import { isEvidence, textOf, type Draft } from './context.ts'
import { pathOf } from './walk.ts'

/** Every quote is the text at its span. */
export function checkSpans({ reading, parts, say }: Draft): void {
  const text = textOf(reading, undefined)
  const title = textOf(reading, 'title')
  for (const { value, step } of parts.evidence) {
    if (!Array.isArray(value)) continue
    value.forEach((evidence: unknown, i) => {
      if (!isEvidence(evidence) || evidence.start >= evidence.end) return // its shape says so
      const reason = untrue(evidence, evidence.in === 'title' ? title : text)
      if (reason !== undefined) say('span', pathOf({ key: i, above: step }), reason)
    })
  }
}

function untrue({ start, end, quote, in: where }: Evidence, text?: string): string | undefined {
  if (text === undefined) return where === 'title' ? 'the report has no title' : undefined
  if (start < 0 || end > text.length) return `[${start}, ${end}) is no span of ${text.length} units`
  const words = text.slice(start, end)
  if (words === quote) return undefined
  return `quote ${JSON.stringify(quote)} is not the text ${JSON.stringify(words)}`
}
