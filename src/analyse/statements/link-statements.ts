import type { Event, Evidence, Span, Stance, Statement, Topic } from '../../records/index.ts'
import { spanHolds } from '../../records/index.ts'
import { NO_TOPIC } from './topic.ts'

/** Statements with the events they are about, and the topic that those events' values tell. */
export function linkStatements(
  statements: readonly Statement[],
  events: readonly Event[],
): Statement[] {
  const marks = events.flatMap(marksOf).sort((a, b) => a.span.start - b.span.start)
  return statements.map((statement) => {
    const held = statement.content.flatMap((span) => marksIn(marks, span))
    const about = [...new Set(held.map(({ event }) => event))]
    const { topic: own, ...rest } = statement
    const topic = topicWith({ own, stance: rest.stance }, held)
    return { ...rest, about, ...(topic && { topic }) }
  })
}

/** Why, and who by the cue, stand; then what the events' values tell. A claim or an admission of something that is no event is none of responsibility. */
function topicWith(
  { own, stance }: { readonly own: Topic | undefined; readonly stance: Stance },
  held: readonly Mark[],
): Topic | undefined {
  const isOf = (wanted: Topic): boolean => held.some(({ topic }) => topic === wanted)
  if (NO_TOPIC.has(stance)) return undefined
  if (isOf('responsibility')) return 'responsibility'
  const isEmpty = own === 'responsibility' && stance !== 'denies' && held.length === 0
  const told = isEmpty ? undefined : own
  if (told === 'responsibility' || told === 'motive' || told === 'perpetrator') return told
  if (isOf('toll')) return 'toll'
  return isOf('perpetrator') ? 'perpetrator' : told
}

/** Something said of an event at a place of the text. */
interface Mark {
  readonly span: Span
  readonly event: string
  readonly topic?: Topic
}

function marksOf({ id, mentions, figures, claims, participants }: Event): Mark[] {
  const marked = (evidence: readonly Evidence[], topic?: Topic): Mark[] =>
    evidence
      .filter((one) => one.in === undefined)
      .map((span) => ({ span, event: id, ...(topic && { topic }) }))
  return [
    ...marked(mentions),
    ...figures.flatMap(({ evidence }) => marked(evidence, 'toll')),
    ...claims.flatMap(({ evidence }) => marked(evidence, 'responsibility')),
    ...participants
      .filter(({ role }) => role === 'perpetrator')
      .flatMap(({ evidence }) => marked(evidence, 'perpetrator')),
  ]
}

function marksIn(marks: readonly Mark[], outer: Span): Mark[] {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.span.start ?? 0) < outer.start) low = middle + 1
    else high = middle
  }
  const found: Mark[] = []
  for (let at = low; at < marks.length; at += 1) {
    const mark = marks[at]
    if (!mark || mark.span.start >= outer.end) break
    if (spanHolds(outer, mark.span)) found.push(mark)
  }
  return found
}
