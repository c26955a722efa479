import { childAbove, childBy, childrenBy } from '../../text/index.ts'
import type { Group } from './group.ts'
import type { Joining } from './joining.ts'
import { nearestOf, spotsOf, type Pair } from './joining-pair.ts'
import { peopleSigns } from './joining-people.ts'
import { lemmaAt, tokenAt, type Scene } from './scene.ts'
import { closePlace, closeTime, isSame, kindsMeet, statusesMeet } from './same-event.ts'
import type { Spot } from './spot.ts'
import { samePlace, sameTime } from './when-where.ts'

/** What speaks for an event of its own, or, of what tells of none alone, for none. */
export function signsOfNew({ scene, spot, groups, byRule, standsAlone }: Joining): string[] {
  const sort = sortOf(spot)
  const token = tokenAt(scene, spot.trigger.token)
  const rule = byRule ? 'joins' : 'is alone'
  const signs = [
    'at all',
    sort,
    `rule ${rule}`,
    `rule ${rule} ${sort}`,
    `groups ${groups.length > 3 ? 'many' : groups.length}`,
    `class ${classOf(scene, spot.kind)} ${sort}`,
    `family ${familyOf(scene, spot.kind)}`,
    `status ${spot.status}`,
    `tense ${tenseOf(scene, spot)}`,
    `relation ${token?.relation}`,
    `mark ${markOf(scene, spot.trigger.token)}`,
    `opens ${openingOf(scene, spot)} ${sort}`,
  ]
  if (spot.again) signs.push('another')
  if (isIndefinite(scene, spot)) signs.push('indefinite')
  if (closeTime(spot)) signs.push('time')
  if (closePlace(spot)) signs.push('place')
  if (spot.around.agents.length > 0) signs.push('agents')
  if (spot.around.patients.length > 0) signs.push('patients')
  if (inHeading(scene, spot)) signs.push('heading')
  return signs.map((sign) => `${standsAlone ? 'new' : 'none'} ${sign}`)
}

/** What speaks for and against each event that is open. */
export function signsOfSame(
  joining: Joining,
  open: readonly Group[],
): { group: Group; signs: string[] }[] {
  const pairs = open.flatMap((group) => pairOf(joining, group) ?? [])
  return pairs.map((pair) => ({
    group: pair.group,
    signs: [
      ...kindSigns(pair),
      ...ruleSigns(pair, joining),
      ...orderSigns(pair, joining, pairs),
      ...settingSigns(pair),
      ...peopleSigns(pair),
      ...wordSigns(pair),
      ...pathSigns(pair),
    ],
  }))
}

function pairOf({ scene, spot }: Joining, group: Group): Pair | undefined {
  const near = nearestOf(spot, group)
  if (!near) return undefined
  return {
    scene,
    spot,
    group,
    near,
    sort: sortOf(spot),
    kinds: kindsOf(scene, spot.kind, group.kind),
    far: inSteps(Math.abs(spot.sentence - near.sentence)),
  }
}

/** What sort of word a spot is: a verb, "the attack", "an attack", "the operation", "died". */
function sortOf(spot: Spot): string {
  if (spot.harm) return 'harm'
  if (spot.onlyRetells) return 'retelling'
  if (spot.trigger.pos === 'VERB') return 'verb'
  return spot.definite ? 'definite' : 'noun'
}

function inSteps(sentences: number): string {
  if (sentences > 8) return '9+'
  if (sentences > 4) return '5+'
  return sentences > 2 ? '3+' : String(sentences)
}

function kindsOf(scene: Scene, a: string, b: string): string {
  if (a === b) return 'same'
  const isFamily = familyOf(scene, a) === familyOf(scene, b)
  if (kindsMeet(scene, a, b)) return isFamily ? 'family' : 'any'
  return classOf(scene, a) === classOf(scene, b) ? 'class' : 'other'
}

function familyOf({ words }: Scene, kind: string): string {
  return words.kinds.get(kind)?.family ?? kind
}

function classOf({ words }: Scene, kind: string): string {
  return words.kinds.get(kind)?.group ?? ''
}

function kindSigns({ scene, spot, group, kinds, far, sort }: Pair): string[] {
  const families = `${familyOf(scene, spot.kind)} ${familyOf(scene, group.kind)}`
  const meets = statusesMeet(spot.status, group.status)
  const status = spot.status === group.status ? 'same' : meets ? 'meets' : 'clashes'
  return [
    `kinds ${kinds}`,
    `kinds ${kinds} ${sort}`,
    `far ${far}`,
    `far ${far} ${sort}`,
    `far ${far} ${kinds}`,
    `far ${far} ${kinds} ${sort}`,
    `families ${families}`,
    `families ${isHere(far)} ${families}`,
    `status ${status}`,
    `status ${status} ${sort}`,
    `statuses ${spot.status} ${group.status}`,
  ]
}

export function isHere(far: string): string {
  return far === '0' ? 'here' : 'there'
}

/** What the rules say. */
function ruleSigns({ scene, spot, group, kinds, sort }: Pair, { byRule }: Joining): string[] {
  const signs: string[] = []
  if (group === byRule) signs.push('rule', `rule ${sort}`, `rule ${kinds}`, `rule ${sort} ${kinds}`)
  else if (byRule) signs.push('rule another')
  if (isSame(scene, spot, group)) signs.push('rule fits', `rule fits ${sort}`)
  return signs
}

/** Where it stands among what was told: how far back, how often told, what was told since. */
function orderSigns(
  { scene, spot, group, near, far, sort }: Pair,
  { groups }: Joining,
  pairs: readonly Pair[],
): string[] {
  const least = (number: number, most: number): string => (number > most ? 'more' : String(number))
  const back = least(groups.length - 1 - groups.indexOf(group), 2)
  const since = least(
    pairs.filter(({ near: one, kinds }) => kinds !== 'other' && one.index > near.index).length,
    1,
  )
  const signs = [
    `back ${back}`,
    `back ${back} ${sort}`,
    `since ${since}`,
    `since ${since} ${sort}`,
    `told ${least(group.spots.length, 3)} ${sort}`,
  ]
  if (groups[0] === group) signs.push('first', `first ${sort}`)
  if (inHeading(scene, spot)) signs.push('in heading')
  if (spotsOf(group).every((one) => inHeading(scene, one)))
    signs.push('of heading', `of heading ${far === '1' ? 'next' : 'far'} ${sort}`)
  signs.push(
    `paragraph ${paragraphOf(scene, spot) === paragraphOf(scene, near) ? 'same' : 'other'}`,
  )
  return signs
}

function inHeading({ document }: Scene, { sentence }: Spot): boolean {
  return document.paragraphs[document.sentences[sentence]?.paragraph ?? -1]?.kind === 'heading'
}

function paragraphOf({ document }: Scene, { sentence }: Spot): number | undefined {
  return document.sentences[sentence]?.paragraph
}

/** When and where. */
function settingSigns({ spot, group, sort }: Pair): string[] {
  const time = told(closeTime(spot), group.time, (a, b) =>
    a === b ? 'same' : sameTime(a, b) ? 'meets' : 'clashes',
  )
  const place = told(closePlace(spot), group.place, (a, b) =>
    a.name === b.name ? 'same' : samePlace(a, b) ? 'meets' : 'clashes',
  )
  return [`time ${time}`, `time ${time} ${sort}`, `place ${place}`, `place ${place} ${sort}`]
}

function told<T>(a: T | undefined, b: T | undefined, compare: (a: T, b: T) => string): string {
  if (a && b) return compare(a, b)
  return a ? 'by one' : b ? 'by group' : 'by none'
}

/** The same word or means again; who says so. */
function wordSigns({ scene, spot, group, near, far, sort }: Pair): string[] {
  const signs: string[] = []
  const word = lemmaAt(scene, spot.trigger.token)
  if (spotsOf(group).some(({ trigger }) => lemmaAt(scene, trigger.token) === word))
    signs.push('word', `word ${sort}`, `word far ${far}`)
  const mine = spot.means.map(({ value }) => value)
  const theirs = spotsOf(group).flatMap(({ means }) => means.map(({ value }) => value))
  if (mine.length > 0 && theirs.length > 0)
    signs.push(`means ${mine.some((one) => theirs.includes(one)) ? 'same' : 'others'}`)
  const [a, b] = [spot.statements.at(-1), near.statements.at(-1)]
  signs.push(`said ${a === b ? (a ? 'by same' : 'by none') : told(a, b, () => 'by others')}`)
  return signs
}

/** How one hangs on the other in the tree, and by what words the sentence goes on. */
function pathSigns({ scene, spot, near, far, sort }: Pair): string[] {
  const { document } = scene
  const [own, other] = [spot.trigger.token, near.trigger.token]
  const signs = [`tenses ${tenseOf(scene, spot)} ${tenseOf(scene, near)}`]
  signs.push(`relation ${tokenAt(scene, own)?.relation} ${isHere(far)}`)
  if (spot.trigger.pos === 'NOUN') signs.push(`mark ${markOf(scene, own)} ${isHere(far)}`)
  if (far !== '0') {
    const opens = openingOf(scene, spot)
    return [...signs, `opens ${opens}`, `opens ${opens} ${sort}`]
  }
  const [under, over] = [childAbove(document, own, other), childAbove(document, other, own)]
  const step = under ?? over
  const way = under ? 'under' : over ? 'over' : 'beside'
  const path = step ? `${way} ${step.relation}` : way
  signs.push(path, `${path} ${sort}`)
  if (step) signs.push(`${path} ${markOf(scene, step.index)}`)
  signs.push(`words ${inWords(Math.abs(own - other))}`)
  return signs
}

function inWords(apart: number): string {
  return apart > 15 ? '16+' : apart > 7 ? '8+' : '1+'
}

/** The word before a phrase or clause: "in", "after", "when". */
function markOf({ document }: Scene, at: number): string {
  return childBy(document, at, 'case', 'mark')?.lower ?? 'none'
}

function isIndefinite({ document }: Scene, { trigger }: Spot): boolean {
  return childrenBy(document, trigger.token, 'det').some(({ lower }) => /^an?$/.test(lower))
}

/** Tense and voice of a verb, number of a noun. */
function tenseOf(scene: Scene, { trigger }: Spot): string {
  const own = tokenAt(scene, trigger.token)?.xpos ?? ''
  if (trigger.pos === 'NOUN') return own
  const helpers = childrenBy(scene.document, trigger.token, 'aux').map(({ lower }) => lower)
  const some = (form: RegExp): boolean => helpers.some((word) => form.test(word))
  const voice = some(/^(?:am|is|are|was|were|be|been|being)$/) ? ' passive' : ''
  if (some(/^had$/)) return `had${voice}`
  if (some(/^(?:has|have)$/)) return `has${voice}`
  return some(/^(?:will|would|may|might|could|can|should)$/) ? `may${voice}` : own + voice
}

const OPENING =
  /^(?:also|another|separate|separately|meanwhile|elsewhere|earlier|later|then|after|before|following|during|in|on|at|the|this|an?|two|three|other|he|she|they|it|but|no)$/

/** The word by which a sentence goes on from others or leaves them: "Elsewhere", "Later", "The". */
function openingOf({ document }: Scene, { sentence }: Spot): string {
  const first = document.sentences[sentence]?.first ?? 0
  for (let at = first; at < first + 4; at += 1) {
    const word = document.tokens[at]?.lower ?? ''
    if (OPENING.test(word)) return word
    if (at === first && /^\p{L}/u.test(word)) break
  }
  return 'none'
}
