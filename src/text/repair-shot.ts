import type { Analysis } from './language-model.ts'
import { childOf, isAbove } from './loose-tree.ts'

/** A parse in which "shot and killed" are two verbs: in "gunmen on a motorcycle shot and killed a teacher" the first is no part of the motorcycle. */
export function repairShot(words: readonly string[], analysis: Analysis): Analysis {
  const at = words.findIndex((_word, i) => isVerbOfTwo(words, i, analysis))
  return at < 0 ? analysis : withVerb(at, analysis)
}

function isVerbOfTwo(words: readonly string[], at: number, { upos, heads }: Analysis): boolean {
  const before = at - 1
  if (upos[at] !== 'NOUN' || !/^shot$/i.test(words[at] ?? '')) return false
  if (!/^and$/i.test(words[at + 1] ?? '') || !HARMED.test(words[at + 2] ?? '')) return false
  // What hangs on the shot cannot lend it its place.
  if (isAbove(heads, at, at + 2)) return false
  return heads[before] === at && /^(NOUN|PROPN)$/.test(upos[before] ?? '')
}

const HARMED = /^(?:killed|wounded|injured|hurt|robbed|beheaded|stabbed)$/i

/** The noun before takes the place of the shot, the shot that of the second verb; an object that was taken for the main word of the sentence is one again. */
function withVerb(at: number, analysis: Analysis): Analysis {
  const [upos, xpos] = [[...analysis.upos], [...analysis.xpos]]
  const [heads, deprels] = [[...analysis.heads], [...analysis.deprels]]
  const [noun, second] = [at - 1, at + 2]
  for (const verb of [at, second]) [upos[verb], xpos[verb]] = ['VERB', 'VBD']
  heads.forEach((head, child) => {
    if (head === at && child < noun) heads[child] = noun
  })
  heads[noun] = heads[at] ?? -1
  deprels[noun] = deprels[at] ?? 'dep'
  const object = deprels[second] === 'amod' ? (heads[second] ?? -1) : -1
  const main = object < 0 ? second : object
  heads[at] = heads[main] ?? -1
  deprels[at] = deprels[main] ?? 'dep'
  const subject = childOf({ heads, deprels }, main, /^nsubj/)
  if (subject >= 0 && subject < at) heads[subject] = at
  heads[second] = at
  deprels[second] = 'conj'
  heads[at + 1] = second
  if (object >= 0) {
    heads[object] = second
    deprels[object] = 'obj'
  }
  return { upos, xpos, heads, deprels }
}
