import type { Claim, FigureValue, PeopleCategory } from '../../../records/index.ts'

/** What a figure claim says. */
export function figureOf({ value }: Claim): FigureValue {
  return 'atLeast' in value || 'atMost' in value || 'vague' in value ? value : {}
}

/** Classes of people that share nobody: whoever is of one is of no other. Officials and detainees may be of any. */
const CAMPS: Readonly<Partial<Record<PeopleCategory, string>>> = {
  soldier: 'soldier',
  police: 'police',
  combatant: 'combatant',
  perpetrator: 'combatant', // attackers are called fighters, too
  civilian: 'unarmed',
  child: 'unarmed',
  woman: 'unarmed',
  worker: 'unarmed',
  'aid-worker': 'unarmed',
  journalist: 'unarmed',
  medic: 'unarmed',
  diplomat: 'unarmed',
}

/** Whether each of some figures of a text counts others than all the rest, for certain: by their classes, or as members of one list ("two guards and four civilians"). Only then may they be added up. */
export function areApart(claims: readonly Claim[], text: string): boolean {
  const camps = new Set(claims.map((claim) => CAMPS[figureOf(claim).of ?? 'unknown']))
  if (!camps.has(undefined) && camps.size === claims.length) return true
  const inText = claims.toSorted((a, b) => startOf(a) - startOf(b))
  return inText.every((claim, i) => {
    const next = inText[i + 1]
    return next === undefined || areListed(claim, next, text)
  })
}

function startOf({ evidence }: Claim): number {
  return evidence[0]?.start ?? 0
}

function areListed(a: Claim, b: Claim, text: string): boolean {
  const [first, second] = [a.evidence[0], b.evidence[0]]
  if (!first || !second || first.in || second.in) return false
  const between = text.slice(first.end, Math.min(second.start, first.end + LONGEST))
  return first.end + between.length === second.start && JOINS.test(between)
}

/** All that may stand between two members of a list. */
const JOINS = /^(?:,|,? and|,? as well as|,? plus)\s$/
/** One sign more than the longest of them has. */
const LONGEST = 14
