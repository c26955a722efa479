import type { Event, Figure, Harm, PeopleCount } from '../records/index.ts'

/** How many came to a harm, over an event's figures: its total, else the sum of its distinct parts; undefined where nothing is said. */
export function tollOf({ figures }: Event, harm: Harm): PeopleCount | undefined {
  const own = figures.filter((figure) => figure.harm === harm && figure.partOf === undefined)
  const total = own.findLast((figure) => figure.total) ?? only(own)
  if (total) return total
  return own.reduce<PeopleCount | undefined>(
    (all, part) => (all ? sum(all, part) : part),
    undefined,
  )
}

/** ACLED's number for a toll: the lowest figure; vague words by its fixed table, 0 where no deaths are told. */
export function acledFatalities(toll: PeopleCount | undefined): number {
  if (!toll) return 0
  const { atLeast, atMost, vague } = toll
  if (!vague) return atLeast ?? (atMost === 0 ? 0 : SEVERAL)
  return VAGUE.find(([from]) => (atLeast ?? 0) >= from)?.[1] ?? SEVERAL
}

/** ACLED codes plural deaths without a number as 3. */
const SEVERAL = 3

/** What vague words mean at least, and what ACLED codes: thousands, hundreds, scores, dozens, tens. */
const VAGUE: readonly (readonly [number, number])[] = [
  [2000, 1000],
  [100, 100],
  [40, 20],
  [24, 12],
  [13, 12],
  [10, 10],
]

function only(figures: readonly Figure[]): Figure | undefined {
  return figures.length === 1 ? figures[0] : undefined
}

/** An absent end of one part leaves that end of the sum open. */
function sum(a: PeopleCount, b: PeopleCount): PeopleCount {
  const atLeast = (a.atLeast ?? 0) + (b.atLeast ?? 0)
  return {
    ...(atLeast > 0 && { atLeast }),
    ...(a.atMost !== undefined && b.atMost !== undefined && { atMost: a.atMost + b.atMost }),
    ...((a.vague ?? b.vague) && { vague: true }),
  }
}
