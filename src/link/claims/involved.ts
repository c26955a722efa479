import type { Actor, ActorKind, SourceType, Statement } from '../../records/index.ts'
import type { Member } from '../member.ts'
import { actorKeyOf, foldName } from './actor-name.ts'
import type { Value } from './values-of.ts'

/** Who took part in an incident themselves, so that their word alone makes nothing a fact. */
export interface Involved {
  /** Whether a statement's source speaks of its own deeds. */
  isParty(
    statement: Statement | undefined,
    value: Value,
    actors: ReadonlyMap<string, Actor>,
  ): boolean
}

/** Whoever did it, fought in it or claims it, by any member. */
export function involvedIn(members: readonly Member[]): Involved {
  const keys = new Set<string>()
  const kinds = new Set<ActorKind>()
  for (const { reading, event } of members) {
    const ids = [
      ...event.participants.flatMap(({ role, actor }) => (DOERS.has(role) ? [actor] : [])),
      ...event.claims.flatMap(({ stance, claimant }) =>
        stance === 'none' ? [] : (claimant ?? []),
      ),
    ]
    for (const actor of reading.actors.filter(({ id }) => ids.includes(id))) {
      keys.add(actorKeyOf(actor))
      kinds.add(actor.kind)
    }
  }
  return {
    isParty(statement, value, actors) {
      const source = statement?.source
      if (!source || isOwnLoss(source.type, value)) return false
      const speakers = [source.actor, ...(source.actors ?? [])].flatMap((id) =>
        id === undefined ? [] : (actors.get(id) ?? []),
      )
      const names = [foldName(source.text), ...speakers.flatMap((one) => namesOf(one, actors))]
      const kind = source.type && SPEAKS_FOR[source.type]
      return names.some((name) => keys.has(name)) || (kind !== undefined && kinds.has(kind))
    },
  }
}

const DOERS: ReadonlySet<string> = new Set(['perpetrator', 'party'])

/** What a source of some type is one of. */
const SPEAKS_FOR: Readonly<Partial<Record<SourceType, ActorKind>>> = {
  military: 'state-force',
  'armed-group': 'armed-group',
}

/** Who tells its own dead has no reason to make them more. */
function isOwnLoss(type: SourceType | undefined, { value }: Value): boolean {
  const of = 'of' in value ? value.of : undefined
  return (type === 'military' && of === 'soldier') || (type === 'police' && of === 'police')
}

/** An actor and what it belongs to. */
function namesOf(actor: Actor, actors: ReadonlyMap<string, Actor>): string[] {
  const group = actor.memberOf && actors.get(actor.memberOf.value)
  return [
    actorKeyOf(actor),
    ...(group ? [actorKeyOf(group)] : []),
    ...(actor.affiliations ?? []).map(({ value }) => foldName(value)),
  ]
}
