import type { Analysis } from './language-model.ts'
import { isAbove, mendByRelation, type LooseTree, type TreeRepairs } from './loose-tree.ts'

/** A parse without names that are torn: all words of a name hang on its first, and a clause about somebody hangs on the name before it. Heads stay a tree. */
export function repairNames(words: readonly string[], analysis: Analysis): Analysis {
  return mendByRelation(words, analysis, REPAIRS)
}

/** By the relation of the word that is looked at. */
const REPAIRS: TreeRepairs = {
  flat: [joinFlat],
  iobj: [joinNames],
  'acl:relcl': [joinClause],
  appos: [joinRetired, headPeople],
  parataxis: [joinRetired],
  dep: [joinRetired],
  amod: [joinRetired],
  'obl:agent': [headPeople],
  nmod: [headPeople],
}

/** "identified as Juan Carlos Mena": no part of a name hangs on a verb; the first word of the name heads it. */
function joinFlat(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (at < 1 || upos[at] !== 'PROPN' || upos[verb] !== 'VERB') return false
  let first = at
  while (upos[first - 1] === 'PROPN' && heads[first - 1] === at) first -= 1
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

/** "Colonel (ret.) Aron Velde": the title before such brackets is the name's behind them, which takes its place in the tree. */
function joinRetired({ words, upos, heads, deprels }: LooseTree, at: number): boolean {
  const [title, name] = [at - 2, at + 2]
  const isRetired = /^(?:ret|retd|retired)\.?$/i.test(words[at] ?? '')
  if (!isRetired || words[at - 1] !== '(' || words[at + 1] !== ')') return false
  if (upos[title] !== 'PROPN' || upos[name] !== 'PROPN' || heads[title] === name) return false
  if (isAbove(heads, title, name)) {
    let top = name
    while (heads[top] !== title) top = heads[top] ?? title
    heads[top] = heads[title] ?? -1
    deprels[top] = deprels[title] ?? 'root'
  }
  heads[title] = name
  deprels[title] = 'nmod:desc'
  return true
}

function hasCase({ heads, deprels }: LooseTree, noun: number): boolean {
  return heads.some((head, child) => head === noun && child < noun && deprels[child] === 'case')
}

/** "told Radio Orrin that": two names side by side behind a verb are one. */
function joinNames({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const before = at - 1
  if (upos[at] !== 'PROPN' || upos[before] !== 'PROPN' || heads[before] !== heads[at]) return false
  if (!/^i?obj$/.test(deprels[before] ?? '')) return false
  heads[at] = before
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

/** "killed by Velka Front gunmen": people right behind a name, with nothing between, are whom the phrase is about, and the name says whose they are. */
function headPeople({ upos, xpos, heads, deprels }: LooseTree, at: number): boolean {
  const name = heads[at] ?? -1
  if (xpos[at] !== 'NNS' || name < 0 || name >= at) return false
  for (let part = name; part < at; part += 1)
    if (upos[part] !== 'PROPN' || (part > name && heads[part] !== name)) return false
  heads[at] = heads[name] ?? -1
  deprels[at] = deprels[name] ?? 'dep'
  heads.forEach((head, child) => {
    if (head === name) heads[child] = at
  })
  for (let part = name; part < at; part += 1) {
    heads[part] = at
    deprels[part] = 'compound'
  }
  return true
}
