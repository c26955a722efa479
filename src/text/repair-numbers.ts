import { childOf, hasChild, isAbove, type LooseTree } from './loose-tree.ts'

/** "killed a 19-year-old in Darun": without a noun behind it the age is whoever is that old. */
export function nameByAge({ words, upos, heads, deprels }: LooseTree, old: number): boolean {
  const article = old - 5
  const verb = heads[article] ?? -1
  const isAge = /^old$/i.test(words[old] ?? '') && /^years?$/i.test(words[old - 2] ?? '')
  if (!isAge || !/^an?$/i.test(words[article] ?? '') || upos[verb] !== 'VERB') return false
  if (/^(NOUN|PROPN|ADJ)$/.test(upos[old + 1] ?? '') || isAbove(heads, old, verb)) return false
  heads[old] = verb
  deprels[old] = verb < old ? 'obj' : 'nsubj'
  heads[article] = old
  deprels[article] = 'det'
  return true
}

/** "killed 10 and injured 47": a bare number right behind a verb without object is its object. */
export function freeNumber(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (upos[at] !== 'NUM' || verb !== at - 1 || upos[verb] !== 'VERB') return false
  if (hasChild(tree, verb, /^obj/) || /^(NOUN|PROPN|ADJ|NUM)$/.test(upos[at + 1] ?? ''))
    return false
  deprels[at] = 'obj'
  return true
}

/** "killed an envoy in Darun and three guards were also hurt": who stands right before "were" is the subject, whatever the list is hung on. */
export function subjectBeforeHelper(tree: LooseTree, verb: number): boolean {
  const { words, upos, heads, deprels } = tree
  const helper = childOf(tree, verb, /^aux:pass$/)
  if (helper < 0 || helper > verb) return false
  const subject = childOf(tree, verb, /^nsubj/)
  if (subject >= 0) return splitSubject(tree, { verb, subject, helper })
  const noun = helper - 1
  if (
    upos[noun] !== 'NOUN' ||
    deprels[noun] !== 'conj' ||
    !/^(was|were)$/i.test(words[helper] ?? '')
  )
    return false
  if ((heads[verb] ?? -1) > noun || isAbove(heads, verb, noun)) return false
  heads[noun] = verb
  deprels[noun] = 'nsubj:pass'
  return true
}

/** "killed two guards and four others were hurt": the first of the list is the object of the verb before it. */
function splitSubject(
  { upos, heads, deprels }: LooseTree,
  { verb, subject, helper }: { verb: number; subject: number; helper: number },
): boolean {
  const above = heads[verb] ?? -1
  const second = helper - 1
  if (above < 0 || above > subject || upos[above] !== 'VERB') return false
  if (heads[second] !== subject || deprels[second] !== 'conj') return false
  const hasObject = deprels.some((deprel, at) => deprel === 'obj' && heads[at] === above)
  const isJoined = deprels.slice(above, subject).some((deprel) => /^(cc|punct|mark)$/.test(deprel))
  if (hasObject || isJoined) return false
  heads[subject] = above
  deprels[subject] = 'obj'
  heads[second] = verb
  deprels[second] = 'nsubj:pass'
  return true
}

/** "killing six soldiers and a civilian and injuring eleven others": what the second verb counts is its own. */
export function raiseCounting(tree: LooseTree, at: number): boolean {
  const { xpos, upos, heads, deprels } = tree
  const before = heads[at] ?? -1
  const noun = heads[before] ?? -1
  const above = heads[noun] ?? -1
  if (xpos[at] !== 'VBG' || before > at || deprels[before] !== 'amod' || noun < at) return false
  if (upos[above] !== 'VERB' || above > before) return false
  const object = childOf(tree, above, /^obj$/)
  heads.forEach((head, child) => {
    if (head === noun && child < before) heads[child] = before
  })
  heads[before] = object >= 0 ? object : above
  deprels[before] = object >= 0 ? 'conj' : 'obj'
  heads[at] = above
  deprels[at] = 'conj'
  heads[noun] = at
  deprels[noun] = 'obj'
  return true
}
