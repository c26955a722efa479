import { childrenBy, headOf, type Document, type Token } from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import { isBody, type Cluster, type Draft } from './draft.ts'
import type { Focus } from './focus.ts'

/** What a pronoun is resolved from. */
export interface PronounScene {
  readonly document: Document
  readonly context: MentionContext
  readonly drafts: readonly Draft[]
  readonly clusterOf: ReadonlyMap<number, Cluster>
  readonly clusters: readonly Cluster[]
  readonly focus: Focus
}

/** The actor that a pronoun of the third person stands for: the subject of a clause above it, or who is clearly in focus; undefined where neither is safe. */
export function resolvePronoun(scene: PronounScene, draft: Draft): Cluster | undefined {
  const token = scene.document.tokens[draft.head]
  const pronoun = token && scene.context.words.valueOf('pronoun', token.lower)
  if (!token || !isAgreement(pronoun)) return undefined
  const fits = (cluster: Cluster): boolean => agrees(cluster, pronoun)
  const found =
    subjectAbove(scene, token, fits) ??
    speakerBefore(scene, draft, fits) ??
    (pronoun === 'it' || isQuoted(scene.document, token.start)
      ? undefined
      : scene.focus.most(draft, fits))
  if (found && pronoun !== 'they') found.gender = pronoun
  return found
}

/** "…," says a former official. "…," he tells the paper: who spoke goes on. */
function speakerBefore(
  { focus }: PronounScene,
  draft: Draft,
  fits: (cluster: Cluster) => boolean,
): Cluster | undefined {
  const speaker = focus.speakerBefore(draft)
  return speaker && fits(speaker) ? speaker : undefined
}

type Agreement = 'he' | 'she' | 'it' | 'they'

function isAgreement(word: string | undefined): word is Agreement {
  return word === 'he' || word === 'she' || word === 'it' || word === 'they'
}

function agrees({ kind, plural, gender }: Cluster, pronoun: Agreement): boolean {
  const isSame = gender === undefined || gender === pronoun
  switch (pronoun) {
    case 'he':
    case 'she':
      return kind === 'person' && !plural && isSame
    case 'it':
      return isBody(kind) && !plural && isSame
    case 'they':
      return plural ? kind !== 'facility' : isBody(kind) && gender !== 'it'
  }
}

/** Most tokens that are looked up to. */
const HIGHEST = 20

/** The subject of the clause that holds the pronoun, or of one above it within the same quotation: "the man shot his brother", "the group shows that it". */
function subjectAbove(
  scene: PronounScene,
  token: Token,
  fits: (cluster: Cluster) => boolean,
): Cluster | undefined {
  const { document } = scene
  const isQuotedItself = isQuoted(document, token.start)
  let isOwnClause = token.deprel !== 'nmod:poss' && !token.lower.endsWith('self')
  let below = token
  for (let steps = 0; steps < HIGHEST; steps += 1) {
    const above = headOf(document, below.index)
    if (!above || (isQuotedItself && !isQuoted(document, above.start))) return undefined
    const heads = subjectsAt(document, { above, below })
    below = above
    if (heads.length === 0) continue
    // The subject of its own clause is somebody else: "the man shot him".
    const isOther = !heads.includes(token.index) && !isOwnClause
    isOwnClause = false
    if (!isOther) continue
    const cluster = heads.length === 1 ? clusterAt(scene, heads[0] ?? -1) : undefined
    return cluster && fits(cluster) ? cluster : undefined
  }
  return undefined
}

/** The subjects of a verb, or the noun that a relative clause hangs on. */
function subjectsAt(
  document: Document,
  { above, below }: { above: Token; below: Token },
): number[] {
  if (below.deprel.startsWith('acl') && above.upos !== 'VERB') {
    const own = childrenBy(document, below.index, 'nsubj')
    if (own.some(({ xpos }) => xpos.startsWith('W')) || own.length === 0) return [above.index]
  }
  return childrenBy(document, above.index, 'nsubj')
    .filter(({ xpos }) => !xpos.startsWith('W'))
    .map(({ index }) => index)
}

function clusterAt(scene: PronounScene, head: number): Cluster | undefined {
  const draft = draftAt(scene.drafts, head)
  return draft && scene.clusterOf.get(draft.index)
}

function draftAt(drafts: readonly Draft[], head: number): Draft | undefined {
  let low = 0
  let high = drafts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((drafts[middle]?.head ?? 0) < head) low = middle + 1
    else high = middle
  }
  return drafts[low]?.head === head ? drafts[low] : undefined
}

/** Whether an offset lies within a quotation, found by binary search among the outermost ones. */
export function isQuoted({ quotations }: Document, offset: number): boolean {
  let low = 0
  let high = quotations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((quotations[middle]?.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  // Quotations stand in order of their starts; those within others are few and close.
  for (let at = low - 1; at >= 0 && at > low - 6; at -= 1)
    if ((quotations[at]?.end ?? 0) > offset) return true
  return false
}
