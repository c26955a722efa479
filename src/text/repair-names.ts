import type { Analysis } from './language-model.ts'
import { isAbove, type LooseTree } from './loose-tree.ts'

/** A parse without names that are torn: all words of a name hang on its first, and a clause about somebody hangs on the name before it. Heads stay a tree. */
export function repairNames(words: readonly string[], analysis: Analysis): Analysis {
  const tree: LooseTree = {
    words,
    upos: analysis.upos,
    xpos: analysis.xpos,
    heads: [...analysis.heads],
    deprels: [...analysis.deprels],
  }
  let changed = false
  for (let at = 1; at < words.length; at += 1) {
    const repair = REPAIRS[tree.deprels[at] ?? '']
    if (repair?.(tree, at)) changed = true
  }
  return changed ? { ...analysis, heads: tree.heads, deprels: tree.deprels } : analysis
}

/** By the relation of the word that is looked at. */
const REPAIRS: Readonly<Record<string, (tree: LooseTree, at: number) => boolean>> = {
  flat: joinFlat,
  iobj: joinSecond,
  'acl:relcl': joinClause,
}

/** "identified as Juan Carlos Mena": no part of a name hangs on a verb; the first word of the name heads it. */
function joinFlat(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (upos[at] !== 'PROPN' || upos[verb] !== 'VERB') return false
  let first = at
  while (upos[first - 1] === 'PROPN' && hangsOn(tree, first - 1, at)) first -= 1
  heads[first] = verb
  deprels[first] = hasCase(tree, at) ? 'obl' : 'obj'
  heads.forEach((head, child) => {
    if (head === at) heads[child] = first
  })
  if (first !== at) {
    heads[at] = first
    for (let word = first + 1; word <= at; word += 1)
      if (heads[word] === first) deprels[word] = 'flat'
  }
  return true
}

function hangsOn({ heads }: LooseTree, word: number, on: number): boolean {
  return heads[word] === on
}

function hasCase({ heads, deprels }: LooseTree, noun: number): boolean {
  return heads.some((head, child) => head === noun && child < noun && deprels[child] === 'case')
}

/** "told Radio Orrin that": two names side by side in the same place are one. */
function joinSecond({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const first = at - 1
  if (upos[at] !== 'PROPN' || upos[first] !== 'PROPN' || heads[first] !== heads[at]) return false
  if (deprels[first] !== deprels[at]) return false
  heads[at] = first
  deprels[at] = 'flat'
  return true
}

/** "identified as Leor Bastin, who drove": what "who" opens is about the name or noun before it, not about a verb. */
function joinClause(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  if (upos[heads[at] ?? -1] !== 'VERB') return false
  const who = words.findIndex(
    (word, index) => index < at && isWho(word) && isAbove(heads, at, index),
  )
  const before = words[who - 1] === ',' ? who - 2 : who - 1
  if (who < 1 || !/^(NOUN|PROPN)$/.test(upos[before] ?? '')) return false
  const name = deprels[before] === 'flat' ? (heads[before] ?? before) : before
  if (isAbove(heads, at, name)) return false
  heads[at] = name
  return true
}

function isWho(word: string): boolean {
  return /^(who|whom|whose)$/i.test(word)
}
