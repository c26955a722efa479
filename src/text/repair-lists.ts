import { hasBefore, isAbove, isCounted, raiseAbove, type LooseTree } from './loose-tree.ts'
import { FINITE } from './repair-words.ts'

/** "two guards of the embassy and four nurses": what is counted stands beside what is counted. */
export function joinCounted(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const below = heads[at] ?? -1
  const above = heads[below] ?? -1
  if (joinToll(tree, at)) return true
  if (!deprels[below]?.startsWith('nmod') || above < 0 || upos[above] !== 'NOUN') return false
  if (!isCounted(tree, at) || isCounted(tree, below)) return false
  // "the governor of Darun and three others": nobody counts what stands beside a town.
  const isBesideName = upos[below] === 'PROPN' && upos[at] === 'NOUN'
  if (!isCounted(tree, above) && !(isBesideName && hasBefore(tree, above, 'det'))) return false
  heads[at] = above
  return true
}

/** "the lives of two guards and four nurses": who died is joined to who died. */
function joinToll(tree: LooseTree, at: number): boolean {
  const { words, heads, deprels } = tree
  const toll = heads[at] ?? -1
  if (!/^(lives|deaths?|killings?|murders?)$/i.test(words[toll] ?? '') || !isCounted(tree, at))
    return false
  const first = heads.findIndex(
    (head, child) => head === toll && child < at && deprels[child] === 'nmod',
  )
  if (first < toll || !isCounted(tree, first)) return false
  heads[at] = first
  return true
}

/** "two guards of the embassy and four nurses": a noun behind "and" with no preposition of its own. */
export function joinBesides(tree: LooseTree, at: number): boolean {
  const above = tree.heads[at] ?? -1
  if (above < 0 || above > at || !isCounted(tree, at) || !isCounted(tree, above)) return false
  const and = tree.deprels.lastIndexOf('cc', at)
  if (and < above || at - and > 6 || tree.deprels.slice(and, at).includes('case')) return false
  if (!isAbove(tree.heads, and, at)) tree.heads[and] = at
  tree.deprels[at] = 'conj'
  return true
}

/** "Five guards of the mayor and two boys were hurt", "the town Darun": of two subjects of a verb the second is joined to the first, or names the noun before it. */
export function joinSubjects({ upos, heads, deprels }: LooseTree, at: number): boolean {
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
export function countNoun(tree: LooseTree, number: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  if (upos[number] !== 'NUM' || (deprels[number] === 'compound' && upos[number - 1] === 'PROPN'))
    return false
  if (deprels[number] === 'nummod' && upos[heads[number] ?? -1] !== 'ADJ') return false
  let noun = number + 1
  while (isBeforeNoun(tree, noun) && noun - number < 4) noun += 1
  if (xpos[noun] !== 'NNS') return false
  if (isAbove(heads, number, noun)) {
    if (heads[noun] !== number) return false
    raiseAbove(tree, noun, number)
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

/** An adjective, or a name that says whose: "11 Velkan nurses". */
function isBeforeNoun({ upos, heads, deprels }: LooseTree, at: number): boolean {
  if (upos[at] === 'ADJ') return true
  return upos[at] === 'PROPN' && deprels[at] === 'compound' && heads[at] === at + 1
}

/** "Two guards and seven local nurses died": a verb below the first of its own subjects, or below the number of the second, is the main one. */
export function liftCounted(tree: LooseTree, verb: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  const below = heads[verb] ?? -1
  const root = upos[below] === 'NUM' && deprels[below] === 'conj' ? (heads[below] ?? -1) : below
  const isFinite = FINITE.test(xpos[verb] ?? '') || hasBefore(tree, verb, 'aux:pass')
  if (!isFinite || heads[root] !== -1 || upos[root] !== 'NOUN') return false
  const subject = listedSubject(tree, verb, root)
  if (subject === undefined) return false
  heads.forEach((head, child) => {
    if (head === root && child > verb) heads[child] = verb
    else if (head === below && below !== root && deprels[child] === 'cc') heads[child] = subject
  })
  if (below !== root) {
    heads[below] = subject
    deprels[below] = 'nummod'
  }
  deprels[root] = deprels[subject] ?? 'nsubj'
  heads[root] = verb
  heads[subject] = root
  deprels[subject] = 'conj'
  heads[verb] = -1
  deprels[verb] = 'root'
  return true
}

/** The subject of a verb that a list before it ends with: "guards … and nurses" + verb; undefined where there is no "and" right before it. */
function listedSubject(
  { words, heads, deprels }: LooseTree,
  verb: number,
  first: number,
): number | undefined {
  const subject = heads.findIndex(
    (head, child) => head === verb && child > first && /^nsubj/.test(deprels[child] ?? ''),
  )
  if (subject < 0 || subject > verb || /^(who|which|that)$/i.test(words[subject] ?? ''))
    return undefined
  const and = deprels.lastIndexOf('cc', subject)
  return and > first && subject - and <= 6 ? subject : undefined
}

/** "Officials said two guards and four nurses were killed": all were killed, as officials said. */
export function shareSaid(tree: LooseTree, verb: number): boolean {
  const { words, heads, deprels } = tree
  const below = heads[verb] ?? -1
  const said = deprels[below] === 'obj' ? (heads[below] ?? -1) : below
  if (!/^(said|says|reported|confirmed|announced)$/i.test(words[said] ?? '')) return false
  const first = heads.findIndex(
    (head, child) => head === said && child > said && deprels[child] === 'obj',
  )
  if (first < 0 || first > verb || !isCounted(tree, first)) return false
  const subject = listedSubject(tree, verb, first)
  if (subject === undefined) return false
  heads[verb] = said
  deprels[verb] = 'ccomp'
  heads[first] = verb
  deprels[first] = deprels[subject] ?? 'nsubj'
  heads[subject] = first
  deprels[subject] = 'conj'
  return true
}

/** "left five guards and two boys dead": both were left dead. */
export function joinLeft({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const state = heads[at] ?? -1
  const above = heads[state] ?? -1
  if (upos[state] !== 'ADJ' || !/^(xcomp|conj|parataxis|dep|ccomp)$/.test(deprels[state] ?? ''))
    return false
  const verb = deprels[above] === 'obj' ? (heads[above] ?? -1) : above
  if (verb < 0 || verb > at || upos[verb] !== 'VERB') return false
  const and = deprels.lastIndexOf('cc', at)
  const object = heads.findIndex((head, child) => head === verb && deprels[child] === 'obj')
  if (object < 0 || object > and || at - and > 6) return false
  heads[at] = object
  deprels[at] = 'conj'
  heads[state] = verb
  deprels[state] = 'xcomp'
  if (!isAbove(heads, and, at)) heads[and] = at
  return true
}

/** "a leader and several suspected fighters": what has an article of its own before "and" is no part of the noun behind, but the first of a list. */
export function splitCompound({ words, xpos, heads, deprels }: LooseTree, at: number): boolean {
  const noun = heads[at] ?? -1
  if (xpos[at] !== 'NN' || noun <= at + 1 || !/^NNS?$/.test(xpos[noun] ?? '')) return false
  const and = words.findIndex((word, i) => i > at && i < noun && /^and$/i.test(word))
  const hasArticle = heads.some(
    (head, child) => head === at && child < at && /^an?$/i.test(words[child] ?? ''),
  )
  if (and !== at + 1 || !hasArticle) return false
  heads[at] = heads[noun] ?? -1
  deprels[at] = deprels[noun] ?? 'dep'
  heads[noun] = at
  deprels[noun] = 'conj'
  for (let between = and; between < noun; between += 1)
    if (heads[between] === at || deprels[between] === 'conj') {
      heads[between] = noun
      deprels[between] = between === and ? 'cc' : 'amod'
    }
  if (heads[and] !== noun) heads[and] = noun
  // What stands before the list's first word with a preposition leads to that.
  heads.forEach((head, child) => {
    if (head === noun && child < at) heads[child] = at
  })
  return true
}
