import { rangeOf } from '../../base/calendar.ts'
import type { Actor, Credit, Place, Sourced, Time } from '../../records/index.ts'
import { line, quotes, writeLocation, writeOther, writeSaid } from './draft-values.ts'
import type { DraftContext } from './handles.ts'
import { writeLiteral } from './write-words.ts'

export function draftActor(actor: Actor, context: DraftContext): string[] {
  const {
    id,
    name,
    named,
    kind,
    known,
    country,
    publicRole,
    description = [],
    affiliations = [],
    memberOf,
    mentions,
  } = actor
  return [
    line(
      'actor',
      context.handleOf(id),
      kind,
      named && 'named',
      country?.join(' '),
      quotes(mentions, context),
      writeOther('called', name, mentions[0]?.quote),
      known !== undefined && `known ${known}`,
    ),
    ...(publicRole ? [part('public role', publicRole, context)] : []),
    ...description.map((one) => part('description', one, context)),
    ...affiliations.map((one) => part('affiliation', one, context)),
    ...(memberOf
      ? [
          `  ${line('member of', context.handleOf(memberOf.value), quotes(memberOf.evidence, context), said(memberOf, context))}`,
        ]
      : []),
  ]
}

function part(label: string, one: Sourced<string>, context: DraftContext): string {
  const { value, evidence } = one
  return `  ${line(label, quotes(evidence, context), writeOther('as', value, evidence[0]?.quote), said(one, context))}`
}

function said(one: Sourced<unknown>, context: DraftContext): string {
  return writeSaid(one, context.refs.carrier(one.evidence), context)
}

export function draftTime(
  { type, value, mod, anchor, earliest, latest, evidence, id }: Time,
  context: DraftContext,
): string {
  const known =
    value !== undefined && (type === 'date' || type === 'time') ? rangeOf(value) : undefined
  const isKnown = earliest === known?.earliest && latest === known?.latest
  const isDated = earliest !== undefined || latest !== undefined
  return line(
    type,
    context.handleOf(id),
    value ?? 'unresolved',
    mod,
    !isKnown && (isDated ? `${earliest ?? ''}..${latest ?? ''}` : 'undated'),
    quotes(evidence, context),
    anchor !== undefined && `from ${anchor === 'publication' ? anchor : context.handleOf(anchor)}`,
  )
}

export function draftPlace(
  { id, name, evidence, role, relation, ...where }: Place,
  context: DraftContext,
): string {
  const { plain, clauses } = writeLocation(where)
  return line(
    'place',
    context.handleOf(id),
    role,
    plain,
    quotes(evidence, context),
    writeOther('called', name, evidence[0]?.quote),
    clauses,
    relation !== undefined && `relation ${writeLiteral(relation)}`,
  )
}

export function draftCredit({ text, evidence }: Credit, context: DraftContext): string {
  return line('credit', quotes(evidence, context), writeOther('as', text, evidence[0]?.quote))
}
