import type { LinkReason } from '../../records/index.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { bagLikeness } from '../profile/word-bag.ts'
import { UNDATED, WEIGHTS } from './weights.ts'

/** How alike the words and names are that they are told in. */
export function compareWords(a: EventProfile, b: EventProfile): LinkReason[] {
  const { names, words } = haveDays(a, b) ? WEIGHTS : UNDATED
  return [
    { name: 'names', weight: hundredths(names * bagLikeness(a.names, b.names)) },
    { name: 'words', weight: hundredths(words * bagLikeness(a.words, b.words)) },
  ].filter(({ weight }) => weight > 0)
}

/** Whether it is known of both reports which day they are of. */
export function haveDays({ published: a }: EventProfile, { published: b }: EventProfile): boolean {
  return a !== undefined && b !== undefined
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
