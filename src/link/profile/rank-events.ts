import type { Codebook } from '../../codebook/index.ts'
import type { Event } from '../../records/index.ts'

/** Letters of text that a mention of its own is worth. */
const MENTION = 300
/** A figure says more than a mention. */
const FIGURE = 3
/** Violence is what a report is about, before what it brings about. */
const VIOLENCE = 3

/** Events by how much their report is about them: those told first, often and with figures. */
export function rankEvents(events: readonly Event[], codebook: Codebook): Event[] {
  const weights = new Map(events.map((event) => [event, weightOf(event, codebook)]))
  const of = (event: Event): number => weights.get(event) ?? 0
  return events.toSorted((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1))
}

function weightOf({ kind, mentions, figures }: Event, { kinds }: Codebook): number {
  const starts = mentions.map(({ start, in: where }) => (where === 'title' ? 0 : start))
  const first = Math.min(...starts)
  const class_ = kinds.get(kind)?.class
  return (
    mentions.length +
    FIGURE * figures.length +
    (class_ === 'violence' ? VIOLENCE : 0) -
    first / MENTION
  )
}
