/** What a variant's text says, so that its reading can be held against it. */
export interface Facts {
  readonly publishedAt: string
  readonly day: string
  readonly kind: string
  readonly city: string
  readonly country: string
  readonly embassy: string
  readonly group: { readonly names: readonly string[]; readonly known?: string }
  readonly attacker: string
  readonly means: string
  readonly killed: readonly Toll[]
  readonly claimOutlet?: string
  readonly withdrawal?: string
  /** Words of talk that is no event. */
  readonly general: readonly string[]
  readonly statements: readonly Said[]
}

export interface Toll {
  readonly atLeast?: number
  readonly atMost?: number
  readonly of: string
}

/** One statement that a reading must hold. */
export interface Said {
  /** Words of the source as it stands in the text; absent: only the content is asked for. */
  readonly source?: string
  readonly kind?: string
  /** Words that the content holds. */
  readonly holds: string
  readonly form?: 'direct' | 'indirect' | 'mixed'
  readonly topic?: string
  readonly to?: string
  readonly type?: string
  /** Words of the source of the statement that it stands in. */
  readonly within?: string
  readonly anonymity?: string
  readonly description?: string
  readonly affiliation?: string
}
