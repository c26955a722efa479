import type { ClaimField, Contradiction, Incident, Policy } from '../records/index.ts'
import { valueText } from './claim-text.ts'
import { placeText, rangeText } from './event-entry.ts'
import { harmlessLine } from './harmless.ts'
import {
  line,
  listed,
  many,
  paint,
  row,
  section,
  sources,
  type IncidentPage,
} from './incident-page.ts'
import { standingLines } from './incident-standing.ts'
import { tollLines } from './incident-toll.ts'
import type { Setting } from './text.ts'

const WIDEST = 100
const NARROWEST = 40

/** An incident for people at a terminal: where its reports come from, what stands and who says so, how the toll came to be, and what cannot all be true. */
export function writeIncident(
  incident: Incident,
  { width, colour }: Setting = { width: WIDEST, colour: false },
): string {
  const setting = { width: Math.min(Math.max(width, NARROWEST), WIDEST), colour }
  const claims = new Map(incident.values.map((claim) => [claim.id, claim]))
  const find: IncidentPage['find'] = (ids) => ids.flatMap((id) => claims.get(id) ?? [])
  const page = { incident, setting, find }
  const sections = [
    headLines(page),
    section('Where it comes from', originLines(page), page),
    section(`What stands · ${POLICIES[policyOf(incident)]}`, standingLines(page), page),
    section('Toll', tollLines(page), page),
    section('What cannot all be true', contradictionLines(page), page),
  ]
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'))
  return `${texts.join('\n\n')}\n`
}

/** What each policy does, in a line. */
const POLICIES: Readonly<Record<Policy, string>> = {
  conservative: 'conservative: of numbers the lowest, until another is confirmed',
  range: 'range: of numbers the most reliable, with the lowest and the highest',
  latest: 'latest: the newest word',
  'majority-of-origins': 'majority of origins: what most origins say',
  'source-order': 'source order: whoever comes first in the list',
}

function policyOf({ stands, figures }: Incident): Policy {
  const [first] = [...Object.values(stands).flat(), ...Object.values(figures)]
  return first?.policy ?? 'conservative'
}

function headLines(page: IncidentPage): string[] {
  const { kind, status, time, place, events, origins } = page.incident
  const reports = new Set(events.map(({ report }) => report)).size
  const title = `${kind.replaceAll('-', ' ')} · ${status}`.toUpperCase()
  const about = [time && rangeText(time), place && placeText(place)].filter(Boolean)
  return [
    ...line(paint(harmlessLine(title), 'head', page), page),
    ...line({ text: harmlessLine(about.join(' · ')) }, page),
    ...line({ text: `${many(reports, 'report')}, ${many(origins.length, 'origin')}` }, page),
  ]
}

function originLines(page: IncidentPage): string[] {
  const outlets = new Map(page.incident.values.map((claim) => [claim.report, claim.outlet]))
  return page.incident.origins.flatMap(({ reports, why }, i) => {
    const names = reports.map((id) => harmlessLine(outlets.get(id) ?? id))
    const number = reports.length === 1 ? '' : ` (${many(reports.length, 'report')})`
    return row(
      `origin ${i + 1}`,
      [{ text: `${listed(names)}${number}: ${harmlessLine(why)}` }],
      page,
    )
  })
}

const CONTRADICTIONS: Readonly<Record<Contradiction['kind'], string>> = {
  denied: 'denied',
  'another-actor': 'who did it',
  'another-place': 'where',
  'another-time': 'when',
  'other-figure': 'how many',
}

function contradictionLines(page: IncidentPage): string[] {
  return page.incident.contradictions.flatMap(({ kind, field, sides }) =>
    sides.flatMap(({ value, claims }, i) => {
      const isDenial = kind === 'denied' && i > 0
      const text = isDenial ? 'not so' : `${valueText(value)}${nameOf(field)}`
      const label = i === 0 ? CONTRADICTIONS[kind] : ''
      return row(label, [{ text }, ...sources(page.find(claims), page)], page)
    }),
  )
}

/** What a value is of, where it does not say so itself. */
function nameOf(field: ClaimField): string {
  const [sort, name = ''] = field.split('.')
  if (sort === 'figure') return ` ${name}`
  return sort === 'participant' ? ` as ${name}` : ''
}
