import { contentKey } from '../../base/hash.ts'
import { evidenceAt, type PeopleCount, type Sourced, type Span } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  expand,
  obliquesOf,
  predicateAt,
  type Token,
} from '../../text/index.ts'
import { isUnreal, readCounted } from '../figures/index.ts'
import { isOf } from './event-words.ts'
import type { EventRule } from './rule.ts'
import { saidAt, isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'

/** How many took part, before it belongs to an event. */
export interface SizeDraft {
  readonly token: number
  readonly span: Span
  readonly count: PeopleCount
  readonly rule: string
}

/** "Thousands marched", "300 teachers went on strike", "rallied by some 2,000 supporters". */
const sizeOfDoers: EventRule<SizeDraft> = {
  name: 'size-of-doers',
  starts: ['VERB'],
  examples: {
    'About 2,000 people marched through Darun.': 'About 2,000 people 2000-2000',
    'Thousands of teachers took to the streets.': 'Thousands of teachers 2000-',
    'Protesters marched through Darun.': '-',
    'At least 70 rebels were killed fighting the army.': '-',
    'The two brothers marched into the office with 300 letters.': '-',
  },
  read(scene, token) {
    if (!isGathering(scene, token) || isUnreal(scene, token)) return []
    const { agents } = predicateAt(scene.document, token.index)
    return sizesOf(scene, token, { heads: agents, rule: 'size-of-doers' })
  },
}

/** "some 500 people attended the rally", "the protest drew 3,000 people", "300 joined the march". */
const sizeOfThoseThere: EventRule<SizeDraft> = {
  name: 'size-of-those-there',
  starts: ['VERB'],
  examples: {
    'At least 500 people attended the rally in Darun.': 'At least 500 people 500-',
    'The protest drew 3,000 people.': '3,000 people 3000-3000',
    'More than 10,000 people took part in the demonstration.': 'More than 10,000 people 10000-',
    'Some 500 people attended the wedding. A protest was held nearby.': '-',
  },
  read(scene, token) {
    const { words, document } = scene
    const isAttending = isOf(words, token.lemma, 'attending')
    const isDrawing = isOf(words, token.lemma, 'drawing')
    if (!(isAttending || isDrawing) || isUnreal(scene, token)) return []
    const { agents, patients, obliques } = predicateAt(document, token.index)
    const at = [...patients, ...obliques.map(({ head }) => head)]
    const isAt = (heads: readonly number[]): boolean =>
      heads.some((head) => isGatheringNoun(scene, head))
    if (isAttending && isAt(at))
      return sizesOf(scene, token, { heads: agents, rule: 'size-of-those-there' })
    if (isDrawing && isAt(agents))
      return sizesOf(scene, token, { heads: patients, rule: 'size-of-those-there' })
    return []
  },
}

/** "a protest of 300 people", "clashes involving 200 fighters", "a rally by 500 students". */
const sizeOfNoun: EventRule<SizeDraft> = {
  name: 'size-of-noun',
  starts: ['NOUN'],
  examples: {
    'A protest by 300 teachers blocked the road.': '300 teachers 300-300',
    'Clashes involving some 200 fighters broke out near Darun.': 'some 200 fighters 200-200',
    'A protest of the teachers blocked the road.': '-',
    'A rally of 300 kilometres ended in Darun.': '-',
  },
  read(scene, token) {
    if (!isGatheringNoun(scene, token.index)) return []
    const { document } = scene
    const of = obliquesOf(document, token.index)
      .filter(({ preposition }) => /^(of|by|involving)$/.test(preposition))
      .map(({ head }) => head)
    const involving = childrenBy(document, token.index, 'acl')
      .filter(({ lower }) => lower === 'involving')
      .flatMap(({ index }) => childrenBy(document, index, 'obj').map((object) => object.index))
    return sizesOf(scene, token, { heads: [...of, ...involving], rule: 'size-of-noun' })
  },
}

/** "police put the crowd at 2,000", "organisers estimated the turnout at 10,000". */
const sizePutAt: EventRule<SizeDraft> = {
  name: 'size-put-at',
  starts: ['VERB'],
  examples: {
    'Students protested in Darun. Police put the crowd at 2,000.': '2,000 2000-2000',
    'Students protested in Darun. Organisers estimated the turnout at more than 10,000 people.':
      'more than 10,000 people 10000-',
    'Students protested in Darun. Police put the cost at 2,000.': '-',
  },
  read(scene, token) {
    const { words, document } = scene
    if (!isOf(words, token.lemma, 'putting')) return []
    const { patients, obliques } = predicateAt(document, token.index)
    if (!patients.some((head) => isOf(words, lemmaAt(scene, head), 'crowd-noun'))) return []
    const at = obliques.filter(({ preposition }) => preposition === 'at').map(({ head }) => head)
    const before = document.tokens.slice(token.index + 1, token.index + 9)
    const behind = before.find(
      ({ upos, deprel, index }) =>
        upos === 'NUM' &&
        (deprel.startsWith('obl') || childBy(document, index, 'case')?.lower === 'at'),
    )
    return sizesOf(scene, token, {
      heads: at.length > 0 ? at : behind ? [behind.index] : [],
      rule: 'size-put-at',
    })
  },
}

/** All ways of telling how many took part. */
export const SIZE_RULES: readonly EventRule<SizeDraft>[] = [
  sizeOfDoers,
  sizeOfThoseThere,
  sizeOfNoun,
  sizePutAt,
]

/** Families of events that have a size. */
export function hasSize({ words }: Scene, kind: string): boolean {
  return SIZED.has(words.kinds.get(kind)?.family ?? '')
}

const SIZED: ReadonlySet<string> = new Set([
  'protest',
  'labour',
  'hunger',
  'road-block',
  'mob',
  'dispersal',
  'clash',
])

/** The first size told, with the others that say another number beside it. */
export function writeSize(
  scene: Scene,
  drafts: readonly SizeDraft[],
  eventId: string,
): Sourced<PeopleCount> | undefined {
  const seen = new Set<string>()
  const sizes = drafts.flatMap(({ span, count, rule }): Sourced<PeopleCount>[] => {
    const key = `${count.atLeast ?? ''} ${count.atMost ?? ''}`
    if (seen.has(key)) return []
    seen.add(key)
    const evidence = evidenceAt(scene.document.text, span)
    return [
      {
        id: contentKey(eventId, 'size', span.start, span.end),
        evidence: [evidence],
        readBy: `events/${rule}`,
        ...saidAt(scene, evidence),
        value: count,
      },
    ]
  })
  const [first, ...others] = sizes
  return first && (others.length > 0 ? { ...first, also: others } : first)
}

/** "march", "rally", "took to the streets": a verb whose doers are a crowd; who fights is one side only. */
function isGathering(scene: Scene, token: Token): boolean {
  const rows = scene.words.verbs.get(token.lowerLemma)
  if (!rows) return false
  const near = scene.document.tokens.slice(token.index + 1, token.index + 9)
  return rows.some(
    ({ kind, parts }) =>
      hasSize(scene, kind) &&
      !/^(clash|dispersal|mob)$/.test(scene.words.kinds.get(kind)?.family ?? '') &&
      parts.slice(1).every((part) => near.some(({ lower }) => lower === part)),
  )
}

function isGatheringNoun(scene: Scene, head: number): boolean {
  const rows = scene.words.nouns.get(lemmaAt(scene, head)) ?? []
  return rows.some(({ kind, parts }) => parts.length === 1 && hasSize(scene, kind))
}

interface Sized {
  readonly heads: readonly number[]
  readonly rule: string
}

/** The phrases for people that say a number; a bare plural says none, and a handful is no crowd told. */
function sizesOf(scene: Scene, token: Token, { heads, rule }: Sized): SizeDraft[] {
  return expand(scene.document, heads).flatMap((head): SizeDraft[] => {
    const isCrowd = isPeople(scene.mentions.byHead(head)) || isNumber(scene, head)
    const phrase = isCrowd ? readCounted(scene, head) : undefined
    if (!phrase || (phrase.count.atLeast ?? phrase.count.atMost ?? 0) < LEAST) return []
    return [{ token: token.index, span: phrase.span, count: phrase.count, rule }]
  })
}

const LEAST = 3

function isNumber(scene: Scene, head: number): boolean {
  const token = tokenAt(scene, head)
  return token?.upos === 'NUM' || scene.words.mentions.vague.has(token?.lower ?? '')
}
