import { childBy, childrenBy, headOf, type Document, type Token } from '../../text/index.ts'
import { isActorKind } from './words.ts'
import { agree, initialsOf, nameKey, type Draft } from './draft.ts'
import { isNominalPredicate } from './name-type.ts'

/** Which mention each other one describes by the build of its sentence: appositions, titles, predicates, names in brackets. Index of a mention → index of the one it belongs to. */
export function readLinks(
  document: Document,
  drafts: readonly Draft[],
): ReadonlyMap<number, number> {
  const byHead = new Map(drafts.map((draft) => [draft.head, draft]))
  const byEnd = new Map(drafts.map((draft) => [draft.last, draft]))
  const links = new Map<number, number>()
  for (const draft of drafts) {
    const target =
      describedBy(document, draft, byHead) ??
      byEnd.get(bracketBefore(document, draft) ?? -1) ??
      byHead.get(identified(document, draft) ?? -1) ??
      byHead.get(selfNamed(document, draft) ?? -1) ??
      nameBeside(document, draft, byEnd) ??
      drafts[links.get(descriptionBeside(document, draft, byEnd) ?? -1) ?? -1]
    if (!target || target.index === draft.index || !mayJoin(draft, target)) continue
    if (areTwoNames(document, draft, target)) continue
    if (links.get(target.index) !== draft.index) links.set(draft.index, target.index)
  }
  return links
}

/** Two names are one actor's only where one holds the other or gives its initials. */
function areTwoNames(document: Document, a: Draft, b: Draft): boolean {
  if (!a.name || !b.name || (a.known !== undefined && a.known === b.known)) return false
  const [one, other] = [nameKey(document, a.name), nameKey(document, b.name)]
  const isPart = one.includes(other) || other.includes(one)
  const initials = [...initialsOf(document, a.name), ...initialsOf(document, b.name)]
  return !isPart && !initials.includes(one) && !initials.includes(other)
}

/** A description with an actor's name in brackets behind it is of that actor's type, whatever its noun: "the Kharun branch (KFB)"; so is a name of who goes by it. */
export function withBracketedNames(document: Document, drafts: readonly Draft[]): Draft[] {
  const typed = new Map<number, Draft['type']>()
  for (const draft of drafts) {
    const end = isActorKind(draft.type) ? bracketBefore(document, draft) : undefined
    if (end !== undefined) typed.set(end, draft.type)
  }
  const byHead = new Map(drafts.map((draft) => [draft.head, draft.type]))
  return drafts.map((draft) => {
    if (draft.type !== 'thing') return draft
    const called = byHead.get(selfNamed(document, draft) ?? -1)
    const type = draft.form === 'name' ? called : typed.get(draft.last)
    return type && isActorKind(type) ? { ...draft, type } : draft
  })
}

function mayJoin(a: Draft, b: Draft): boolean {
  return (
    isActorKind(a.type) &&
    isActorKind(b.type) &&
    agree(a.type, b.type) &&
    (a.known === undefined || b.known === undefined || a.known === b.known)
  )
}

/** The mention that an apposition, title or predicate describes. */
function describedBy(
  document: Document,
  { head, form }: Draft,
  byHead: ReadonlyMap<number, Draft>,
): Draft | undefined {
  const token = document.tokens[head]
  if (!token || form === 'pronoun') return undefined
  const above = headOf(document, head)
  if (above && token.deprel === 'nmod:desc') return byHead.get(above.index)
  if (above && token.deprel === 'appos') return besideApposition(document, token, byHead)
  if (above && token.deprel === 'conj') return coordinateDescription(document, token, byHead)
  if (!isNominalPredicate(document, token) || isUnsure(document, token)) return undefined
  const subject = childBy(document, head, 'nsubj')
  return subject && byHead.get(subject.index)
}

/** An apposition that stands apart by more than a few words belongs to something else more often than not. */
function besideApposition(
  document: Document,
  token: Token,
  byHead: ReadonlyMap<number, Draft>,
): Draft | undefined {
  const draft = byHead.get(token.head)
  const own = byHead.get(token.index)
  if (!draft || !own || own.first - draft.full.first > 40) return undefined
  if (own.form === 'description' && isPlural(document, own) !== isPlural(document, draft))
    return undefined
  // "two police officers, a driver and a child": a list, no apposition.
  const isList = childrenBy(document, token.index, 'conj').length > 0 && own.form === 'description'
  const isPerson = draft.form === 'name' && draft.type === 'person'
  return isList && !isPerson ? undefined : draft
}

function isPlural({ tokens }: Document, { kernel }: Draft): boolean {
  return tokens[kernel]?.xpos === 'NNS'
}

/** "a political analyst and a lecturer": the second noun of a description. */
function coordinateDescription(
  document: Document,
  token: Token,
  byHead: ReadonlyMap<number, Draft>,
): Draft | undefined {
  const first = headOf(document, token.index)
  const own = byHead.get(token.index)
  if (first?.deprel !== 'appos' || own?.form !== 'description' || own.type !== 'person')
    return undefined
  const named = byHead.get(first.head)
  return named?.form === 'name' && named.type === 'person' ? named : undefined
}

/** Denied, asked or supposed: "is not the only analyst", "may be a member". */
function isUnsure(document: Document, { index }: Token): boolean {
  return (document.tokens[index]?.children ?? []).some((child) => {
    const { lower = '', xpos = '' } = document.tokens[child] ?? {}
    return xpos === 'MD' || /^(?:not|n['’]t|never|if|whether|like)$/.test(lower)
  })
}

/** "gunmen from the Front, a militant group,": the name that stands right before a body's description, wherever the parser hung it. */
function nameBeside(
  document: Document,
  draft: Draft,
  byEnd: ReadonlyMap<number, Draft>,
): Draft | undefined {
  const { tokens } = document
  if (draft.form !== 'description' || tokens[draft.head]?.deprel !== 'appos') return undefined
  if (tokens[draft.first - 1]?.text !== ',' || isPlural(document, draft)) return undefined
  const before = byEnd.get(draft.first - 1)
  return before?.form === 'name' ? before : undefined
}

/** "Dana Lor, a nurse and a teacher": the description right before "and", whatever the parser made of the second; not where several do or are something. */
function descriptionBeside(
  { tokens }: Document,
  { form, type, first, full }: Draft,
  byEnd: ReadonlyMap<number, Draft>,
): number | undefined {
  const isOne = /^an?$/.test(tokens[first]?.lower ?? '') && tokens[first - 1]?.lower === 'and'
  if (form !== 'description' || type !== 'person' || !isOne) return undefined
  if (/^(were|are|have)$/.test(tokens[full.last]?.lower ?? '')) return undefined
  const before = byEnd.get(first - 1)
  const isAlike = before?.form === 'description' && before.type === 'person'
  return isAlike && /^an?$/.test(tokens[before.first]?.lower ?? '') ? before.index : undefined
}

/** "The attacker was identified as Omar Daud": the head of the subject. */
function identified(document: Document, { first, form }: Draft): number | undefined {
  const verb = document.tokens[first - 2]
  const isSo =
    form === 'name' &&
    document.tokens[first - 1]?.lower === 'as' &&
    (verb?.lower === 'identified' || verb?.lower === 'named')
  return isSo ? childBy(document, verb.index, 'nsubj')?.index : undefined
}

/** "a group that calls itself the Sons of the Coast", "a man who goes by Shorty": the head of who is called so. */
function selfNamed({ tokens }: Document, { first, name, form }: Draft): number | undefined {
  if (form !== 'name' || !name) return undefined
  let at = Math.min(first, name.first) - 1
  while (at > 0 && /^(?:["“‘'`]|the)$/.test(tokens[at]?.lower ?? '')) at -= 1
  const link = tokens[at]?.lower ?? ''
  const verb = tokens[at - 1]
  const isSo =
    (/^(?:him|her|it|them)sel(?:f|ves)$/.test(link) && verb?.lowerLemma === 'call') ||
    (link === 'as' && verb?.lower === 'known') ||
    (link === 'by' && verb?.lowerLemma === 'go')
  return isSo && verb?.deprel.startsWith('acl') === true ? verb.head : undefined
}

/** The token behind which an opening bracket stands right before a mention that fills the brackets: "… Afghanistan branch (Daesh-K)". */
function bracketBefore({ tokens }: Document, draft: Draft): number | undefined {
  if (draft.form !== 'name' || draft.type === 'person') return undefined
  const isFilled = tokens[draft.first - 1]?.text === '(' && tokens[draft.last]?.text === ')'
  return isFilled ? draft.first - 1 : undefined
}
