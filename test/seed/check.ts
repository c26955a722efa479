import type { Event, Reading, Statement } from '../../src/records/index.ts'
import type { Facts, Said, Toll } from './facts.ts'

/** What a reading gets wrong of what its text says, in words; nothing where all is right. */
export function faults(reading: Reading, facts: Facts): string[] {
  const violent = reading.events.filter(
    ({ kind, status }) => status === 'happened' && VIOLENT.has(kind),
  )
  const [main] = violent
  if (!main) return ['no violent event']
  return [
    ...(violent.length === 1
      ? []
      : [`${violent.length} violent events: ${violent.map(describe).join('; ')}`]),
    ...ofMain(reading, main, facts),
    ...ofOthers(reading, main, facts),
    ...facts.statements.flatMap((said) => ofStatement(reading, said)),
  ]
}

const VIOLENT = new Set([
  'suicide-bombing',
  'vehicle-bombing',
  'mine-blast',
  'grenade-attack',
  'bombing',
  'chemical-attack',
  'drone-strike',
  'airstrike',
  'missile-strike',
  'shelling',
  'assassination',
  'execution',
  'massacre',
  'ambush',
  'armed-clash',
  'armed-assault',
  'beating',
  'torture',
  'sexual-violence',
  'hijacking',
  'hostage-taking',
  'disappearance',
  'abduction',
  'human-shield',
  'arson',
  'sabotage',
  'looting',
  'robbery',
  'unspecified-attack',
])

function describe({ kind, mentions }: Event): string {
  return `${kind} “${mentions.map(({ quote }) => quote).join('”, “')}”`
}

function ofMain(reading: Reading, event: Event, facts: Facts): string[] {
  const found: string[] = []
  const expect = (is: unknown, wanted: unknown, what: string): void => {
    if (is !== wanted) found.push(`${what}: ${String(is)} instead of ${String(wanted)}`)
  }
  expect(event.kind, facts.kind, 'kind')
  expect(event.time?.value.earliest, facts.day, 'earliest')
  expect(event.time?.value.latest, facts.day, 'latest')
  expect(event.place?.evidence[0]?.quote, facts.city, 'place')
  expect(event.place?.value.country, facts.country, 'country')
  expect(event.place?.value.latitude === undefined, false, 'no coordinates')
  expect(event.site?.value, facts.embassy, 'site')
  const values = event.means.map(({ value }) => value)
  if (!values.includes(facts.means)) found.push(`means: ${values.join()} without ${facts.means}`)
  return [
    ...found,
    ...ofPerpetrators(reading, event, facts),
    ...ofFigures(event, facts.killed),
    ...ofClaim(reading, event, facts),
  ]
}

function ofPerpetrators({ actors }: Reading, event: Event, facts: Facts): string[] {
  const found: string[] = []
  const by = event.participants.filter(({ role }) => role === 'perpetrator')
  const named = by.map((one) => ({ ...one, who: actors.find(({ id }) => id === one.actor) }))
  const shown = named.map(({ who, confidence }) => `${who?.name} (${confidence})`).join(', ')
  const attacker = named.find(({ who }) => who?.name === facts.attacker)
  if (!attacker) found.push(`attacker ${facts.attacker} not among ${shown}`)
  const group = named.find(({ who }) =>
    facts.group.names.some(
      (name) => who?.name === name || who?.mentions.some(({ quote }) => quote === name),
    ),
  )
  if (!group) found.push(`group ${facts.group.names.join('/')} not among ${shown}`)
  else if (group.confidence !== 'claimed') found.push(`group is ${group.confidence}, not claimed`)
  if (group && facts.group.known !== group.who?.known)
    found.push(`known: ${group.who?.known} instead of ${facts.group.known}`)
  if (by.length > 2) found.push(`more perpetrators: ${shown}`)
  const target = event.participants.some(
    ({ role, evidence }) =>
      role === 'target' && evidence.some(({ quote }) => quote === facts.embassy),
  )
  if (!target) found.push('the embassy is no target')
  return found
}

function ofFigures(event: Event, tolls: readonly Toll[]): string[] {
  const left = event.figures.map((figure) => figure)
  const found: string[] = []
  for (const { atLeast, atMost, of } of tolls) {
    const at = left.findIndex(
      (figure) =>
        figure.harm === 'killed' &&
        figure.atLeast === atLeast &&
        figure.atMost === atMost &&
        figure.of?.text.includes(of),
    )
    if (at < 0) found.push(`no figure ${atLeast}..${atMost} ${of}`)
    else left.splice(at, 1)
  }
  for (const { harm, atLeast, evidence } of left)
    found.push(`a figure more: ${harm} ${atLeast} “${evidence[0]?.quote}”`)
  return found
}

function ofClaim({ actors }: Reading, { claims }: Event, facts: Facts): string[] {
  const nameOf = (id: string | undefined) => actors.find((actor) => actor.id === id)
  const claim = claims.find(({ stance }) => stance === 'claims')
  if (!claim) return ['no claim of responsibility']
  const found: string[] = []
  const claimant = nameOf(claim.claimant)
  const isGroup = facts.group.names.some((name) =>
    claimant?.mentions.some(({ quote }) => quote === name),
  )
  if (!isGroup) found.push(`claimant ${claimant?.name}`)
  if (nameOf(claim.outlet)?.name !== facts.claimOutlet)
    found.push(`claim through ${nameOf(claim.outlet)?.name} instead of ${facts.claimOutlet}`)
  return found
}

function ofOthers({ events, report }: Reading, main: Event, facts: Facts): string[] {
  const found: string[] = []
  const withdrawal = events.find(({ kind }) => kind === 'withdrawal')
  if (facts.withdrawal !== undefined) {
    if (!withdrawal) found.push('no withdrawal')
    else if (withdrawal.time?.value.earliest?.slice(0, 4) !== facts.withdrawal)
      found.push(`withdrawal in ${withdrawal.time?.value.earliest}`)
    if (withdrawal && withdrawal.figures.length > 0) found.push('the withdrawal has figures')
  }
  for (const words of facts.general) {
    const at = report.text.indexOf(words)
    const inside = events.filter(({ mentions }) =>
      mentions.some(({ start, end }) => start < at + words.length && at < end),
    )
    if (!inside.some(({ status }) => status === 'general')) found.push(`“${words}” is not general`)
  }
  for (const event of events) {
    if (event === main || event === withdrawal || event.status === 'general') continue
    found.push(`an event more: ${event.status} ${describe(event)}`)
  }
  return found
}

function ofStatement(reading: Reading, said: Said): string[] {
  const name = `statement “${said.holds}”`
  const holding = reading.statements.filter(({ content }) =>
    content.some(({ quote }) => quote.includes(said.holds)),
  )
  const statement =
    holding.find(({ source }) => said.source !== undefined && source?.text.includes(said.source)) ??
    holding.at(-1)
  if (!statement) return [`${name} is missing`]
  const found: string[] = []
  const expect = (is: string | undefined, wanted: string | undefined, what: string): void => {
    if (wanted !== undefined && is !== wanted)
      found.push(`${name}: ${what} ${is} instead of ${wanted}`)
  }
  const holds = (is: string | undefined, wanted: string | undefined, what: string): void => {
    if (wanted !== undefined && !is?.includes(wanted))
      found.push(`${name}: ${what} ${is} instead of ${wanted}`)
  }
  holds(statement.source?.text, said.source, 'source')
  expect(statement.source?.kind, said.kind, 'kind')
  expect(statement.source?.type, said.type, 'type')
  expect(statement.form, said.form, 'form')
  expect(statement.topic, said.topic, 'topic')
  holds(statement.to?.text, said.to, 'told to')
  holds(statement.source?.anonymity?.reason, said.anonymity, 'reason')
  if (said.within !== undefined)
    holds(outermost(reading, statement)?.source?.text, said.within, 'within')
  const actor = reading.actors.find(({ id }) => id === statement.source?.actor)
  const values = (list: readonly { value: string }[] = []): string =>
    list.map(({ value }) => value).join('; ')
  holds(values(actor?.description), said.description, 'description')
  holds(values(actor?.affiliations), said.affiliation, 'affiliation')
  return found
}

/** The statement that holds all others around one. */
function outermost({ statements }: Reading, inner: Statement): Statement | undefined {
  let at: Statement | undefined = inner
  for (let steps = 0; at?.within !== undefined && steps < 9; steps += 1) {
    const within: string = at.within
    at = statements.find(({ id }) => id === within)
  }
  return at === inner ? undefined : at
}
