import { childBy, childrenBy, headOf, subtree, type Token } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import { tokenAt, type Scene } from './scene.ts'

/**
 * Whether a word of harm tells what several events came to: "more than 300 people have been killed in attacks this year",
 * "the death toll from the unrest this week", "the war has claimed 2,000 lives".
 */
export function isSummary(scene: Scene, token: number): boolean {
  const own = tokenAt(scene, token)
  if (!own) return false
  const above = headOf(scene.document, own.index)
  // "has killed 400,000 people and wounded 100,000 since 2015"
  if (own.deprel === 'conj' && above?.upos === 'VERB' && above.index < own.index)
    if (isSum(scene, above)) return true
  return isSum(scene, own)
}

function isSum(scene: Scene, own: Token): boolean {
  const words = clauseOf(scene, own)
  const causes = words.filter((word) => isCauseOfMany(scene, word))
  if (!words.some((word) => isNumber(scene, word))) return false
  if (causes.length === 0) return own.upos === 'VERB' && isOfPeriodAlone(scene, own, words)
  return (
    isOverPeriod(scene, words) ||
    isBetweenTimes(scene, words) ||
    causes.some((cause) => isLong(scene, cause, words))
  )
}

/** Longer clauses than this tell too much to be one sum. */
const LONGEST = 60

/** The words of a verb's clause; for a noun also those of the verb that it hangs on. */
function clauseOf(scene: Scene, own: Token): Token[] {
  const verb = own.upos === 'VERB' ? own : (headOf(scene.document, own.index) ?? own)
  const root = verb.upos === 'VERB' ? verb : own
  const below = subtree(scene.document, root.index, isClauseBelow)
    .slice(0, LONGEST)
    .flatMap((at) => tokenAt(scene, at) ?? [])
  return [...below, ...countAbove(scene, root)]
}

/** "50 troops killed since May", "the number of troops killed since May": how many, before a participle. */
function countAbove({ document }: Scene, verb: Token): Token[] {
  const noun = verb.deprel.startsWith('acl') ? headOf(document, verb.index) : undefined
  if (!noun || noun.index > verb.index) return []
  const counted = noun.deprel.startsWith('nmod') ? headOf(document, noun.index) : undefined
  return [...childrenBy(document, noun.index, 'nummod'), ...(counted ? [counted] : [])]
}

function isClauseBelow({ deprel, upos }: Token): boolean {
  return (
    /^(ccomp|parataxis|acl:relcl|advcl)/.test(deprel) ||
    (deprel.startsWith('conj') && upos === 'VERB')
  )
}

/** "attacks", "violence", "the war"; one attack is no sum. */
function isCauseOfMany({ words }: Scene, { lowerLemma, xpos, upos }: Token): boolean {
  if (upos !== 'NOUN' || !isOf(words, lowerLemma, 'sum-cause')) return false
  return xpos === 'NNS' || isOf(words, lowerLemma, 'mass-cause')
}

function isNumber({ words }: Scene, { upos, lower, text }: Token): boolean {
  if (upos === 'NUM') return !/^(?:19|20)\d\d$/.test(text)
  return lower === 'number' || words.mentions.vague.has(lower)
}

/** "since January", "this year", "in the past 24 hours", "in recent weeks". */
function isOverPeriod({ words, document }: Scene, clause: readonly Token[]): boolean {
  return clause.some(({ lower, index, sentence }) => {
    if (lower === 'since') return true
    if (!isOf(words, lower, 'period-start')) return false
    const near = document.tokens.slice(index + 1, index + 4)
    return near.some(
      (token) => token.sentence === sentence && isOf(words, token.lemma, 'period-unit'),
    )
  })
}

/** "212 people were killed last year": over a time, and by no one attack. */
function isOfPeriodAlone(scene: Scene, own: Token, clause: readonly Token[]): boolean {
  if (clause.some((word) => isOneCause(scene, word))) return false
  if (isOverPeriod(scene, clause) || isBetweenTimes(scene, clause)) return true
  return childrenBy(scene.document, own.index, 'advcl').some(
    ({ index }) => childBy(scene.document, index, 'mark')?.lower === 'since',
  )
}

/** One attack, or a weapon. */
function isOneCause({ words }: Scene, { lowerLemma, upos, xpos }: Token): boolean {
  if (upos !== 'NOUN') return false
  if (isOf(words, lowerLemma, 'device', 'weapon-agent')) return true
  const kinds = (words.nouns.get(lowerLemma) ?? []).map(({ kind }) => words.kinds.get(kind))
  return xpos === 'NN' && kinds.some((kind) => kind?.group === 'violence')
}

/** "between Friday and Monday", "in three weeks", "in the reporting period" */
function isBetweenTimes({ document, inTime, words }: Scene, clause: readonly Token[]): boolean {
  return clause.some(({ lower, index }) => {
    const next = document.tokens.slice(index + 1, index + 5)
    if (lower === 'between') return inTime(index + 1) && next.some((word) => word.lower === 'and')
    if (lower === 'reporting') return next[0]?.lower === 'period'
    return lower === 'in' && next[0]?.upos === 'NUM' && isOf(words, next[1]?.lemma, 'long-unit')
  })
}

/** "The war has killed 400,000 people": a long cause told in the present perfect. */
function isLong({ words }: Scene, cause: Token, clause: readonly Token[]): boolean {
  return (
    isOf(words, cause.lowerLemma, 'long-cause') &&
    clause.some(({ lower, deprel }) => /^(have|has)$/.test(lower) && deprel.startsWith('aux'))
  )
}
