import { contentKey } from '../../base/hash.ts'
import type { Actor, Participant } from '../../records/index.ts'
import type { Part } from './participants.ts'
import { saidAt, type Scene } from './scene.ts'

/** The groups that those who did it are said to belong to: where "Front fighters" attacked, the Front did. */
export function groupsBehind(
  scene: Scene,
  participants: readonly Participant[],
  { parts, eventId }: { parts: readonly Part[]; eventId: string },
): Participant[] {
  const actors = actorsOf(scene, parts)
  const present = new Set(participants.map(({ actor }) => actor))
  return participants.flatMap((member) => {
    const group = member.role === 'perpetrator' ? groupOf(actors.get(member.actor)) : undefined
    const words = group?.evidence[0]
    if (!group || !words || present.has(group.value)) return []
    present.add(group.value)
    return [groupBehind(scene, member, { group, words, eventId })]
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
  { confidence }: Participant,
  { group, words, eventId }: Behind,
): Participant {
  return {
    id: contentKey(eventId, 'participant', 'perpetrator', words.start, words.end),
    evidence: [words],
    readBy: 'events/group-behind',
    ...saidAt(scene, words),
    role: 'perpetrator',
    actor: group.value,
    ...(confidence && { confidence }),
  }
}
