import { contentKey } from '../../base/hash.ts'
import type { Actor, Participant } from '../../records/index.ts'
import type { Part } from './participants.ts'
import { saidAt, type Scene } from './scene.ts'

/** Where people of a named group did it, the group: those without a number are the group itself ("Front fighters"), besides a number of them ("three Front fighters") it stands as well. */
export function withGroupsBehind(
  scene: Scene,
  participants: readonly Participant[],
  { parts, eventId }: { parts: readonly Part[]; eventId: string },
): Participant[] {
  const actors = actorsOf(scene, parts)
  const present = new Set(participants.map(({ role, actor }) => `${role} ${actor}`))
  return participants.flatMap((member) => {
    const group = groupOf(actors.get(member.actor))
    const words = group?.evidence[0]
    if (!group || !words || member.role !== 'perpetrator') return [member]
    const isAll = member.count === undefined && actors.get(member.actor)?.kind !== 'person'
    const key = `${member.role} ${group.value}`
    const isNew = !present.has(key)
    present.add(key)
    return [
      ...(isAll ? [] : [member]),
      ...(isNew ? [groupBehind(scene, member, { group, words, eventId })] : []),
    ]
  })
}

function actorsOf({ mentions }: Scene, parts: readonly Part[]): Map<string, Actor> {
  const found = parts.flatMap(({ head }) => mentions.actorOf(mentions.byHead(head)) ?? [])
  return new Map(found.map((actor) => [actor.id, actor]))
}

type Group = NonNullable<Actor['memberOf']>

/** Only of those without a name: what a named member does, the group need not have done. */
function groupOf(actor: Actor | undefined): Group | undefined {
  return actor?.named === false ? actor.memberOf : undefined
}

interface Behind {
  readonly group: Group
  readonly words: Group['evidence'][number]
  readonly eventId: string
}

function groupBehind(
  scene: Scene,
  { role, confidence }: Participant,
  { group, words, eventId }: Behind,
): Participant {
  return {
    id: contentKey(eventId, 'participant', role, words.start, words.end),
    evidence: [words],
    readBy: 'events/group-behind',
    ...saidAt(scene, words),
    role,
    actor: group.value,
    ...(confidence && { confidence }),
  }
}
