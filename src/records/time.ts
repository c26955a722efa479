import type { Evidence } from './evidence.ts'

/** What sort of time expression it is, as TIMEX3 has it. */
export type TimeType = 'date' | 'time' | 'duration' | 'set'
/** What bends a value: "early", "before", "around". */
export type TimeMod = 'before' | 'after' | 'start' | 'mid' | 'end' | 'approx'

/** The earliest and latest day (month, year, minute) meant, as exact as the text. */
export interface TimeRange {
  readonly earliest?: string
  readonly latest?: string
}

/** One time expression of the report; `value` is a TIMEX3 value. */
export interface Time extends TimeRange {
  readonly id: string
  readonly evidence: readonly Evidence[]
  readonly type: TimeType
  readonly value?: string
  readonly mod?: TimeMod
  /** 'publication', or an event id. */
  readonly anchor?: string
}
