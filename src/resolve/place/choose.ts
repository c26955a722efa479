import { foldName } from './fold.ts'
import type { Sense } from './gazetteer.ts'
import { liesIn, type JudgedName } from './judge.ts'
import type { NameText } from './name-text.ts'
import { fits, type PlaceName } from './names.ts'
import { withoutStrays } from './stray.ts'

/** All mentions of one name, and which place it is; none where the text does not say which. */
export interface ChosenPlace {
  readonly mentions: readonly JudgedName[]
  readonly sense?: Sense
}

interface Group {
  readonly mentions: JudgedName[]
  readonly senses: readonly Sense[]
  /** How likely each sense is in any text. */
  readonly priors: readonly number[]
  readonly scores: number[]
}

/** Rounds in which the names of a text settle each other. */
const ROUNDS = 3
/** More than context can lend to a place. */
const MOST_CONTEXT = 7
/** How many names before and after are asked where they lie. */
const REACH = 12
/** By how much the best place must lead another one far away. */
const LEAD = 0.45

/** Says for each name of a text which place it is: named areas first, then countries and areas in focus, what lies near by, and size. */
export function choosePlaces(text: NameText, names: readonly JudgedName[]): ChosenPlace[] {
  const groups = groupsOf(names)
  const demonyms = demonymWeights(text)
  for (let round = 0; round < ROUNDS; round += 1) {
    const focus = focusOf(groups, demonyms)
    const likely = groups.map(likelySenses)
    const before = groups.map((group) => [...group.scores])
    groups.forEach((group, i) => {
      const around = neighbours(groups, likely, i)
      score(group, (sense) => focus(sense, group) + nearness(sense, around))
    })
    if (before.every((scores, i) => same(scores, groups[i]?.scores ?? []))) break
  }
  const chosen = groups.map((group) => {
    const sense = winner(group)
    return { mentions: group.mentions, ...(sense && { sense }) }
  })
  return withoutStrays(chosen, demonyms)
}

/** Mentions by name; a name with an area of its own ("Paris, Texas") draws the bare ones to it. */
function groupsOf(names: readonly JudgedName[]): Group[] {
  const groups = new Map<string, JudgedName[]>()
  const owner = new Map<string, string>()
  for (const name of names) {
    if (name.parent && !owner.has(name.folded)) owner.set(name.folded, name.parent.folded)
  }
  for (const name of names) {
    const area = name.parent?.folded ?? owner.get(name.folded) ?? ''
    const sort = name.area === 'province' || name.area === 'district' ? name.area : ''
    const key = [name.folded, area, sort, name.holds ? 'holds' : ''].join('\t')
    const group = groups.get(key)
    if (group) group.push(name)
    else groups.set(key, [name])
  }
  return [...groups.values()].map((mentions) => {
    const senses = sensesOf(mentions)
    const priors = senses.map((sense) => prior(sense, senses, mentions[0]))
    return { mentions, senses, priors, scores: [...priors] }
  })
}

/** The namesakes that the words beside the name allow. */
function sensesOf(mentions: readonly JudgedName[]): readonly Sense[] {
  const [first] = mentions
  if (!first) return []
  const parent = mentions.find((mention) => mention.parent)?.parent
  const inside = parent
    ? first.senses.filter((sense) => parent.senses.some((area) => liesIn(sense, area)))
    : first.senses
  const allowed = inside.length > 0 || !parent ? inside : first.senses.filter(mayLieIn(parent))
  const held = mentions.some(({ holds }) => holds) ? allowed.filter(isArea) : []
  if (held.length > 0) return held
  const area = mentions.find((mention) => mention.area && mention.area !== 'region')?.area
  const fitting = area ? allowed.filter((sense) => fits(sense, area)) : []
  if (fitting.length > 0) return fitting
  return area ? allowed : withoutNamesakes(allowed, first.folded)
}

/** Of a place that is told to lie in an area, and that none of the known ones does, only those whose own area we do not know: "Archi district, Kunduz province" is no Archi abroad. */
function mayLieIn({ senses }: PlaceName): (sense: Sense) => boolean {
  return ({ kind, code1, country }) =>
    kind === 'own' && code1 === '' && senses.some((area) => area.country === country)
}

/** Bare names: no area beside the country that it is named after, and none beside its own town. */
function withoutNamesakes(senses: readonly Sense[], folded: string): readonly Sense[] {
  const hasCountry = senses.some(({ kind }) => kind === 'country')
  return senses.filter((sense) => {
    if (sense.kind !== 'admin1' && sense.kind !== 'admin2') return true
    if (hasCountry && foldName(sense.name) !== folded) return false
    return !senses.some(
      (town) =>
        isTown(town) &&
        town.code1 === sense.code1 &&
        (sense.kind === 'admin1' || town.admin2 === sense.admin2) &&
        town.population > sense.population / 12,
    )
  })
}

/** What a place can be said to lie in. */
const isArea = ({ kind }: Sense): boolean =>
  kind === 'country' || kind === 'admin1' || kind === 'admin2' || kind === 'own'

const isTown = ({ kind }: Sense): boolean =>
  kind === 'town' || kind === 'seat' || kind === 'capital'

function score({ senses, priors, scores }: Group, context: (sense: Sense) => number): void {
  const most = Math.max(...priors)
  senses.forEach((sense, i) => {
    const size = priors[i] ?? 0
    scores[i] = size < most - MOST_CONTEXT ? size : size + context(sense)
  })
}

/** How likely a province is meant; less where its name alone may be a capital's or a large town's. */
function priorOfProvince(
  sense: Sense,
  senses: readonly Sense[],
  first: JudgedName | undefined,
): number {
  const size = Math.log10(sense.population + 300)
  if (first?.area === 'province') return 8
  if (first?.area === undefined && senses.some((other) => isCapitalOf(other, sense)))
    return size - 0.4
  if (first && first.area === undefined && isOutnamed(sense, senses, first.folded)) return size - 1
  const least = sense.population > 800_000 ? 6 : 0
  return Math.max(size + 0.8, least) + (sense.country === 'USA' ? 1 : 0)
}

/** "Gaza", "Beni": a large town abroad bears the very name, the province only with its word for a province. */
function isOutnamed(area: Sense, senses: readonly Sense[], folded: string): boolean {
  if (foldName(area.name) === folded) return false
  return senses.some(
    (town) => isTown(town) && town.population > LARGE && foldName(town.name) === folded,
  )
}

/** People of a town that is meant rather than a province whose name is longer. */
const LARGE = 200_000

/** How likely a place is meant by its name in any text, about the logarithm of its people. */
function prior(sense: Sense, senses: readonly Sense[], first: JudgedName | undefined): number {
  const size = Math.log10(sense.population + 300)
  switch (sense.kind) {
    case 'country':
      return 9
    case 'admin1':
      return priorOfProvince(sense, senses, first)
    case 'admin2':
      return first?.area === 'district' ? size : size - 2.5
    case 'capital':
      return size + 1.5
    case 'own':
      return 6.4
    case 'seat':
      return size + 0.15
    case 'quarter':
      return size - 0.8
    case 'town':
      return size
  }
}

const isCapitalOf = (capital: Sense, area: Sense): boolean =>
  capital.kind === 'capital' && capital.country === area.country

function demonymWeights({ words }: NameText): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { capitalised, country } of words)
    if (capitalised && country?.via === 'demonym') add(weights, country.iso3, 1)
  return weights
}

/** How much the text is about a place's country and area. */
function focusOf(
  groups: readonly Group[],
  demonyms: ReadonlyMap<string, number>,
): (sense: Sense, asking: Group) => number {
  const countries = new Map(demonyms)
  const areas = new Map<string, number>()
  const shares = new Map<Group, { country: Map<string, number>; area: Map<string, number> }>()
  for (const group of groups) {
    const own = { country: new Map<string, number>(), area: new Map<string, number>() }
    shares.set(group, own)
    const weight =
      Math.sqrt(group.mentions.length) * (group.mentions.some((m) => m.isDateline) ? 2 : 1)
    chances(group).forEach((chance, i) => {
      const sense = group.senses[i]
      if (!sense || chance < 0.05) return
      add(own.country, sense.country, chance * weight)
      if (sense.code1 !== '')
        add(own.area, sense.code1, chance * weight * (sense.kind === 'admin1' ? 2 : 1))
    })
    for (const [key, value] of own.country) add(countries, key, value)
    for (const [key, value] of own.area) add(areas, key, value)
  }
  const all = [...countries.values()].reduce((sum, value) => sum + value, 0)
  return (sense, asking) => {
    const own = shares.get(asking)
    const country = (countries.get(sense.country) ?? 0) - (own?.country.get(sense.country) ?? 0)
    const area = (areas.get(sense.code1) ?? 0) - (own?.area.get(sense.code1) ?? 0)
    const inCountry = sense.country === '' ? 0 : (2 * country) / (all + 1)
    return inCountry + (sense.code1 === '' ? 0 : 2.2 * (1 - Math.exp(-area / 1.5)))
  }
}

function add(map: Map<string, number>, key: string, value: number): void {
  map.set(key, (map.get(key) ?? 0) + value)
}

/** Chances of the senses of a group: a softmax of their scores. */
function chances({ scores }: Group): number[] {
  const most = Math.max(...scores)
  const raised = scores.map((value) => Math.exp((value - most) * 2))
  const sum = raised.reduce((total, value) => total + value, 0)
  return raised.map((value) => value / sum)
}

interface Weighed {
  readonly sense: Sense
  readonly chance: number
}

/** The places that a name may well mean; a country is near to nothing. */
function likelySenses(group: Group): Weighed[] {
  const certain = chances(group)
  return group.senses.flatMap((sense, i) => {
    const chance = certain[i] ?? 0
    return chance < 0.03 || sense.kind === 'country' ? [] : [{ sense, chance }]
  })
}

/** The likely places of the names around one, its own namesakes left out. */
function neighbours(
  groups: readonly Group[],
  likely: readonly (readonly Weighed[])[],
  at: number,
): (readonly Weighed[])[] {
  const own = groups[at]?.mentions[0]?.folded
  const found: (readonly Weighed[])[] = []
  for (let i = Math.max(0, at - REACH); i < Math.min(groups.length, at + REACH + 1); i += 1)
    if (i !== at && groups[i]?.mentions[0]?.folded !== own) found.push(likely[i] ?? [])
  return found
}

/** How near a place lies to what else is named: up to 2.5. */
function nearness(sense: Sense, around: readonly (readonly Weighed[])[]): number {
  let sum = 0
  for (const others of around) {
    let best = 0
    for (const { sense: other, chance } of others) {
      const near = Math.sqrt(chance) * Math.exp(-distanceKm(sense, other) / 90)
      if (near > best) best = near
    }
    sum += best
  }
  return 2.5 * (1 - Math.exp(-sum / 1.2))
}

/** The best place, where it leads every one that lies far from it. */
function winner({ senses, scores }: Group): Sense | undefined {
  let best = 0
  scores.forEach((value, i) => {
    if (value > (scores[best] ?? 0)) best = i
  })
  const sense = senses[best]
  if (!sense) return undefined
  const rival = senses.some(
    (other, i) =>
      i !== best &&
      (scores[i] ?? 0) > (scores[best] ?? 0) - LEAD &&
      distanceKm(sense, other) > 100 &&
      !liesIn(sense, other) &&
      !liesIn(other, sense),
  )
  return rival ? undefined : sense
}

/** Kilometres between two places, near enough for comparing. */
export function distanceKm(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const across = Math.abs(a.longitude - b.longitude)
  const x =
    (across > 180 ? 360 - across : across) *
    Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180)
  const y = a.latitude - b.latitude
  return 111.2 * Math.sqrt(x * x + y * y)
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, i) => Math.abs(value - (b[i] ?? 0)) < 1e-6)
}
