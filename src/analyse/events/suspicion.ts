import { childBy, headOf, obliquesOf, predicateAt, type Token } from '../../text/index.ts'
import { isUnreal } from '../figures/index.ts'
import { doersOf, isThat } from './blame.ts'
import { withParticle } from './arguments.ts'
import { isOf } from './event-words.ts'
import type { EventRule } from './rule.ts'
import { isAttackNoun, isNegated, type Scene } from './scene.ts'
import type { ToldPart } from './told-apart.ts'

/** "X is linked to the bombing". */
const linkedTo: EventRule<ToldPart> = {
  name: 'linked-to',
  starts: ['VERB', 'ADJ'],
  examples: {
    'The rebel leader is linked to a car bombing in Darun.': 'suspected The rebel leader',
    'Police held a trader linked to the bombing in Darun.': 'suspected a trader',
    'The rebel leader is linked to a bank in Darun.': '-',
    'The rebel leader is not linked to the bombing.': '-',
    'Police linked the bombing to a market.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    if (!isOf(words, token.lowerLemma, 'linking') || isNegated(scene, token.index)) return []
    const { patients, obliques } = predicateAt(document, token.index)
    const to = obliques.filter(({ preposition }) => /^(?:to|with)$/.test(preposition))
    const aim = to.map(({ head }) => head).find((head) => isAttackNoun(scene, head))
    if (aim === undefined || isUnreal(scene, token)) return []
    const noun = token.deprel.startsWith('acl') ? [token.head] : []
    return suspects(scene, { heads: [...patients, ...noun], token: aim, rule: 'linked-to' })
  },
}

/** "The attack is believed to have been carried out by X". */
const believedDone: EventRule<ToldPart> = {
  name: 'believed-done',
  starts: ['VERB'],
  examples: {
    'The attack is believed to have been carried out by Kharun agents.': 'suspected Kharun agents',
    'The bombing is thought to have been committed by two students.': 'suspected two students',
    'The attack is believed to have been carried out by night.': '-',
    'The repairs are believed to have been carried out by two students.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    const above = headOf(document, token.index)
    const isLight = isOf(words, withParticle(scene, token), 'light')
    if (!isLight || token.deprel !== 'xcomp' || !isBelief(scene, above)) return []
    const what = predicateAt(document, above.index).patients.find(
      (head) => isAttackNoun(scene, head) || isThat(scene, head),
    )
    if (what === undefined) return []
    const by = obliquesOf(document, token.index).filter(({ preposition }) => preposition === 'by')
    const aim = isAttackNoun(scene, what) ? what : token.index
    return suspects(scene, { heads: by.map(({ head }) => head), token: aim, rule: 'believed-done' })
  },
}

/** "X is believed to have been involved", "suspected of involvement". */
const involved: EventRule<ToldPart> = {
  name: 'involved',
  starts: ['VERB'],
  examples: {
    'A bomb killed two men in Darun. The Velka Front is believed to have been involved.':
      'suspected Velka Front',
    'A bomb killed two men. The Velka Front is thought to be involved in the attack.':
      'suspected Velka Front',
    'A bomb killed two men. The Velka Front is thought to be involved in trade.': '-',
    'A bomb killed two men. The Velka Front was not believed to be involved.': '-',
  },
  read(scene, token) {
    const above = headOf(scene.document, token.index)
    if (token.lowerLemma !== 'involve' || token.deprel !== 'xcomp' || !isBelief(scene, above))
      return []
    const within = obliquesOf(scene.document, token.index).filter(
      ({ preposition }) => preposition === 'in',
    )
    const aim = within.find(({ head }) => isAttackNoun(scene, head) || isThat(scene, head))?.head
    if (within.length > 0 && aim === undefined) return []
    const heads = predicateAt(scene.document, above.index).patients
    return suspects(scene, { heads, token: aim ?? token.index, rule: 'involved' })
  },
}

/** "X is the prime suspect", "suspicion fell on X". */
const underSuspicion: EventRule<ToldPart> = {
  name: 'under-suspicion',
  starts: ['NOUN'],
  examples: {
    'A bomb killed two men in Darun. The Velka Front is the prime suspect.':
      'suspected Velka Front',
    'A bomb killed two men in Darun. Suspicion fell on Kharun rebels.': 'suspected Kharun rebels',
    'A bomb killed two men in Darun. A trader is not a suspect.': '-',
    'A bomb killed two men in Darun. Night fell on the Velka Front.': '-',
  },
  read(scene, token) {
    const { document } = scene
    if (isNegated(scene, token.index)) return []
    const rule = 'under-suspicion'
    if (token.lowerLemma === 'suspect' && childBy(document, token.index, 'cop')) {
      const subject = childBy(document, token.index, 'nsubj')
      const aim = obliquesOf(document, token.index).find(({ head }) => isAttackNoun(scene, head))
      const heads = subject ? [subject.index] : []
      return suspects(scene, { heads, token: aim?.head ?? token.index, rule })
    }
    const verb = headOf(document, token.index)
    if (token.lowerLemma !== 'suspicion' || token.deprel !== 'nsubj' || !verb) return []
    const on = obliquesOf(document, verb.index).filter(({ preposition }) => preposition === 'on')
    return suspects(scene, { heads: on.map(({ head }) => head), token: token.index, rule })
  },
}

/** All ways of telling whom suspicion falls on, beside blame. */
export const SUSPICION_RULES: readonly EventRule<ToldPart>[] = [
  linkedTo,
  believedDone,
  involved,
  underSuspicion,
]

function isBelief(scene: Scene, verb: Token | undefined): verb is Token {
  return (
    verb?.upos === 'VERB' &&
    isOf(scene.words, verb.lowerLemma, 'belief') &&
    !isNegated(scene, verb.index)
  )
}

interface Suspects {
  readonly heads: readonly number[]
  readonly token: number
  readonly rule: string
}

function suspects(scene: Scene, told: Suspects): ToldPart[] {
  return doersOf(scene, { ...told, confidence: 'suspected' })
}
