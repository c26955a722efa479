import type { Span } from './evidence.ts'

/** What one rule did at one spot: read something, or nearly did. */
export interface TraceEntry {
  /** `stage/rule-name`. */
  readonly rule: string
  readonly outcome: 'read' | 'missed'
  readonly span: Span
  /** What it read, or what was lacking. */
  readonly why?: string
}

/** Takes trace entries while a report is read; absent unless somebody asks for an explanation. */
export type Trace = (entry: TraceEntry) => void

/** A way of reading that stands in `readBy`, where no value of its own does the reading. Examples: text → the words that it reads, joined by ` | `; `-` for silence. */
export interface NamedRule {
  readonly name: string
  readonly examples: Readonly<Record<string, string>>
}
