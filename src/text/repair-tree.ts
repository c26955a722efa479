import type { Analysis } from './language-model.ts'
import { childOf, hasChild, isAbove } from './loose-tree.ts'
import { FINITE } from './repair-words.ts'

/** A parse without three mistakes that leave a sentence without its main verb: a noun as root over a finite verb that lacks a subject, a modifier with a subject of its own, and a participle that took the place of the verb behind it. Heads stay a tree. */
export function repairTree(analysis: Analysis): Analysis {
  const tree: Tree = {
    xpos: analysis.xpos,
    upos: analysis.upos,
    heads: [...analysis.heads],
    deprels: [...analysis.deprels],
  }
  let changed = false
  for (const repair of REPAIRS) changed = repair(tree) || changed
  return changed ? tree : analysis
}

const REPAIRS = [
  freeSubject,
  liftModifier,
  joinVerbs,
  passObject,
  splitCompound,
  lowerParticiple,
  liftVerb,
]

interface Tree {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly heads: number[]
  readonly deprels: string[]
}

/** "Fighters loyal to the general attacked": a preposition in front of a subject makes that noun no subject. */
function freeSubject(tree: Tree): boolean {
  let changed = false
  tree.deprels.forEach((deprel, at) => {
    const verb = tree.heads[at] ?? -1
    const isPreposition = deprel === 'case' || (deprel === 'mark' && tree.upos[at] === 'ADP')
    if (!isPreposition || !isFinite(tree, verb) || at === 0) return
    const subject = childOf(tree, verb, /^nsubj/)
    if (subject < at || subject > verb) return
    if (!/^(NOUN|PROPN|ADJ)$/.test(tree.upos[at - 1] ?? '') || tree.heads[at - 1] === verb) return
    if (isAbove(tree.heads, subject, at - 1)) return
    attach(tree, at, { head: subject, deprel: 'case' })
    attach(tree, subject, { head: at - 1, deprel: 'nmod' })
    changed = true
  })
  return changed
}

/** "Troops and fighters shelled villages": "shelled" modifies no villages where it has a subject. */
function liftModifier(tree: Tree): boolean {
  let changed = false
  tree.deprels.forEach((deprel, at) => {
    const noun = tree.heads[at] ?? -1
    if (deprel !== 'amod' || noun <= at || !/^VB[DN]$/.test(tree.xpos[at] ?? '')) return
    const subject = childOf(tree, at, /^nsubj/)
    if (subject < 0 || tree.deprels[noun] !== 'root') return
    attach(tree, at, { head: tree.heads[noun] ?? -1, deprel: 'root' })
    attach(tree, noun, { head: at, deprel: 'obj' })
    attach(tree, subject, { head: at, deprel: 'nsubj' })
    moveEnd(tree, noun, at)
    changed = true
  })
  return changed
}

/** "fired on the car and wounded the guard": a verb is no conjunct of a noun. */
function joinVerbs(tree: Tree): boolean {
  let changed = false
  tree.deprels.forEach((deprel, at) => {
    const noun = tree.heads[at] ?? -1
    if (deprel !== 'conj' || noun < 0 || !/^(NOUN|PROPN)$/.test(tree.upos[noun] ?? '')) return
    if (!FINITE.test(tree.xpos[at] ?? '') || !hasChild(tree, at, /^cc$/)) return
    if (hasChild(tree, at, /^nsubj/) || hasChild(tree, noun, /^(cop|nsubj)/)) return
    const verb = verbAbove(tree, noun)
    if (verb === undefined || verb > at) return
    attach(tree, at, { head: verb, deprel: 'conj' })
    changed = true
  })
  return changed
}

/** "shot dead a student": an adjective has no object. */
function passObject(tree: Tree): boolean {
  let changed = false
  tree.deprels.forEach((deprel, at) => {
    const adjective = tree.heads[at] ?? -1
    const verb = tree.heads[adjective] ?? -1
    if (deprel !== 'obj' || tree.upos[adjective] !== 'ADJ' || tree.upos[verb] !== 'VERB') return
    if (tree.deprels[adjective] !== 'xcomp' || hasChild(tree, verb, /^obj/)) return
    attach(tree, at, { head: verb, deprel: 'obj' })
    changed = true
  })
  return changed
}

/** "rammed a truck packed with explosives": a noun with an article is no part of a participle behind it. */
function splitCompound(tree: Tree): boolean {
  let changed = false
  tree.deprels.forEach((deprel, noun) => {
    const participle = tree.heads[noun] ?? -1
    const verb = tree.heads[participle] ?? -1
    if (deprel !== 'compound' || tree.upos[noun] !== 'NOUN' || tree.xpos[participle] !== 'VBN')
      return
    if (tree.upos[verb] !== 'VERB' || verb > noun || hasChild(tree, verb, /^obj/)) return
    if (!/^(xcomp|advcl|obj)$/.test(tree.deprels[participle] ?? '')) return
    attach(tree, noun, { head: verb, deprel: 'obj' })
    attach(tree, participle, { head: noun, deprel: 'acl' })
    changed = true
  })
  return changed
}

/** "The man accused of bombing the mosque was arrested", "The plane carrying him was hit": the root is a participle without helper, and a finite passive hangs below it. */
function lowerParticiple(tree: Tree): boolean {
  const root = tree.heads.indexOf(-1)
  if (!/^VB[GN]$/.test(tree.xpos[root] ?? '') || hasChild(tree, root, /^(aux|cop|mark)/))
    return false
  const subject = childOf(tree, root, /^nsubj/)
  if (subject < 0 || subject > root) return false
  const verb = tree.deprels.findIndex(
    (deprel, at) =>
      at > root &&
      isUnmarked(tree, at, deprel) &&
      isFinite(tree, at) &&
      isAbove(tree.heads, root, at),
  )
  if (verb < 0) return false
  const above = tree.heads[verb] ?? root
  const taken = childOf(tree, verb, /^nsubj/)
  if (taken >= 0) {
    // "… of bombing the mosque was arrested" against "saying the mosque was bombed".
    if (above === root || tree.xpos[above] !== 'VBG' || taken < above) return false
    attach(tree, taken, { head: above, deprel: 'obj' })
  }
  attach(tree, verb, { head: -1, deprel: 'root' })
  attach(tree, subject, { head: verb, deprel: subjectOf(tree, verb) })
  attach(tree, root, { head: subject, deprel: 'acl' })
  moveEnd(tree, root, verb)
  return true
}

/** A clause without conjunction, comma or pronoun in front. */
function isUnmarked(tree: Tree, at: number, deprel: string): boolean {
  // "Rebels backed by fighters captured the town": no past tense with an object modifies the noun before it.
  const isVerb = deprel === 'acl' && FINITE.test(tree.xpos[at] ?? '') && hasObject(tree, at)
  if (deprel !== 'ccomp' && deprel !== 'advcl' && !isVerb) return false
  if (deprel !== 'ccomp' && hasChild(tree, at, /^nsubj/)) return false
  return !tree.heads.some(
    (head, child) =>
      head === at &&
      child < at &&
      (/^(mark|cc|punct)$/.test(tree.deprels[child] ?? '') || /^W/.test(tree.xpos[child] ?? '')),
  )
}

function hasObject(tree: Tree, verb: number): boolean {
  return hasChild(tree, verb, /^obj/)
}

/** "The bomb that the group planted under the bridge wounded two soldiers": the finite verb without a subject below a noun that is the root. */
function liftVerb(tree: Tree): boolean {
  const root = tree.heads.indexOf(-1)
  if (!/^(NOUN|PROPN|PRON)$/.test(tree.upos[root] ?? '')) return false
  if (hasChild(tree, root, /^(nsubj|csubj|cop|aux|case)/)) return false
  const verb = tree.heads.findIndex((_, at) => at > root && isLostVerb(tree, at, root))
  if (verb < 0 || !isAbove(tree.heads, root, verb)) return false
  attach(tree, verb, { head: -1, deprel: 'root' })
  attach(tree, root, { head: verb, deprel: subjectOf(tree, verb) })
  moveEnd(tree, root, verb)
  return true
}

/** Whether a verb lacks all that would let it hang where it does: subject, mark, relative pronoun, conjunction. */
function isLostVerb(tree: Tree, at: number, root: number): boolean {
  const deprel = tree.deprels[at] ?? ''
  if (!isFinite(tree, at) || hasChild(tree, at, /^(nsubj|csubj|mark|expl)/)) return false
  if (/^(conj|parataxis)$/.test(deprel)) return tree.heads[at] === root
  if (!/^(acl|acl:relcl|advcl|root|xcomp|amod)$/.test(deprel)) return false
  return !tree.heads.some(
    (head, child) =>
      head === at &&
      (/^W/.test(tree.xpos[child] ?? '') || (child === at - 1 && tree.deprels[child] === 'punct')),
  )
}

/** Whether a verb can only be that of a clause: present or past tense, or a participle with helper or object. */
function isFinite(tree: Tree, at: number): boolean {
  const xpos = tree.xpos[at] ?? ''
  if (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP') return !hasChild(tree, at, /^obl:agent/)
  if (xpos !== 'VBN') return false
  return hasChild(tree, at, /^(aux|obj|ccomp)/)
}

function subjectOf(tree: Tree, verb: number): string {
  return !hasChild(tree, verb, /^aux:pass/) ? 'nsubj' : 'nsubj:pass'
}

function verbAbove({ heads, upos }: Tree, from: number): number | undefined {
  let up = heads[from] ?? -1
  for (let steps = 0; up >= 0 && steps < 6; steps += 1) {
    if (upos[up] === 'VERB') return up
    up = heads[up] ?? -1
  }
  return undefined
}

function attach({ heads, deprels }: Tree, at: number, to: { head: number; deprel: string }): void {
  heads[at] = to.head
  deprels[at] = to.deprel
}

/** What stood behind the new verb under the old one, the full stop above all, hangs on the new one. */
function moveEnd({ heads }: Tree, from: number, to: number): void {
  heads.forEach((head, at) => {
    if (head === from && at > to) heads[at] = to
  })
}
