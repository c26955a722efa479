import type { Event } from '../../records/index.ts'
import type { Document } from '../../text/index.ts'
import type { Mentions } from '../mentions/mention.ts'
import { openBelongings } from './belongings.ts'
import { withCarried } from './carried.ts'
import { groupSpots } from './group.ts'
import { apartBy, RELATION_RULES, relationsOf } from './relations.ts'
import { readByRules } from './rule.ts'
import { openScene, type EventContext } from './scene.ts'
import { findSpots } from './spot.ts'
import { settingOf } from './when-where.ts'
import { writeEvent } from './write-event.ts'

/** The events of a document with participants, figures, means and claims; `codes` stays empty. Never throws; the same in, the same out. */
export function readEvents(document: Document, mentions: Mentions, context: EventContext): Event[] {
  const scene = openScene(document, mentions, context)
  const told = readByRules(scene, RELATION_RULES)
  const setting = settingOf(scene)
  const withApart = { ...scene, apart: apartBy(told) }
  const groups = groupSpots(withApart, findSpots(withApart, setting))
  const belongings = openBelongings(scene, groups)
  const events = new Map(
    groups.flatMap((group) => {
      const event = writeEvent(scene, group, belongings(group))
      return event ? [[group, event] as const] : []
    }),
  )
  const relations = relationsOf(scene, groups, told)
  const set = withCarried({ setting, ...scene }, [...events], relations)
  return [...events.keys()].flatMap((group, at) => {
    const event = set[at]
    if (!event) return []
    const own = (relations.get(group) ?? []).flatMap(({ kind, to }) => {
      const other = events.get(to)
      return other ? [{ kind, event: other.id }] : []
    })
    return own.length > 0 ? { ...event, relations: own } : event
  })
}
