import type { LinkReason } from '../../records/index.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { mayBeOneKind, sharedRareKind } from './kinds.ts'
import { WEIGHTS } from './weights.ts'

/** What they are told as. */
export function compareKinds({ kinds: a }: EventProfile, { kinds: b }: EventProfile): LinkReason[] {
  const rare = sharedRareKind(a, b)
  return [
    ...(rare === undefined ? [] : [{ name: 'rare-kind', weight: WEIGHTS.rareKind, detail: rare }]),
    ...(mayBeOneKind(a, b) ? [{ name: 'kind', weight: WEIGHTS.kindFamily }] : []),
  ]
}
