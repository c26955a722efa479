import type { Evidence } from './evidence.ts'

/** What a door takes: a text and what is known of it. Dates are ISO 8601 days or instants. */
export interface ReportInput {
  readonly text: string
  readonly id?: string
  readonly title?: string
  readonly outlet?: string
  readonly author?: string
  readonly publishedAt?: string
  readonly updatedAt?: string
  readonly uri?: string
  readonly language?: string
}

/** One published text of one outlet at one time; `text` is kept as it came. */
export interface Report extends ReportInput {
  readonly id: string
  /** SHA-256 of the text. */
  readonly hash: string
  readonly language: string
  readonly version?: number
  /** Agencies and bylines that the text names. */
  readonly credits?: readonly Credit[]
}

/** An agency or byline that the text names. */
export interface Credit {
  readonly text: string
  readonly evidence: readonly Evidence[]
}
