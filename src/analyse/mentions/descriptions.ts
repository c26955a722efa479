import { contentKey } from '../../base/hash.ts'
import { evidenceAt, type Actor, type Sourced, type Span } from '../../records/index.ts'
import { baseRelation, prepositionOf, rangeSpan, type TokenRange } from '../../text/index.ts'
import { titleRange, type DescribingPhrase, type DescriptionScene } from './describing-phrases.ts'
import { isBody, type Cluster, type Draft } from './draft.ts'
import { lookUpNoun } from './words.ts'

export type Described = Pick<Actor, 'publicRole' | 'description' | 'affiliations'> & {
  /** The cluster that the actor belongs to, and the words that name it there. */
  readonly member?: { readonly cluster: Cluster; readonly span: Span }
}

/** Descriptions of an actor, out of the phrases that are its own, with the public role, the bodies it belongs to and what they rest on. */
export function describe(
  scene: DescriptionScene,
  cluster: Cluster,
  phrases: readonly DescribingPhrase[],
): Described {
  const described = cluster.mentions.filter(({ form }) => form !== 'pronoun')
  if (cluster.kind !== 'person' && !cluster.plural) return bodyDescriptions(scene, phrases)
  const seen = new Set<string>()
  const description: Sourced<string>[] = []
  for (const { span } of phrases) {
    const value = scene.document.text.slice(span.start, span.end)
    if (seen.has(value.toLowerCase()) || isBare(value)) continue
    seen.add(value.toLowerCase())
    description.push(sourced(scene, { type: 'actor-description', span, value }))
  }
  const role = phrases.find(({ draft }) => isPublic(scene, draft))
  const bodies = described.flatMap((draft) => bodiesOf(scene, draft))
  return {
    ...(description.length > 0 && { description }),
    ...(role && {
      publicRole: sourced(scene, {
        type: 'actor-role',
        span: role.span,
        value: scene.document.text.slice(role.span.start, role.span.end),
      }),
    }),
    ...belonging(scene, { cluster, bodies }),
  }
}

function bodyDescriptions(
  scene: DescriptionScene,
  phrases: readonly DescribingPhrase[],
): Described {
  const spans = phrases
    .filter(({ draft }) => draft.form === 'description' && !isDefinite(scene, draft))
    .map(({ span }) => span)
  const description = spans.map((span) =>
    sourced(scene, {
      type: 'actor-description',
      span,
      value: scene.document.text.slice(span.start, span.end),
    }),
  )
  return description.length > 0 ? { description } : {}
}

function isDefinite({ document }: DescriptionScene, { first }: Draft): boolean {
  return /^(?:the|this|that|these|those)$/.test(document.tokens[first]?.lower ?? '')
}

/** One pronoun or one plain noun describes nobody. */
function isBare(value: string): boolean {
  return /^(?:\p{Ll}{1,3}|man|woman|person|people|others?)$/u.test(value)
}

const PUBLIC = /^(?:official|military|police|diplomat)$/

function isPublic(scene: DescriptionScene, draft: Draft): boolean {
  const { document, context } = scene
  const title = titleRange(scene, draft)
  const head = draft.form === 'name' ? title.last - 1 : draft.head
  const first = draft.form === 'name' ? title.first : draft.first
  if (head < first) return false
  const role = lookUpNoun(context.words.roles, document, { first, head })
  return role?.source !== undefined && PUBLIC.test(role.source)
}

/** The bodies that a description names: "a fellow at the Harun Institute", "Interior Ministry spokesman"; none where it is past. */
function bodiesOf(scene: DescriptionScene, draft: Draft): Draft[] {
  const { document, context, drafts } = scene
  const title = titleRange(scene, draft)
  const range =
    draft.form === 'name'
      ? { first: title.first, last: bodyBehind(scene, draft) }
      : { first: draft.first, last: Math.max(draft.last, draft.full.last) }
  const words = document.tokens.slice(range.first, range.last)
  if (words.slice(0, 6).some(({ lower }) => context.words.is('past', lower))) return []
  return draftsWithin(drafts, range).filter(
    (other) =>
      scene.clusterOf.get(other.index) !== scene.clusterOf.get(draft.index) &&
      (other.form === 'name' ? isNamedBody(other) : isBodyAlone(scene, other)) &&
      isOwner(scene, { draft, other }),
  )
}

/** "Leonie Astor *of the Terrain Lab*": where a body behind a name ends. */
function bodyBehind({ document, context }: DescriptionScene, { name, last, full }: Draft): number {
  const end = name?.last ?? last
  const next = document.tokens[end]
  const isJoined = next?.upos === 'ADP' && context.words.is('affiliation', next.lower)
  return isJoined ? Math.max(end, Math.min(full.last, end + LONGEST_BODY)) : end
}

/** Tokens of a body behind a name. */
const LONGEST_BODY = 10

/** "a spokesman for *the army*": a body without a name, but no people and no "head of mission". */
function isBodyAlone({ document }: DescriptionScene, other: Draft): boolean {
  const [noun, opener] = [document.tokens[other.kernel], document.tokens[other.first]]
  const isDetermined = opener?.upos === 'DET' || opener?.xpos === 'PRP$'
  return isBody(other.type) && noun?.xpos === 'NN' && isDetermined
}

function draftsWithin(drafts: readonly Draft[], { first, last }: TokenRange): Draft[] {
  let low = 0
  let high = drafts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drafts[middle]?.head ?? 0) < first) low = middle + 1
    else high = middle
  }
  const found: Draft[] = []
  for (let at = low; at < drafts.length && (drafts[at]?.head ?? last) < last; at += 1) {
    const draft = drafts[at]
    if (draft) found.push(draft)
  }
  return found
}

function isNamedBody({ type }: Draft): boolean {
  return isBody(type) || type === 'facility' || type === 'unknown'
}

/** Whether the name stands before the noun, or behind it by "at", "of", "for", "with" or "from" all the way up. */
function isOwner(
  { document, context }: DescriptionScene,
  { draft, other }: { draft: Draft; other: Draft },
): boolean {
  let at = document.tokens[other.head]
  for (let steps = 0; at && steps < 8; steps += 1) {
    if (at.index === draft.head) return true
    const relation = baseRelation(at.deprel)
    const isJoined =
      relation === 'compound' ||
      at.deprel === 'nmod:poss' ||
      relation === 'amod' ||
      (/^(?:nmod|obl)/.test(relation) &&
        context.words.is('affiliation', prepositionOf(document, at.index)))
    if (!isJoined) return false
    at = document.tokens[at.head]
  }
  return false
}

/** Affiliations with every body named; membership where it is one listed as a group, force or government. */
function belonging(
  scene: DescriptionScene,
  { cluster, bodies }: { cluster: Cluster; bodies: readonly Draft[] },
): Described {
  const { document } = scene
  const affiliations: Sourced<string>[] = []
  const seen = new Set<string>()
  for (const body of bodies) {
    const span = rangeSpan(document, body.name ?? body)
    const value = document.text.slice(span.start, span.end)
    if (seen.has(value)) continue
    seen.add(value)
    affiliations.push(sourced(scene, { type: `actor-affiliation ${cluster.index}`, span, value }))
  }
  // "guerrillas of the League": who bears arms for an organisation belongs to it.
  const isArmed = cluster.kind === 'armed-group' || cluster.kind === 'state-force'
  const groups = bodies.filter(
    ({ type }) =>
      type === 'armed-group' || type === 'state-force' || (isArmed && type === 'organisation'),
  )
  const group = groups[0]
  const owner = group && scene.clusterOf.get(group.index)
  const isMember =
    group !== undefined && owner !== undefined && owner !== cluster && cluster.kind !== 'facility'
  return {
    ...(affiliations.length > 0 && cluster.named && { affiliations }),
    ...(isMember && { member: { cluster: owner, span: rangeSpan(document, group) } }),
  }
}

function sourced(
  { document }: DescriptionScene,
  { type, span, value }: { type: string; span: Span; value: string },
): Sourced<string> {
  return {
    id: contentKey(document.report.id, type, span.start, span.end),
    value,
    evidence: [evidenceAt(document.text, span)],
    readBy: 'mentions/description',
  }
}
