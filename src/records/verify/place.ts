import type { Reading } from '../reading.ts'
import { withRivals } from './rivals.ts'
import { openSpanSet } from './span-set.ts'
import type { Say } from './violation.ts'

/** The words of an event's place are those of a Place: of the one it refers to, where it does. */
export function checkPlaces({ events, places }: Reading, say: Say): void {
  const all = openSpanSet(places.flatMap(({ evidence }) => evidence))
  const each = new Map(places.map(({ id, evidence }) => [id, openSpanSet(evidence)]))
  events.forEach((event, e) => {
    for (const { sourced, path } of withRivals(event.place, `events[${e}].place`)) {
      const { evidence, value } = sourced
      if (!all.meets(evidence)) say('place', path, 'its words are those of no Place')
      else if (value.ref !== undefined && each.get(value.ref)?.meets(evidence) === false)
        say('place', `${path}.value.ref`, 'its words are those of another Place')
    }
  })
}
