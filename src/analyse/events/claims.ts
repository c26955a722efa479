import { contentKey } from '../../base/hash.ts'
import {
  evidenceAt,
  spansMeet,
  type Participant,
  type ResponsibilityClaim,
  type Span,
} from '../../records/index.ts'
import {
  ancestors,
  childrenBy,
  obliquesOf,
  predicateAt,
  rangeSpan,
  subtree,
  type Token,
} from '../../text/index.ts'
import { isOf, rowsOf } from './event-words.ts'
import { isAttackNoun, isNegated, isPeople, lemmaAt, saidAt, tokenAt, type Scene } from './scene.ts'
import { saidOfOneself } from './said-of-oneself.ts'

/** A claim of responsibility, a denial, or word that there is none, before it is joined to an event. */
export interface ClaimDraft {
  readonly stance: ResponsibilityClaim['stance']
  readonly token: number
  readonly sentence: number
  readonly span: Span
  /** Head of the phrase for whoever claims. */
  readonly claimant?: number
  readonly outlet?: number
  /** Told by the deed itself, whose doer stands in it. */
  readonly byDeed?: true
}

/** Every claim of responsibility of a document; the same words tell it once, whichever of them it is read at. */
export function findClaims(scene: Scene): ClaimDraft[] {
  const drafts: ClaimDraft[] = []
  const told = new Set<string>()
  for (const token of scene.document.tokens) {
    const draft =
      (token.upos === 'VERB' ? claimAt(scene, token) : claimNounAt(scene, token)) ??
      saidOfOneself(scene, token)
    if (!draft || told.has(wordsOf(draft))) continue
    told.add(wordsOf(draft))
    drafts.push(draft)
  }
  return drafts
}

/** What tells one claim of an event from another: the stance, and the words. */
export function wordsOf({ stance, span }: ClaimDraft): string {
  return `${stance} ${span.start} ${span.end}`
}

/** "claimed responsibility", "took credit", "denied involvement", "no group has claimed". */
function claimAt(scene: Scene, verb: Token): ClaimDraft | undefined {
  const { words, document } = scene
  const isClaim = isOf(words, verb.lowerLemma, 'claim')
  const isDenial = isOf(words, verb.lowerLemma, 'deny')
  if (!isClaim && !isDenial) return undefined
  const { agents: own, patients, passive } = predicateAt(document, verb.index)
  const behind = isDenial ? joinedObject(scene, verb) : undefined
  const object =
    behind ??
    patients.find(
      (head) =>
        isOf(words, lemmaAt(scene, head), 'responsibility') ||
        isClaimable(scene, head) ||
        (isDenial && (isItself(scene, verb, head) || isCrime(scene, verb, head))),
    )
  const agents = behind === undefined ? own : patients
  if (object === undefined) return undefined
  // "took a role", "assumed the blame" are no claims; "claimed the attack" is one, "took an attack" none.
  const isPlain = /^(responsibility|credit)$/.test(lemmaAt(scene, object))
  if (isClaim && !isPlain && verb.lowerLemma !== 'claim') return undefined
  const claimant = agents.find(
    (head) => isPeople(scene.mentions.byHead(head)) || isNobody(scene, head),
  )
  const isNone =
    agents.some((head) => isNobody(scene, head)) ||
    (isClaim && isNegated(scene, verb.index)) ||
    (passive && isNobody(scene, object))
  const [from, to] = [Math.min(verb.index, object), Math.max(verb.index, object)]
  return {
    stance: isNone ? 'none' : isDenial || isNegated(scene, verb.index) ? 'denies' : 'claims',
    token: claimedAttack(scene, object) ?? verb.index,
    sentence: verb.sentence,
    span: rangeSpan(document, { first: from, last: to + 1 }),
    ...(claimant !== undefined && !isNone && { claimant }),
    ...outletIn(scene, verb, claimant),
  }
}

/** "was blamed and denied involvement": what the tree hangs on the verb before stands right behind "denied". */
function joinedObject({ document, words }: Scene, verb: Token): number | undefined {
  const next = document.tokens[verb.index + 1]
  const isJoined = verb.deprel === 'conj' && next?.deprel === 'obj' && next.head === verb.head
  return isJoined && isOf(words, next.lowerLemma, 'responsibility') ? next.index : undefined
}

/** "denies murder", "denied the killing": a deed that somebody does. */
function isCrime(scene: Scene, verb: Token, head: number): boolean {
  return head > verb.index && verb.lowerLemma === 'deny' && isAttackNoun(scene, head)
}

/** "denied it": the bare pronoun, and nothing else that could be denied. */
function isItself({ document }: Scene, verb: Token, head: number): boolean {
  const token = document.tokens[head]
  return (
    token?.lower === 'it' &&
    head > verb.index &&
    verb.lowerLemma === 'deny' &&
    !childrenBy(document, verb.index, 'ccomp', 'xcomp').length
  )
}

/** The word for the attack that is claimed: "responsibility for the attack", "claimed the bombing". */
export function claimedAttack(scene: Scene, object: number): number | undefined {
  if (isAttackNoun(scene, object)) return object
  return obliquesOf(scene.document, object)
    .map(({ head }) => head)
    .find((head) => isAttackNoun(scene, head))
}

/** "there was no immediate claim of responsibility", "without a claim of responsibility", "its claim of responsibility" */
function claimNounAt(scene: Scene, noun: Token): ClaimDraft | undefined {
  const { document, words } = scene
  if (noun.upos !== 'NOUN' || noun.lowerLemma !== 'claim') return undefined
  const of = childrenBy(document, noun.index, 'nmod').find(({ lowerLemma }) =>
    isOf(words, lowerLemma, 'responsibility'),
  )
  const no = childrenBy(document, noun.index, 'det', 'case').find(({ lower }) =>
    /^(no|without)$/.test(lower),
  )
  const owner = childrenBy(document, noun.index, 'nmod:poss')[0]
  if (!of || (!no && !owner)) return undefined
  return {
    stance: no ? 'none' : 'claims',
    token: noun.index,
    sentence: noun.sentence,
    span: rangeSpan(document, { first: no?.index ?? noun.index, last: of.index + 1 }),
    ...(owner && !no && { claimant: claimantOf(scene, owner, noun) }),
  }
}

/** "In its claim, the group said …": a pronoun that looks ahead stands for the subject of its verb. */
function claimantOf(scene: Scene, owner: Token, noun: Token): number {
  if (owner.upos !== 'PRON' || actorAt(scene, owner.index) !== undefined) return owner.index
  const verb = ancestors(scene.document, noun.index).find(({ upos }) => upos === 'VERB')
  const subject = verb && childrenBy(scene.document, verb.index, 'nsubj')[0]
  return subject?.index ?? owner.index
}

/** A noun for an attack; "claimed five lives" tells of no claim. */
function isClaimable(scene: Scene, head: number): boolean {
  return (
    isAttackNoun(scene, head) &&
    rowsOf(scene.words.harms, lemmaAt(scene, head), 'NOUN') === undefined
  )
}

/** "nobody", "no group", "none of them" */
export function isNobody(scene: Scene, head: number): boolean {
  const token = tokenAt(scene, head)
  if (isOf(scene.words, token?.lower, 'nobody')) return true
  return childrenBy(scene.document, head, 'det').some(({ lower }) => lower === 'no')
}

/** The medium that a claim came through: "in its news agency X", "via X", "carried by X". */
export function outletIn(scene: Scene, verb: Token, claimant?: number): { outlet?: number } {
  for (const at of subtree(scene.document, verb.index)) {
    if (at === claimant) continue
    const mention = scene.mentions.byHead(at)
    if (mention?.type === 'media' && scene.mentions.actorOf(mention) !== undefined)
      return { outlet: at }
  }
  return {}
}

/** "The details were published in Daesh's news agency Amaq": the medium of a claim that stands nearby. */
export function findPublications(scene: Scene): { sentence: number; outlet: number; span: Span }[] {
  const found: { sentence: number; outlet: number; span: Span }[] = []
  for (const token of scene.document.tokens) {
    if (token.upos !== 'VERB' || !isOf(scene.words, token.lowerLemma, 'publish')) continue
    const { agents, obliques } = predicateAt(scene.document, token.index)
    const heads = [
      ...agents,
      ...obliques
        .filter(({ preposition }) => /^(in|on|by|via|through)$/.test(preposition))
        .map(({ head }) => head),
    ]
    const outlet = heads
      .flatMap((head) => [
        head,
        ...childrenBy(scene.document, head, 'appos', 'flat').map(({ index }) => index),
      ])
      .find((head) => scene.mentions.byHead(head)?.type === 'media')
    const mention = outlet === undefined ? undefined : scene.mentions.byHead(outlet)
    if (outlet !== undefined && mention)
      found.push({ sentence: token.sentence, outlet, span: mention.span })
  }
  return found
}

/** The claims of one event. */
export function writeClaims(
  scene: Scene,
  drafts: readonly ClaimDraft[],
  eventId: string,
): ResponsibilityClaim[] {
  return drafts.map(({ stance, span, claimant, outlet }) => {
    const evidence = evidenceAt(scene.document.text, span)
    const by = claimant === undefined ? undefined : actorAt(scene, claimant)
    const through = outlet === undefined ? undefined : actorAt(scene, outlet)
    return {
      id: contentKey(eventId, 'claim', stance, span.start, span.end),
      evidence: [evidence],
      readBy: `events/claim-${stance}`,
      ...saidAt(scene, evidence),
      stance,
      ...(by !== undefined && { claimant: by }),
      ...(through !== undefined && through !== by && { outlet: through }),
    }
  })
}

/** Who takes which stance: told twice, it is one claim. */
export function claimKey(scene: Scene, { stance, claimant }: ClaimDraft): string {
  return `${stance} ${claimant === undefined ? '' : actorAt(scene, claimant)}`
}

function actorAt({ mentions }: Scene, head: number): string | undefined {
  return mentions.actorOf(mentions.byHead(head))?.id
}

/** Participants with the statements in which they deny what they are held to have done: "the group denied involvement". */
export function withDenials(
  scene: Scene,
  participants: readonly Participant[],
  drafts: readonly ClaimDraft[],
): Participant[] {
  const denials = drafts.flatMap(({ stance, claimant, span }) => {
    const by = stance === 'denies' && claimant !== undefined ? actorAt(scene, claimant) : undefined
    const statement = by === undefined ? undefined : statementAt(scene, span)
    return statement ? [{ by, statement }] : []
  })
  return participants.map((participant) => {
    const own = denials.filter(
      ({ by }) => by === participant.actor && participant.role === 'perpetrator',
    )
    if (own.length === 0) return participant
    return { ...participant, deniedBy: [...new Set(own.map(({ statement }) => statement))] }
  })
}

/** The statement whose cue stands among the words of a claim. */
function statementAt({ statements }: Scene, span: Span): string | undefined {
  return statements.find(({ cue }) => cue?.evidence.some((words) => spansMeet(words, span)))?.id
}
