import type { LinkReason } from '../../records/index.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { bagLikeness } from '../profile/word-bag.ts'
import { WEIGHTS } from './weights.ts'

/** How alike the words and names are that they are told in. */
export function compareWords(a: EventProfile, b: EventProfile): LinkReason[] {
  return [
    { name: 'names', weight: hundredths(WEIGHTS.names * bagLikeness(a.names, b.names)) },
    { name: 'words', weight: hundredths(WEIGHTS.words * bagLikeness(a.words, b.words)) },
  ].filter(({ weight }) => weight > 0)
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
