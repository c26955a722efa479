import { contentKey } from '../../base/hash.ts'
import { evidenceAt, type Actor, type Sourced, type Span } from '../../records/index.ts'
import {
  baseRelation,
  isUnder,
  prepositionOf,
  rangeSpan,
  type Document,
  type TokenRange,
} from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import { isBody, type Cluster, type Draft } from './draft.ts'
import { lookUpNoun } from './words.ts'

/** What descriptions are read from. */
export interface DescriptionScene {
  readonly document: Document
  readonly context: MentionContext
  readonly drafts: readonly Draft[]
  readonly clusterOf: ReadonlyMap<number, Cluster>
}

export type Described = Pick<Actor, 'publicRole' | 'description' | 'affiliations'> & {
  /** The cluster that the actor belongs to, and the words that name it there. */
  readonly member?: { readonly cluster: Cluster; readonly span: Span }
}

/** Longest description in UTF-16 units. */
const WIDEST = 200

/** Descriptions of an actor with the public role, the bodies it belongs to and what they rest on. */
export function describe(scene: DescriptionScene, cluster: Cluster): Described {
  const described = cluster.mentions.filter(
    (draft) => draft.form === 'description' || hasTitle(scene, draft),
  )
  if (cluster.kind !== 'person' && !cluster.plural) return bodyDescriptions(scene, cluster)
  const phrases = described.map((draft) => ({ draft, span: descriptionSpan(scene, draft) }))
  const seen = new Set<string>()
  const description: Sourced<string>[] = []
  for (const { span } of cluster.named ? phrases : []) {
    const value = scene.document.text.slice(span.start, span.end)
    if (span.end <= span.start || seen.has(value.toLowerCase()) || isBare(value)) continue
    seen.add(value.toLowerCase())
    description.push(sourced(scene, { type: 'actor-description', span, value }))
  }
  const role = cluster.named ? phrases.find(({ draft }) => isPublic(scene, draft)) : undefined
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

function bodyDescriptions(scene: DescriptionScene, cluster: Cluster): Described {
  if (!cluster.named) return {}
  const spans = cluster.mentions
    .filter((draft) => draft.form === 'description' && !isDefinite(scene, draft))
    .map((draft) => descriptionSpan(scene, draft))
    .filter(({ start, end }) => end > start)
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

/** Whether a name's phrase begins with words that describe it ("security analyst Omar Daud"). */
function hasTitle(scene: DescriptionScene, draft: Draft): boolean {
  const range = titleRange(scene, draft)
  return range.last > range.first
}

/** The words before a name in the same phrase: "Foreign Minister" in "Foreign Minister Omar Daud". */
function titleRange({ document, context }: DescriptionScene, draft: Draft): TokenRange {
  const name = draft.name ?? draft
  const none = { first: name.first, last: name.first }
  if (draft.form !== 'name' || draft.type !== 'person') return none
  const sentence = document.tokens[draft.head]?.sentence
  let first = name.first
  while (name.first - first < 8) {
    const before = document.tokens[first - 1]
    if (before?.sentence !== sentence || !before) break
    const isPart =
      /^(?:NOUN|PROPN|ADJ)$/.test(before.upos) && isUnder(document, before.index, draft.head)
    if (!isPart || baseRelation(before.deprel) === 'conj') break
    first -= 1
  }
  const last = document.tokens[name.first - 1]
  if (first === name.first || !last) return none
  const isRole =
    lookUpNoun(context.words.roles, document, { first, head: last.index }) !== undefined ||
    context.words.titles.has(last.lower) ||
    context.words.titles.has(`${last.lower}.`)
  return isRole && last.deprel !== 'nmod:desc' ? { first, last: name.first } : none
}

/** The words of a description without its article, with its prepositional phrases where they are short. */
function descriptionSpan(scene: DescriptionScene, draft: Draft): Span {
  const { document } = scene
  const title = titleRange(scene, draft)
  if (draft.form === 'name') return rangeSpan(document, title)
  let first = draft.first
  while (first < draft.head && document.tokens[first]?.deprel === 'det') first += 1
  const full = rangeSpan(document, { first, last: endOf(document, draft) })
  const short = rangeSpan(document, { first, last: draft.last })
  const isWide =
    full.end - full.start > WIDEST || / (?:who|which|that) |[“”"\n]/.test(textAt(scene, full))
  return isWide ? short : full
}

/** A description ends at the first comma behind its noun. */
function endOf({ tokens }: Document, { head, last, full }: Draft): number {
  if (tokens[last]?.upos === 'PROPN') return last
  for (let at = Math.max(head + 1, last); at < full.last; at += 1)
    if (/^[,;:(]$/.test(tokens[at]?.text ?? '')) return at
  return Math.max(last, full.last)
}

function textAt({ document }: DescriptionScene, { start, end }: Span): string {
  return document.text.slice(start, end)
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
      ? title
      : { first: draft.first, last: Math.max(draft.last, draft.full.last) }
  const words = document.tokens.slice(range.first, range.last)
  if (words.slice(0, 6).some(({ lower }) => context.words.is('past', lower))) return []
  return draftsWithin(drafts, range).filter(
    (other) => other.form === 'name' && isNamedBody(other) && isOwner(scene, { draft, other }),
  )
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
  const isArmed = cluster.kind === 'armed-group'
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
