import type { Reading } from '../reading.ts'
import type { Say } from './violation.ts'

/** The kind of an event is one of the codebook's; the schema looks after all other lists. */
export function checkKinds({ events }: Reading, kinds: ReadonlySet<string>, say: Say): void {
  events.forEach(({ kind }, i) => {
    if (!kinds.has(kind))
      say('member', `events[${i}].kind`, `${JSON.stringify(kind)} is no kind of the codebook`)
  })
}
