import { contentKey } from '../../base/hash.ts'
import { evidenceAt, type Actor, type ActorKind, type Evidence } from '../../records/index.ts'
import { rangeSpan, type Document, type TokenRange } from '../../text/index.ts'
import { describingPhrases, type DescriptionScene } from './describing-phrases.ts'
import { describe, type Described } from './descriptions.ts'
import { initialsOf, nameKey, type Cluster, type Draft } from './draft.ts'

/** The actor records of clusters, in order of their first mentions. */
export function writeActors(scene: DescriptionScene, clusters: readonly Cluster[]): Actor[] {
  const ids = idsOf(scene, clusters)
  const phrases = describingPhrases(scene, clusters)
  return clusters.map((cluster) => {
    const described = describe(scene, cluster, phrases.get(cluster) ?? [])
    return writeActor(scene, { cluster, ids, described })
  })
}

/** Ids made of first mentions; in broken text two actors may begin with the same words, and are numbered. */
function idsOf({ document }: DescriptionScene, clusters: readonly Cluster[]): string[] {
  const seen = new Map<string, number>()
  return clusters.map((cluster) => {
    const { start, end } = rangeSpan(document, firstMention(cluster))
    const key = contentKey(document.report.id, 'actor', start, end)
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return before === 0 ? key : contentKey(document.report.id, 'actor', start, end, before)
  })
}

function firstMention({ mentions }: Cluster): TokenRange {
  return inOrder(mentions)[0] ?? { first: 0, last: 0 }
}

function inOrder(mentions: readonly Draft[]): Draft[] {
  return [...mentions].sort((a, b) => a.first - b.first || a.last - b.last)
}

function writeActor(
  scene: DescriptionScene,
  {
    cluster,
    ids,
    described: { member, ...described },
  }: { cluster: Cluster; ids: readonly string[]; described: Described },
): Actor {
  const id = ids[cluster.index] ?? ''
  const country = countriesOf(scene, cluster)
  return {
    id,
    name: nameOf(scene, cluster),
    named: cluster.named,
    kind: kindOf(cluster, member?.cluster),
    ...(cluster.known !== undefined && { known: cluster.known }),
    ...(country.length > 0 && { country }),
    ...described,
    ...(member && {
      memberOf: {
        id: contentKey(
          scene.document.report.id,
          `member ${id}`,
          member.span.start,
          member.span.end,
        ),
        value: ids[member.cluster.index] ?? '',
        evidence: [evidenceAt(scene.document.text, member.span)],
        readBy: 'mentions/member',
      },
    }),
    mentions: mentionsOf(scene, cluster),
  }
}

/** "members of the Front", "army officers": people without names are of the kind of their group. */
function kindOf({ kind, named, plural }: Cluster, group: Cluster | undefined): ActorKind {
  const isVague = kind === 'person' || kind === 'unknown' || kind === 'civilians'
  return group && plural && !named && isVague ? group.kind : kind
}

/** The fullest form of the first name; for the unnamed the fullest description. */
function nameOf({ document }: DescriptionScene, { mentions, named }: Cluster): string {
  const forms = mentions
    .filter(({ form }) => form === (named ? 'name' : 'description'))
    .map((draft) => (named ? (draft.name ?? draft) : draft))
  const ranges = named ? formsOf(document, forms) : forms
  const longest = ranges.reduce<TokenRange | undefined>(
    (best, range) => (best && best.last - best.first >= range.last - range.first ? best : range),
    undefined,
  )
  const { start, end } = rangeSpan(document, longest ?? firstMention({ mentions } as Cluster))
  return document.text.slice(start, end)
}

/** Those names that hold the first one, or have it for initials: another name of the same group is no fuller form. */
function formsOf(document: Document, names: readonly TokenRange[]): TokenRange[] {
  const first = names[0]
  if (!first) return []
  const key = nameKey(document, first)
  return names.filter(
    (name) => nameKey(document, name).includes(key) || initialsOf(document, name).includes(key),
  )
}

function mentionsOf({ document }: DescriptionScene, { mentions }: Cluster): Evidence[] {
  const found: Evidence[] = []
  for (const draft of inOrder(mentions)) {
    const span = rangeSpan(document, draft)
    const last = found.at(-1)
    if (last?.start !== span.start || last.end !== span.end)
      found.push(evidenceAt(document.text, span))
  }
  return found
}

/** The countries of a listed actor; else those that its names and descriptions say ("Afghan civilians", "a former US official"). */
function countriesOf(scene: DescriptionScene, cluster: Cluster): readonly string[] {
  const { context } = scene
  const known = cluster.known === undefined ? undefined : context.actorKind(cluster.known)
  if (known) return known.country ?? []
  const found = new Set<string>()
  for (const draft of cluster.mentions)
    if (draft.form !== 'pronoun')
      for (const country of countriesIn(scene, draft)) found.add(country)
  return [...found].slice(0, 4)
}

function countriesIn({ document, context }: DescriptionScene, draft: Draft): string[] {
  const { tokens } = document
  const found: string[] = []
  const end = draft.form === 'name' ? draft.last : draft.kernel
  for (let at = draft.first; at < end; at += 1) {
    const token = tokens[at]
    // "Sweden-based", "anti-American": no country of the actor's.
    const isJoined = tokens[at + 1]?.text === '-' || tokens[at - 1]?.text === '-'
    if (!token || isJoined || !/^\p{Lu}/u.test(token.text)) continue
    const next = at + 1 < end ? tokens[at + 1] : undefined
    const country =
      (next && context.countries(`${token.lower} ${next.lower}`)) ?? context.countries(token.lower)
    if (country !== undefined && draft.type !== 'place') found.push(country)
  }
  return draft.form === 'name' && draft.type === 'person' ? [] : found
}
