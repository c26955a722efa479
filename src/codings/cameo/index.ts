import type { CodeRow } from '../../records/index.ts'
import { whyNotCounted, type Frame, type Side } from '../frame.ts'

/** CAMEO's triple of an event; a side without a code is left out. */
export function codeCameo(frame: Frame): CodeRow {
  const { kind, doers, others } = frame
  if (kind.cameo === undefined) return { excluded: 'kind-out-of-scope' }
  const excluded = whyNotCounted(frame)
  if (excluded !== undefined) return { excluded }
  const [source, target] = [codeOf(doers[0]), codeOf(others[0])]
  return {
    ...(source !== undefined && { source }),
    ...(target !== undefined && { target }),
    code: kind.cameo,
  }
}

/** Country and role, "AFGREB"; an armed group that is active in several countries goes by the first. */
function codeOf(side: Side | undefined): string | undefined {
  if (!side) return undefined
  const { actor } = side
  const country = (actor.country?.[0] ?? '').replace('XKX', 'KOS')
  const code = `${country}${roleOf(actor.kind, actor.name)}`
  return code === '' ? undefined : code
}

function roleOf(kind: string, name: string): string {
  if (kind === 'state-force') return /\bpolice|gendarm/i.test(name) ? 'COP' : 'MIL'
  return ROLES[kind] ?? ''
}

const ROLES: Readonly<Record<string, string>> = {
  government: 'GOV',
  'armed-group': 'REB',
  media: 'MED',
  civilians: 'CVL',
  crowd: 'OPP',
}
