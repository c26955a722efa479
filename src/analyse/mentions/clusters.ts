import { childBy, type Document } from '../../text/index.ts'
import type { MentionContext } from './context.ts'
import { agree, initialsOf, isBody, nameKey, type Cluster, type Draft } from './draft.ts'
import { openFocus, type Focus } from './focus.ts'
import { isQuoted, resolvePronoun } from './pronouns.ts'
import { isActorKind } from './words.ts'

/** The actors of a document: each mention that names, describes or safely stands for one goes to its cluster. */
export function joinMentions(
  document: Document,
  drafts: readonly Draft[],
  { context, links }: { context: MentionContext; links: ReadonlyMap<number, number> },
): { clusters: Cluster[]; clusterOf: ReadonlyMap<number, Cluster> } {
  const state: Joining = {
    document,
    context,
    drafts,
    links,
    clusters: [],
    clusterOf: new Map(),
    byName: new Map(),
    byNoun: new Map(),
    focus: openFocus(document, context.words),
  }
  for (const draft of drafts) join(state, draft, 0)
  return state
}

interface Joining {
  readonly document: Document
  readonly context: MentionContext
  readonly drafts: readonly Draft[]
  readonly links: ReadonlyMap<number, number>
  readonly clusters: Cluster[]
  readonly clusterOf: Map<number, Cluster>
  /** By listed id, whole name, last name or initials; false where two actors share it. */
  readonly byName: Map<string, Cluster | false>
  /** By head noun of descriptions, the latest one. */
  readonly byNoun: Map<string, Noun>
  readonly focus: Focus
  /** Whoever the text calls "we" in its own words. */
  author?: Cluster
}

/** Whom a noun describes. */
interface Noun {
  readonly cluster: Cluster
  readonly modifiers: ReadonlySet<string>
  /** Two actors with names have it: "the general" alone is neither. */
  readonly isShared: boolean
}

/** Longest chain of links that is followed. */
const DEEPEST = 4

function join(state: Joining, draft: Draft, depth: number): Cluster | undefined {
  const done = state.clusterOf.get(draft.index)
  if (done) return done
  if (draft.form === 'pronoun') return joinPronoun(state, draft)
  if (!isActorKind(draft.type)) return joinFamilyName(state, draft)
  const target = state.drafts[state.links.get(draft.index) ?? -1]
  const linked = target && depth < DEEPEST ? join(state, target, depth + 1) : undefined
  const found = linked ?? known(state, draft)
  // "he is not the only analyst": what a predicate says of nobody known is no further person.
  if (!found && isMerePredicate(state, draft)) return undefined
  const cluster = found ?? open(state, draft)
  return add(state, { cluster, draft })
}

/** "Daud's speech" after "Omar Daud": a name that could be anything else is the person's whose family name it is. */
function joinFamilyName(state: Joining, draft: Draft): Cluster | undefined {
  const { name, type } = draft
  if (!name || type !== 'thing' || name.last - name.first > 1) return undefined
  const found = state.byName.get(`last ${state.document.tokens[name.first]?.lower ?? ''}`)
  return found && found.kind === 'person' ? add(state, { cluster: found, draft }) : undefined
}

function isMerePredicate({ document }: Joining, { head, form, type }: Draft): boolean {
  const isPredicate = childBy(document, head, 'cop') !== undefined
  return form === 'description' && type === 'person' && isPredicate
}

function joinPronoun(state: Joining, draft: Draft): Cluster | undefined {
  const cluster = authorOf(state, draft) ?? resolvePronoun(state, draft)
  if (!cluster) return undefined
  state.context.trace?.({
    rule: 'mentions/pronoun',
    outcome: 'read',
    span: {
      start: state.document.tokens[draft.head]?.start ?? 0,
      end: state.document.tokens[draft.head]?.end ?? 0,
    },
  })
  return add(state, { cluster, draft })
}

/** "We condemn the attack": outside quotations it is the body whose text this is. */
function authorOf(state: Joining, draft: Draft): Cluster | undefined {
  const { document, context } = state
  const token = document.tokens[draft.head]
  if (!token || context.words.valueOf('pronoun', token.lower) !== 'we') return undefined
  if (isQuoted(document, token.start) || isInTurn(document, token.sentence)) return undefined
  state.author ??= namedBehind(state, draft) ?? open(state, { ...draft, type: 'organisation' })
  return state.author
}

/** "We, the Sons of the Coast, declare": who "we" are. */
function namedBehind(state: Joining, { index, head }: Draft): Cluster | undefined {
  const { document, drafts } = state
  const next = drafts[index + 1]
  const isApposed = document.tokens[head + 1]?.text === ',' && next?.form === 'name'
  return isApposed && next.first - head <= 3 && isBody(next.type) ? join(state, next, 0) : undefined
}

/** "UR: We were at home.": whoever speaks in an interview is not the text's author. */
function isInTurn({ text, sentences, paragraphs }: Document, sentence: number): boolean {
  const start = paragraphs[sentences[sentence]?.paragraph ?? -1]?.start ?? 0
  return /^\p{Lu}[^\n:]{0,30}:\s/u.test(text.slice(start, start + 40))
}

function known(state: Joining, draft: Draft): Cluster | undefined {
  if (draft.form === 'description') return describedBefore(state, draft)
  for (const key of soughtKeys(state, draft)) {
    const found = state.byName.get(key)
    if (found && agree(found.kind, draft.type) && !differs(found, draft)) return found
  }
  return undefined
}

function differs(cluster: Cluster, draft: Draft): boolean {
  return cluster.known !== undefined && draft.known !== undefined && cluster.known !== draft.known
}

/** "the embassy" after "the Russian embassy", "the former official" after "a former US official", "the group" after a group's name. */
function describedBefore(state: Joining, draft: Draft): Cluster | undefined {
  const { document, context, focus } = state
  const opening = document.tokens[draft.first]?.lower ?? ''
  // "police" means the police, with its article or without.
  const isDefinite =
    /^(?:the|this|that|these|those)$/.test(opening) || context.words.is('definite', opening)
  if (!isDefinite) return undefined
  const before = state.byNoun.get(nounKey(document, draft))
  const modifiers = modifiersOf(document, draft)
  if (before?.isShared && modifiers.size === 0) return undefined
  if (before && agree(before.cluster.kind, draft.type))
    return [...modifiers].every((word) => before.modifiers.has(word)) ? before.cluster : undefined
  const noun = document.tokens[draft.kernel]
  const isGeneric =
    noun?.xpos === 'NN' &&
    draft.kernel === draft.head &&
    context.words.is('generic-group', noun.lowerLemma)
  if (!isGeneric || hasOwnPhrase(document, draft)) return undefined
  const named = namedLater(state, draft)
  return focus.most(
    draft,
    (cluster) => cluster.named && isGroupOf(cluster, draft) && !named.has(cluster),
  )
}

/** Most mentions that are looked at for names behind a description. */
const AHEAD = 40

/** Actors whose names follow in the same sentence: "the group warned that the Front …" is about two. */
function namedLater(state: Joining, draft: Draft): ReadonlySet<Cluster> {
  const { document, drafts, byName } = state
  const sentence = document.tokens[draft.head]?.sentence
  const found = new Set<Cluster>()
  for (const later of drafts.slice(draft.index + 1, draft.index + AHEAD)) {
    if (document.tokens[later.head]?.sentence !== sentence) break
    for (const key of soughtKeys(state, later)) {
      const cluster = byName.get(key)
      if (cluster) found.add(cluster)
    }
  }
  return found
}

function isGroupOf(cluster: Cluster, draft: Draft): boolean {
  if (cluster.plural) return false
  return draft.type === 'armed-group' ? cluster.kind === 'armed-group' : isBody(cluster.kind)
}

/** "the group of lawyers" is no group named before. */
function hasOwnPhrase(document: Document, { head, full }: Draft): boolean {
  return (
    full.last > head + 1 && /^(?:of|that|which|who)$/.test(document.tokens[head + 1]?.lower ?? '')
  )
}

function open(state: Joining, draft: Draft): Cluster {
  const noun = state.document.tokens[draft.kernel]
  const cluster: Cluster = {
    index: state.clusters.length,
    mentions: [],
    kind: isActorKind(draft.type) ? draft.type : 'unknown',
    named: false,
    plural: draft.form === 'description' && (noun?.xpos === 'NNS' || draft.kernel !== draft.head),
    salience: 0,
    before: 0,
    sentence: noun?.sentence ?? 0,
  }
  state.clusters.push(cluster)
  return cluster
}

function add(state: Joining, { cluster, draft }: { cluster: Cluster; draft: Draft }): Cluster {
  const { document } = state
  cluster.mentions.push(draft)
  state.clusterOf.set(draft.index, cluster)
  state.focus.see(cluster, draft)
  if (draft.form === 'pronoun') return cluster
  const isListed = draft.known !== undefined
  if (draft.known !== undefined) cluster.known = draft.known
  if ((isListed || cluster.kind === 'unknown') && isActorKind(draft.type)) cluster.kind = draft.type
  if (draft.form === 'name') {
    rememberName(state, { cluster, draft })
    rememberTitle(state, { cluster, draft })
  } else rememberNoun(document, { state, cluster, draft })
  return cluster
}

function rememberNoun(
  document: Document,
  { state, cluster, draft }: { state: Joining; cluster: Cluster; draft: Draft },
): void {
  keepNoun(state, nounKey(document, draft), { cluster, modifiers: modifiersOf(document, draft) })
}

function keepNoun(
  { byNoun }: Joining,
  key: string,
  { cluster, modifiers }: Omit<Noun, 'isShared'>,
): void {
  const before = byNoun.get(key)
  const isSame = before?.cluster === cluster
  const all = isSame ? new Set([...before.modifiers, ...modifiers]) : modifiers
  const isSecond = before !== undefined && !isSame && before.cluster.named && cluster.named
  const isOfPeople = cluster.kind === 'person'
  const isShared = (isSecond && isOfPeople) || (isSame && before.isShared)
  byNoun.set(key, { cluster, modifiers: all, isShared })
}

function rememberName(
  state: Joining,
  { cluster, draft }: { cluster: Cluster; draft: Draft },
): void {
  cluster.named = true
  for (const key of keptKeys(state, draft)) {
    const other = state.byName.get(key)
    const isShared = other !== undefined && other !== cluster && !key.startsWith('last ')
    if (!isShared) state.byName.set(key, other === undefined || other === cluster ? cluster : false)
  }
}

/** "Gen. Moro Tal" is "the general" from then on. */
function rememberTitle(
  state: Joining,
  { cluster, draft }: { cluster: Cluster; draft: Draft },
): void {
  const { document, context } = state
  const name = draft.name ?? draft
  const short = document.tokens[name.first - 1]?.lower ?? ''
  const noun = draft.type === 'person' ? context.words.titleNouns.get(short) : undefined
  if (noun !== undefined) keepNoun(state, `${noun} NN`, { cluster, modifiers: new Set() })
}

/** The keys that a name is kept under. */
function keptKeys(state: Joining, draft: Draft): string[] {
  return [...wholeKeys(state, draft), ...initials(state, draft).map((word) => `initials ${word}`)]
}

/** The keys that a name is sought by, the surest first: an abbreviation finds the name with these initials, and a name its abbreviation; two names are not one because their initials are alike. */
function soughtKeys(state: Joining, draft: Draft): string[] {
  const { document } = state
  const own = draft.name ? [`initials ${nameKey(document, draft.name)}`] : []
  const short = initials(state, draft).map((word) => `name ${word}`)
  return [...wholeKeys(state, draft), ...own, ...short]
}

function wholeKeys({ document }: Joining, { name, known, type }: Draft): string[] {
  if (!name) return []
  const keys = known === undefined ? [] : [`known ${known}`]
  keys.push(`name ${nameKey(document, name)}`)
  const last = document.tokens[name.last - 1]
  if (last && (type === 'person' || type === 'unknown')) keys.push(`last ${last.lower}`)
  return keys
}

function initials({ document }: Joining, { name, type }: Draft): string[] {
  return name && type !== 'person' ? initialsOf(document, name) : []
}

function nounKey({ tokens }: Document, { kernel }: Draft): string {
  const noun = tokens[kernel]
  // "General Lor" is "the general".
  return `${noun?.lowerLemma} ${noun?.xpos.replace('NNP', 'NN')}`
}

/** Adjectives and nouns before the noun of a description. */
function modifiersOf({ tokens }: Document, { first, kernel }: Draft): Set<string> {
  const words = tokens
    .slice(first, kernel)
    .filter(({ upos }) => /^(?:ADJ|NOUN|PROPN|NUM)$/.test(upos))
  return new Set(words.map(({ lowerLemma }) => lowerLemma))
}
