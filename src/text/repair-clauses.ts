import type { Analysis } from './language-model.ts'
import { hasChild, isAbove, mend, type LooseTree, type TreeRepair } from './loose-tree.ts'
import { FINITE } from './repair-words.ts'

/** A parse without words hung across the borders of their clause: a speaker behind "said" taken for the subject of a participle, a "that" taken for an article or object, the middle of a name taken for a title. Heads stay a tree. */
export function repairClauses(words: readonly string[], analysis: Analysis): Analysis {
  return mend(words, analysis, (tree) => {
    let changed = false
    for (let at = 0; at < words.length; at += 1)
      for (const repair of REPAIRS) changed = repair(tree, at) || changed
    return changed
  })
}

const REPAIRS: readonly TreeRepair[] = [
  freeSpeaker,
  passPlace,
  raiseSubject,
  openClause,
  loosenClause,
  holdName,
  freeName,
  freeFromPreposition,
]

/** "…,” said Dana Lor, a nurse trained in Darun": the words right behind a verb that lacks a subject are no participle's. */
function freeSpeaker(tree: LooseTree, at: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const participle = heads[at] ?? -1
  const verb = heads[participle] ?? -1
  if (deprels[at] !== 'nsubj' || participle < at || verb < 1 || verb > at) return false
  if (!FINITE.test(xpos[verb] ?? '') || !/^[,”"’']+$/.test(words[verb - 1] ?? '')) return false
  if (firstUnder(heads, at) !== verb + 1 || hasChild(tree, verb, /^nsubj/)) return false
  if (!isParticiple(tree, participle, at)) return false
  const noun = /^(NOUN|PROPN)$/.test(upos[participle - 1] ?? '') ? participle - 1 : at
  heads[at] = verb
  heads[participle] = isAbove(heads, participle, noun) ? at : noun
  deprels[participle] = 'acl'
  return true
}

/** "In Selin district, Velka province, a patrol held a trader": the second name is of the place, and what no comma parts from the verb is its subject. */
function passPlace(tree: LooseTree, at: number): boolean {
  const { words, upos, heads, deprels } = tree
  const place = heads[at] ?? -1
  const verb = heads[place] ?? -1
  if (deprels[at] !== 'appos' || !/^nsubj/.test(deprels[place] ?? '') || verb < at) return false
  if (upos[verb] !== 'VERB' || hasChild(tree, place, /^det/)) return false
  if (commaBefore(tree, at) < 0 || words.slice(at, verb).includes(',')) return false
  const comma = commaBefore(tree, place)
  const spot = comma < 0 ? -1 : spotBefore(tree, comma, verb)
  if (spot < 0) return false
  heads[at] = verb
  deprels[at] = deprels[place] ?? 'nsubj'
  heads[place] = spot
  deprels[place] = 'appos'
  return true
}

/** "In Selin, Karim Dolo, a teacher, was shot dead": what the tree takes for another name of the place is the subject that the verb lacks. */
function raiseSubject(tree: LooseTree, at: number): boolean {
  const { xpos, heads, deprels } = tree
  const place = heads[at] ?? -1
  const verb = heads[place] ?? -1
  if (deprels[at] !== 'appos' || !/^obl/.test(deprels[place] ?? '') || verb < at) return false
  const isFinite = FINITE.test(xpos[verb] ?? '') || hasChild(tree, verb, /^aux/)
  const comma = commaBefore(tree, at)
  if (!isFinite || comma < 0 || hasChild(tree, verb, /^(?:nsubj|csubj|expl)/)) return false
  if (spotBefore(tree, comma, verb) !== place) return false
  heads[at] = verb
  deprels[at] = hasChild(tree, verb, /^aux:pass/) ? 'nsubj:pass' : 'nsubj'
  return true
}

/** The comma in front of a phrase, which the tree may hang on it; -1 without one. */
function commaBefore({ words, heads }: LooseTree, head: number): number {
  const first = firstUnder(heads, head)
  if (words[first] === ',') return first
  return words[first - 1] === ',' ? first - 1 : -1
}

/** The noun of "In Selin district" that ends right before a comma; -1 without one. */
function spotBefore({ words, heads, deprels }: LooseTree, comma: number, verb: number): number {
  for (let at = comma - 1; at >= Math.max(0, comma - LONGEST_SPOT); at -= 1)
    if (heads[at] === verb && /^obl/.test(deprels[at] ?? '')) {
      const preposition = words[firstUnder(heads, at)] ?? ''
      return /^(?:in|at|near|outside|around)$/i.test(preposition) ? at : -1
    }
  return -1
}

/** The longest phrase of a place that is looked through, in tokens. */
const LONGEST_SPOT = 6

/** A participle without helper, or what is taken for a past tense right behind a description that no comma closes. */
function isParticiple(tree: LooseTree, at: number, subject: number): boolean {
  const { words, upos, xpos, heads } = tree
  if (hasChild(tree, at, /^(aux|cop|mark)/)) return false
  if (/^VB[GN]$/.test(xpos[at] ?? '')) return true
  const isBehind = upos[at - 1] === 'NOUN' && at - 1 !== subject && isAbove(heads, subject, at - 1)
  const commas = words.slice(subject, at).filter((word) => word === ',').length
  return xpos[at] === 'VBD' && isBehind && commas === 1 && !hasChild(tree, at, /^i?obj/)
}

/** The first word below another, in one pass over the words before it. */
function firstUnder(heads: readonly number[], at: number): number {
  let first = at
  while (first > 0 && isAbove(heads, at, first - 1)) first -= 1
  return first
}

/** "the claim that Velka posed a threat", "warned that, …, it poses threats": a "that" in front of a subject and a verb with an object of its own is neither of these. */
function openClause(tree: LooseTree, that: number): boolean {
  const { words, upos, heads, deprels } = tree
  if (!/^that$/i.test(words[that] ?? '') || !/^(nsubj|obj|det|dep)/.test(deprels[that] ?? ''))
    return false
  const own = heads[that] ?? -1
  const isVerb = upos[own] === 'VERB' && own > that
  if (deprels[that] !== 'det' && isVerb ? !hasOther(tree, that) : upos[that + 1] !== 'PROPN')
    return false
  const verb = isVerb ? own : finiteBehind(tree, that)
  if (verb === undefined || (isAbove(heads, that, verb) && !raiseClause(tree, that, verb)))
    return false
  heads[that] = verb
  deprels[that] = 'mark'
  if (deprels[verb] === 'acl:relcl') deprels[verb] = 'acl'
  return true
}

/** Hangs a verb that stands below its "that" on the word before that, with all that hung on the "that". */
function raiseClause({ upos, heads, deprels }: LooseTree, that: number, verb: number): boolean {
  const before = that - 1
  if (!/^(NOUN|PROPN|VERB)$/.test(upos[before] ?? '') || isAbove(heads, that, before)) return false
  heads[verb] = before
  deprels[verb] = upos[before] === 'VERB' ? 'ccomp' : 'acl'
  heads.forEach((head, child) => {
    if (head === that && child !== verb) heads[child] = verb
  })
  return true
}

/** Whether the verb of a "that" has its subject or object besides. */
function hasOther({ heads, deprels }: LooseTree, that: number): boolean {
  const verb = heads[that] ?? -1
  const place = deprels[that] ?? ''
  return heads.some(
    (head, child) => head === verb && child > that && deprels[child] === place && child !== that,
  )
}

/** As far behind a "that" as its verb is sought. */
const FARTHEST = 25

function finiteBehind({ xpos, words }: LooseTree, that: number): number | undefined {
  for (let at = that + 2; at < Math.min(words.length, that + FARTHEST); at += 1)
    if (FINITE.test(xpos[at] ?? '')) return at
  return undefined
}

/** "said it was clear – the group wanted more": a clause that hangs on a finite verb stands beside it. */
function loosenClause(tree: LooseTree, verb: number): boolean {
  const { words, upos, xpos, heads, deprels } = tree
  const above = heads[verb] ?? -1
  // "…, a nurse, Dana Lor, said by telephone"
  if (deprels[verb] === 'acl' && upos[above] === 'VERB' && xpos[verb] === 'VBN')
    return setLoose(tree, verb, words[verb - 1] === ',')
  if (!/^acl/.test(deprels[verb] ?? '') || !FINITE.test(xpos[above] ?? '')) return false
  return setLoose(tree, verb, hasSubjectBehind(tree, verb, above) && !isRelative(tree, verb))
}

/** Whether the first subject of a verb stands between a word and the verb. */
function hasSubjectBehind({ heads, deprels }: LooseTree, verb: number, above: number): boolean {
  const subject = heads.findIndex(
    (head, child) => head === verb && child < verb && /^nsubj/.test(deprels[child] ?? ''),
  )
  return subject >= 0 && subject > above
}

function isRelative({ words, heads }: LooseTree, verb: number): boolean {
  return heads.some(
    (head, child) => head === verb && /^(who|whom|which|that|whose)$/i.test(words[child] ?? ''),
  )
}

function setLoose({ deprels }: LooseTree, verb: number, isLoose: boolean): boolean {
  if (isLoose) deprels[verb] = 'parataxis'
  return isLoose
}

/** "Abdi Sheikh Nur": a word between two of a name is of the name. */
function holdName({ upos, heads, deprels }: LooseTree, at: number): boolean {
  const first = heads[at + 1] ?? -1
  if (upos[at] !== 'PROPN' || deprels[at + 1] !== 'flat' || first < 0 || first >= at) return false
  if (heads[at] !== at + 1 || upos[at - 1] !== 'PROPN') return false
  if (at - 1 !== first && heads[at - 1] !== first) return false
  heads[at] = first
  deprels[at] = 'flat'
  return true
}

/** "She tells Maro Radio", "identified as Omar Daud": a name behind a verb is no part of it. */
function freeName(tree: LooseTree, at: number): boolean {
  const { upos, xpos, heads, deprels } = tree
  const verb = heads[at] ?? -1
  if (deprels[at] !== 'flat' || upos[at] !== 'PROPN' || upos[verb] !== 'VERB') return false
  if (verb < at && hasChild(tree, at, /^case$/)) {
    deprels[at] = 'obl'
    return true
  }
  if (!FINITE.test(xpos[verb] ?? '') || verb !== at - 1 || hasChild(tree, verb, /^obj/))
    return false
  deprels[at] = 'obj'
  return true
}

/** "identified as Omar Daud": a preposition leads to a name and has no subject. */
function freeFromPreposition(tree: LooseTree, at: number): boolean {
  const { upos, heads, deprels } = tree
  if (upos[at] !== 'ADP') return false
  const noun = heads.indexOf(at, at + 1)
  if (noun < 0 || !/^(nsubj|obl|obj|nmod)/.test(deprels[noun] ?? '')) return false
  const above = heads[at] ?? -1
  const isSign = upos[above] === 'PUNCT' || above < 0
  const verb = isSign ? upos.lastIndexOf('VERB', at) : above
  if (verb < 0 || isAbove(heads, at, verb) || firstUnder(heads, noun) !== at + 1) return false
  if (above < 0) return false
  heads[noun] = verb
  deprels[noun] = upos[verb] === 'VERB' ? 'obl' : 'nmod'
  heads[at] = noun
  deprels[at] = 'case'
  return true
}
