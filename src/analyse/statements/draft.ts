import type { Span } from '../../records/index.ts'
import type { StatementReading } from './rule.ts'

/** A statement before it is written down: quotations may still join its content. */
export interface Draft extends Omit<StatementReading, 'content' | 'quotations'> {
  readonly rule: string
  /** Its cue's token, or the first of its content. */
  readonly at: number
  readonly content: Span[]
  readonly quotations: number[]
}
