import type { Claim, ClaimField, Standing } from '../records/index.ts'
import { valueText, whoSay } from './claim-text.ts'
import { listed, paint, row, sources, type IncidentPage } from './incident-page.ts'

/** Fields in the order in which they are told, and what they are called. */
const LABELS: readonly (readonly [ClaimField, string])[] = [
  ['kind', 'what'],
  ['time', 'when'],
  ['place', 'where'],
  ['site', 'site'],
  ['means', 'means'],
  ['participant.perpetrator', 'perpetrator'],
  ['participant.party', 'party'],
  ['participant.target', 'target'],
  ['participant.victim', 'victim'],
  ['participant.recipient', 'recipient'],
  ['participant.supporter', 'supporter'],
  ['responsibility', 'claim'],
  ['size', 'size'],
  ['damage', 'damage'],
]

/** What stands for each field, who says so, and who says otherwise. */
export function standingLines(page: IncidentPage): string[] {
  return LABELS.flatMap(([field, label]) => {
    const standing = page.incident.stands[field] ?? []
    const described = standing.filter(isDescribed)
    const named = standing.filter((one) => !isDescribed(one))
    const rows = [
      ...named.map((one) => standingRow([one], page)),
      ...(described.length > 0 ? [standingRow(described, page)] : []),
    ]
    return rows.flatMap(([first, ...rest], i) => [
      ...row(i === 0 ? label : '', first ?? [], page),
      ...rest.flatMap((fragments) => row('', fragments, page)),
    ])
  })
}

/** Whether a value is somebody without a name: "gunmen". */
function isDescribed({ value }: Standing): boolean {
  return 'actor' in value && value.actor !== undefined && value.named !== true
}

type Fragments = Parameters<typeof row>[1]

function standingRow(standing: readonly Standing[], page: IncidentPage): Fragments[] {
  const backers = page.find(standing.flatMap(({ because }) => because))
  const others = page.find([...new Set(standing.flatMap(({ against }) => against))])
  const names = listed(standing.map(({ value }) => valueText(value)))
  return [
    [{ text: names }, ...sources(backers, page)],
    ...(others.length > 0 ? [[paint(`but ${againstText(names, others)}`, 'faint', page)]] : []),
  ]
}

/** "denied by the army (Orrin Daily); bombing — Velka Post". */
function againstText(own: string, others: readonly Claim[]): string {
  const words = new Map<string, Claim[]>()
  for (const claim of others) {
    const text = valueText(claim.value)
    const says = claim.stance === 'denies' || text === own ? DENIED : text
    words.set(says, [...(words.get(says) ?? []), claim])
  }
  return [...words]
    .map(([says, claims]) => `${says} ${says === DENIED ? '' : '— '}${listed(whoSay(claims))}`)
    .join('; ')
}

const DENIED = 'denied by'
