import type { ReviewField } from '../../../../src/server/api.ts'
import { PICKS } from '../../keys/actions.ts'
import type { Doings } from '../../keys/keys.svelte.ts'
import type { Desk } from './desk.svelte.ts'
import { draftOf, newDraft, slotFor } from './drafts.ts'
import { missingIn } from './missing.ts'
import { REASONS } from './reasons.ts'

/** What buttons and keys do with what lies on the desk. */
export interface Acts {
  edit(): void
  /** Rejects what is looked at, for a reason. */
  reject(reason?: string): void
  /** A value of a field, on the words that are selected: where one is lacking there, else a new one. */
  add(field: ReviewField): void
}

/** What is done on a desk; `kinds` are those of the codebook. */
export function actsOn(desk: Desk, kinds: () => readonly string[]): Acts {
  return {
    edit() {
      if (!desk.part) return
      const words = desk.selection ? [desk.selection] : []
      if (desk.part.evidence.length > 0 || words.length > 0)
        desk.draft = draftOf(desk.part, kinds(), words)
    },
    reject(reason) {
      desk.asks = undefined
      if (desk.current) void desk.decide('reject', [desk.current], reason ? { reason } : {})
    },
    add(field) {
      desk.asks = undefined
      const words = desk.selection ? [desk.selection] : []
      const of = desk.part?.of ?? desk.part?.id
      const slot = of === undefined ? undefined : slotFor(field, of, desk.parts)
      desk.draft = slot
        ? draftOf(slot, kinds(), words)
        : newDraft(field, { kinds: kinds(), words, ...(of !== undefined && { of }) })
    },
  }
}

/** The same by the names of actions. */
export function doingsOn(desk: Desk, acts: Acts): Doings {
  const current = (): string[] => (desk.current === undefined ? [] : [desk.current])
  const addSelected = (field: ReviewField) => (): void => {
    if (desk.selection) acts.add(field)
  }
  const picks = PICKS.map((name, i) => [name, () => pick(desk, acts, i)] as const)
  return {
    'next-value': () => desk.step(1),
    'previous-value': () => desk.step(-1),
    accept: () => void desk.decide('accept', current()),
    'accept-whole': () => void desk.acceptWhole(),
    reject: () => (desk.asks = desk.part && 'reason'),
    skip: () => void desk.decide('skip', current()),
    edit: acts.edit,
    only: () => (desk.only = !desk.only),
    'previous-words': () => desk.stepWords(-1),
    'next-words': () => desk.stepWords(1),
    ...(Object.fromEntries(picks) as Doings),
    'add-missing': () => (desk.asks = desk.part && 'missing'),
    'add-time': addSelected('time'),
    'add-place': addSelected('place'),
    'add-harm': addSelected('figure'),
    'add-who': addSelected('participant'),
    'add-what': addSelected('event'),
    'add-source': addSelected('source'),
    'add-content': addSelected('statement'),
  }
}

/** Takes one of what is asked for: a reason, a field; else, where values are rivals, the one of them. */
function pick(desk: Desk, acts: Acts, i: number): void {
  const field = desk.asks === 'missing' ? missingIn(desk.part, desk.parts)[i] : undefined
  const reason = desk.asks === 'reason' ? REASONS[i] : undefined
  if (field) acts.add(field)
  else if (reason) acts.reject(reason)
  else if (!desk.asks && desk.rivals[i]) void desk.choose(desk.rivals[i].id)
}
