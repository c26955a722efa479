import type { Analysis } from './language-model.ts'
import {
  hasBefore,
  isAbove,
  mendByRelation,
  raiseAbove,
  type LooseTree,
  type TreeRepairs,
} from './loose-tree.ts'
import {
  countNoun,
  joinBesides,
  joinCounted,
  joinLeft,
  joinSubjects,
  liftCounted,
  shareSaid,
} from './repair-lists.ts'

/** A parse without mistakes within noun phrases that hide who did what: an owner torn from what it owns, a noun taken for part of the calendar word behind it, counted nouns and descriptions joined to the wrong word. Heads stay a tree. */
export function repairPhrases(words: readonly string[], analysis: Analysis): Analysis {
  return mendByRelation(words, analysis, REPAIRS)
}

/** By the relation of the word that is looked at. */
const REPAIRS: TreeRepairs = {
  aux: [ownDay],
  acl: [liftCounted, shareSaid],
  'acl:relcl': [liftCounted, shareSaid],
  amod: [joinCompound],
  case: [joinOwner, freeFromBound, liftPreposition],
  compound: [freeFromCalendar, countNoun],
  conj: [joinBetween, liftCounted, shareSaid, countNoun, joinCounted, describeName],
  nmod: [joinBesides, raiseGerund],
  'nmod:poss': [joinHyphened],
  appos: [joinBesides],
  nummod: [countNoun],
  nsubj: [joinSubjectsBetween, joinLeft],
  'nsubj:pass': [joinSubjectsBetween],
  obj: [countNoun],
  obl: [countNoun],
  dep: [countNoun],
  parataxis: [liftCounted],
}

/** "Velka Army’s southern wing claimed it": the name before "’s" belongs to the noun behind it. */
function joinOwner(tree: LooseTree, mark: number): boolean {
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
  if (isAbove(heads, owner, owned)) {
    raiseAbove(tree, owned, owner)
    const preposition = heads.findIndex((head, at) => head === owner && upos[at] === 'ADP')
    if (preposition >= 0 && preposition < owner) heads[preposition] = owned
  }
  heads[owner] = owned
  deprels[owner] = 'nmod:poss'
  return true
}

/** "Hezar al-Velka’s agency": what a hyphen joins to a name is of the name. */
function joinHyphened({ upos, xpos, heads, deprels }: LooseTree, at: number): boolean {
  const before = at - 2
  if (upos[at] !== 'PROPN' || xpos[at - 1] !== 'HYPH' || upos[before] !== 'PROPN') return false
  const first = deprels[before] === 'flat' ? (heads[before] ?? -1) : before
  if (first < 0 || first > before || isAbove(heads, at, first)) return false
  heads[at] = first
  deprels[at] = 'flat'
  return true
}

/** "As Tuesday’s shooting …": a day shoots nobody; the shooting is its. */
function ownDay({ words, xpos, heads, deprels }: LooseTree, mark: number): boolean {
  const shooting = heads[mark] ?? -1
  const day = mark - 1
  if (!/^['’]s$/i.test(words[mark] ?? '') || xpos[shooting] !== 'VBG') return false
  if (!/day$/i.test(words[day] ?? '') || heads[day] !== shooting) return false
  heads[mark] = day
  deprels[mark] = 'case'
  deprels[day] = 'nmod:poss'
  return true
}

function joinSubjectsBetween(tree: LooseTree, at: number): boolean {
  if (!joinSubjects(tree, at)) return false
  joinBetween(tree, at)
  return true
}

/** "between the army and the militia": the second noun is joined to the first, not to what is between them. */
function joinBetween(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const between = words.lastIndexOf('between', at)
  const first = heads[between] ?? -1
  if (!/^(NOUN|PROPN)$/.test(upos[at] ?? '')) return false
  if (between < 0 || at - between > 10 || first < between || first > at) return false
  if (deprels[between] !== 'case' || heads[at] === first || !isAbove(heads, heads[at] ?? -1, first))
    return false
  if (isAbove(heads, at, first) || upos.slice(between, at).includes('VERB')) return false
  heads[at] = first
  return true
}

/** "accused the rebels of shelling the town": the verb is what the rebels did, and hangs on the verb that says so. */
function raiseGerund(tree: LooseTree, at: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  const verb = heads[noun] ?? -1
  if (upos[at] !== 'VERB' || xpos[at] !== 'VBG' || deprels[noun] !== 'obj' || verb > noun)
    return false
  if (upos[verb] !== 'VERB' || deprels[at - 1] !== 'case' || heads[at - 1] !== at) return false
  heads[at] = verb
  deprels[at] = 'advcl'
  deprels[at - 1] = 'mark'
  return true
}

/** "killed at least seven nurses": "at" belongs to the number, and the nurses are the object. */
function freeFromBound(tree: LooseTree, at: number): boolean {
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

/** "in Hezar’s agency", "by Radio Orrin": a preposition leads to the whole phrase, not to what stands first in it. */
function liftPreposition({ xpos, upos, heads, deprels }: LooseTree, at: number): boolean {
  const first = heads[at] ?? -1
  const noun = heads[first] ?? -1
  if (upos[at] !== 'ADP' || xpos[at] === 'POS' || at > first || noun < first) return false
  if (!/^(nmod:poss|nmod:desc|compound|amod)$/.test(deprels[first] ?? '')) return false
  heads[at] = noun
  return true
}

/** "A parcel bomb": of two nouns side by side the first is a part of the second. */
function joinCompound(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const first = at - 1
  if (upos[at] !== 'NOUN' || upos[first] !== 'NOUN' || heads[at] !== first) return false
  raiseAbove(tree, at, first)
  deprels[first] = 'compound'
  return true
}

/** "since the army's withdrawal last year": the noun before "last" heads the phrase, the year hangs on it. */
function freeFromCalendar({ words, heads, deprels }: LooseTree, noun: number): boolean {
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

/** "Dana Lor, a nurse, …", "Dana Lor, a nurse and a teacher": one person, described once or twice. "Dana Lor, a nurse and a guard were hurt" are three. */
function describeName(tree: LooseTree, at: number): boolean {
  const { upos, xpos, words, heads, deprels } = tree
  const name = heads[at] ?? -1
  if (upos[name] !== 'PROPN' || xpos[at] !== 'NN' || at < name || !isIndefinite(tree, at))
    return false
  const others = heads.flatMap((head, child) =>
    (head === name || head === at) && child !== at && deprels[child] === 'conj' ? [child] : [],
  )
  const [other = at] = others
  if (others.length > 1 || other < at || hasBefore(tree, at, 'cc')) return false
  if (!isIndefinite(tree, other) || xpos[other] !== 'NN') return false
  const commas = words.slice(name, other).filter((word) => word === ',').length
  if (commas !== 1 || isPlural(tree, heads[name] ?? -1)) return false
  deprels[at] = 'appos'
  if (other === at) return true
  heads[other] = at
  heads.forEach((head, child) => {
    if (head === name && child > at && child < other) heads[child] = other
  })
  return true
}

function isIndefinite({ words, heads, deprels }: LooseTree, noun: number): boolean {
  return heads.some(
    (head, child) => head === noun && deprels[child] === 'det' && /^an?$/i.test(words[child] ?? ''),
  )
}

/** A verb that takes a subject of several. */
function isPlural({ words, xpos, heads, deprels }: LooseTree, verb: number): boolean {
  if (xpos[verb] === 'VBP') return true
  return heads.some(
    (head, child) =>
      head === verb &&
      /^(aux|cop)/.test(deprels[child] ?? '') &&
      /^(were|are|have)$/i.test(words[child] ?? ''),
  )
}
