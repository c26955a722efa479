import type { ActorKind, Place, Time, Trace } from '../../records/index.ts'
import type { PhraseMatch } from '../../text/index.ts'
import type { MentionWords } from './words.ts'

/** What is known of a listed actor. */
export interface KnownActor {
  readonly kind: ActorKind
  readonly name: string
  readonly country?: readonly string[]
}

/** What reading mentions needs besides the document. */
export interface MentionContext {
  readonly words: MentionWords
  readonly phrases: readonly PhraseMatch[]
  /** What is known of an actor of `data/actors`. */
  readonly actorKind: (id: string) => KnownActor | undefined
  /** The country (ISO 3166-1 alpha-3) that a name or adjective in lower case stands for. */
  readonly countries: (word: string) => string | undefined
  readonly times: readonly Time[]
  readonly places: readonly Place[]
  readonly trace?: Trace
}
