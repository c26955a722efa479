import type { LinkReason } from '../../records/index.ts'
import type { EventProfile } from '../profile/event-profile.ts'
import { WEIGHTS } from './weights.ts'

/** Whether both reports are about them: what one report is about, another tells beside its own news less often than it, too, is about it. */
export function compareRanks({ rank: a }: EventProfile, { rank: b }: EventProfile): LinkReason[] {
  if (a === 0 && b === 0) return []
  return a === 0 || b === 0
    ? [{ name: 'told-beside', weight: WEIGHTS.oneBeside }]
    : [{ name: 'both-told-beside', weight: WEIGHTS.bothBeside }]
}
