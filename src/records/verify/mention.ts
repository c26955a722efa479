import type { Reading } from '../reading.ts'
import { openSpanSet } from './span-set.ts'
import type { Say } from './violation.ts'

/** The words of a participant are among the mentions of its actor. */
export function checkMentions({ actors, events }: Reading, say: Say): void {
  const mentions = new Map(actors.map((actor) => [actor.id, openSpanSet(actor.mentions)]))
  events.forEach(({ participants }, e) => {
    participants.forEach(({ actor, evidence }, p) => {
      if (mentions.get(actor)?.meets(evidence) === false)
        say('mention', `events[${e}].participants[${p}]`, 'its words are no mention of its actor')
    })
  })
}
