import { baseRelation, headOf, type Document, type Token } from '../../text/index.ts'
import type { Cluster, Draft } from './draft.ts'
import type { MentionWords } from './words.ts'

/** What the text is about as it goes on: an actor gains by each mention, most as a subject, and fades by half with each sentence. */
export interface Focus {
  see(cluster: Cluster, draft: Draft): void
  /** Who alone speaks in the sentence before that of a mention which speaks itself. */
  speakerBefore(draft: Draft): Cluster | undefined
  /** The actor most in focus before a mention of those that fit; undefined where it is not clearly ahead. */
  most(draft: Draft, fits: (cluster: Cluster) => boolean): Cluster | undefined
}

/** Most actors that are kept in focus. */
const WIDTH = 30
/** An actor last mentioned more sentences ago than this is out of focus. */
const REACH = 3
/** How far the first must be ahead of the second. */
const MARGIN = 1.4
const NAMED = 100
const SPEAKER = 220
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['nsubj', 160],
  ['obj', 100],
  ['iobj', 90],
  ['obl', 70],
  ['appos', 60],
  ['nmod', 30],
  ['compound', 10],
])

/** Opens the focus of a document. */
export function openFocus(document: Document, words: MentionWords): Focus {
  let recent: Cluster[] = []
  const speakers = new Map<number, Cluster | false>()
  const see = (cluster: Cluster, draft: Draft): void => {
    const sentence = document.tokens[draft.head]?.sentence ?? 0
    if (cluster.kind === 'person' && isSpeakerAt(document, words, draft))
      speakers.set(sentence, (speakers.get(sentence) ?? cluster) === cluster ? cluster : false)
    if (sentence > cluster.sentence) {
      cluster.before = faded(cluster, sentence)
      cluster.salience = cluster.before
      cluster.sentence = sentence
    }
    // Several mentions in one sentence count as the weightiest of them.
    const weight = cluster.before + weightOf(document, words, draft)
    cluster.salience = Math.max(cluster.salience, weight)
    recent = [cluster, ...recent.filter((other) => other !== cluster)].slice(0, WIDTH)
  }
  const most = (draft: Draft, fits: (cluster: Cluster) => boolean): Cluster | undefined => {
    const token = document.tokens[draft.head]
    if (!token) return undefined
    const candidates = recent
      .filter((cluster) => token.sentence - cluster.sentence <= REACH && fits(cluster))
      .filter((cluster) => !isBesideItself(document, { cluster, draft, token }))
      .map((cluster) => ({ cluster, weight: faded(cluster, token.sentence) }))
      .sort((a, b) => b.weight - a.weight || a.cluster.index - b.cluster.index)
    const [first, second] = candidates
    if (!first || (second && first.weight < second.weight * MARGIN)) return undefined
    return first.cluster
  }
  const speakerBefore = (draft: Draft): Cluster | undefined => {
    const sentence = document.tokens[draft.head]?.sentence ?? 0
    const isSpeaking = isSpeakerAt(document, words, draft)
    return (isSpeaking && speakers.get(sentence - 1)) || undefined
  }
  return { see, speakerBefore, most }
}

function faded({ salience, sentence }: Cluster, now: number): number {
  return salience / 2 ** Math.min(30, Math.max(0, now - sentence))
}

function weightOf(document: Document, words: MentionWords, { head, form, type }: Draft): number {
  const relation = baseRelation(document.tokens[head]?.deprel ?? '')
  const isSpeaker = isSpeakerAt(document, words, { head, type })
  const place = isSpeaker ? SPEAKER : (WEIGHTS.get(relation) ?? 50)
  return place + (form === 'name' ? NAMED : 60)
}

/** Whether a mention speaks: "says a former official" may be taken for an object. */
function isSpeakerAt(
  document: Document,
  words: MentionWords,
  { head, type }: Pick<Draft, 'head' | 'type'>,
): boolean {
  const relation = baseRelation(document.tokens[head]?.deprel ?? '')
  const isPlaced = relation === 'nsubj' || (relation === 'obj' && type === 'person')
  return isPlaced && words.is('speech', headOf(document, head)?.lowerLemma ?? '')
}

/** Two arguments of one verb are two actors, unless one says "self" or "own": "he hit him". */
function isBesideItself(
  document: Document,
  { cluster, draft, token }: { cluster: Cluster; draft: Draft; token: Token },
): boolean {
  if (token.deprel === 'nmod:poss' || token.lower.endsWith('self')) return false
  const verb = headOf(document, draft.head)?.index
  return cluster.mentions
    .slice(-6)
    .some(({ head }) => verb !== undefined && document.tokens[head]?.head === verb)
}
