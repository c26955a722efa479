import { hasChild, type LooseTree } from './loose-tree.ts'
import { FINITE, isOfTime } from './repair-words.ts'

/** "The agency delivered food.", "Unions called off the strike.", "The Front, which rules there, called for calm.": in a whole sentence without a finite verb of its own the participle with an object behind a noun is the verb. */
export function liftParticiple(tree: LooseTree): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  if (!/^[.!]$/.test(words.at(-1) ?? '') || xpos.some((tag, at) => isFinite(tree, tag, at)))
    return false
  const root = heads.indexOf(-1)
  if (!/^(NOUN|PROPN)$/.test(upos[root] ?? '') || hasChild(tree, root, /^(case|cop|mark)$/))
    return false
  const verb = heads.findIndex(
    (head, at) => head === root && xpos[at] === 'VBN' && /^(amod|acl)$/.test(deprels[at] ?? ''),
  )
  const subject = verb > 0 ? subjectOf(tree, verb, root) : undefined
  if (subject === undefined) return false
  const above = heads[root] ?? -1
  heads[verb] = above
  deprels[verb] = 'root'
  for (const [at, head] of heads.entries())
    if (at !== verb && head === root && (root === subject ? at > verb : at <= subject))
      heads[at] = root === subject ? verb : subject
  heads[root] = verb
  deprels[root] = root === subject ? 'nsubj' : 'obj'
  heads[subject] = verb
  deprels[subject] = 'nsubj'
  return true
}

/** A finite verb that stands in no clause below: "which rules there", "as it had promised" have verbs of their own. */
function isFinite({ heads, deprels }: LooseTree, tag: string, at: number): boolean {
  if (!FINITE.test(tag) && tag !== 'MD') return false
  for (let above = at; above >= 0; above = heads[above] ?? -1)
    if (/^(acl:relcl|advcl)/.test(deprels[above] ?? '')) return false
  return true
}

/** "called for", "called on": what nobody is called is no passive. */
function isCall({ words, xpos, deprels }: LooseTree, at: number): boolean {
  return (
    deprels[at] === 'acl' &&
    xpos[at] === 'VBN' &&
    /^called$/i.test(words[at] ?? '') &&
    /^(for|on|upon)$/i.test(words[at + 1] ?? '')
  )
}

/** An object, or a noun with an article that is taken for a second verb. */
function hasObject(tree: LooseTree, verb: number): boolean {
  if (hasChild(tree, verb, /^obj/)) return true
  const { upos, heads, deprels } = tree
  const noun = heads.findIndex(
    (head, at) => head === verb && /^(xcomp|obl)$/.test(deprels[at] ?? '') && upos[at] === 'NOUN',
  )
  if (noun < verb || isOfTime(tree.words[noun] ?? '')) return false
  // "called off the strike"
  if (heads[verb + 1] === noun && /^(off|out|up|down)$/i.test(tree.words[verb + 1] ?? '')) {
    heads[verb + 1] = verb
    deprels[verb + 1] = 'compound:prt'
  }
  if (!hasChild(tree, noun, /^(det|nummod)$/) || hasChild(tree, noun, /^(case|mark)$/)) return false
  deprels[noun] = 'obj'
  return true
}

/** Who does it: the noun in front of the participle, where an object stands behind it. */
function subjectOf(tree: LooseTree, verb: number, root: number): number | undefined {
  const { upos, xpos, heads, deprels } = tree
  if (deprels[verb] === 'acl') {
    // "Students protested in Darun": with nothing done to it and nobody who does it, the noun does it.
    const isAlone = verb === root + 1 && !hasChild(tree, verb, /^obl:agent/)
    const isActive = hasObject(tree, verb) || isAlone || isCall(tree, verb)
    return root < verb && isActive ? root : undefined
  }
  // "The Velkan | imposed | sanctions": a noun before a participle is no part of what stands behind it.
  const before = verb - 1
  const isNoun = upos[before] === 'NOUN' && /^NNP?S?$/.test(xpos[before] ?? '')
  const isPart =
    (heads[before] === root || heads[before] === verb) &&
    /^(compound|nsubj)$/.test(deprels[before] ?? '')
  return isNoun && isPart && verb < root ? before : undefined
}
