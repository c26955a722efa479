import type { Confidence } from '../../records/index.ts'
import {
  childBy,
  childrenBy,
  expand,
  headOf,
  obliquesOf,
  predicateAt,
  subtree,
  type Token,
} from '../../text/index.ts'
import { isUnreal } from '../figures/index.ts'
import { isOf } from './event-words.ts'
import { isNobody } from './claims.ts'
import { confidenceAt } from './confidence.ts'
import type { EventRule } from './rule.ts'
import { isAttackNoun, isPeople, lemmaAt, tokenAt, isNegated, type Scene } from './scene.ts'
import type { ToldPart } from './told-apart.ts'

/** "The attack was blamed on X", "officials attributed the bombing to X". */
const blamedOn: EventRule<ToldPart> = {
  name: 'blamed-on',
  starts: ['VERB'],
  examples: {
    'A bomb killed two men in Darun. The attack was blamed on the Velka Front.':
      'suspected Velka Front',
    'Officials attributed the bombing to Kharun rebels.': 'suspected Kharun rebels',
    'The attack was not blamed on the Velka Front.': '-',
    'A bomb went off in Darun. Officials blamed poor harvests on the Velka Front.': '-',
  },
  read(scene, token) {
    if (!isSaid(scene, token, 'blaming-on')) return []
    const { patients, obliques } = predicateAt(scene.document, token.index)
    const what = patients.find((head) => isAttackNoun(scene, head) || isThat(scene, head))
    if (what === undefined) return []
    // "attributed the bombing to rebels": the tree may hang them on the bombing.
    const on = [...obliques, ...obliquesOf(scene.document, what)].filter(({ preposition }) =>
      /^(on|to)$/.test(preposition),
    )
    return doersOf(scene, {
      heads: [...new Set(on.map(({ head }) => head))],
      token: isAttackNoun(scene, what) ? what : token.index,
      confidence: 'suspected',
      rule: 'blamed-on',
    })
  },
}

/** "Police blamed X for the attack", "X was accused of the bombing", "X is suspected". */
const blamed: EventRule<ToldPart> = {
  name: 'blamed',
  starts: ['VERB'],
  examples: {
    'A bomb killed two men in Darun. Police blamed the Velka Front.': 'suspected Velka Front',
    'A bomb killed two men in Darun. The army accused the Velka Front of the bombing.':
      'suspected Velka Front',
    'A bomb killed two men. No group claimed responsibility but the Velka Front is suspected.':
      'suspected Velka Front',
    'The Velka Front is suspected of being behind the bombing.': 'suspected Velka Front',
    'A bomb killed two men in Darun. The army accused the Velka Front of lying.': '-',
    'A bomb killed two men in Darun. Traders blamed the Velka Front for high prices.': '-',
    'A bomb killed two men in Darun. Police did not blame the Velka Front.': '-',
  },
  read(scene, token) {
    if (!isSaid(scene, token, 'blaming') || token.deprel === 'amod') return []
    const { document } = scene
    const { patients, obliques } = predicateAt(document, token.index)
    const aim = [...subtree(document, token.index)].find(
      (head) => head > token.index && isAttackNoun(scene, head),
    )
    const isForOther = obliques.some(({ preposition }) => /^(for|of|over)$/.test(preposition))
    const needsAim = isForOther || token.lemma === 'accuse' || hasClause(scene, token)
    if (needsAim && aim === undefined) return []
    return doersOf(scene, {
      heads: patients,
      token: aim ?? token.index,
      confidence: 'suspected',
      rule: 'blamed',
    })
  },
}

/** "X was behind the attack", "X is believed to be responsible for the bombing", "the attack was the work of X". */
const behind: EventRule<ToldPart> = {
  name: 'behind',
  examples: {
    'A bomb killed two men in Darun. Police believe the Velka Front was behind the attack.':
      'suspected Velka Front',
    'The Velka Front was responsible for the bombing in Darun.': 'fact Velka Front',
    'The attack was the work of Kharun rebels.': 'fact Kharun rebels',
    'A bomb killed two men in Darun. The Velka Front was responsible.': 'fact Velka Front',
    'A bomb killed two men in Darun. Police believe the Velka Front was behind the incident.':
      'suspected Velka Front',
    'A bomb killed two men in Darun. The Velka Front is most likely responsible.':
      'possible Velka Front',
    'The Velka Front was not behind the bombing in Darun.': '-',
    'A bomb went off in Darun. The Velka Front is responsible for the market.': '-',
  },
  read(scene, token) {
    const aim = aimOf(scene, token)
    if (aim === undefined) return []
    const { document } = scene
    const above = headOf(document, token.index)
    const isUnder = above?.upos === 'VERB' && /^(xcomp|ccomp|advcl|acl)/.test(token.deprel)
    const isDenied = isUnder && isOf(scene.words, above.lemma, 'deny')
    if (isDenied || isNegated(scene, token.index) || (isUnder && isUnreal(scene, above))) return []
    // "said it was behind the attack" is a claim of responsibility, and read as one.
    const heads = doersAt(scene, token, isUnder ? above : undefined).filter(
      (head) => tokenAt(scene, head)?.upos !== 'PRON',
    )
    const isBelief = isUnder && isOf(scene.words, above.lemma, 'belief')
    return heads.flatMap((head) =>
      doersOf(scene, {
        heads: [head],
        token: aim,
        confidence: isBelief ? 'suspected' : confidenceAt(scene, token, head),
        rule: 'behind',
      }),
    )
  },
}

/** "gunmen believed to be Front rebels": whoever those who did it are taken for. */
const takenFor: EventRule<ToldPart> = {
  name: 'taken-for',
  starts: ['VERB'],
  examples: {
    'Gunmen believed to be Kharun rebels killed two men in Darun.': 'suspected Kharun rebels',
    'A group of men, thought to be Kharun rebels, attacked a farm in Darun.':
      'suspected Kharun rebels',
    'Two men believed to be tired of the war left Darun.': '-',
    'A bomb believed to be an old shell went off in Darun.': '-',
  },
  read(scene, token) {
    const { document, words, mentions } = scene
    const [to, be] = document.tokens.slice(token.index + 1, token.index + 3)
    const isTaken = to?.lower === 'to' && be?.lower === 'be' && token.xpos === 'VBN'
    if (!isTaken || !isOf(words, token.lowerLemma, 'belief')) return []
    const before =
      document.tokens[token.index - 1]?.text === ',' ? token.index - 2 : token.index - 1
    const taken = mentions.at(token.index + 3)
    if (!taken || !isPeople(mentions.at(before))) return []
    return doersOf(scene, {
      heads: [taken.head],
      token: token.index,
      confidence: 'suspected',
      rule: 'taken-for',
    })
  },
}

/** All ways of telling in a sentence of its own who did it. */
export const BLAME_RULES: readonly EventRule<ToldPart>[] = [blamedOn, blamed, behind, takenFor]

function isSaid(scene: Scene, token: Token, name: string): boolean {
  return isOf(scene.words, token.lowerLemma, name) && !isUnreal(scene, token)
}

/** "it", "this", "the incident": what was told before. */
export function isThat(scene: Scene, head: number): boolean {
  return /^(it|this|that|incident|violence)$/.test(lemmaAt(scene, head))
}

/** Whether a clause with a subject hangs on the verb: what is suspected is that, not its object. */
function hasClause({ document }: Scene, { index }: Token): boolean {
  return childBy(document, index, 'ccomp') !== undefined
}

/** The attack that a token puts somebody behind: "behind the attack", "responsible for the attack", "the attack was the work". */
function aimOf(scene: Scene, token: Token): number | undefined {
  const { document, words } = scene
  const isResponsible = token.lower === 'responsible'
  if (token.upos !== 'NOUN' && !isResponsible && !isOf(words, token.lower, 'handiwork'))
    return undefined
  const isBehind = childBy(document, token.index, 'case')?.lower === 'behind'
  if (isBehind)
    return isAttackNoun(scene, token.index) || isThat(scene, token.index) ? token.index : undefined
  const isWork = isOf(words, token.lower, 'handiwork') && childBy(document, token.index, 'cop')
  if (!isResponsible && !isWork) return undefined
  const { obliques } = predicateAt(document, token.index)
  const heads = isResponsible
    ? obliques.filter(({ preposition }) => preposition === 'for').map(({ head }) => head)
    : childrenBy(document, token.index, 'nsubj').map(({ index }) => index)
  // "the Front was responsible": of what was told before.
  if (isResponsible && obliques.length === 0 && childBy(document, token.index, 'cop'))
    return token.index
  return heads.find((head) => isAttackNoun(scene, head) || isThat(scene, head))
}

/** Who is put behind it: the subject, that of the verb above, or whose work it is. */
function doersAt({ document, words }: Scene, token: Token, above: Token | undefined): number[] {
  if (isOf(words, token.lower, 'handiwork')) {
    const { obliques } = predicateAt(document, token.index)
    return obliques.filter(({ preposition }) => preposition === 'of').map(({ head }) => head)
  }
  const own = childrenBy(document, token.index, 'nsubj').map(({ index }) => index)
  if (own.length > 0 || !above) return own
  const { patients, agents } = predicateAt(document, above.index)
  return [...(patients.length > 0 ? patients : agents)]
}

interface Doers {
  readonly heads: readonly number[]
  readonly token: number
  readonly confidence: Confidence
  readonly rule: string
}

export function doersOf(scene: Scene, { heads, token, confidence, rule }: Doers): ToldPart[] {
  return expand(scene.document, heads)
    .filter((head) => isPeople(scene.mentions.byHead(head)) && !isNobody(scene, head))
    .map((head) => ({ head, token, role: 'perpetrator', confidence, rule }))
}
