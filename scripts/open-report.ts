/** A text of others for the corpus: what `npm run corpus -- --draft` takes. */
export interface OpenReport {
  /** The name of its file in the corpus. */
  readonly id: string
  readonly text: string
  readonly title?: string
  readonly outlet?: string
  readonly publishedAt?: string
  readonly uri?: string
  readonly manner: string
  readonly layers?: string
  /** Whose it is, under which licence, by way of which set, and its id there. */
  readonly attribution: string
}
