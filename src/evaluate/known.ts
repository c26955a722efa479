/** What scoring needs of the codebook and the lists; comes in from outside. */
export interface Known {
  /** Whether somebody may be harmed by events of a kind: such a one is what a report is about. */
  isHarmful(kind: string): boolean
  /** ISO 3166-1 alpha-3 of a country's name. */
  country(name: string): string | undefined
  /** Whether a coder's name of a group may be that of an actor, by its words or as one of its known names. */
  sameGroup(actor: { readonly name: string; readonly known?: string }, gold: string): boolean
}
