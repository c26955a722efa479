import type { Analysis } from './language-model.ts'
import {
  childOf,
  hasChild,
  isAbove,
  mend,
  mendAt,
  raiseAbove,
  type LooseTree,
  type TreeRepairs,
} from './loose-tree.ts'
import { freeNumber, nameByAge, raiseCounting, subjectBeforeHelper } from './repair-numbers.ts'
import { liftParticiple } from './repair-participle.ts'
import { FINITE, isOfCalendar, isOfTime } from './repair-words.ts'

/** A parse without verbs that lack what stands beside them: a subject taken for a part of the verb, an object taken for a phrase of time or a second verb, a participle that is all the verb there is. Heads stay a tree. */
export function repairVerbs(words: readonly string[], analysis: Analysis): Analysis {
  return mend(words, analysis, (tree) => {
    let changed = false
    for (let at = 0; at < words.length; at += 1) {
      changed = freeFromSign(tree, at) || changed
      changed = mendAt(tree, at, REPAIRS) || changed
    }
    return liftParticiple(tree) || changed
  })
}

/** By the relation of the word that is looked at. */
const REPAIRS: TreeRepairs = {
  amod: [nameByAge, freeState, freeHarmed],
  case: [freeCounted],
  compound: [freeSubject],
  conj: [subjectBeforeHelper, raiseCounting],
  nmod: [liftAfterOf],
  nsubj: [freeFirstSubject, joinName],
  'nsubj:pass': [joinName],
  obj: [joinObject],
  'obl:unmarked': [countState, freeNumber],
  obl: [freeObject, joinToSubject],
  xcomp: [joinObject, freeObject],
}

/** "Al-Talvi’s agency": a sign heads nothing; what hangs on a hyphen is of the name before it. */
function freeFromSign({ upos, xpos, heads, deprels }: LooseTree, at: number): boolean {
  const sign = heads[at] ?? -1
  const above = heads[sign] ?? -1
  if (upos[sign] !== 'PUNCT' || above < 0) return false
  const before = sign - 1
  const name = deprels[before] === 'flat' ? (heads[before] ?? -1) : before
  const isJoined = xpos[sign] === 'HYPH' && upos[before] === 'PROPN' && upos[name] === 'PROPN'
  const head = isJoined && sign < at && !isAbove(heads, at, name) ? name : above
  heads[at] = head
  return true
}

/** "Ilan Morvath left", "The car bombing shook the town": a noun in front of a finite verb is no part of it. */
function freeSubject(tree: LooseTree, at: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (at > verb || !/^(NOUN|PROPN)$/.test(upos[at] ?? '')) return false
  // "A bomb exploded", taken for a participle, is none where nothing stands above it.
  const isRoot = xpos[verb] === 'VBN' && upos[verb] === 'VERB' && deprels[verb] === 'root'
  if (!FINITE.test(xpos[verb] ?? '') && !(isRoot && !hasChild(tree, verb, /^(nsubj|aux)/)))
    return false
  const taken = heads.findIndex(
    (head, child) => head === verb && child < verb && /^nsubj/.test(deprels[child] ?? ''),
  )
  if (taken >= 0 && taken !== at - 1) return false
  if (taken >= 0) raiseAbove(tree, at, taken)
  if (taken >= 0) deprels[taken] = 'compound'
  deprels[at] = 'nsubj'
  heads[at] = verb
  return true
}

/** "Hezar gunmen killed two men": of two subjects side by side the first is the name before the second. */
function joinName({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const next = at + 1
  if (!/^(PROPN|NOUN)$/.test(upos[at] ?? '') || upos[next] !== 'NOUN') return false
  if (heads[next] !== heads[at] || !deprels[next]?.startsWith('nsubj')) return false
  // "15 special forces members": what stands before the first is of both.
  heads.forEach((head, child) => {
    if (head === at && child < at && /^(nummod|det|amod)$/.test(deprels[child] ?? ''))
      heads[child] = next
  })
  heads[at] = next
  deprels[at] = 'compound'
  return true
}

/** "A bomb exploded in Darun, the governor said": of two subjects the first is that of the participle behind it. */
function freeFirstSubject(tree: LooseTree, at: number): boolean {
  const { words, xpos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (!FINITE.test(xpos[verb] ?? '') || at > verb) return false
  const clause = childOf(tree, at, /^acl$/)
  const own = heads.findIndex(
    (head, child) => head === verb && child > clause && deprels[child] === 'nsubj',
  )
  if (clause < at || own < clause || own > verb || !/^VB[DN]$/.test(xpos[clause] ?? ''))
    return false
  const comma = words.lastIndexOf(',', own)
  if (comma < clause || own - comma > 5 || hasChild(tree, clause, /^(obl:agent|mark)/)) return false
  heads[clause] = verb
  deprels[clause] = 'ccomp'
  heads[at] = clause
  return true
}

/** "detonated his car bomb": of two nouns side by side behind a verb the first is a part of the second. */
function joinObject(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const first = at - 1
  if (upos[at] !== 'NOUN' || upos[first] !== 'NOUN' || deprels[first] !== 'obj') return false
  if (heads[first] !== heads[at] || BEING.test(words[heads[at] ?? -1] ?? '')) return false
  raiseAbove(tree, at, first)
  deprels[first] = 'compound'
  return true
}

/** Verbs after which a noun says what somebody is. */
const BEING = /^(bec[ao]m|remain|stay|seem|appear|turn|prov|felt|feel|look|sound|mean|made|make)/i

/** "elected a new mayor", "wounded more than 30 people": a noun without preposition is the object where there is none. */
function freeObject(tree: LooseTree, at: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  const isActive = xpos[verb] === 'VBN' && hasChild(tree, verb, /^nsubj$/)
  if (upos[at] !== 'NOUN' || at < verb || !(FINITE.test(xpos[verb] ?? '') || isActive)) return false
  if (deprels[at] === 'xcomp' && !hasChild(tree, at, /^(det|nummod)$/)) return false
  if (BEING.test(words[verb] ?? '') || hasChild(tree, at, /^(case|mark|cop|advmod|nsubj)$/))
    return false
  if (hasChild(tree, verb, /^(obj|iobj|aux:pass|ccomp|cop)/) || isOfTime(words[at] ?? ''))
    return false
  deprels[at] = 'obj'
  return true
}

/** "killed up to nine guards", "killed between 10 and 15 fighters": words that bend a number lead to no place. */
function freeCounted(tree: LooseTree, at: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  const verb = heads[noun] ?? -1
  const isBend =
    /^between$/i.test(words[at] ?? '') ||
    (/^to$/i.test(words[at] ?? '') && /^up$/i.test(words[at - 1] ?? ''))
  if (!isBend || upos[at + 1] !== 'NUM' || xpos[noun] !== 'NNS' || isOfTime(words[noun] ?? ''))
    return false
  const isFree = deprels[noun] === 'obl' || (deprels[noun] === 'conj' && verb === at - 1)
  if (!isFree || upos[verb] !== 'VERB' || verb > at) return false
  if (hasChild(tree, verb, /^(obj|aux:pass)/) || isAbove(heads, at, at + 1)) return false
  const up = /^up$/i.test(words[at - 1] ?? '') && !isAbove(heads, at - 1, at + 1) ? at - 1 : at
  heads[up] = at + 1
  deprels[up] = 'advmod'
  if (up !== at) heads[at] = up
  if (up !== at) deprels[at] = 'fixed'
  deprels[noun] = 'obj'
  return true
}

/** "left 14 dead": what the number was left as is the verb's. */
function freeState(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const number = heads[at] ?? -1
  const verb = heads[number] ?? -1
  if (number !== at - 1 || upos[number] !== 'NUM' || upos[at] !== 'ADJ') return false
  if (deprels[number] !== 'obj' || upos[verb] !== 'VERB') return false
  raiseAbove(tree, at, number)
  deprels[at] = 'xcomp'
  deprels[number] = 'nummod'
  return true
}

/** "left nine dead": a number right before what it was left as counts it. */
function countState({ upos, heads, deprels }: LooseTree, at: number): boolean {
  if (upos[at] !== 'NUM' || heads[at] !== at + 1 || upos[at + 1] !== 'ADJ') return false
  deprels[at] = 'nummod'
  return true
}

/** "killed 33 people and wounded 10": a past tense behind "and" and before a bare number has it for its object. */
function freeHarmed(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const number = heads[at] ?? -1
  const noun = heads[number] ?? -1
  const verb = heads[noun] ?? -1
  if (number !== at + 1 || upos[number] !== 'NUM' || !/ed$/i.test(words[at] ?? '')) return false
  if (!/^and$/i.test(words[at - 1] ?? '') || deprels[number] !== 'conj') return false
  if (deprels[noun] !== 'obj' || upos[verb] !== 'VERB' || isAbove(heads, at, verb)) return false
  heads[at] = verb
  deprels[at] = 'conj'
  heads[number] = at
  deprels[number] = 'obj'
  if (!isAbove(heads, at - 1, at)) heads[at - 1] = at
  return true
}

/** "Doctors at the hospital said": a phrase right between a subject and its verb is the subject's, unless it tells a day. */
function joinToSubject(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  const mark = childOf(tree, at, /^case$/)
  if (at > verb || mark < 1 || mark > at || !FINITE.test(tree.xpos[verb] ?? '')) return false
  if (!/^(at|of|from|in|with|for)$/i.test(words[mark] ?? '') || isOfTime(words[at] ?? ''))
    return false
  const subject = mark - 1
  if (heads[subject] !== verb || !deprels[subject]?.startsWith('nsubj')) return false
  if (!/^(NOUN|PROPN)$/.test(upos[subject] ?? '') || isOfCalendar(words[at] ?? '')) return false
  if (words.slice(at, verb).includes(',')) return false
  heads[at] = subject
  deprels[at] = 'nmod'
  return true
}

/** "Two of the wounded later died": the verb behind those of whom some are counted is no noun. */
function liftAfterOf(tree: LooseTree, verb: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const number = heads[verb] ?? -1
  const of = number + 1
  if (upos[number] !== 'NUM' || heads[number] !== -1 || !/^VB[DN]$/.test(xpos[verb] ?? ''))
    return false
  if (!/^of$/i.test(words[of] ?? '') || heads[of] !== verb) return false
  let noun = of + 1
  while (noun + 1 < verb && /^(DET|ADJ|NUM)$/.test(upos[noun] ?? '') && upos[noun + 1] !== 'ADV')
    noun += 1
  if (noun >= verb || heads[noun] !== verb) return false
  heads.forEach((head, at) => {
    if (head === verb && at < noun) heads[at] = noun
    if (head === number && at > verb) heads[at] = verb
  })
  heads[noun] = number
  deprels[noun] = 'nmod'
  heads[verb] = -1
  deprels[verb] = 'root'
  heads[number] = verb
  deprels[number] = 'nsubj'
  return true
}
