/** Kinds that one happening is told as: "a raid" by one, "an air strike" by another. */
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  air: ['airstrike', 'drone-strike', 'missile-strike'],
  shelling: ['shelling', 'missile-strike', 'grenade-attack'],
  bomb: ['bombing', 'suicide-bombing', 'vehicle-bombing', 'mine-blast', 'grenade-attack'],
  fight: ['armed-clash', 'ambush', 'armed-assault', 'raid', 'territory-gained'],
  killing: ['execution', 'assassination', 'massacre', 'beating', 'torture'],
  taking: ['abduction', 'hostage-taking', 'hijacking', 'disappearance', 'release'],
  crowd: ['demonstration', 'riot', 'mob-violence', 'forced-dispersal', 'strike', 'road-block'],
  law: ['arrest', 'trial', 'sentence', 'investigation', 'prison-break'],
}

/** Kinds that any other may be told as. */
const OPEN: ReadonlySet<string> = new Set(['unspecified-attack', 'massacre'])

/** Kinds that are told of every day of a war, or of any news: that two events are of one says little. */
const COMMON: ReadonlySet<string> = new Set([
  'accusation',
  'airstrike',
  'armed-assault',
  'armed-clash',
  'arrest',
  'bombing',
  'condemnation',
  'demand',
  'deployment',
  'displacement',
  'massacre',
  'meeting',
  'raid',
  'release',
  'shelling',
  'territory-gained',
  'unspecified-attack',
])

const familiesOf = new Map<string, readonly string[]>()
for (const [family, kinds] of Object.entries(FAMILIES))
  for (const kind of kinds) familiesOf.set(kind, [...(familiesOf.get(kind) ?? []), family])

/** Whether a kind is not told every day. */
export function isRare(kind: string): boolean {
  return !COMMON.has(kind)
}

/** The kind that both are told as and that is not told every day. */
export function sharedRareKind(a: readonly string[], b: readonly string[]): string | undefined {
  return a.find((kind) => isRare(kind) && b.includes(kind))
}

/** Whether some kind of the one may be some kind of the other. */
export function mayBeOneKind(a: readonly string[], b: readonly string[]): boolean {
  if (a.some((kind) => OPEN.has(kind)) || b.some((kind) => OPEN.has(kind))) return true
  return a.some((kind) => b.some((other) => isOneFamily(kind, other)))
}

function isOneFamily(kind: string, other: string): boolean {
  if (kind === other) return true
  const families = familiesOf.get(other) ?? []
  return (familiesOf.get(kind) ?? []).some((family) => families.includes(family))
}
