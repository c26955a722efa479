import type { Exactness } from '../../records/index.ts'
import type { Lexicon } from '../../text/index.ts'

/** The words that tell places from other names. */
export interface PlaceWords {
  /** What sort of place a noun names: "village", "province". */
  areaOf(word: string | undefined): Exactness | undefined
  is(kind: PlaceWordKind, word: string | undefined): boolean
}

export type PlaceWordKind =
  | 'preposition'
  | 'where'
  | 'unlike'
  | 'ground'
  | 'of-place'
  | 'at-place'
  | 'direction'
  | 'distance'
  | 'speech'
  | 'person-before'
  | 'tail'
  | 'not-tail'
  | 'word'
  | 'body'
  | 'feature'
  | 'first-name'

/** Opens `place-words` and `first-names`. */
export function openPlaceWords(lexicon: Lexicon): PlaceWords {
  const areas = new Map<string, Exactness>()
  const kinds = new Map<string, Set<string>>()
  const add = (kind: string, word: string): void => {
    kinds.set(word, (kinds.get(word) ?? new Set()).add(kind))
  }
  for (const { word = '', kind = '', value = '' } of lexicon.rows('place-words')) {
    if (kind === 'area') areas.set(word, exactnessOf(value))
    else add(kind, word)
  }
  for (const name of lexicon.words('first-names')) add('first-name', name)
  return {
    areaOf: (word) => (word === undefined ? undefined : areas.get(word)),
    is: (kind, word) => word !== undefined && kinds.get(word)?.has(kind) === true,
  }
}

function exactnessOf(value: string): Exactness {
  switch (value) {
    case 'town':
    case 'district':
    case 'province':
    case 'site':
      return value
    default:
      return 'region'
  }
}
