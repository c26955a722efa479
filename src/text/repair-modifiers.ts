import type { Analysis } from './language-model.ts'
import {
  childOf,
  hasChild,
  isAbove,
  mendByRelation,
  type LooseTree,
  type TreeRepairs,
} from './loose-tree.ts'

/** A parse without clauses and phrases that are taken for something else's: what stands right behind a noun describes it, what stands before a verb is its subject. Heads stay a tree. */
export function repairModifiers(words: readonly string[], analysis: Analysis): Analysis {
  return mendByRelation(words, analysis, REPAIRS)
}

/** By the relation of the word that is looked at. */
const REPAIRS: TreeRepairs = {
  acl: [closeRelative, freeLike],
  'acl:relcl': [closeRelative],
  advcl: [joinAgentClause],
  amod: [liftSubject, freeConsequence],
  case: [lowerToNumber],
  ccomp: [joinBareRelative],
  conj: [joinNumber],
  mark: [freePhrase],
  nsubj: [freeFromCase],
  xcomp: [liftResult],
}

const NOUN = /^(NOUN|PROPN)$/

/** "The bomb that the group planted wounded two": the clause about the root ends with its own verb, and the next verb is the root's. */
function closeRelative(tree: LooseTree, verb: number): boolean {
  const { xpos, upos, heads, deprels } = tree
  const root = heads[verb] ?? -1
  if (root > verb || heads[root] !== -1 || !NOUN.test(upos[root] ?? '') || xpos[verb] !== 'VBD')
    return false
  const that = heads.findIndex(
    (head, at) => head === verb && /^W/.test(xpos[at] ?? '') && at < verb,
  )
  const subject = childOf(tree, verb, /^nsubj$/)
  const own = heads.findIndex(
    (head, at) => head === subject && deprels[at] === 'acl' && xpos[at] === 'VBN' && at < verb,
  )
  if (that < root || subject < that || own < subject || own !== subject + 1) return false
  heads[verb] = -1
  deprels[verb] = 'root'
  heads.forEach((head, at) => {
    if (head === root && at > verb) heads[at] = verb
  })
  heads[root] = verb
  deprels[root] = 'nsubj'
  heads[own] = root
  deprels[own] = 'acl:relcl'
  heads[subject] = own
  deprels[subject] = 'nsubj'
  heads[that] = own
  deprels[that] = 'obj'
  return true
}

/** "died in an ambush claimed by the League": a participle with its doer, right behind a noun, is about that noun. */
function joinAgentClause(tree: LooseTree, at: number): boolean {
  const { xpos, upos, heads, deprels } = tree
  const noun = at - 1
  if (xpos[at] !== 'VBN' || !NOUN.test(upos[noun] ?? '') || isAbove(heads, at, noun)) return false
  if (hasChild(tree, at, /^(mark|aux|nsubj)/) || !hasChild(tree, at, /^obl:agent/)) return false
  heads[at] = deprels[noun] === 'flat' ? (heads[noun] ?? noun) : noun
  deprels[at] = 'acl'
  return true
}

/** "a fourth remained": what has an article and stands before a finite verb is its subject. */
function liftSubject(tree: LooseTree, at: number): boolean {
  const { xpos, heads, deprels } = tree
  const verb = at + 1
  if (heads[at] !== verb || xpos[verb] !== 'VBD' || hasChild(tree, verb, /^nsubj/)) return false
  if (heads[at - 1] !== verb || deprels[at - 1] !== 'det') return false
  heads[at - 1] = at
  deprels[at] = 'nsubj'
  return true
}

/** "released two workers they had kidnapped": a clause with a pronoun right behind an object is about the object. */
function joinBareRelative(tree: LooseTree, verb: number): boolean {
  const { upos, heads, deprels } = tree
  const subject = childOf(tree, verb, /^nsubj$/)
  const noun = subject - 1
  if (upos[subject] !== 'PRON' || upos[noun] !== 'NOUN' || deprels[noun] !== 'obj') return false
  if (heads[noun] !== heads[verb] || hasChild(tree, verb, /^(obj|mark|ccomp)/)) return false
  heads[verb] = noun
  deprels[verb] = 'acl:relcl'
  return true
}

/** "denies a strike on a convoy": a preposition opens no clause that has no verb. */
function freePhrase(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const head = heads[at] ?? -1
  const noun = deprels[head] === 'compound' && head > at ? (heads[head] ?? -1) : head
  const above = heads[noun] ?? -1
  if (!/^(in|on|at|near|of|by|from|against)$/i.test(words[at] ?? '')) return false
  if (!NOUN.test(upos[noun] ?? '') || noun < at || !NOUN.test(upos[above] ?? '') || above > at)
    return false
  if (!/^(obj|acl|advcl)/.test(deprels[noun] ?? '') || isAbove(heads, at, noun)) return false
  heads[at] = noun
  deprels[at] = 'case'
  deprels[noun] = 'nmod'
  return true
}

/** "A protest by 300 teachers blocked the road": what has a preposition is no second subject. */
function freeFromCase(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const mark = childOf(tree, at, /^case$/)
  const noun = mark - 1
  if (mark < 1 || mark > at || at > (heads[at] ?? -1) || !NOUN.test(upos[noun] ?? '')) return false
  if (heads[noun] !== heads[at] || deprels[noun] !== 'nsubj') return false
  heads[at] = noun
  deprels[at] = 'nmod'
  return true
}

/** "left five soldiers dead": what the object became hangs on the verb. */
function liftResult(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  const verb = heads[noun] ?? -1
  if (upos[at] !== 'ADJ' || noun !== at - 1 || deprels[noun] !== 'obj') return false
  if (upos[verb] !== 'VERB' || verb > noun) return false
  heads[at] = verb
  return true
}

/** "raided the camp, triggering clashes": behind a comma the verb tells what came of it. */
function freeConsequence(tree: LooseTree, at: number): boolean {
  const { words, xpos, upos, heads, deprels } = tree
  const noun = heads[at] ?? -1
  const above = heads[noun] ?? -1
  const verb = upos[above] === 'VERB' ? above : (heads[above] ?? -1)
  if (xpos[at] !== 'VBG' || words[at - 1] !== ',' || noun < at || deprels[noun] !== 'appos')
    return false
  if (upos[verb] !== 'VERB' || verb > at || hasChild(tree, noun, /^det$/)) return false
  heads[at] = verb
  deprels[at] = 'advcl'
  heads[noun] = at
  deprels[noun] = 'obj'
  heads[at - 1] = at
  return true
}

/** "put it at more than 10,000 people": the preposition is of the number's phrase, not of "more". */
function lowerToNumber(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const number = at + 3
  if (heads[at] !== at + 1 || !/^(more|less|fewer)$/i.test(words[at + 1] ?? '')) return false
  if (!/^than$/i.test(words[at + 2] ?? '') || upos[number] !== 'NUM') return false
  const noun = deprels[number] === 'nummod' ? (heads[number] ?? number) : number
  if (isAbove(heads, at, noun)) return false
  heads[at] = noun
  if (deprels[noun] === 'obj') deprels[noun] = 'obl'
  return true
}

/** "six hundred and sixty nine": no number hangs on "and". */
function joinNumber(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const and = heads[at] ?? -1
  if (upos[at] !== 'NUM' || upos[and] !== 'CCONJ' || and !== at - 1) return false
  const next = upos[at + 1] === 'NUM' ? at + 1 : (heads[and] ?? -1)
  if (next < 0 || isAbove(heads, at, next)) return false
  heads[at] = next
  deprels[at] = next === at + 1 ? 'compound' : 'nummod'
  return true
}

/** "attacks like these could delay the talks": "like" opens no clause, and the verb behind it is that of the noun before. */
function freeLike(tree: LooseTree, verb: number): boolean {
  const { words, upos, heads, deprels } = tree
  const noun = heads[verb] ?? -1
  const like = noun + 1
  const these = like + 1
  if (!/^like$/i.test(words[like] ?? '') || !/^(this|that|these|those)$/i.test(words[these] ?? ''))
    return false
  if (heads[like] !== verb || heads[these] !== verb || these > verb || upos[verb] !== 'VERB')
    return false
  heads[verb] = heads[noun] ?? -1
  deprels[verb] = deprels[noun] === 'root' ? 'root' : 'ccomp'
  heads[noun] = verb
  deprels[noun] = 'nsubj'
  heads[these] = noun
  deprels[these] = 'nmod'
  heads[like] = these
  deprels[like] = 'case'
  return true
}
