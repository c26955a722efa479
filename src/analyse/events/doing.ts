import type { Confidence } from '../../records/index.ts'
import {
  ancestors,
  childBy,
  expand,
  obliquesOf,
  predicateAt,
  type Token,
} from '../../text/index.ts'
import { isUnreal } from '../figures/index.ts'
import { confidenceAt } from './confidence.ts'
import { isOf } from './event-words.ts'
import type { EventRule } from './rule.ts'
import { isAttackNoun, isNegated, isPeople, lemmaAt, tokenAt, type Scene } from './scene.ts'
import type { ToldPart } from './told-apart.ts'

/** "took part in attacks", "was involved in the kidnapping", "coordinated the bombing". */
const takingPart: EventRule<ToldPart> = {
  name: 'taking-part',
  starts: ['VERB', 'ADJ'],
  examples: {
    'Oren Talit took part in the bombing of a market.': 'fact Oren Talit',
    'The commander was involved in the kidnapping of two nurses.': 'fact The commander',
    'The commander coordinated attacks on villages.': 'fact The commander',
    'The commander did not take part in the attack.': '-',
    'The commander took part in a dance.': '-',
  },
  read(scene, token) {
    const takesPart = isTakingPart(scene, token)
    if (!takesPart && !isOf(scene.words, token.lowerLemma, 'directing')) return []
    if (isNegated(scene, token.index) || isUnreal(scene, token)) return []
    const { agents, patients, obliques, passive } = predicateAt(scene.document, token.index)
    const aims = takesPart
      ? obliques.filter(({ preposition }) => preposition === 'in').map(({ head }) => head)
      : passive
        ? []
        : patients
    const doers = passive ? patients : agents.length > 0 ? agents : answerable(scene, token)
    return partsOf(scene, {
      aims: aims.flatMap((head) => plannedIn(scene, head)),
      doers,
      confidence: (head) => confidenceAt(scene, token, head),
      rule: 'taking-part',
    })
  },
}

/** "charged over the killing", "arrested for the attack", "convicted of murder". */
const chargedOver: EventRule<ToldPart> = {
  name: 'charged-over',
  starts: ['VERB'],
  examples: {
    'Two men were charged over the killing of a nurse.': 'suspected Two men',
    'Police arrested a driver in connection with the bombing.': 'suspected a driver',
    'A court convicted Oren Talit of the murder of a judge.': 'fact Oren Talit',
    'Two men were acquitted of the murder.': '-',
    'Police arrested a driver after the bombing.': '-',
  },
  read(scene, token) {
    const isConvicted = isOf(scene.words, token.lowerLemma, 'convicting')
    if (!isConvicted && !isOf(scene.words, token.lowerLemma, 'charging')) return []
    if (isNegated(scene, token.index) || isUnreal(scene, token)) return []
    const { patients, obliques: own } = predicateAt(scene.document, token.index)
    // "convicted a man of murder": the tree may hang the murder on him.
    const obliques = [...own, ...patients.flatMap((head) => obliquesOf(scene.document, head))]
    // "in connection with the bombing", "on charges of murder": what hangs on the noun is meant.
    const aims = obliques.flatMap(({ preposition, head }) =>
      OVER.test(preposition) ? [head] : chargesOf(scene, head),
    )
    const confidence = isConvicted ? 'fact' : 'suspected'
    return partsOf(scene, {
      aims,
      doers: patients,
      confidence: () => confidence,
      rule: 'charged-over',
    })
  },
}

const OVER = /^(over|for|of|with)$/

/** "on charges of murder", "in connection with the bombing": what hangs on the noun. */
export function chargesOf(scene: Scene, head: number): number[] {
  if (!isOf(scene.words, lemmaAt(scene, head), 'charge-noun')) return []
  return obliquesOf(scene.document, head).map((one) => one.head)
}

/** Who did it, told by what else is said of them; each rule points at the word for the attack itself. */
export const DOING_RULES: readonly EventRule<ToldPart>[] = [takingPart, chargedOver]

/** "take part", "participate", "be involved" (which may be tagged an adjective). */
function isTakingPart({ document, words }: Scene, token: Token): boolean {
  if (isOf(words, token.lowerLemma, 'taking-part')) return true
  if (token.upos === 'ADJ') return false
  return token.lowerLemma === 'take' && childBy(document, token.index, 'obj')?.lower === 'part'
}

/** "is responsible for coordinating attacks": the gerund's subject is the one responsible. */
function answerable({ document }: Scene, { index, xpos }: Token): number[] {
  if (xpos !== 'VBG') return []
  const [above] = ancestors(document, index)
  if (above?.lower !== 'responsible') return []
  const subject = childBy(document, above.index, 'nsubj')
  if (subject && !/^(who|that|which)$/.test(subject.lower)) return [subject.index]
  return above.deprel.startsWith('acl') || above.deprel === 'amod' ? [above.head] : []
}

/** "the planning of attacks", "the coordination of the bombing": what is planned. */
function plannedIn(scene: Scene, head: number): number[] {
  if (isAttackNoun(scene, head) || !/(?:ing|tion)$/.test(lemmaAt(scene, head))) return [head]
  return obliquesOf(scene.document, head)
    .filter(({ preposition }) => preposition === 'of')
    .map((one) => one.head)
}

interface Doing {
  readonly aims: readonly number[]
  readonly doers: readonly number[]
  readonly confidence: (head: number) => Confidence
  readonly rule: string
}

function partsOf(scene: Scene, { aims, doers, confidence, rule }: Doing): ToldPart[] {
  const attacks = expand(scene.document, aims).filter((head) => isAttackNoun(scene, head))
  const people = expand(scene.document, doers).filter(
    (head) => isPeople(scene.mentions.byHead(head)) && tokenAt(scene, head)?.lower !== 'no',
  )
  return attacks.flatMap((token) =>
    people.map((head) => ({
      head,
      token,
      role: 'perpetrator' as const,
      confidence: confidence(head),
      rule,
    })),
  )
}
