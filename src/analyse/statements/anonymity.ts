import type { Anonymity, Evidence, Span } from '../../records/index.ts'
import { evidenceAt } from '../../records/index.ts'

const UNNAMED =
  /\b(anonymity|anonymous(ly)?|unnamed|not to be (named|identified)|(asked|wished|declined|refused) not to be (named|identified)|declined to be (named|identified)|not authori[sz]ed to (speak|talk|comment))\b/i

const BECAUSE = /\b(?:because(?: of)?|as|since|for fear of|citing|due to) ([^.”"]{3,300})/i

/** "asked not to be named": a verb of saying that says nothing of the matter. */
export function tellsAnonymity(words: string): boolean {
  return /^(?:asked|asking|wished|wishing|declined|declining|refused|requested) (?:not )?to be (?:named|identified)\b/i.test(
    words,
  )
}

/** Anonymity told anywhere in a span, "who requested anonymity because …": the words that say so, and the reason they give. */
export function findAnonymity(text: string, { start, end }: Span): Anonymity | undefined {
  const words = text.slice(start, Math.min(end, start + 1000))
  const match = UNNAMED.exec(words)
  if (!match) return undefined
  const from = start + match.index
  const evidence: Evidence[] = [evidenceAt(text, { start: from, end: from + match[0].length })]
  const because = BECAUSE.exec(words.slice(match.index))
  const reason = because?.[1]?.replace(/[,;:\s]+$/, '')
  if (!because || !reason) return { evidence }
  const at = from + because.index + because[0].length - (because[1]?.length ?? 0)
  evidence.push(evidenceAt(text, { start: at, end: at + reason.length }))
  return { reason, evidence }
}
