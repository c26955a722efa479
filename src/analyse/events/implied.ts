import { childBy, childrenBy, expand, headOf, predicateAt, type Token } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { Scene } from './scene.ts'

/** "73 people injured", "the minister assassinated": a participle whose helper is left out; "kills four": a number taken for no object. */
export function impliedPatients(scene: Scene, verb: Token): Implied {
  const shared = sharedPatients(scene, verb)
  const isDoersOwn = verb.deprel === 'conj'
  if (shared.length > 0)
    return { ...(!isDoersOwn && { agents: [] }), patients: expand(scene.document, shared) }
  const isParticiple = /^VB[DN]$/.test(verb.xpos)
  // A second root of a sentence ("the attacker, identified as X, was killed") shares the first one's subject.
  const isSecond = verb.deprel === 'root' && verb.head >= 0
  const subjects = childrenBy(scene.document, isSecond ? verb.head : verb.index, 'nsubj').map(
    ({ index }) => index,
  )
  if (isParticiple && subjects.length > 0)
    return { ...(!isSecond && { agents: [] }), patients: expand(scene.document, subjects) }
  const behind = behindHelper(scene, verb)
  if (behind !== undefined) return { agents: [], patients: expand(scene.document, [behind]) }
  const number = numberBeside(scene, verb)
  return { patients: number.length > 0 ? number : oneBeside(scene, verb) }
}

/** "Also killed in the raid were | two guards": a participle that opens its sentence, and its subject behind the helper. */
function behindHelper({ document, mentions }: Scene, verb: Token): number | undefined {
  const before = document.tokens[verb.index - 1]
  const isFirst = document.tokens[verb.index - 2]?.sentence !== verb.sentence
  const opens = before?.sentence !== verb.sentence || (before.upos === 'ADV' && isFirst)
  if (verb.xpos !== 'VBN' || !opens) return undefined
  const clause = document.tokens.slice(verb.index + 1, verb.index + LONGEST_ASIDE)
  const helper = clause.find(({ upos, lower }) => upos === 'VERB' || /^(?:was|were)$/.test(lower))
  if (!helper || helper.upos === 'VERB' || helper.sentence !== verb.sentence) return undefined
  const counted = [1, 2, 3, 4].map((step) => mentions.at(helper.index + step))
  return counted.find((mention) => mention !== undefined)?.head
}

/** Who is right before a participle, whatever the tree says. */
export function beforeParticiple(scene: Scene, verb: Token): number[] {
  const being = beforeBeing(scene, verb)
  if (being !== undefined) return expand(scene.document, [being])
  // "killed and 88 people, mostly civilians, wounded": joined to a counted noun behind an aside.
  const noun = headOf(scene.document, verb.index)
  const isJoined = verb.deprel === 'conj' && verb.xpos === 'VBN' && noun?.upos === 'NOUN'
  if (!isJoined || noun.index > verb.index) return []
  const isBehindAside = scene.document.tokens[verb.index - 1]?.text === ','
  return isBehindAside && childBy(scene.document, noun.index, 'nummod') ? [noun.index] : []
}

/** "resulting in two rebels, including their leader, being killed": who stands before "being", past an aside; the tree may lend it the subject of the verb above. */
function beforeBeing({ document, mentions }: Scene, verb: Token): number | undefined {
  const being = childBy(document, verb.index, 'aux:pass')
  if (being?.lower !== 'being' || childBy(document, verb.index, 'nsubj:pass')) return undefined
  const at = document.tokens[being.index - 1]?.text === ',' ? being.index - 2 : being.index - 1
  const before = mentions.at(at)?.head
  const isAside = before !== undefined && childBy(document, before, 'case')?.lower === 'including'
  return isAside ? headOf(document, before)?.index : before
}

/** "A policeman was killed and | a soldier slightly injured": the one right before a participle, whom "and" opens. */
function oneBeside({ document, mentions }: Scene, verb: Token): number[] {
  if (verb.xpos !== 'VBN') return []
  let at = verb.index - 1
  while (document.tokens[at]?.upos === 'ADV') at -= 1
  const mention = document.tokens[at]?.upos === 'NOUN' ? mentions.at(at) : undefined
  const [and, article] = document.tokens.slice((mention?.first ?? 0) - 1, (mention?.first ?? 0) + 1)
  const isOpened = and?.lower === 'and' && /^(?:an?|another|the)$/.test(article?.lower ?? '')
  return mention && mention.last === at + 1 && isOpened ? [mention.head] : []
}

interface Implied {
  readonly patients: readonly number[]
  /** Nobody, where what looks like the doer is the one harmed. */
  readonly agents?: readonly number[]
}

/** "shot and killed a teacher", "were reported killed", "left two guards injured": what the verb above has taken. */
function sharedPatients({ document, words }: Scene, verb: Token): number[] {
  const above = headOf(document, verb.index)
  if (above?.upos !== 'VERB') return []
  const { patients, passive } = predicateAt(document, above.index)
  if (verb.deprel === 'conj') return passive ? [] : patients.filter((head) => head > verb.index)
  if (!/^(?:xcomp|ccomp|advcl)/.test(verb.deprel) || !/^VB[DN]$/.test(verb.xpos)) return []
  const isLeft = above.lowerLemma === 'leave'
  if (passive && (isLeft || isOf(words, above.lowerLemma, 'reported-as'))) return [...patients]
  return isLeft ? patients.filter((head) => head > above.index && head < verb.index) : []
}

/** "30 died and 61 were injured", "28 more were hurt": the bare number that stands where the verb's subject does. */
export function numberBeforeHelper(scene: Scene, verb: Token): number | undefined {
  const { document, words } = scene
  let at = verb.index - 1
  if (document.tokens[at]?.upos !== 'AUX') return undefined
  while (isBetween(document.tokens[at])) at -= 1
  at = beforeAside(scene, at)
  const number = document.tokens[at]
  if (number?.sentence !== verb.sentence) return undefined
  // "dozens more were hurt"
  const isMany = number.upos === 'NOUN' && words.mentions.vague.has(number.lower)
  if (number.upos !== 'NUM' && !isMany) return undefined
  const isYear = /^(?:19|20)\d\d$/.test(number.text)
  return isYear || document.tokens[at - 1]?.lower === 'of' ? undefined : at
}

/** "six, including two children, were hurt": what stands before an aside between commas. */
function beforeAside({ document }: Scene, end: number): number {
  if (document.tokens[end]?.text !== ',') return end
  for (let at = end - 1; at > end - LONGEST_ASIDE; at -= 1)
    if (document.tokens[at]?.text === ',') return at - 1
  return end
}

/** The longest aside that is looked over, in tokens. */
const LONGEST_ASIDE = 12

/** "28 more were", "28 also were": what may stand between a bare number and its helper. */
function isBetween(token: Token | undefined): boolean {
  return /^(AUX|ADV)$/.test(token?.upos ?? '') || token?.lower === 'more'
}

/** "… and 23 wounded", "and wounded five others", "killing at least 12": a number right beside the verb, whatever the tree says. */
export function numberBeside(scene: Scene, token: Token): number[] {
  return (
    numberFrom(scene, token, { step: -1, reach: 2 }) ??
    numberFrom(scene, token, { step: 1, reach: 4 }) ??
    []
  )
}

function numberFrom(
  { document, words }: Scene,
  token: Token,
  { step, reach }: { step: 1 | -1; reach: number },
): number[] | undefined {
  if (step < 0 && !/^(VBN|VBD|JJ)$/.test(token.xpos)) return undefined
  for (let i = 1; i <= reach; i += 1) {
    const near = document.tokens[token.index + step * i]
    if (near?.sentence !== token.sentence || isBarrier(near)) return undefined
    if (near.lower === 'another' || words.mentions.vague.has(near.lower)) {
      if (step < 0) return [near.index]
      continue
    }
    if (near.upos !== 'NUM') continue
    if (/^(?:19|20)\d\d$/.test(near.text)) return undefined
    return [countedNoun(document, near, token)]
  }
  return undefined
}

/** A new phrase or clause; "injured in two blasts": what a preposition leads to is counted for itself. */
function isBarrier({ upos, lower }: Token): boolean {
  if (/^(PUNCT|VERB|CCONJ|SCONJ|AUX|PROPN)$/.test(upos) || /^(when|while|where)$/.test(lower))
    return true
  return upos === 'ADP' && !OF_NUMBERS.has(lower)
}

/** Prepositions that bend a number: "at least 20", "up to 20", "as many as 20". */
const OF_NUMBERS: ReadonlySet<string> = new Set(
  'at up to over about around above under between than as'.split(' '),
)

/** A number behind the verb counts its own noun, unless that stands before the verb ("killed 33 people and wounded 10"); one before it stands alone or with "others". */
function countedNoun(document: Scene['document'], number: Token, verb: Token): number {
  const head = headOf(document, number.index)
  // "twenty-five others": the number goes on.
  if (number.deprel === 'compound' && head?.upos === 'NUM' && head.index > number.index)
    return countedNoun(document, head, verb)
  if (number.deprel !== 'nummod' || !head || head.upos === 'VERB') return number.index
  if (Math.abs(head.index - number.index) >= 5) return number.index
  // "injuring 155 and damaging houses": what lies beyond "and" or a comma is counted by itself.
  const between = document.tokens.slice(number.index + 1, head.index)
  if (between.some(({ upos }) => /^(PUNCT|CCONJ)$/.test(upos))) return number.index
  if (number.index > verb.index) return head.index > verb.index ? head.index : number.index
  return head.index < number.index ? head.index : number.index
}
