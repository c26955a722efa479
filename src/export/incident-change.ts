import type { ChangeKind, ClaimField, IncidentChange } from '../records/index.ts'
import { valueText } from './claim-text.ts'
import { harmlessLine } from './harmless.ts'

const WORDS: Readonly<Record<ChangeKind, string>> = {
  'new-incident': 'a new incident',
  'gone-incident': 'the incident is gone',
  'new-report': 'another report',
  'gone-report': 'a report is no longer part of it',
  'new-version': 'a report has a new version',
  'value-new': 'is now',
  'value-changed': 'is now',
  'value-gone': 'stands no longer',
  'value-left-out': 'left out by the new version',
  'toll-up': 'raised',
  'toll-down': 'lowered',
  'contradiction-new': 'cannot all be true',
  'contradiction-gone': 'no longer contradictory',
}

/** A change in one line: "killed raised from 3 to 17: the governor (Velka Post, 2024-03-06)". */
export function changeText({ kind, field, before, after, why }: IncidentChange): string {
  const [old, new_] = [before && valueText(before), after && valueText(after)]
  const what = field === undefined ? '' : `${nameOf(field)} `
  return harmlessLine(`${what}${WORDS[kind]}${valuesText(kind, old, new_)}: ${why}`)
}

function valuesText(kind: ChangeKind, old: string | undefined, new_: string | undefined): string {
  if (kind === 'contradiction-new' && old !== undefined && new_ !== undefined)
    return old === new_ ? ` (${old}, and not so)` : ` (${old}, ${new_})`
  if (old !== undefined && new_ !== undefined)
    return kind.startsWith('toll') ? ` from ${old} to ${new_}` : ` ${new_}, was ${old}`
  const only = new_ ?? old
  if (only === undefined) return ''
  return kind === 'value-new' ? ` ${only}` : ` (${only})`
}

/** "figure.killed" is "killed", "participant.perpetrator" "perpetrator". */
function nameOf(field: ClaimField): string {
  return field.split('.').at(-1) ?? field
}
