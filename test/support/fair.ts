import type { Reading } from '../../src/records/index.ts'

/** Words for those who fight, of the state, of those against it and of others, each of one build, so that one may stand for another. */
const SIDES: readonly (readonly string[])[] = [
  ['soldiers', 'rebels', 'peacekeepers'],
  ['troops', 'militants', 'marines'],
  ['policemen', 'militiamen', 'legionnaires'],
  ['insurgents', 'soldiers', 'peacekeepers'],
  ['the army', 'the militia', 'the coalition'],
]

/** A text in which all uses of one word are another's, and where each place of it stood in the first. */
export interface Swapped {
  readonly text: string
  readonly from: string
  readonly to: string
  readonly back: (offset: number) => number
}

/** The texts that a text becomes where its first word of a side gives way to those of the others; none where it names no side. */
export function swapsOf(text: string): Swapped[] {
  for (const words of SIDES)
    for (const from of words) {
      const starts = startsOf(text, from)
      if (starts.length === 0) continue
      // "soldiers shot rebels": with both in one text, one word would stand for two.
      const others = words.filter((word) => word !== from && startsOf(text, word).length === 0)
      return others.map((to) => swapped(text, { from, to, starts }))
    }
  return []
}

function startsOf(text: string, word: string): number[] {
  const found = text.matchAll(new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'g'))
  return [...found].map(({ index }) => index)
}

function swapped(
  text: string,
  { from, to, starts }: { from: string; to: string; starts: readonly number[] },
): Swapped {
  const shift = to.length - from.length
  let made = ''
  let at = 0
  for (const start of starts) {
    made += text.slice(at, start) + to
    at = start + from.length
  }
  const back = (offset: number): number => {
    const before = starts.filter((start, i) => start + i * shift < offset).length
    return offset - before * shift
  }
  return { text: made + text.slice(at), from, to, back }
}

/** What a reading says of events, without who the actors are: a line for each event, participant and figure. */
export function linesOf({ events }: Reading, back: (offset: number) => number): string[] {
  const lines = events.flatMap((event) => {
    const at = (evidence: readonly { start: number }[]): number => back(evidence[0]?.start ?? 0)
    const key = at(event.mentions)
    const mentions = event.mentions.map(({ start }) => back(start)).sort((a, b) => a - b)
    return [
      `event ${key} ${event.kind} ${event.status} at ${mentions.join(' ')}`,
      ...event.participants.map(
        ({ role, confidence, evidence }) => `${key} ${role} ${confidence ?? ''} ${at(evidence)}`,
      ),
      ...event.figures.map(
        ({ harm, atLeast, atMost, evidence }) =>
          `${key} ${harm} ${atLeast}..${atMost} ${at(evidence)}`,
      ),
    ]
  })
  return lines.sort()
}

/** Who did what to whom in a text, by the words themselves: "armed-assault happened perpetrator=soldiers target=rebels". */
export function rolesOf({ events }: Reading): string[] {
  return events.map(({ kind, status, participants }) => {
    const roles = participants.map(({ role, evidence }) =>
      `${role}=${evidence[0]?.quote ?? ''}`.toLowerCase(),
    )
    return [kind, status, ...roles.sort()].join(' ')
  })
}
