import type { Actor, Sourced } from '../records/index.ts'
import type { Entry, Names, Row } from './outline.ts'

/** An actor: what the report says of it, and whom we know it as. */
export function actorEntry(actor: Actor, number: number, names: Names): Entry {
  const { id, name, kind, known, country = [], mentions } = actor
  const state = [kind.replaceAll('-', ' '), known && `known as ${known}`, country.join(' ')]
  return {
    number,
    id,
    title: name,
    state: state.filter(Boolean).join(', '),
    kind: 'actor',
    titled: [],
    evidence: mentions.slice(0, 1),
    said: [],
    rows: rowsOf(actor, names),
    depth: 0,
  }
}

function rowsOf({ publicRole, description, affiliations, memberOf }: Actor, names: Names): Row[] {
  const row = (label: string, one: Sourced<string>, value = one.value): Row => ({
    label,
    value,
    evidence: one.evidence,
    said: names.said(one),
  })
  return [
    ...(publicRole ? [row('role', publicRole)] : []),
    ...(description ?? []).map((one) => row('described', one)),
    ...(affiliations ?? []).map((one) => row('with', one)),
    ...(memberOf ? [row('member of', memberOf, names.actor(memberOf.value))] : []),
  ]
}
