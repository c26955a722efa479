import type { CodeRow } from '../../records/index.ts'
import { whyNotCounted, type Frame, type Side } from '../frame.ts'

/** PLOVER's row of an event: type, mode, who to whom. */
export function codePlover(frame: Frame): CodeRow {
  const { kind, doers, others, dates } = frame
  if (!kind.plover) return { excluded: 'kind-out-of-scope' }
  const excluded = whyNotCounted(frame)
  if (excluded !== undefined) return { excluded }
  return {
    event_type: kind.plover.type,
    ...(kind.plover.mode !== undefined && { mode: kind.plover.mode }),
    ...(dates.day !== undefined && { date: dates.day }),
    ...(doers.length > 0 && { actor: doers.map(entityOf) }),
    ...(others.length > 0 && { recipient: others.map(entityOf) }),
  }
}

function entityOf({ actor }: Side): CodeRow {
  const [country] = actor.country ?? []
  const sector = SECTORS[actor.kind]
  return {
    entity_text: actor.name,
    ...(country !== undefined && { code: country === 'XKX' ? 'KOS' : country }),
    ...(sector !== undefined && {
      sector: /\bpolice|gendarm/i.test(actor.name) && sector === 'MIL' ? 'COP' : sector,
    }),
  }
}

const SECTORS: Readonly<Record<string, string>> = {
  'state-force': 'MIL',
  government: 'GOV',
  'armed-group': 'REB',
  media: 'MED',
  civilians: 'CVL',
}
