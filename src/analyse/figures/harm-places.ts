import type { Harm } from '../../records/index.ts'
import { ancestors, childBy, childrenBy, expand, headOf, type Token } from '../../text/index.ts'
import { takenAlong } from '../events/aims.ts'
import { readArguments } from '../events/arguments.ts'
import { numberBeforeHelper, numberBeside } from '../events/implied.ts'
import { isOf, type HarmRow } from '../events/event-words.ts'
import { isPeople, type Scene } from '../events/scene.ts'

/** A word of harm and the heads of the phrases for those who suffered it. */
export interface HarmPlace {
  readonly token: Token
  readonly harms: readonly Harm[]
  readonly heads: readonly number[]
  /** "among the dead were", "including": parts of a number told elsewhere. */
  readonly part: boolean
  /** "the toll rose to 17". */
  readonly toll?: 'cumulative' | 'revised' | 'whole'
  readonly rule: string
}

/** Where the people stand that a word of harm speaks of. */
export function harmPlace(scene: Scene, token: Token, row: HarmRow): HarmPlace | undefined {
  const harms: Harm[] = row.harm === 'casualties' ? ['killed', 'injured'] : [row.harm]
  const base = { token, harms, part: false, rule: row.whom }
  if (isLossOfLife(scene, token))
    return { token, harms, heads: [token.index], part: false, rule: row.whom }
  const among = amongThem(scene, token)
  if (among) return { token, harms, heads: among, part: true, rule: 'among' }
  switch (row.whom) {
    case 'patient':
      return { heads: patients(scene, token), ...base }
    case 'subject':
      return { heads: subjects(scene, token), ...base }
    case 'self':
      return { heads: [token.index], ...base }
    case 'of':
      return { heads: ofNoun(scene, token, row), ...base }
    case 'toll':
      return tollPlace(scene, base)
    case 'loss':
      return { ...base, heads: lost(scene, token) }
    case 'lives':
      return { heads: lives(scene, token), ...base }
  }
}

/** "no loss of life was reported", "no lives were lost" */
export function isLossOfLife(
  { document, words }: Scene,
  { index, head, lowerLemma, deprel }: Token,
): boolean {
  const isNone = childrenBy(document, index, 'det').some(({ lower }) =>
    words.mentions.is('none', lower),
  )
  if (!isNone) return false
  if (lowerLemma === 'loss')
    return childrenBy(document, index, 'nmod').some((noun) => noun.lowerLemma === 'life')
  return lowerLemma === 'life' && deprel === 'nsubj:pass' && document.tokens[head]?.lemma === 'lose'
}

function patients(scene: Scene, token: Token): number[] {
  const { patients: harmed } = readArguments(scene, asTrigger(token))
  return [...new Set([...harmed, ...takenAlong(scene, token.index)])]
}

/** "lost nine men", "eliminated two rebels": the verb says of people alone that they were killed. */
function lost(scene: Scene, token: Token): number[] {
  const ofVerb = token.upos === 'VERB' ? patients(scene, token) : []
  const ofNoun = childrenBy(scene.document, token.index, 'nmod')
    .filter(({ index }) => childBy(scene.document, index, 'case')?.lower === 'of')
    .map(({ index }) => index)
  return [...ofVerb, ...ofNoun].filter((head) => {
    const mention = scene.mentions.byHead(head)
    return isPeople(mention) && mention?.form === 'description' && mention.type !== 'unknown'
  })
}

function asTrigger({ index }: Token) {
  return { token: index, range: { first: index, last: index + 1 }, pos: 'VERB' as const, rows: [] }
}

function subjects(scene: Scene, token: Token): number[] {
  if (token.upos === 'VERB') return [...readArguments(scene, asTrigger(token)).agents]
  return beside(scene, token) ?? aboveIt(scene, token)
}

/** Who stands right before a word of state, or is its subject. */
function beside(scene: Scene, token: Token): number[] | undefined {
  const { document } = scene
  if (childBy(document, token.index, 'nummod')) return [token.index]
  const before = document.tokens[token.index - 1]
  // "spoke of 33 dead"
  if (token.upos === 'ADJ' && before?.upos === 'NUM' && before.deprel !== 'nummod')
    return [before.index]
  // "left 18 people dead": what stands right before it, whatever the tree says.
  if (before?.upos === 'NOUN' && before.sentence === token.sentence)
    return expand(document, [firstOfList(scene, before)])
  const own = childrenBy(document, token.index, 'nsubj').map(({ index }) => index)
  if (own.length > 0) return expand(document, own)
  const helped = numberBeforeHelper(scene, token)
  return helped === undefined ? undefined : [helped]
}

/** Who the word above a word of state tells of. */
function aboveIt(scene: Scene, token: Token): number[] {
  const { document } = scene
  const above = headOf(document, token.index)
  if (!above) return numberBeside(scene, token)
  // "left 12 people dead", "were found dead": the object or subject of the verb above.
  if (above.upos === 'VERB' && /^(xcomp|advcl|obj|ccomp)/.test(token.deprel)) {
    const { patients: objects, agents } = readArguments(scene, asTrigger(above))
    return objects.length > 0 ? [...objects] : [...agents]
  }
  if (token.deprel.startsWith('amod') || token.deprel.startsWith('acl'))
    return above.index < token.index ? expand(document, [firstOfList(scene, above)]) : []
  if (token.deprel.startsWith('conj')) return numberBeside(scene, token)
  return []
}

/** "left a policeman and three guards dead": the word hangs on the last of the list and means all. */
function firstOfList({ document }: Scene, token: Token): number {
  let at = token
  for (let steps = 0; at.deprel.startsWith('conj') && steps < 20; steps += 1) {
    const above = headOf(document, at.index)
    if (!above || above.upos === 'VERB') break
    at = above
  }
  return at.index
}

/** "A girl was among the dead": its subjects, who are part of a number told elsewhere. */
function amongThem({ document }: Scene, token: Token): number[] | undefined {
  if (childBy(document, token.index, 'case')?.lower !== 'among') return undefined
  const above = headOf(document, token.index)
  const own = childrenBy(document, token.index, 'nsubj')
  const subject = own.length > 0 || !above ? own : childrenBy(document, above.index, 'nsubj')
  return expand(
    document,
    subject.map(({ index }) => index),
  )
}

/** How far above its noun a verb of suffering may stand. */
const FAR = 3

function ofNoun(scene: Scene, token: Token, { harm }: HarmRow): number[] {
  const { document } = scene
  // "44 others sustained injuries", "suffered light to moderate injuries"
  const verb = ancestors(document, token.index)
    .slice(0, FAR)
    .find(({ lowerLemma }) => isOf(scene.words, lowerLemma, 'suffering'))
  if (verb && verb.index < token.index && token.deprel === 'obj')
    return [...readArguments(scene, asTrigger(verb)).agents]
  const counts = childrenBy(document, token.index, 'nummod', 'det', 'amod').some(
    ({ lower, upos }) =>
      (upos === 'NUM' && !/^(?:19|20)\d\d$/.test(lower)) ||
      scene.words.mentions.is('none', lower) ||
      scene.words.mentions.vague.has(lower),
  )
  if (counts) return [token.index]
  if (harm === 'casualties') return []
  const next = document.tokens[token.index + 1]
  // "12 deaths and injuries to 45 others": what stands right behind belongs to the last of the two.
  const behind = token.deprel === 'conj' && /^(of|to)$/.test(next?.lower ?? '')
  const right = behind ? scene.mentions.at(token.index + 2)?.head : undefined
  if (right !== undefined) return expand(document, [right])
  const of = childrenBy(document, token.index, 'nmod').filter(({ index }) =>
    /^(of|to)$/.test(childBy(document, index, 'case')?.lower ?? ''),
  )
  return expand(
    document,
    of.map(({ index }) => index),
  )
}

/** "The death toll rose to 17", "was revised to 14", "a toll of 17": the first number after it; of two ("from 12 to 17") the one behind "to". */
function tollPlace(
  { document, words }: Scene,
  base: Omit<HarmPlace, 'heads'>,
): HarmPlace | undefined {
  const { token } = base
  const verb = document.tokens[token.head]
  let toll: HarmPlace['toll'] = isOf(words, verb?.lemma, 'revising') ? 'revised' : 'whole'
  for (let at = token.index + 1; at < token.index + 12; at += 1) {
    const near = document.tokens[at]
    if (near?.sentence !== token.sentence) return undefined
    if (isOf(words, near.lemma, 'rising')) toll = 'cumulative'
    if (isOf(words, near.lemma, 'revising')) toll = 'revised'
    if (document.tokens[at - 1]?.lower === 'from' && hasTo(document.tokens, at)) continue
    if (near.upos === 'NUM' && !/^(?:19|20)\d\d$/.test(near.text))
      return { heads: [headOfNumber(near, document.tokens)], toll, ...base }
  }
  return undefined
}

/** "from 12 to 17" */
function hasTo(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(at + 1, at + 4).some(({ lower }) => lower === 'to')
}

function headOfNumber(number: Token, tokens: readonly Token[]): number {
  const head = tokens[number.head]
  const isNear =
    number.deprel === 'nummod' && head && head.index > number.index && head.index - number.index < 4
  return isNear ? head.index : number.index
}

/** "claimed 12 lives", "claimed the lives of 12 people", "12 people lost their lives". */
function lives(scene: Scene, token: Token): number[] {
  const { document } = scene
  const verb = headOf(document, token.index)
  if (!verb || token.deprel !== 'obj') return []
  if (!/^(claim|lose|take|cost)$/.test(verb.lemma)) return []
  if (verb.lemma === 'lose') return [...readArguments(scene, asTrigger(verb)).agents]
  return ofNoun(scene, token, { parts: [], harm: 'killed', whom: 'of' })
}
