import type { ActorKind, PeopleCategory } from '../../records/index.ts'
import type { Frame, Side } from '../frame.ts'

/** GTD's type of what was attacked: by the target's words, else by what it is, else by whom the figures count. */
export function targetTypeOf({ event, others, context }: Frame): number | undefined {
  const targets = others.filter(({ participant }) => participant.role === 'target')
  const words = [...targets.flatMap(quotesOf), ...(event.site ? [event.site.value] : [])]
  for (const quote of words) {
    const type = byWords(quote, context.words?.target)
    if (type !== undefined) return type
  }
  for (const { actor } of [...targets, ...others]) {
    const type = /\bpolice/i.test(actor.name) ? POLICE : BY_KIND[actor.kind]
    if (type !== undefined) return type
  }
  for (const { of } of event.figures) {
    const type = of && BY_CATEGORY[of.category]
    if (type !== undefined) return type
  }
  return undefined
}

function quotesOf({ participant, actor }: Side): readonly string[] {
  return [...participant.evidence.map((words) => words.quote), actor.name]
}

/** The longest run of words at the end of a phrase that the list knows: "the main police station" → "police station". */
function byWords(
  phrase: string,
  types: ReadonlyMap<string, number> | undefined,
): number | undefined {
  if (!types) return undefined
  const words = phrase.toLowerCase().split(/\s+/, LONGEST)
  for (let from = 0; from < words.length; from += 1) {
    const type = types.get(words.slice(from).join(' '))
    if (type !== undefined) return type
  }
  return undefined
}

const LONGEST = 12
const POLICE = 3
const BY_KIND: Partial<Readonly<Record<ActorKind, number>>> = {
  government: 2,
  'state-force': 4,
  media: 10,
  civilians: 14,
  crowd: 14,
  'armed-group': 17,
}
const BY_CATEGORY: Partial<Readonly<Record<PeopleCategory, number>>> = {
  civilian: 14,
  child: 14,
  woman: 14,
  worker: 14,
  police: 3,
  soldier: 4,
  official: 2,
  diplomat: 7,
  'aid-worker': 12,
  journalist: 10,
  combatant: 17,
}
