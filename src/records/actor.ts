import type { Evidence, Sourced } from './evidence.ts'

/** What sort of actor it is. */
export type ActorKind =
  | 'person'
  | 'armed-group'
  | 'state-force'
  | 'government'
  | 'organisation'
  | 'media'
  | 'civilians'
  | 'crowd'
  | 'facility'
  | 'unknown'

/** Somebody (or a facility) that the report names or describes. */
export interface Actor {
  readonly id: string
  /** The fullest form in the report, or the fullest description. */
  readonly name: string
  readonly named: boolean
  readonly kind: ActorKind
  /** Id in `data/actors` when resolved. */
  readonly known?: string
  /** ISO 3166-1 alpha-3 (XKX for Kosovo). */
  readonly country?: readonly string[]
  readonly publicRole?: Sourced<string>
  readonly description?: readonly Sourced<string>[]
  readonly affiliations?: readonly Sourced<string>[]
  /** Actor id. */
  readonly memberOf?: Sourced<string>
  readonly mentions: readonly Evidence[]
}
