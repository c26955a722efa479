import type { ActorData, ActorEntry, CountryNames, StateRole } from './parse.ts'

/** The forces, police and government of every country, named by pattern; ids are role and country ("military-fra"). */
export function stateActors({ countries, state }: ActorData): readonly ActorEntry[] {
  return state.flatMap((role) => countries.map((country) => stateActor(role, country)))
}

function stateActor(role: StateRole, { iso3, names, demonyms }: CountryNames): ActorEntry {
  const before = [...demonyms, ...names]
  const after = role.role === 'government' ? names : []
  return {
    id: `${role.role}-${iso3.toLowerCase()}`,
    name: role.name.replace('{}', names[0] ?? iso3),
    kind: role.kind,
    country: [iso3],
    aliases: [],
    patterns: [
      ...before.flatMap((word) => role.heads.map((head) => `${word} ${head}`)),
      ...names.flatMap((word) => role.heads.map((head) => `${word}'s ${head}`)),
      ...after.map((name) => `government of ${name}`),
    ],
  }
}
