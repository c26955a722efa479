import {
  baseRelation,
  isUnder,
  rangeSpan,
  type Document,
  type TokenRange,
} from '../../text/index.ts'
import type { Span } from '../../records/index.ts'
import type { MentionContext } from './context.ts'
import type { Cluster, Draft } from './draft.ts'
import { lookUpNoun } from './words.ts'

/** What descriptions are read from. */
export interface DescriptionScene {
  readonly document: Document
  readonly context: MentionContext
  readonly drafts: readonly Draft[]
  readonly clusterOf: ReadonlyMap<number, Cluster>
}

/** Words that describe an actor with a name. */
export interface DescribingPhrase {
  readonly cluster: Cluster
  readonly draft: Draft
  readonly span: Span
}

/** The phrases that describe each actor with a name. The same words describe only one actor: a title its name's, all else the first. */
export function describingPhrases(
  scene: DescriptionScene,
  clusters: readonly Cluster[],
): ReadonlyMap<Cluster, readonly DescribingPhrase[]> {
  const all = clusters.filter(({ named }) => named).flatMap((one) => phrasesOf(scene, one))
  const owners = new Map<string, DescribingPhrase>()
  for (const phrase of all) {
    const owner = owners.get(keyOf(phrase))
    const isTitle = phrase.draft.form === 'name' && owner?.draft.form === 'description'
    if (!owner || isTitle) owners.set(keyOf(phrase), phrase)
  }
  const own = new Map<Cluster, DescribingPhrase[]>(clusters.map((cluster) => [cluster, []]))
  for (const phrase of all)
    if (owners.get(keyOf(phrase)) === phrase) own.get(phrase.cluster)?.push(phrase)
  return own
}

function keyOf({ span }: DescribingPhrase): string {
  return `${span.start} ${span.end}`
}

function phrasesOf(scene: DescriptionScene, cluster: Cluster): DescribingPhrase[] {
  return cluster.mentions
    .filter((draft) => draft.form === 'description' || hasTitle(scene, draft))
    .map((draft) => ({ cluster, draft, span: descriptionSpan(scene, draft) }))
    .filter(({ span }) => span.end > span.start)
}

/** Longest description in UTF-16 units. */
const WIDEST = 200

/** Whether a name's phrase begins with words that describe it ("security analyst Omar Daud"). */
export function hasTitle(scene: DescriptionScene, draft: Draft): boolean {
  const range = titleRange(scene, draft)
  return range.last > range.first
}

/** The words before a name in the same phrase: "Foreign Minister" in "Foreign Minister Omar Daud". */
export function titleRange({ document, context }: DescriptionScene, draft: Draft): TokenRange {
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
