import type { Analysis } from './language-model.ts'

/** A parse without mistakes within noun phrases that hide who did what: an owner torn from what it owns, a noun taken for part of the calendar word behind it, counted nouns and descriptions joined to the wrong word. Heads stay a tree. */
export function repairPhrases(words: readonly string[], analysis: Analysis): Analysis {
  const tree: Tree = {
    words,
    upos: analysis.upos,
    xpos: analysis.xpos,
    heads: [...analysis.heads],
    deprels: [...analysis.deprels],
  }
  let changed = false
  for (let at = 0; at < words.length; at += 1) {
    const repair = REPAIRS[tree.deprels[at] ?? '']
    if (repair?.some((one) => one(tree, at))) changed = true
  }
  return changed ? { ...analysis, heads: tree.heads, deprels: tree.deprels } : analysis
}

interface Tree {
  readonly words: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: number[]
  readonly deprels: string[]
}

type Repair = (tree: Tree, at: number) => boolean

/** By the relation of the word that is looked at. */
const REPAIRS: Readonly<Record<string, readonly Repair[]>> = {
  case: [joinOwner, freeFromBound],
  compound: [freeFromCalendar],
  conj: [liftCounted, countNoun, joinCounted, describeName],
  nmod: [joinBesides],
  appos: [joinBesides],
  nummod: [countNoun],
  nsubj: [joinSubjects, joinLeft],
  'nsubj:pass': [joinSubjects],
  obj: [countNoun],
  obl: [countNoun],
  dep: [countNoun],
}

/** "Velka Army’s southern wing claimed it": the name before "’s" belongs to the noun behind it. */
function joinOwner(tree: Tree, mark: number): boolean {
  const { xpos, upos, heads, deprels } = tree
  if (xpos[mark] !== 'POS') return false
  const named = heads[mark] ?? -1
  const owner = deprels[named] === 'flat' ? (heads[named] ?? -1) : named
  if (owner < 0 || owner > mark || !/^(nsubj|obj|obl|nmod|dep|appos)/.test(deprels[owner] ?? ''))
    return false
  if (deprels[owner] === 'nmod:poss') return false
  let owned = mark + 1
  while (/^(amod|compound|nummod|flat)$/.test(deprels[owned] ?? '') && (heads[owned] ?? -1) > owned)
    owned = heads[owned] ?? -1
  if (!/^(NOUN|PROPN)$/.test(upos[owned] ?? '') || owned - mark > 8) return false
  if (isAbove(heads, owner, owned)) raise(tree, owned, owner)
  heads[owner] = owned
  deprels[owner] = 'nmod:poss'
  return true
}

/** A word takes the place of one above it; what hung on that one, but for its name and marks, hangs on the word. */
function raise({ heads, deprels }: Tree, at: number, above: number): void {
  heads[at] = heads[above] ?? -1
  deprels[at] = deprels[above] ?? 'dep'
  heads.forEach((head, child) => {
    if (
      head === above &&
      child !== at &&
      !/^(flat|case|compound|advmod)/.test(deprels[child] ?? '')
    )
      heads[child] = at
  })
  heads[above] = at
}

/** "killed at least seven nurses": "at" belongs to the number, and the nurses are the object. */
function freeFromBound(tree: Tree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  const verb = heads[noun] ?? -1
  if (!/^at$/i.test(words[at] ?? '') || !/^(least|most)$/i.test(words[at + 1] ?? '')) return false
  if (noun <= at + 1 || deprels[noun] !== 'obl' || upos[verb] !== 'VERB' || verb > at) return false
  if (isAbove(heads, at, at + 1)) return false
  heads[at] = at + 1
  const isTaken = heads.some(
    (head, child) => head === verb && /^(obj|aux:pass)/.test(deprels[child] ?? ''),
  )
  if (!isTaken) deprels[noun] = 'obj'
  return true
}

/** "since the army's withdrawal last year": the noun before "last" heads the phrase, the year hangs on it. */
function freeFromCalendar({ words, heads, deprels }: Tree, noun: number): boolean {
  const unit = heads[noun] ?? -1
  if (unit !== noun + 2 || !/^(last|this|next|late|early)$/i.test(words[noun + 1] ?? ''))
    return false
  heads.forEach((head, at) => {
    if (head === unit && at < noun) heads[at] = noun
  })
  heads[noun] = heads[unit] ?? -1
  deprels[noun] = deprels[unit] ?? 'dep'
  heads[unit] = noun
  deprels[unit] = 'nmod:unmarked'
  return true
}

/** "two guards of the embassy and four nurses": what is counted stands beside what is counted. */
function joinCounted(tree: Tree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const below = heads[at] ?? -1
  const above = heads[below] ?? -1
  if (!deprels[below]?.startsWith('nmod') || above < 0 || upos[above] !== 'NOUN') return false
  if (!isCounted(tree, at) || isCounted(tree, below) || !isCounted(tree, above)) return false
  heads[at] = above
  return true
}

/** "two guards of the embassy and four nurses": a noun behind "and" with no preposition of its own. */
function joinBesides(tree: Tree, at: number): boolean {
  const above = tree.heads[at] ?? -1
  if (above < 0 || above > at || !isCounted(tree, at) || !isCounted(tree, above)) return false
  const and = tree.deprels.lastIndexOf('cc', at)
  if (and < above || at - and > 6 || tree.deprels.slice(and, at).includes('case')) return false
  if (!isAbove(tree.heads, and, at)) tree.heads[and] = at
  tree.deprels[at] = 'conj'
  return true
}

/** "Five guards of the mayor and two boys were hurt", "the town Darun": of two subjects of a verb the second is joined to the first, or names the noun before it. */
function joinSubjects({ upos, heads, deprels }: Tree, at: number): boolean {
  const verb = heads[at] ?? -1
  const first = heads.findIndex(
    (head, child) => head === verb && child < at && /^nsubj/.test(deprels[child] ?? ''),
  )
  if (first < 0 || !/^(NOUN|PROPN)$/.test(upos[first] ?? '') || verb < at) return false
  const and = deprels.lastIndexOf('cc', at)
  if (and > first && at - and <= 6) {
    heads[at] = first
    deprels[at] = 'conj'
    if (!isAbove(heads, and, at)) heads[and] = at
    return true
  }
  if (upos[at] !== 'PROPN' || upos[at - 1] !== 'NOUN' || isAbove(heads, at, at - 1)) return false
  heads[at] = at - 1
  deprels[at] = 'appos'
  return true
}

/** "and 11 local civilians": a number in front of a noun counts it, whatever else it was hung on. */
function countNoun(tree: Tree, number: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  if (upos[number] !== 'NUM') return false
  if (deprels[number] === 'nummod' && upos[heads[number] ?? -1] !== 'ADJ') return false
  let noun = number + 1
  while (upos[noun] === 'ADJ' && noun - number < 4) noun += 1
  if (xpos[noun] !== 'NNS') return false
  if (isAbove(heads, number, noun)) {
    if (heads[noun] !== number) return false
    raise(tree, noun, number)
  } else {
    heads.forEach((head, child) => {
      if (head === number && deprels[child] === 'cc' && !isAbove(heads, child, noun))
        heads[child] = noun
    })
    heads[number] = noun
  }
  deprels[number] = 'nummod'
  return true
}

/** "Two guards and seven local nurses died": a verb below the number of its own subject is the main one. */
function liftCounted(tree: Tree, verb: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  const number = heads[verb] ?? -1
  const root = heads[number] ?? -1
  if (!/^VB[DZP]$/.test(xpos[verb] ?? '') || upos[number] !== 'NUM' || deprels[number] !== 'conj')
    return false
  if (root < 0 || heads[root] !== -1 || upos[root] !== 'NOUN') return false
  const subject = heads.findIndex(
    (head, child) => head === verb && child > number && /^nsubj/.test(deprels[child] ?? ''),
  )
  if (subject < 0 || subject > verb) return false
  heads.forEach((head, child) => {
    if (head === root && child > verb) heads[child] = verb
    else if (head === number && deprels[child] === 'cc') heads[child] = subject
  })
  deprels[root] = deprels[subject] ?? 'nsubj'
  heads[root] = verb
  heads[subject] = root
  deprels[subject] = 'conj'
  heads[number] = subject
  deprels[number] = 'nummod'
  heads[verb] = -1
  deprels[verb] = 'root'
  return true
}

/** "left five guards and two boys dead": both were left dead. */
function joinLeft({ upos, heads, deprels }: Tree, at: number): boolean {
  const state = heads[at] ?? -1
  const verb = heads[state] ?? -1
  if (upos[state] !== 'ADJ' || !/^(xcomp|conj)$/.test(deprels[state] ?? '')) return false
  if (verb < 0 || verb > at) return false
  const and = deprels.lastIndexOf('cc', at)
  const object = heads.findIndex((head, child) => head === verb && deprels[child] === 'obj')
  if (object < 0 || object > and || at - and > 6) return false
  heads[at] = object
  deprels[at] = 'conj'
  deprels[state] = 'xcomp'
  if (!isAbove(heads, and, at)) heads[and] = at
  return true
}

/** "Dana Lor, a nurse and a teacher": one person, described twice. "Dana Lor, a nurse and a guard were hurt" are three. */
function describeName(tree: Tree, at: number): boolean {
  const { upos, xpos, words, heads, deprels } = tree
  const name = heads[at] ?? -1
  if (upos[name] !== 'PROPN' || xpos[at] !== 'NN' || at < name || !isIndefinite(tree, at))
    return false
  const others = heads.flatMap((head, child) =>
    head === name && child !== at && deprels[child] === 'conj' ? [child] : [],
  )
  const [other] = others
  if (others.length !== 1 || other === undefined || other < at || hasBefore(tree, at, 'cc'))
    return false
  if (!isIndefinite(tree, other) || xpos[other] !== 'NN') return false
  const commas = words.slice(name, other).filter((word) => word === ',').length
  if (commas !== 1 || isPlural(tree, heads[name] ?? -1)) return false
  deprels[at] = 'appos'
  heads[other] = at
  heads.forEach((head, child) => {
    if (head === name && child > at && child < other) heads[child] = other
  })
  return true
}

function isIndefinite({ words, heads, deprels }: Tree, noun: number): boolean {
  return heads.some(
    (head, child) => head === noun && deprels[child] === 'det' && /^an?$/i.test(words[child] ?? ''),
  )
}

/** A verb that takes a subject of several. */
function isPlural({ words, xpos, heads, deprels }: Tree, verb: number): boolean {
  if (xpos[verb] === 'VBP') return true
  return heads.some(
    (head, child) =>
      head === verb &&
      /^(aux|cop)/.test(deprels[child] ?? '') &&
      /^(were|are|have)$/i.test(words[child] ?? ''),
  )
}

function isCounted(tree: Tree, noun: number): boolean {
  return hasBefore(tree, noun, 'nummod')
}

function hasBefore({ heads, deprels }: Tree, noun: number, relation: string): boolean {
  for (let at = noun - 1; at >= Math.max(0, noun - 8); at -= 1)
    if (heads[at] === noun && deprels[at] === relation) return true
  return false
}

function isAbove(heads: readonly number[], above: number, at: number): boolean {
  for (let up = at, steps = 0; up >= 0 && steps <= heads.length; steps += 1) {
    if (up === above) return true
    up = heads[up] ?? -1
  }
  return false
}
