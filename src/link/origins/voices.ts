import { spansMeet, type Actor, type Reading, type Statement } from '../../records/index.ts'
import { actorKeyOf, foldName } from '../claims/actor-name.ts'
import type { Member } from '../member.ts'

/** Whose telling a report is: what it is known by across reports, its name, and how it is known. */
export interface Voice {
  readonly key: string
  readonly name: string
  readonly how: 'written by' | 'credited to' | 'signed by' | 'passing on'
}

/** What outlets and agencies are called across reports: the id of a known actor that some report calls so, else the folded name. */
export type Names = (name: string) => string

export function namesAcross(readings: readonly Reading[]): Names {
  const known = new Map<string, string>()
  for (const { actors } of readings)
    for (const { known: id, name, mentions } of actors)
      if (id !== undefined)
        for (const words of [name, ...mentions.map(({ quote }) => quote)]) {
          const folded = foldName(words)
          const before = known.get(folded)
          if (before === undefined || id < before) known.set(folded, id)
        }
  return (name) => known.get(foldName(name)) ?? foldName(name)
}

/** Whose telling a report is: the source that it only passes on, else the agency that it credits, else its outlet; and whoever signed it. */
export function voicesOf(reading: Reading, members: readonly Member[], names: Names): Voice[] {
  const { credits = [], outlet } = reading.report
  const agency = credits.find(({ evidence }) => isMedia(reading, evidence))
  const bylines = credits.filter(({ evidence }) => !isMedia(reading, evidence))
  const passed = sourcePassedOn(
    reading,
    members.filter((one) => one.reading === reading),
  )
  const main = passed ?? agencyVoice(agency?.text, names) ?? outletVoice(outlet, names)
  return [
    ...(main ? [main] : []),
    ...bylines.map(({ text }) => ({
      key: `by ${foldName(text)}`,
      name: text,
      how: 'signed by' as const,
    })),
  ]
}

function isMedia(
  { actors }: Reading,
  evidence: readonly { start: number; end: number }[],
): boolean {
  return actors.some(
    ({ kind, mentions }) =>
      kind === 'media' &&
      mentions.some((mention) => evidence.some((one) => spansMeet(one, mention))),
  )
}

function agencyVoice(agency: string | undefined, names: Names): Voice | undefined {
  return agency === undefined ? undefined : { key: names(agency), name: agency, how: 'credited to' }
}

function outletVoice(outlet: string | undefined, names: Names): Voice | undefined {
  return outlet === undefined ? undefined : { key: names(outlet), name: outlet, how: 'written by' }
}

/** The one source in whose mouth a report puts all that it says of its events of the incident; nobody where it says anything itself or hears two. */
function sourcePassedOn(
  { statements, actors }: Reading,
  members: readonly Member[],
): Voice | undefined {
  const carriers = members.flatMap(({ event }) => [
    event.statement,
    ...event.figures.map(({ statement }) => statement),
    ...event.participants.map(({ statement }) => statement),
  ])
  const voices = carriers.map((id) => {
    const statement = statements.find((one) => one.id === id)
    return statement && voiceOf(statement, statements, actors)
  })
  const first = voices[0]
  return first && voices.every((one) => one?.key === first.key) ? first : undefined
}

/** The medium through which a statement came, else the named source. */
function voiceOf(
  statement: Statement,
  statements: readonly Statement[],
  actors: readonly Actor[],
): Voice | undefined {
  const holder = statements.find(({ id }) => id === statement.within)
  const speakers = [holder?.source?.actor, statement.via?.actor, statement.source?.actor].flatMap(
    (id) => actors.find((one) => one.id === id) ?? [],
  )
  const speaker = speakers.find(({ kind }) => kind === 'media') ?? speakers.at(-1)
  if (!speaker || !(speaker.named || speaker.known !== undefined)) return undefined
  return { key: actorKeyOf(speaker), name: speaker.name, how: 'passing on' }
}
