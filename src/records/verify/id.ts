import type { Target } from '../schema/parts.ts'
import type { Draft } from './context.ts'
import { pathOf, type Step } from './walk.ts'

/** The ids of a reading and what each names: a record that others may refer to, or a value. */
export type Ids = ReadonlyMap<string, Target | 'value'>

const LISTS: Readonly<Record<string, Target>> = {
  actors: 'actor',
  events: 'event',
  statements: 'statement',
  times: 'time',
  places: 'place',
  figures: 'figure',
}

/** Every record and value has an id of its own; gives all of them. */
export function checkIds({ parts, say }: Draft): Ids {
  const ids = new Map<string, Target | 'value'>()
  for (const { value, step } of parts.ids) {
    if (typeof value !== 'string' || value === '') continue // its shape says so
    if (ids.has(value)) say('id', pathOf(step), `${value} twice`)
    else ids.set(value, sortOf(step))
  }
  return ids
}

/** By the list that the record stands in: `events[0].figures[1].id` is a figure's. */
function sortOf({ above }: Step): Target | 'value' {
  return LISTS[above?.above?.key ?? ''] ?? 'value'
}
