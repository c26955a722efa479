import { inAreaLists } from './area-lists.ts'
import type { Document, Token } from '../../text/index.ts'
import type { Sense } from './gazetteer.ts'
import type { NameText } from './name-text.ts'
import { fits, type PlaceName } from './names.ts'
import type { PlaceWords } from './words.ts'
import { isCapitalised, isInCapitals } from './people.ts'

/** A name that is a place here. */
export interface JudgedName extends PlaceName {
  /** The area that the text names after it: "Paris, *Texas*". */
  readonly parent?: PlaceName
  readonly isDateline: boolean
  /** Whether another name is said to lie in it: "Buffalo, *New York*". */
  readonly holds: boolean
}

interface Setting extends NameText {
  readonly names: readonly PlaceName[]
  /** Position among the names by first token. */
  readonly at: ReadonlyMap<number, PlaceName>
  readonly endingAt: ReadonlyMap<number, PlaceName>
  readonly parents: ReadonlyMap<PlaceName, PlaceName>
  readonly isParent: ReadonlySet<PlaceName>
}

/** What a name must reach to be a place by itself, and where the same name is one elsewhere in the text. */
const SURE = 1
const POSSIBLE = -0.5

/** The names that are places here, by what stands around them. */
export function judgeNames(text: NameText, names: readonly PlaceName[]): JudgedName[] {
  const { document } = text
  const parents = parentsOf(document, names)
  const setting: Setting = {
    names,
    at: new Map(names.map((name) => [name.first, name])),
    endingAt: new Map(names.map((name) => [name.last, name])),
    parents,
    isParent: new Set(parents.values()),
    ...text,
  }
  const alone = names.map((name) => pointsOf(setting, name))
  const points = alone.map((got, i) => got + listPoints(setting, alone, i))
  const sure = new Set(names.filter((_, i) => (points[i] ?? 0) >= SURE).map(({ folded }) => folded))
  const judged = names.filter((name, i) => {
    const got = points[i] ?? 0
    return got >= SURE || (got >= POSSIBLE && sure.has(name.folded))
  })
  const provinces = inAreaLists(document, judged)
  return judged.map((name) => {
    const parent = parents.get(name)
    return {
      isDateline: inDateline(document, name),
      holds: setting.isParent.has(name),
      ...name,
      ...(provinces.has(name) && { area: 'province' }),
      ...(parent && { parent }),
    }
  })
}

/** "Town, Area", "Town/Area" and "Area's Town": which name is said to lie in which. */
function parentsOf(document: Document, names: readonly PlaceName[]): Map<PlaceName, PlaceName> {
  const parents = new Map<PlaceName, PlaceName>()
  names.forEach((name, i) => {
    const next = names[i + 1]
    if (!next) return
    const between = document.text.slice(name.evidence.end, next.evidence.start)
    if (isListed(name, next) || isNamedAgain(name, next, between)) return
    if (isCalledWithin(name, next, between)) parents.set(name, next)
    else if (/^(?:, ?(?:in )?(?:the )?| \(|,? in |\/)$/.test(between) && lieIn(name, next))
      parents.set(name, next)
    else if (/^(?:['’]s? | )$/.test(between) && lieIn(next, name)) parents.set(next, name)
  })
  return parents
}

/** "Selin district, Velka province", "Selin district of Velka province", "Selin in Velka province": told to lie in an area, whether or not the gazetteer knows such a place there. Not so "a Taliban leader in Velka province". */
function isCalledWithin(name: PlaceName, next: PlaceName, between: string): boolean {
  if (!next.senses.some(({ kind }) => AREAS.has(kind))) return false
  const within = name.area ? between.replace(/^ \p{Ll}+/u, '') : between
  const isCalled = name.area !== undefined || next.area !== undefined
  return isCalled && /^(?:,|,? in| of)(?: the)?(?: \p{Ll}+)? $/u.test(within)
}

const AREAS: ReadonlySet<Sense['kind']> = new Set<Sense['kind']>(['country', 'admin1', 'admin2'])

/** "of Selin, the Selin council": the same name again; only "New York, New York" is a town in its area. */
function isNamedAgain(name: PlaceName, next: PlaceName, between: string): boolean {
  return name.folded === next.folded && between !== ', '
}

/** Two countries or two first-order areas side by side stand in a list. */
function isListed(name: PlaceName, next: PlaceName): boolean {
  const has = ({ senses }: PlaceName, kind: Sense['kind']): boolean =>
    senses.some((sense) => sense.kind === kind)
  if (has(name, 'country') && has(next, 'country')) return true
  return (
    has(name, 'admin1') &&
    has(next, 'admin1') &&
    !has(next, 'country') &&
    name.folded !== next.folded
  )
}

/** "Ghazni, Khost and Paktia": what stands in a list with a place is one. */
function listPoints({ document, names }: Setting, points: readonly number[], at: number): number {
  const name = names[at]
  const isSureBeside = (other: PlaceName | undefined, got: number | undefined): boolean => {
    if (!name || !other || (got ?? 0) < SURE + 1) return false
    const [a, b] = other.first < name.first ? [other, name] : [name, other]
    const between = document.text.slice(a.evidence.end, b.evidence.start)
    if (/^(?: and |, and | or )$/.test(between)) return true
    return (
      between === ', ' &&
      /^(?:, | and | or )/.test(document.text.slice(b.evidence.end, b.evidence.end + 5))
    )
  }
  const beside =
    isSureBeside(names[at - 1], points[at - 1]) || isSureBeside(names[at + 1], points[at + 1])
  return beside ? 2 : 0
}

/** Whether one of the namesakes lies in one of the areas. */
function lieIn(inner: PlaceName, outer: PlaceName): boolean {
  return outer.senses.some((area) => inner.senses.some((sense) => liesIn(sense, area)))
}

/** Whether a place lies in a country or area. */
export function liesIn(sense: Sense, area: Sense): boolean {
  if (sense.key === area.key) return false
  if (area.kind === 'country') return sense.country === area.country && sense.kind !== 'country'
  if (sense.kind === 'country' || sense.kind === 'admin1') return false
  if (area.kind === 'admin1') return sense.code1 === area.code1
  if (area.kind === 'admin2')
    return sense.kind !== 'admin2' && sense.code1 === area.code1 && sense.admin2 === area.admin2
  return false
}

function pointsOf(setting: Setting, name: PlaceName): number {
  if (isCertain(setting, name) || inDateline(setting.document, name)) return 9
  const inCapitals = isInCapitals(setting, name)
  return (
    contextPoints(setting, name) +
    priorPoints(setting, name) -
    (inCapitals ? 1 : strangerPoints(setting, name))
  )
}

/** A name that the gazetteer lacks stands for a place only where the text says so. */
function isCertain({ gazetteer, families }: Setting, { senses, folded }: PlaceName): boolean {
  return senses.length === 0 && !families.has(folded) && !gazetteer.words.is('word', folded)
}

/** What speaks for a place: prepositions, areas, nouns beside it. */
function contextPoints(
  { document, gazetteer, parents, isParent }: Setting,
  name: PlaceName,
): number {
  const { words } = gazetteer
  let points = 0
  if (parents.has(name) || isParent.has(name)) points += 4
  if (name.whole) points += 4
  else if (name.area && name.senses.some((sense) => fits(sense, name.area ?? 'region'))) points += 3
  let before = document.tokens[name.first - 1]
  if (
    before &&
    (words.is('direction', before.lower) || before.lower === 'the' || before.lower === 'nearby')
  ) {
    if (before.lower !== 'the') points += 2
    before = document.tokens[before.index - 1]
  }
  if (words.is('preposition', before?.lower)) points += 2
  else if (before?.lower === 'of') points += ofPoints(document, words, before.index)
  const after = document.tokens[name.last]
  if (after && !isCapitalised(after) && words.is('tail', after.lower)) points += 1
  return points
}

/** "residents of Kent" speaks for a place, "Department of Health" against it. */
function ofPoints(document: Document, words: PlaceWords, of: number): number {
  const noun = document.tokens[of - 1]
  if (!noun || !isCapitalised(noun)) return 1
  return words.is('body', noun.lower) ? -5 : 1
}

/** How likely the name is a place in any text. */
function priorPoints({ document, gazetteer }: Setting, name: PlaceName): number {
  const { words } = gazetteer
  const single = name.last - name.first === 1
  const token = document.tokens[name.first]
  let points = sizePoints(name) + (single ? 0 : 1)
  if (words.is('word', name.folded) && !isAcronym(token))
    points -= (name.senses[0]?.population ?? 0) > 400_000 ? 1.5 : 3
  if (words.areaOf(name.folded) || words.is('direction', name.folded)) points -= 4
  if (!single) return points
  if (isAcronym(token) && !name.senses.some(({ kind }) => kind === 'country' || kind === 'own'))
    points -= 3
  if (words.is('first-name', name.folded)) points -= 2
  if (token && token.upos !== 'PROPN') points -= 2
  return points
}

/** Countries are more often meant than areas and great towns, these more often than small ones. */
function sizePoints({ senses }: PlaceName): number {
  if (senses.some(({ kind }) => kind === 'country')) return 3
  const population = senses[0]?.population ?? 0
  if (population > 300_000) return 2
  if (senses.some(({ kind }) => kind === 'admin1' || kind === 'capital' || kind === 'own')) return 2
  return population > 20_000 ? 1 : 0
}

/** What speaks for a person, a body or another thing: capitalised neighbours, family names. */
function strangerPoints(setting: Setting, name: PlaceName): number {
  const { document, gazetteer, families } = setting
  const { words } = gazetteer
  let points = 0
  if (families.has(name.folded)) points += 4
  const before = document.tokens[name.first - 1]
  if (before && touches(before, document.tokens[name.first]))
    points += beforePoints(setting, before)
  const after = document.tokens[name.last]
  if (after && touches(document.tokens[name.last - 1], after))
    points += afterPoints(setting, name, after)
  const isSpeaker = words.is('speech', after?.lower)
  const isSmall = !name.senses.some(({ kind }) => kind === 'country' || kind === 'capital')
  if (isSpeaker && isSmall && name.last - name.first === 1) points += 1
  return points
}

function beforePoints({ document, gazetteer, endingAt }: Setting, before: Token): number {
  const { words } = gazetteer
  if (!isCapitalised(before))
    return words.is('person-before', before.lower) && !words.is('speech', before.lower) ? 3 : 0
  const plain = before.lower.replace(/\.$/, '')
  if (words.is('person-before', plain)) return 6
  if (endingAt.has(before.index + 1) && !words.is('first-name', plain)) return 0
  if (words.is('direction', plain) || gazetteer.countries.lookup(plain)) return 0
  if (words.is('first-name', plain)) return 6
  if (words.is('tail', plain)) return 2
  const opens = document.sentences[before.sentence]?.first === before.index
  if (!/^(?:PROPN|NOUN|ADJ|X)$/.test(before.upos)) return 0
  return before.upos === 'PROPN' || !opens ? 5 : 0
}

function afterPoints({ document, gazetteer, at }: Setting, name: PlaceName, after: Token): number {
  const { words } = gazetteer
  if (!isCapitalised(after)) return after.text.startsWith('$') ? 9 : 0
  if (words.is('not-tail', after.lower)) return 6
  if (at.has(after.index) || gazetteer.countries.lookup(after.lower)) return 2
  for (let i = after.index; i < after.index + 5; i += 1) {
    const token = document.tokens[i]
    if (!token || !isCapitalised(token)) break
    const word = token.lower.replace(/\.$/, '')
    if (words.is('tail', word) || words.areaOf(word)) return 0
    if (words.is('not-tail', word)) return 6
  }
  if (words.is('word', name.folded) || words.is('first-name', name.folded)) return 5
  return isGreat(name) ? 2.5 : 4
}

function isGreat({ senses }: PlaceName): boolean {
  return senses.some(({ kind, population }) => {
    return kind === 'country' || kind === 'capital' || kind === 'admin1' || population > 100_000
  })
}

/** "UK", "U.S.": capitals that are no shouting. */
function isAcronym(token: Token | undefined): boolean {
  return token !== undefined && /^(?:\p{Lu}\.?){2,5}$/u.test(token.text)
}

function touches(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && b.start - a.end <= 1 && !/[,;:()"“”]/.test(a.text)
}

function inDateline(document: Document, { evidence }: PlaceName): boolean {
  return document.datelines.some(
    ({ place }) => place && place.start <= evidence.start && evidence.end <= place.end,
  )
}
