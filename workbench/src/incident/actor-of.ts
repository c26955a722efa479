import type { ClaimValue } from '../../../src/server/api.ts'

/** The address of the page of an actor, where a value is one with a name. */
export function actorOf(value: ClaimValue): string | undefined {
  if (!('actor' in value) || value.actor === undefined || value.named !== true) return undefined
  const name = value.name === undefined ? '' : `?name=${encodeURIComponent(value.name)}`
  return `/actors/${encodeURIComponent(value.actor)}${name}`
}
