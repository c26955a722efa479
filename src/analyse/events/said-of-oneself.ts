import type { Statement } from '../../records/index.ts'
import {
  childrenBy,
  headOf,
  obliquesOf,
  predicateAt,
  rangeSpan,
  type Token,
} from '../../text/index.ts'
import { withParticle } from './arguments.ts'
import { claimedAttack, outletIn, type ClaimDraft } from './claims.ts'
import { isOwn, WISHED } from './confidence.ts'
import { isOf } from './event-words.ts'
import {
  cueOf,
  isAttackNoun,
  isNegated,
  isPeople,
  sourceHead,
  statementsHolding,
  tokenAt,
  type Scene,
} from './scene.ts'

/** A claim or denial told by a word that puts somebody behind an attack, where they say it of themselves. */
export function saidOfOneself(scene: Scene, token: Token): ClaimDraft | undefined {
  return (
    behindAt(scene, token) ??
    noPartAt(scene, token) ??
    answerableAt(scene, token) ??
    deniedDeedAt(scene, token) ??
    deniedOwnDeedAt(scene, token) ??
    pleaAt(scene, token) ??
    didItAt(scene, token)
  )
}

/** "denied holding them", "denied having ordered it", "denied carrying out the bombing": a deed done to what was told before, or an attack. */
function deniedDeedAt(scene: Scene, token: Token): ClaimDraft | undefined {
  const { document, words } = scene
  if (!isOf(words, token.lowerLemma, 'deny')) return undefined
  const deed = childrenBy(document, token.index, 'ccomp', 'xcomp', 'advcl').find(
    (verb) =>
      isDoneToThat(scene, verb) &&
      childrenBy(document, verb.index, 'nsubj').every(({ upos }) => upos === 'PRON'),
  )
  const { agents } = predicateAt(document, token.index)
  const claimant = agents.find((head) => isPeople(scene.mentions.byHead(head)))
  if (!deed || claimant === undefined) return undefined
  return {
    stance: 'denies',
    token: token.index,
    sentence: token.sentence,
    span: rangeSpan(document, { first: token.index, last: deed.index + 1 }),
    claimant,
  }
}

function isDoneToThat(scene: Scene, verb: Token): boolean {
  const { document, words } = scene
  const objects = childrenBy(document, verb.index, 'obj')
  if (isOf(words, withParticle(scene, verb), 'light'))
    if (objects.some(({ index }) => isAttackNoun(scene, index))) return true
  // "denied killing civilians", but no bill
  const isOfPeople = objects.some(({ index }) => isPeople(scene.mentions.byHead(index)))
  if (verb.xpos === 'VBG' && isOfPeople && isViolent(scene, verb)) return true
  const isThat = objects.some(({ lower }) => /^(?:it|them|him|her)$/.test(lower))
  return words.verbs.has(verb.lowerLemma) && isThat
}

/** "The army denied that its gunners had fired on the mosque": a violent deed of their own. */
function deniedOwnDeedAt(scene: Scene, token: Token): ClaimDraft | undefined {
  const { document, words } = scene
  const isDeed = token.upos === 'VERB' && token.deprel === 'ccomp'
  const denial = isDeed ? headOf(document, token.index) : undefined
  if (!denial || !isOf(words, denial.lowerLemma, 'deny') || !isViolent(scene, token))
    return undefined
  const [subject] = childrenBy(document, token.index, 'nsubj')
  const statement = statementsHolding(scene, token).at(-1)
  if (!subject || !statement?.source || !isOwn(scene, subject.index, statement.source))
    return undefined
  const claimant = sourceHead(scene, statement)
  if (claimant === undefined) return undefined
  return {
    stance: 'denies',
    token: token.index,
    sentence: token.sentence,
    span: rangeSpan(document, { first: denial.index, last: token.index + 1 }),
    claimant,
  }
}

function isViolent({ words }: Scene, { lowerLemma }: Token): boolean {
  const kinds = (words.verbs.get(lowerLemma) ?? []).map(({ kind }) => words.kinds.get(kind))
  return kinds.some((kind) => kind?.group === 'violence')
}

/** "pleaded not guilty": the accused deny it. */
function pleaAt(scene: Scene, token: Token): ClaimDraft | undefined {
  const { document } = scene
  const [not, guilty] = document.tokens.slice(token.index + 1, token.index + 3)
  if (token.lowerLemma !== 'plead' || not?.lower !== 'not' || guilty?.lower !== 'guilty')
    return undefined
  const claimant = predicateAt(document, token.index).agents[0]
  if (claimant === undefined) return undefined
  const attack = obliquesOf(document, guilty.index).find(({ head }) => isAttackNoun(scene, head))
  return {
    stance: 'denies',
    token: attack?.head ?? token.index,
    sentence: token.sentence,
    span: rangeSpan(document, { first: token.index, last: guilty.index + 1 }),
    claimant,
  }
}

/** "We did this", "said that it did it" */
function didItAt(scene: Scene, token: Token): ClaimDraft | undefined {
  const { document } = scene
  const isDone = /^(?:did|done)$/.test(token.lower) && token.upos === 'VERB'
  const [object] = isDone ? childrenBy(document, token.index, 'obj') : []
  const [subject] = childrenBy(document, token.index, 'nsubj')
  if (!subject || !/^(?:it|this|so)$/.test(object?.lower ?? '')) return undefined
  const statement = statementsHolding(scene, token).at(-1)
  const source = statement?.source
  const isOwnDeed = source ? isOwn(scene, subject.index, source) : subject.lower === 'we'
  if (!isOwnDeed) return undefined
  const claimant = statement ? sourceHead(scene, statement) : subject.index
  if (claimant === undefined || scene.mentions.byHead(claimant)?.actor === undefined)
    return undefined
  return {
    stance: statement?.stance === 'denies' || isNegated(scene, token.index) ? 'denies' : 'claims',
    token: token.index,
    sentence: token.sentence,
    span: rangeSpan(document, { first: subject.index, last: token.index + 1 }),
    claimant,
  }
}

/** "said it was behind the attack": who says so of themselves claims it. */
function behindAt(scene: Scene, token: Token): ClaimDraft | undefined {
  const { document } = scene
  if (token.upos !== 'NOUN' && token.upos !== 'PROPN') return undefined
  if (!scene.words.nouns.has(token.lowerLemma)) return undefined
  const mark = childrenBy(document, token.index, 'case').find(({ lower }) => lower === 'behind')
  const subject = childrenBy(document, token.index, 'nsubj')[0]
  const statement = mark && statementsHolding(scene, token).at(-1)
  const sayer = statement && cueOf(scene, statement)
  if (!mark || !subject || !sayer || WISHED.has(statement.stance)) return undefined
  const claimant = behindIt(scene, { subject, statement, sayer })
  if (claimant === undefined) return undefined
  const isDenial = statement.stance === 'denies' || isNegated(scene, token.index)
  return {
    stance: isDenial ? 'denies' : 'claims',
    token: token.index,
    sentence: token.sentence,
    span: rangeSpan(document, { first: mark.index, last: token.index + 1 }),
    claimant,
    ...outletIn(scene, sayer, claimant),
  }
}

/** Whoever speaks, where the subject is the speaker, or a pronoun that may be ("its northern branch said it was behind it"). */
function behindIt(
  scene: Scene,
  { subject, statement, sayer }: { subject: Token; statement: Statement; sayer: Token },
): number | undefined {
  const { source } = statement
  if (source && isOwn(scene, subject.index, source)) return sourceHead(scene, statement)
  const isAnother = scene.mentions.actorOf(scene.mentions.byHead(subject.index)) !== undefined
  // "The governor said they were behind the attack": others.
  const isOthers = subject.lower === 'they' && source?.kind === 'named-person'
  if (subject.upos !== 'PRON' || isAnother || isOthers) return undefined
  return predicateAt(scene.document, sayer.index).agents[0]
}

/** "had no part in the attack", "had no hand in it". */
function noPartAt(scene: Scene, noun: Token): ClaimDraft | undefined {
  const { document, words } = scene
  const verb = tokenAt(scene, noun.head)
  if (!noun.deprel.startsWith('obj') || verb?.lowerLemma !== 'have') return undefined
  const no = childrenBy(document, noun.index, 'det').find(({ lower }) => lower === 'no')
  if (!no || !isOf(words, noun.lowerLemma, 'part-in')) return undefined
  const { agents, obliques } = predicateAt(document, verb.index)
  const isIn = [...obliques, ...obliquesOf(document, noun.index)].some(({ preposition }) =>
    /^(in|with|to)$/.test(preposition),
  )
  const claimant = agents.find((head) => isPeople(scene.mentions.byHead(head)))
  if (claimant === undefined || !isIn) return undefined
  return {
    stance: 'denies',
    token: claimedAttack(scene, noun.index) ?? noun.index,
    sentence: noun.sentence,
    span: rangeSpan(document, { first: verb.index, last: noun.index + 1 }),
    claimant,
  }
}

/** "said it was not involved", "that it was not responsible for the attack", "that it was responsible": who says so of themselves. */
function answerableAt(scene: Scene, token: Token): ClaimDraft | undefined {
  const { document, words } = scene
  if (!isOf(words, token.lower, 'answerable')) return undefined
  const [subject] = childrenBy(document, token.index, 'nsubj')
  const statement = statementsHolding(scene, token).at(-1)
  const source = statement?.source
  if (!subject || !source) return undefined
  // "a caller told the station that the Front was responsible": a caller speaks for it.
  const isCaller = /\bcaller$/i.test(source.text) && isPeople(scene.mentions.byHead(subject.index))
  if (!isCaller && !isOwn(scene, subject.index, source)) return undefined
  const claimant = isCaller ? subject.index : sourceHead(scene, statement)
  const isDenial = statement.stance === 'denies' || isNegated(scene, token.index)
  const attack = obliquesOf(document, token.index).find(({ head }) => isAttackNoun(scene, head))
  // "was responsible for the road" is an office.
  if (claimant === undefined || (!isDenial && !attack)) return undefined
  return {
    stance: isDenial ? 'denies' : 'claims',
    token: attack?.head ?? token.index,
    sentence: token.sentence,
    span: rangeSpan(document, { first: subject.index, last: token.index + 1 }),
    claimant,
  }
}
