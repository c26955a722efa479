import type { Analysis } from './language-model.ts'

/** A parse in which what is done to somebody is a verb: "Two passengers were injured", "were killed and another seven wounded" are no adjectives. */
export function repairTags(words: readonly string[], analysis: Analysis): Analysis {
  const found = words.flatMap((word, at) => (isPassive(word, at, analysis) ? [at] : []))
  if (found.length === 0) return analysis
  const [upos, xpos] = [[...analysis.upos], [...analysis.xpos]]
  for (const at of found) {
    upos[at] = 'VERB'
    xpos[at] = 'VBN'
  }
  return { ...analysis, upos, xpos }
}

/** Taken for an adjective, but with the helper of a passive, or beside a verb that has it. */
function isPassive(word: string, at: number, analysis: Analysis): boolean {
  const { upos, heads, deprels } = analysis
  if (upos[at] !== 'ADJ' || !/ed$/i.test(word)) return false
  if (hasHelper(at, analysis)) return true
  const first = heads[at] ?? -1
  return deprels[at] === 'conj' && upos[first] === 'VERB' && hasHelper(first, analysis)
}

function hasHelper(verb: number, { heads, deprels }: Analysis): boolean {
  return heads.some((head, at) => head === verb && deprels[at] === 'aux:pass')
}
