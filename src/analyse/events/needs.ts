import { childBy, childrenBy } from '../../text/index.ts'
import type { Mention } from '../mentions/mention.ts'
import { isDoerNoun } from '../mentions/words.ts'
import { aimedAt, allHeads, someOf, type Arguments } from './arguments.ts'
import { isOf, rowsOf, type TriggerRow } from './event-words.ts'
import { NEEDS_OF_ACTS, type Need, type Place } from './needs-of-acts.ts'
import { NEEDS_OF_FORCE } from './needs-of-force.ts'
import { isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import { isSummary } from './summary.ts'
import type { Trigger } from './trigger.ts'

/** The reading of a trigger whose needs are met, the longest phrase first; undefined where it tells of nothing. */
export function fittingRow(
  scene: Scene,
  trigger: Trigger,
  around: Arguments,
): TriggerRow | undefined {
  if (trigger.pos === 'VERB' && isByNature(scene, around)) return undefined
  if (trigger.pos === 'NOUN' && isMakeBelieve(scene, trigger.token)) return undefined
  return trigger.rows.find((row) => {
    if (row.retells) return false
    if (row.needs !== undefined) return meets(scene, { trigger, around }, row.needs)
    return !row.weak || trigger.pos === 'VERB' || isEarnest(scene, trigger, around)
  })
}

interface Read {
  readonly trigger: Trigger
  readonly around: Arguments
  /** The row that it is read by, if any; rows listed before that one go first. */
  readonly row: TriggerRow | undefined
}

/** The kinds of events that a trigger may speak of again, where one was told before: "the operation", "the crime". */
export function retoldKinds(scene: Scene, { trigger, around, row }: Read): string[] {
  const place = { trigger, around }
  const before = row ? trigger.rows.slice(0, trigger.rows.indexOf(row)) : trigger.rows
  return before
    .filter(({ retells, needs }) => retells && meets(scene, place, needs ?? 'told'))
    .map(({ kind }) => kind)
}

const OFFICIAL = ['government', 'state-force', 'armed-group', 'organisation', 'person']
const FIGHTING = ['state-force', 'armed-group']

/** What `needs` may ask for besides a class of words. */
const NEEDS: Readonly<Record<string, Need>> = {
  ...NEEDS_OF_ACTS,
  ...NEEDS_OF_FORCE,
  target: (scene, { around }) => targets(scene, around).length > 0,
  person: (scene, { around }) => around.patients.some((head) => isCountable(scene, head)),
  'person-agent': (scene, { around }) => around.agents.some((head) => isPeople(at(scene, head))),
  actor: (scene, { around }) =>
    [...around.agents, ...around.patients].some((head) => isPeople(at(scene, head))),
  official: (scene, { around }) => hasType(scene, around.agents, OFFICIAL),
  // "withdrew money", "surrendered a lead": what is given up is no force.
  'actor-alone': (scene, { around }) =>
    [...around.agents, ...around.patients].some((head) => isPeople(at(scene, head))) &&
    around.patients.every((head) => isPeople(at(scene, head)) || isMovable(scene, head)),
  // "the trial of a drug", "a demonstration of software": only people are tried and march.
  'of-people': (scene, place) =>
    isEarnest(scene, place.trigger, { ...place.around, patients: [] }) &&
    place.around.obliques.every(
      ({ preposition, head }) =>
        preposition !== 'of' || isPeople(at(scene, head)) || isCountable(scene, head),
    ),
  burnable: (scene, { around }) =>
    [...around.patients, ...around.obliques.map(({ head }) => head)].some(
      (head) =>
        /^(facility|place)$/.test(at(scene, head)?.type ?? '') ||
        someOf(scene, [head], 'structure', 'property', 'vehicle'),
    ),
  term: (_scene, { around }) => around.obliques.some(({ preposition }) => preposition === 'for'),
  harm: (scene, { around }) => around.patients.some((head) => isCountable(scene, head)),
  death: (scene, { around }) =>
    around.agents.some((head) => isCountable(scene, head)) && !isOfIllness(scene, around),
  pair: (scene, { around }) => pairOf(scene, around),
  parties: (scene, { around }) => hasType(scene, allHeads(scene, around), OFFICIAL),
  plural: (scene, { trigger }) => tokenAt(scene, trigger.token)?.xpos.endsWith('S') === true,
  definite: (scene, { trigger }) => isDefinite(scene, trigger.token),
  // "the strike", "these strikes"; "the miners' strike" and "the fight against poverty" tell of themselves
  told: (scene, { trigger, around: { agents, patients } }) =>
    agents.length === 0 && patients.length === 0 && isDefinite(scene, trigger.token),
  'told-one': (scene, place) =>
    meets(scene, place, 'told') && tokenAt(scene, place.trigger.token)?.xpos === 'NN',
  by: (scene, { around }) =>
    around.agents.length > 0 || around.obliques.some(({ preposition }) => preposition === 'from'),
  'of-person': (scene, { around }) => around.patients.some((head) => isPeople(at(scene, head))),
  crowd: (scene, { around }) =>
    around.agents.some((head) => isPeople(at(scene, head))) &&
    !hasType(scene, around.agents, FIGHTING),
  forces: (scene, { around }) =>
    hasType(scene, around.agents, FIGHTING) ||
    someOf(scene, [...around.agents, ...around.patients], 'forces'),
  // "The blast left five soldiers dead": nobody withdrew.
  'forces-gone': (scene, place) =>
    childBy(scene.document, place.trigger.token, 'xcomp')?.upos !== 'ADJ' &&
    meets(scene, place, 'forces'),
  fighters: (scene, { around }) =>
    hasType(scene, allHeads(scene, around), FIGHTING) ||
    someOf(scene, around.agents, 'fighters', 'protesters'),
  'attack-by-fighters': (scene, { around }) =>
    targets(scene, around).length > 0 && byFighters(scene, around),
  wreckage: (scene, { around }) =>
    targets(scene, around).some((head) => isThing(scene, head)) ||
    someOf(scene, around.patients, 'structure', 'property', 'vehicle') ||
    around.patients.some((head) => at(scene, head)?.type === 'weapon'),
  // "raided a village": whoever does it, the people who live there are attacked.
  inhabited: (scene, { around }) =>
    around.patients.some(
      (head) => at(scene, head)?.type === 'place' || someOf(scene, [head], 'settlement'),
    ),
  'attack-noun': (scene, { around }) =>
    someOf(scene, around.agents, 'attack-noun') && around.patients.length > 0,
  aircraft: (scene, { around }) => someOf(scene, around.agents, 'aircraft'),
  state: (scene, { around }) =>
    hasType(scene, around.agents, ['government', 'organisation', 'place']) &&
    hasType(scene, around.patients, ['place', 'government', 'armed-group']),
  // "thousands will flee": two or three who flee are on the run.
  masses: (scene, { around }) =>
    around.agents.some(
      (head) =>
        /^(hundreds|thousands|millions)$/.test(formAt(scene, head)) ||
        (at(scene, head)?.count?.atLeast ?? 0) >= MASSES,
    ),
  // "captured Darun", "seized the town"
  territory: (scene, { around }) =>
    [...around.agents, ...around.patients].some((head) => at(scene, head)?.type === 'place') ||
    someOf(scene, [...around.agents, ...around.patients], 'territory'),
  total: (scene, { trigger }) => isSummary(scene, trigger.token),
}

/** As many who flee are displaced, wherever they go. */
const MASSES = 50

/** What can be wrecked: "wants to destroy the movement" tells of no such thing. */
function isThing(scene: Scene, head: number): boolean {
  const mention = at(scene, head)
  return mention?.type === 'facility' || !isPeople(mention)
}

/** Classes of words that may also stand behind a preposition. */
const WHERE: ReadonlySet<string> = new Set([
  'arms',
  'prison',
  'court',
  'home',
  'device',
  'protesters',
])

function meets(scene: Scene, place: Place, need: string): boolean {
  // "speaker&refuses" needs both, "home|masses" either.
  if (need.includes('&')) return need.split('&').every((one) => meets(scene, place, one))
  return need.split('|').some((one) => {
    const rule = NEEDS[one]
    if (rule) return rule(scene, place)
    const { agents, patients } = place.around
    const heads = WHERE.has(one) ? allHeads(scene, place.around) : [...agents, ...patients]
    return someOf(scene, heads, one)
  })
}

/** "The virus attacks the lungs", "ambushed by questions": nobody does it. */
function isByNature(scene: Scene, { agents }: Arguments): boolean {
  return (
    agents.length > 0 &&
    agents.every((head) => isOf(scene.words, lemmaAt(scene, head), 'no-attacker')) &&
    !agents.some((head) => isPeople(at(scene, head)) && at(scene, head)?.form === 'name')
  )
}

/** "a mock attack", "firefighters simulated a bombing": nobody is meant to be hurt. */
function isMakeBelieve(scene: Scene, token: number): boolean {
  const { document, words } = scene
  const before = childrenBy(document, token, 'amod', 'compound')
  if (before.some(({ lower }) => isOf(words, lower, 'make-believe'))) return true
  const own = tokenAt(scene, token)
  const isDone = own?.deprel === 'obj' || own?.deprel === 'nsubj:pass'
  return isDone && isOf(words, lemmaAt(scene, own.head), 'make-believe')
}

/** "died of cancer": no event of ours; "of his wounds" is. */
function isOfIllness(scene: Scene, { obliques }: Arguments): boolean {
  return obliques.some(
    ({ preposition, head }) =>
      /^(of|from)$/.test(preposition) && isOf(scene.words, lemmaAt(scene, head), 'illness'),
  )
}

function isMovable(scene: Scene, head: number): boolean {
  const type = at(scene, head)?.type
  return (
    /^(place|facility|weapon)$/.test(type ?? '') ||
    someOf(scene, [head], 'forces', 'arms', 'vehicle', 'territory')
  )
}

/** Whether somebody did it, or a weapon of theirs. */
export function isDoneBySomebody(scene: Scene, { agents }: Arguments): boolean {
  return agents.some((head) => isPeople(at(scene, head))) || someOf(scene, agents, 'weapon-agent')
}

function formAt(scene: Scene, head: number): string {
  return tokenAt(scene, head)?.lower ?? ''
}

function at({ mentions }: Scene, head: number): Mention | undefined {
  return mentions.byHead(head)
}

function hasType(scene: Scene, heads: readonly number[], types: readonly string[]): boolean {
  return heads.some((head) => types.includes(at(scene, head)?.type ?? ''))
}

function byFighters(scene: Scene, { agents }: Arguments): boolean {
  return hasType(scene, agents, FIGHTING) || someOf(scene, agents, 'fighters', 'weapon-agent')
}

/** People, or a number that stands for them: "killed 12". */
export function isCountable(scene: Scene, head: number): boolean {
  const token = tokenAt(scene, head)
  if (isPeople(at(scene, head)) && !isOf(scene.words, token?.lowerLemma, 'abstract')) return true
  if (token?.upos === 'NUM' || token?.xpos === 'NNPS') return true
  if (scene.words.mentions.vague.has(token?.lower ?? '') || token?.lower === 'another') return true
  if (isOf(scene.words, token?.lower, 'nobody') || isHarmed(scene, head)) return true
  return isCountedThing(scene, head)
}

/** "the injured", "the dead" */
function isHarmed(scene: Scene, head: number): boolean {
  const token = tokenAt(scene, head)
  if (token?.upos !== 'ADJ' || !childBy(scene.document, head, 'det')) return false
  return rowsOf(scene.words.harms, token.lower, 'ADJ') !== undefined
}

/** "six personnel", "one Iraqi": a number beside a noun of no known sort; vehicles, houses and cattle are no people. */
function isCountedThing(scene: Scene, head: number): boolean {
  const type = at(scene, head)?.type
  if (type !== 'thing' && type !== 'unknown') return false
  if (isOf(scene.words, lemmaAt(scene, head), 'abstract', 'vehicle', 'property', 'beast', 'device'))
    return false
  const token = tokenAt(scene, head)
  if (token?.upos === 'PROPN' || isDoerNoun(token?.lower ?? '')) return true
  const determiner = childBy(scene.document, head, 'det')?.lower ?? ''
  return /^(an?|another)$/.test(determiner) || childBy(scene.document, head, 'nummod') !== undefined
}

/** What an attack may be on: people, facilities, places, physical things; never plans and records. */
export function targets(scene: Scene, { patients, obliques }: Arguments): number[] {
  return [...new Set([...patients, ...aimedAt(scene, obliques)])].filter((head) => {
    const type = at(scene, head)?.type
    if (type === undefined || type === 'time' || type === 'event' || type === 'weapon') return false
    return type === 'facility' || !isOf(scene.words, lemmaAt(scene, head), 'abstract')
  })
}

function pairOf(scene: Scene, { agents, patients, obliques }: Arguments): boolean {
  const others = obliques.filter(({ preposition }) => isOf(scene.words, preposition, 'with'))
  const actors = [...agents, ...patients, ...others.map(({ head }) => head)]
  const people = actors.filter((head) => isPeople(at(scene, head)))
  return people.length >= 2 && agents.some((head) => isPeople(at(scene, head)))
}

export function isDefinite(scene: Scene, token: number): boolean {
  const determiner = childBy(scene.document, token, 'det')
  if (determiner && /^(the|this|that|these|those)$/.test(determiner.lower)) return true
  return childBy(scene.document, token, 'nmod:poss') !== undefined
}

/** "The concert was a blast": what a thing is said to be, unless it is an event itself. */
function isPredicate(scene: Scene, token: number): boolean {
  const subject = childBy(scene.document, token, 'nsubj')
  if (!subject || !childBy(scene.document, token, 'cop') || subject.upos === 'PRON') return false
  return !scene.words.nouns.has(subject.lowerLemma) && !isPeople(at(scene, subject.index))
}

/** A weak noun ("attack", "blast", "clash") is meant in earnest unless it is on something abstract, or is played with. */
function isEarnest(scene: Scene, { token }: Trigger, around: Arguments): boolean {
  const onAbstract = around.patients.some((head) =>
    isOf(scene.words, lemmaAt(scene, head), 'abstract'),
  )
  if (isPredicate(scene, token)) return false
  if (onAbstract && !around.patients.some((head) => isPeople(at(scene, head)))) return false
  return !childrenBy(scene.document, token, 'amod', 'compound').some(({ lower }) =>
    isOf(scene.words, lower, 'abstract', 'unearnest'),
  )
}
