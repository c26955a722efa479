import type { Reading } from '../reading.ts'
import { withRivals } from './rivals.ts'
import { openSpanSet } from './span-set.ts'
import type { Say } from './violation.ts'

/** The words of an event's time are those of a Time: of the one it refers to, where it does. */
export function checkTimes({ events, times }: Reading, say: Say): void {
  const all = openSpanSet(times.flatMap(({ evidence }) => evidence))
  const each = new Map(times.map(({ id, evidence }) => [id, openSpanSet(evidence)]))
  events.forEach((event, e) => {
    for (const { sourced, path } of withRivals(event.time, `events[${e}].time`)) {
      const { evidence, value } = sourced
      if (!all.meets(evidence)) say('time', path, 'its words are those of no Time')
      else if (value.ref !== undefined && each.get(value.ref)?.meets(evidence) === false)
        say('time', `${path}.value.ref`, 'its words are those of another Time')
    }
  })
}
