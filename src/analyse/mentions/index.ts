import { rangeSpan, type Document } from '../../text/index.ts'
import { writeActors } from './actors.ts'
import { joinMentions } from './clusters.ts'
import type { MentionContext } from './context.ts'
import { readCount } from './count.ts'
import type { Cluster, Draft } from './draft.ts'
import { readLinks, withBracketedNames } from './links.ts'
import type { Mention, Mentions } from './mention.ts'
import { openTyper } from './mention-type.ts'
import { readNounPhrases } from './noun-phrases.ts'

export * from './context.ts'
export * from './count.ts'
export * from './mention.ts'
export { MENTION_RULES } from './rules.ts'
export * from './words.ts'

/** Every noun phrase of a document with what it is, and the actors that they name, describe and stand for. Linear in the text; never throws. */
export function readMentions(document: Document, context: MentionContext): Mentions {
  const typer = openTyper(document, context)
  const phrases = readNounPhrases(document, context)
  const drafts = withBracketedNames(
    document,
    phrases.map((phrase, index) => ({ index, ...phrase, ...typer.typeOf(phrase) })),
  )
  const links = readLinks(document, drafts)
  const { clusters, clusterOf } = joinMentions(document, drafts, { context, links })
  const actors = writeActors({ document, context, drafts, clusterOf }, clusters)
  const all = drafts.map((draft) =>
    mentionOf(document, { draft, context, cluster: clusterOf.get(draft.index) }),
  )
  const byHead = headIndex(document, drafts, all)
  return {
    all,
    actors,
    byHead: (token) => byHead[token],
    at: tightestIndex(document, all),
    actorOf: (mention) => (mention?.actor === undefined ? undefined : actors[mention.actor]),
  }
}

function mentionOf(
  document: Document,
  {
    draft,
    context,
    cluster,
  }: { draft: Draft; context: MentionContext; cluster: Cluster | undefined },
): Mention {
  const { index, head, first, last, full, form, known } = draft
  const count = form === 'description' ? readCount(document, draft, context.words) : undefined
  const type =
    cluster && (form !== 'description' || draft.type === 'unknown') ? cluster.kind : draft.type
  const span = rangeSpan(document, draft)
  if (cluster) context.trace?.({ rule: `mentions/${form}`, outcome: 'read', span, why: type })
  return {
    index,
    head,
    first,
    last,
    span,
    full,
    form,
    type,
    ...(known !== undefined && { known }),
    ...(cluster && { actor: cluster.index }),
    ...(count && { count }),
  }
}

/** Mentions by their heads; the noun that a head counts leads to the same mention, and so does the first word of a name that the tree hangs all others on ("al-Orrin"). */
function headIndex(
  document: Document,
  drafts: readonly Draft[],
  all: readonly Mention[],
): readonly (Mention | undefined)[] {
  const byHead = emptySlots<Mention>(document)
  drafts.forEach(({ head, kernel }, at) => {
    const mention = all[at]
    if (!mention) return
    byHead[head] = mention
    byHead[kernel] = mention
  })
  for (const mention of all) {
    const { deprel = '', head = -1 } = document.tokens[mention.head] ?? {}
    const isFree = byHead[head]?.actor === undefined
    if (deprel === 'flat' && head >= 0 && isFree) byHead[head] = mention
  }
  return byHead
}

/** The tightest mention of each token. */
function tightestIndex(
  document: Document,
  all: readonly Mention[],
): (token: number) => Mention | undefined {
  const byToken = emptySlots<Mention>(document)
  for (const mention of all)
    for (let at = mention.first; at < mention.last; at += 1) {
      const known = byToken[at]
      if (!known || widthOf(mention) <= widthOf(known)) byToken[at] = mention
    }
  return (token) => byToken[token]
}

function widthOf({ first, last }: Mention): number {
  return last - first
}

/** A slot for each token. */
function emptySlots<T>({ tokens }: Document): (T | undefined)[] {
  return tokens.map(() => undefined)
}
