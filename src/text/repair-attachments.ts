import type { Analysis } from './language-model.ts'
import {
  childOf,
  hasChild,
  isAbove,
  mendByRelation,
  type LooseTree,
  type TreeRepairs,
} from './loose-tree.ts'
import { splitCompound } from './repair-lists.ts'
import { FINITE } from './repair-words.ts'

/** A parse without phrases and clauses that hang on a word too high or too low: what stands right behind a word is rather that word's. Heads stay a tree. */
export function repairAttachments(words: readonly string[], analysis: Analysis): Analysis {
  return mendByRelation(words, analysis, REPAIRS)
}

/** By the relation of the word that is looked at. */
const REPAIRS: TreeRepairs = {
  advcl: [lowerReason],
  amod: [lowerToOwner],
  appos: [freeApposed, endName, leadToVerb],
  ccomp: [liftNamed],
  compound: [splitCompound, lowerToOwner],
  conj: [liftBehindBut, freeListed],
  det: [lowerToOwner],
  mark: [lowerMark],
  nmod: [freeFromDoer, lowerToLast, freeAdverb],
  nsubj: [joinNoun, nameDescribed],
  'obl:unmarked': [nameSubject],
}

/** "said a man who stayed because he was ill": a clause right behind a relative clause is of that, not of the verb in front. */
function lowerReason(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels, words } = tree
  const verb = heads[at] ?? -1
  if (verb < 0 || verb > at) return false
  const mark = childOf(tree, at, /^mark$/)
  if (mark <= verb + 1 || !/^(because|as|since|after|before|when|while)$/i.test(words[mark] ?? ''))
    return false
  let up = mark - 1
  if (upos[up] === 'PUNCT' || isAbove(heads, at, up)) return false
  for (let steps = 0; up > verb && steps < 9; steps += 1) {
    if (deprels[up] === 'acl:relcl' && isAbove(heads, verb, up)) {
      heads[at] = up
      return true
    }
    up = heads[up] ?? -1
  }
  return false
}

/** "If the army shells the town, thousands will flee": the word that opens a clause is of the first of two. */
function lowerMark(tree: LooseTree, at: number): boolean {
  const { words, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (!/^(if|unless|because|although|while)$/i.test(words[at] ?? '')) return false
  const clause = heads.findIndex(
    (head, child) => head === verb && child > at && child < verb && deprels[child] === 'advcl',
  )
  if (clause < 0 || !words.slice(clause, verb).includes(',')) return false
  if (hasChild(tree, clause, /^mark$/)) return false
  heads[at] = clause
  return true
}

/** "In a statement, the wing claimed the attack": what stands behind the comma is the subject, no description. */
function freeApposed(tree: LooseTree, at: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  const verb = heads[noun] ?? -1
  if (deprels[noun] !== 'obl' || noun > at || verb < at) return false
  if (!FINITE.test(xpos[verb] ?? '') || hasChild(tree, verb, /^[nc]subj|^aux:pass/)) return false
  if (!/^(NOUN|PROPN)$/.test(upos[at] ?? '') || words.slice(at, verb).includes(',')) return false
  if (words.slice(noun, at).filter((word) => word === ',').length !== 1) return false
  heads[at] = verb
  deprels[at] = 'nsubj'
  return true
}

/** "The town was shelled on Tuesday, activists and a monitor said": what stands between a comma and a verb without a subject is the subject, no second member of a list before the comma. */
function freeListed(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const first = heads[at] ?? -1
  const verb = verbBehindList(tree, at)
  if (first < 0 || first > at || verb < 0 || isAbove(heads, at, verb)) return false
  if (!/^(NOUN|PROPN)$/.test(upos[at] ?? '') || hasChild(tree, at, /^(case|cc)$/)) return false
  let start = at
  while (start - 1 > first && isAbove(heads, at, start - 1) && words[start - 1] !== ',') start -= 1
  if (words[start - 1] !== ',') return false
  heads[at] = verb
  deprels[at] = 'nsubj'
  for (let next = at + 1; next < verb; next += 1) {
    const isListed = heads[next] === first && deprels[next] === 'conj'
    const isLast = heads[next] === verb && deprels[next]?.startsWith('nsubj') === true
    if (isListed || isLast) [heads[next], deprels[next]] = [at, 'conj']
  }
  return true
}

/** The finite verb that the list which a word opens leads to, without a subject or with the last of the list for one; -1 where it leads to none. */
function verbBehindList(tree: LooseTree, at: number): number {
  const { upos, xpos, heads } = tree
  for (let next = at + 1; next < at + 8 && next < heads.length; next += 1) {
    if (FINITE.test(xpos[next] ?? '')) {
      const subject = childOf(tree, next, /^[nc]subj/)
      const isFree = subject < 0 || (subject > at && hasChild(tree, subject, /^cc$/))
      return isFree && !hasChild(tree, next, /^(aux|cc$)/) ? next : -1
    }
    if (!/^(NOUN|PROPN|DET|ADJ|CCONJ|NUM)$/.test(upos[next] ?? '')) return -1
  }
  return -1
}

/** "was hurled by men at the police", "were killed by gunmen in Darun": where, when and at whom it was done stands behind the doer of a passive, and is the verb's. */
function freeFromDoer(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const doer = heads[at] ?? -1
  if (deprels[doer] !== 'obl:agent' || doer > at || (heads[doer] ?? -1) < 0) return false
  const preposition = words[childOf(tree, at, /^case$/)]?.toLowerCase() ?? ''
  const isDone = /^(at|during|against|after|before|near|outside|on)$/.test(preposition)
  if (!isDone && !(preposition === 'in' && upos[at] === 'PROPN')) return false
  heads[at] = heads[doer] ?? -1
  deprels[at] = 'obl'
  return true
}

/** "No group claimed responsibility, but the Front is suspected": what "but" opens is the subject of the verb behind. */
function liftBehindBut(tree: LooseTree, at: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const but = childOf(tree, at, /^cc$/)
  const verb = heads.findIndex(
    (head, v) => v > at && head >= 0 && deprels[v] === 'conj' && /^VB[ND]$/.test(xpos[v] ?? ''),
  )
  if (!/^but$/i.test(words[but] ?? '') || but > at || verb < 0 || verb - at > 10) return false
  if (!/^(NOUN|PROPN)$/.test(upos[at] ?? '') || !hasChild(tree, verb, /^aux/)) return false
  if (hasChild(tree, verb, /^nsubj/) || isAbove(heads, at, verb)) return false
  const first = heads.findIndex((head, v) => head === verb && v > at)
  if (first < 0 || words.slice(at, verb).includes(',')) return false
  heads[at] = verb
  deprels[at] = hasChild(tree, verb, /^aux:pass$/) ? 'nsubj:pass' : 'nsubj'
  heads[but] = verb
  return true
}

/** "A plane crash killed": a noun without "is" has no subject; the noun before it is a part of it. */
function joinNoun(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  if (noun !== at + 1 || upos[at] !== 'NOUN' || upos[noun] !== 'NOUN') return false
  if (!/^(nsubj|obj|obl|nmod)/.test(deprels[noun] ?? '') || hasChild(tree, noun, /^(cop|obj)$/))
    return false
  deprels[at] = 'compound'
  return true
}

/** "agency Velka Media": two words of a name hang on the same noun. */
function endName({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const noun = heads[at] ?? -1
  if (upos[at] !== 'PROPN' || deprels[at - 1] !== 'flat') return false
  if (heads[at - 1] !== noun || upos[at - 1] !== 'PROPN' || noun >= at - 1) return false
  deprels[at] = 'flat'
  return true
}

/** "the junta spokesperson’s assurance": what stands before an owner is of the owner, not of what it owns. */
function lowerToOwner({ xpos, heads, deprels }: LooseTree, at: number): boolean {
  const owned = heads[at] ?? -1
  const owner = heads.findIndex(
    (head, child) => head === owned && child > at && deprels[child] === 'nmod:poss',
  )
  if (owner < 0 || owner > owned || xpos[owner + 1] !== 'POS' || owner - at > 4) return false
  for (let between = at + 1; between < owner; between += 1)
    if (heads[between] !== owned && heads[between] !== owner) return false
  heads[at] = owner
  return true
}

/** "an analyst and a lecturer at the institute": a phrase right behind the last of a list is the last one's. */
function lowerToLast(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const first = heads[at] ?? -1
  const mark = childOf(tree, at, /^case$/)
  const last = mark - 1
  if (mark < 1 || mark > at || !/^(at|of|in|from|with)$/i.test(words[mark] ?? '')) return false
  if (last <= first || heads[last] !== first || deprels[last] !== 'conj') return false
  if (upos[last] !== 'NOUN' || isAbove(heads, at, last)) return false
  heads[at] = last
  return true
}

/** "published in its agency Amaq": a noun with a preposition describes no verb. */
function leadToVerb(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (upos[verb] !== 'VERB' || verb > at || !/^(NOUN|PROPN)$/.test(upos[at] ?? '')) return false
  if (!hasChild(tree, at, /^case$/)) return false
  deprels[at] = 'obl'
  return true
}

/** "that Velka posed no threat": a name right in front of a verb without subject is its subject. */
function nameSubject(tree: LooseTree, at: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (upos[at] !== 'PROPN' || verb < at || verb - at > 4 || !FINITE.test(xpos[verb] ?? ''))
    return false
  if (
    hasChild(tree, verb, /^[nc]subj|^aux:pass/) ||
    /day$|^(january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
      words[at] ?? '',
    )
  )
    return false
  deprels[at] = 'nsubj'
  return true
}

/** "Analyst Dana Lor says": a noun right before a name is the name's, and the verb behind the main one. */
function liftNamed({ upos, xpos, heads, deprels }: LooseTree, verb: number): boolean {
  const noun = heads[verb] ?? -1
  const name = noun + 1
  if (heads[noun] !== -1 || upos[noun] !== 'NOUN' || upos[name] !== 'PROPN') return false
  if (heads[name] !== verb || deprels[name] !== 'nsubj' || !FINITE.test(xpos[verb] ?? ''))
    return false
  heads[verb] = -1
  deprels[verb] = 'root'
  heads[noun] = name
  deprels[noun] = 'nmod:desc'
  heads.forEach((head, child) => {
    if (head === noun && child > name) heads[child] = verb
  })
  return true
}

/** "The news agency Velka Press reported": a name right behind a subject names it. */
function nameDescribed({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const verb = heads[at] ?? -1
  let noun = at - 1
  while (heads[noun] === at && deprels[noun] === 'compound' && upos[noun] === 'PROPN') noun -= 1
  if (upos[at] !== 'PROPN' || upos[noun] !== 'NOUN' || heads[noun] !== verb) return false
  if (deprels[noun] !== 'nsubj') return false
  heads[at] = noun
  deprels[at] = 'appos'
  return true
}

/** "Three of the injured later died": an adverb is nobody; those before it are. */
function freeAdverb({ upos, xpos, heads, deprels }: LooseTree, at: number): boolean {
  const number = heads[at] ?? -1
  const verb = heads[number] ?? -1
  const noun = at - 1
  if (upos[at] !== 'ADV' || !/^RB/.test(xpos[at] ?? '') || verb < at || heads[noun] !== at)
    return false
  if (!/^(ADJ|VERB|NOUN)$/.test(upos[noun] ?? '')) return false
  heads.forEach((head, child) => {
    if (head === at) heads[child] = noun
  })
  heads[noun] = number
  deprels[noun] = 'nmod'
  heads[at] = verb
  deprels[at] = 'advmod'
  return true
}
