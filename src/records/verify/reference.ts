import type { Reading } from '../reading.ts'
import type { Draft } from './context.ts'
import type { Ids } from './id.ts'
import type { Say } from './violation.ts'
import { pathOf } from './walk.ts'

/** What a record refers to is in the reading, and of the right sort. */
export function checkReferences({ parts, say }: Draft, ids: Ids): void {
  for (const { value, part, step } of parts.references) {
    if (typeof value !== 'string' || value === '' || value === part.or) continue
    const sort = ids.get(value)
    if (sort === undefined) say('reference', pathOf(step), `no ${part.to} ${value}`)
    else if (sort !== part.to)
      say('reference', pathOf(step), `${value} is a ${sort}, no ${part.to}`)
  }
}

/** Nothing is a member, a part, an answer or a relation of itself, nor within itself. */
export function checkCircles({ actors, events, statements }: Reading, say: Say): void {
  actors.forEach(({ id, memberOf }, i) => {
    if (memberOf?.value === id) say('reference', `actors[${i}].memberOf`, 'is the actor itself')
  })
  events.forEach(({ id, relations = [] }, i) => {
    relations.forEach(({ event }, r) => {
      if (event === id) say('reference', `events[${i}].relations[${r}]`, 'is the event itself')
    })
  })
  const figures = events.flatMap((event, e) =>
    event.figures.map(({ id, partOf }, i) => ({
      id,
      to: partOf,
      path: `events[${e}].figures[${i}].partOf`,
    })),
  )
  const within = statements.map(({ id, within }, i) => ({
    id,
    to: within,
    path: `statements[${i}].within`,
  }))
  const answers = statements.map(({ id, answers }, i) => ({
    id,
    to: answers,
    path: `statements[${i}].answers`,
  }))
  for (const links of [figures, within, answers])
    for (const path of circlesIn(links)) say('reference', path, 'leads back to itself')
}

interface Link {
  readonly id: string
  readonly to: string | undefined
  readonly path: string
}

/** The paths of links by which one comes back to where one was; each is followed once. */
function circlesIn(links: readonly Link[]): string[] {
  const byId = new Map(links.map((link) => [link.id, link]))
  const state = new Map<string, number>()
  const circles: string[] = []
  links.forEach((first, round) => {
    for (
      let link: Link | undefined = first;
      link && link.to !== undefined;
      link = byId.get(link.to)
    ) {
      const seen = state.get(link.id)
      if (seen === round) circles.push(link.path)
      if (seen !== undefined) break
      state.set(link.id, round)
    }
  })
  return circles
}
