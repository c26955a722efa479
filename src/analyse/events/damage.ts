import { contentKey } from '../../base/hash.ts'
import {
  evidenceAt,
  type Damage,
  type Evidence,
  type PeopleCount,
  type Span,
} from '../../records/index.ts'
import { childBy, childrenBy, headOf, obliquesOf, rangeSpan, type Token } from '../../text/index.ts'
import { isUnreal, phraseOf, saysCount } from '../figures/index.ts'
import type { Mention } from '../mentions/mention.ts'
import { readArguments } from './arguments.ts'
import { isOf, rowsOf, type DamageRow } from './event-words.ts'
import { partsFollow, type EventRule } from './rule.ts'
import { saidAt, isPeople, lemmaAt, isNegated, type Scene } from './scene.ts'

/** What was destroyed, damaged or spared, before it belongs to an event. */
export interface DamageDraft {
  readonly token: number
  /** The word that says so and the words for the thing, in order of text. */
  readonly spans: readonly Span[]
  readonly text: string
  readonly level: Damage['level']
  readonly count?: PeopleCount
  readonly rule: string
}

/** "destroyed two houses", "the mosque was damaged", "the roof collapsed". */
const damageVerb: EventRule<DamageDraft> = {
  name: 'damage-verb',
  starts: ['VERB'],
  examples: {
    'The blast destroyed two houses and damaged a school.':
      'destroyed two houses 2 | damaged a school',
    'Several shops were damaged in the attack.': 'damaged Several shops 3',
    'The explosion shattered windows of the hotel.': 'damaged windows of the hotel',
    'The bombing did not damage the bridge.': 'none the bridge',
    'The attack had not harmed anyone or damaged any houses.': 'none any houses',
    'The attack damaged relations between the two countries.': '-',
    'Rebels threatened to destroy the bridge after the attack.': '-',
    'The attack destroyed his hopes of peace.': '-',
  },
  read(scene, token) {
    const row = rowAt(scene, token)
    if (!row || (row.how !== 'object' && row.how !== 'subject')) return []
    const { agents, patients } = readArguments(scene, asTrigger(token))
    const heads = row.how === 'object' ? patients : agents
    const isNot = isNegated(scene, token.index)
    if (!isNot && isUnreal(scene, token)) return []
    return heads
      .filter((head) => isDamageable(scene, head, row))
      .map((head) => {
        const level = isNot || isAny(scene, head) ? 'none' : row.level
        return draftOf(scene, token, { head, level, rule: 'damage-verb' })
      })
  },
}

/** "damage to a school", "the destruction of three homes", "no damage was reported". */
const damageNoun: EventRule<DamageDraft> = {
  name: 'damage-noun',
  starts: ['NOUN'],
  examples: {
    'The rocket attack caused damage to several houses.': 'damaged several houses 3',
    'The embassy suffered heavy damage in the blast.': 'damaged The embassy',
    'No damage was reported after the shelling.': 'none damage',
    'The attack led to the destruction of three homes.': 'destroyed three homes 3',
    'There was no damage done to the bridge in the attack.': 'none the bridge',
    'The attack did damage to his reputation.': '-',
  },
  read(scene, token) {
    const row = rowAt(scene, token)
    if (row?.how !== 'of') return []
    const things = thingsOf(scene, token).filter((head) => isDamageable(scene, head, row))
    const isNone = childrenBy(scene.document, token.index, 'det').some(
      ({ lower }) => lower === 'no',
    )
    const level = isNone ? 'none' : row.level
    if (things.length > 0)
      return things.map((head) => draftOf(scene, token, { head, level, rule: 'damage-noun' }))
    return isNone && thingsOf(scene, token).length === 0 ? [bare(scene, token)] : []
  },
}

/** "reduced to rubble", "in ruins", "in flames": what a thing has come to. */
const damageState: EventRule<DamageDraft> = {
  name: 'damage-state',
  starts: ['NOUN'],
  examples: {
    'The shelling reduced the hospital to rubble.': 'destroyed the hospital',
    'The air strike left the market in ruins.': 'destroyed the market',
    'After the attack the opposition is in ruins.': '-',
  },
  read(scene, token) {
    const row = rowAt(scene, token)
    const mark = row?.how === 'state' ? childBy(scene.document, token.index, 'case') : undefined
    if (row?.how !== 'state' || !mark || !/^(in|to|into)$/.test(mark.lower)) return []
    return bearersOf(scene, token)
      .filter((head) => isDamageable(scene, head, row))
      .map((head) => draftOf(scene, token, { head, level: row.level, rule: 'damage-state' }))
  },
}

/** All ways of telling damage. */
export const DAMAGE_RULES: readonly EventRule<DamageDraft>[] = [damageVerb, damageNoun, damageState]

/** The damage of one event; the same thing told again stands once. */
export function writeDamage(
  scene: Scene,
  drafts: readonly DamageDraft[],
  eventId: string,
): Damage[] {
  const seen = new Set<string>()
  return drafts.flatMap(({ spans, text, level, count, rule }): Damage[] => {
    const key = `${level} ${text.toLowerCase()}`
    if (seen.has(key)) return []
    seen.add(key)
    const evidence: Evidence[] = spans.map((span) => evidenceAt(scene.document.text, span))
    return [
      {
        id: contentKey(
          eventId,
          'damage',
          level,
          ...spans.flatMap(({ start, end }) => [start, end]),
        ),
        evidence,
        readBy: `events/${rule}`,
        ...(evidence[0] && saidAt(scene, evidence[0])),
        text,
        level,
        ...(count && { count }),
      },
    ]
  })
}

function asTrigger({ index }: Token) {
  return { token: index, range: { first: index, last: index + 1 }, pos: 'VERB' as const, rows: [] }
}

/** The longest row whose further words stand behind the first. */
function rowAt({ document, words }: Scene, token: Token): DamageRow | undefined {
  const rows = rowsOf(words.damages, token.lowerLemma, token.upos)
  return rows?.find(({ parts }) => partsFollow(document, token, parts))
}

/** "harmed nobody or damaged any houses": what "not" reaches over the "or". */
function isAny({ document }: Scene, head: number): boolean {
  return childrenBy(document, head, 'det').some(({ lower }) => lower === 'any')
}

/** A building, a vehicle, a town, gear: no people, and nothing that cannot burn. */
function isDamageable(scene: Scene, head: number, { weak }: DamageRow): boolean {
  const mention = scene.mentions.byHead(head)
  const lemma = lemmaAt(scene, head)
  if (isOf(scene.words, lemma, 'structure', 'property', 'vehicle')) return true
  if (!mention || isOf(scene.words, lemma, 'abstract')) return false
  if (mention.type === 'facility') return true
  if (weak || isPeople(mention)) return false
  return mention.type === 'place' || mention.type === 'weapon'
}

interface Told {
  readonly head: number
  readonly level: Damage['level']
  readonly rule: string
}

function draftOf(scene: Scene, token: Token, { head, level, rule }: Told): DamageDraft {
  const span = thingSpan(scene, head, token)
  const text = scene.document.text.slice(span.start, span.end)
  const count = countOf(scene, scene.mentions.byHead(head), text)
  return {
    token: token.index,
    spans: [{ start: token.start, end: token.end }, span].sort((a, b) => a.start - b.start),
    text,
    level,
    ...(count && { count }),
    rule,
  }
}

/** The words for a thing with those that bend its number; the word of damage is none of them. */
function thingSpan(scene: Scene, head: number, verb: Token): Span {
  const token = scene.document.tokens[head]
  const mention = scene.mentions.byHead(head)
  const plain = token ? rangeSpan(scene.document, phraseOf(scene, token)) : { start: 0, end: 0 }
  const start = Math.min(mention?.span.start ?? plain.start, plain.start)
  const end = Math.max(mention?.span.end ?? plain.end, plain.end)
  const after = scene.document.tokens[verb.index + 1]?.start ?? start
  return { start: verb.start >= start && verb.end < end ? Math.min(after, end - 1) : start, end }
}

/** A number that the words say; a bare plural or a single thing gives none. */
function countOf(
  scene: Scene,
  mention: Mention | undefined,
  text: string,
): PeopleCount | undefined {
  const count = mention?.count
  if (!count || (count.vague && count.atLeast === 2)) return undefined
  if (count.atLeast === 1 && count.atMost === 1 && !/\b(?:one|1)\b/i.test(text)) return undefined
  return saysCount(scene, text, count) ? count : undefined
}

function bare(scene: Scene, token: Token): DamageDraft {
  const det = childBy(scene.document, token.index, 'det')
  return {
    token: token.index,
    spans: [{ start: det?.start ?? token.start, end: token.end }],
    text: token.text,
    level: 'none',
    rule: 'damage-noun',
  }
}

/** "damage to X", "destruction of X"; else what is said to have suffered it. */
function thingsOf(scene: Scene, token: Token): number[] {
  const { document } = scene
  const verb = headOf(document, token.index)
  const isObject = verb?.upos === 'VERB' && /^(obj|nsubj)/.test(token.deprel)
  const beside = isObject ? obliquesOf(document, verb.index) : []
  const done = childrenBy(document, token.index, 'acl').flatMap(({ index }) =>
    obliquesOf(document, index),
  )
  const of = [...obliquesOf(document, token.index), ...beside, ...done]
    .filter(({ preposition }) => /^(to|of|in|at)$/.test(preposition))
    .map(({ head }) => head)
    .filter((head) => head !== token.index && !scene.dates.holds(head))
  if (of.some((head) => !isWhen(scene, head))) return of
  if (!verb || token.deprel !== 'obj' || !/^(suffer|sustain|receive|incur)$/.test(verb.lemma))
    return []
  return [...readArguments(scene, asTrigger(verb)).agents]
}

/** "in the attack": no thing. */
function isWhen(scene: Scene, head: number): boolean {
  const type = scene.mentions.byHead(head)?.type
  return type === 'event' || type === 'time' || scene.words.nouns.has(lemmaAt(scene, head))
}

/** The subject of "is in ruins", the object of "reduced to rubble". */
function bearersOf(scene: Scene, token: Token): number[] {
  const own = childrenBy(scene.document, token.index, 'nsubj').map(({ index }) => index)
  const above = headOf(scene.document, token.index)
  if (own.length > 0 || !above) return own
  if (above.upos !== 'VERB') return [above.index]
  const { patients, agents } = readArguments(scene, asTrigger(above))
  return patients.length > 0 ? [...patients] : [...agents]
}
