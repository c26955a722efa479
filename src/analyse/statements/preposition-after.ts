import { childBy, childrenBy, subtree } from '../../text/index.ts'
import { cueRange, isNobody, isOfSaying, sourceOf, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { isPassiveCue } from './passive.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** What is said stands behind the cue's preposition: "spoke of nine dead", "called for the road to be opened", "asked the town for pardon". */
export const prepositionAfter: StatementRule = {
  name: 'preposition-after',
  starts: 'verb',
  examples: {
    'The clinic speaks of four dead.': 'The clinic | speaks | of four dead',
    'The mayor warned of more attacks.': 'The mayor | warned | of more attacks',
    'The force called for all guests to leave.': 'The force | called | for all guests to leave',
    'The guard asked the town for pardon.': 'The guard | asked | for pardon',
    'The two sides spoke of the talks with the army.':
      'The two sides | spoke | of the talks with the army',
    'The two sides spoke in the hall.': '-',
    'The mayor called on Monday.': '-',
  },
  read(place) {
    const { document, cue, verb } = place
    if (!verb || verb.prepositions.size === 0 || isPassiveCue(document, cue)) return undefined
    const range = cueRange(place)
    const from = prepositionAt(place, range.last)
    const stance = verb.prepositions.get(document.tokens[from ?? -1]?.lower ?? '')
    if (from === undefined || !stance) return undefined
    const source = sourceOf(place)
    if (!source || isNobody(place, source.range) || source.range.last > from) return undefined
    const content = contentSpan(place, { first: from, last: endFrom(place, from) })
    return content && { cue: range, source, content: [content], stance, lemma: verb.lemma }
  },
}

/** Right behind the cue, or behind whoever is told. */
function prepositionAt({ document, cue }: StatementPlace, after: number): number | undefined {
  const first = document.tokens[after]
  if (first && /^(ADP|SCONJ)$/.test(first.upos)) return after
  const told = childBy(document, cue.index, 'obj', 'iobj')
  if (!told || told.index < after) return undefined
  const end =
    (subtree(document, told.index, ({ deprel }) => /^(nmod|acl)/.test(deprel)).at(-1) ??
      told.index) + 1
  return document.tokens[end]?.upos === 'ADP' ? end : undefined
}

/** The end of the cue's dependents that follow on one another from the preposition on; when and where it was told is not among them. */
function endFrom({ document, cue }: StatementPlace, from: number): number {
  let end = from + 1
  for (const child of childrenBy(document, cue.index, ...PARTS)) {
    const { first, last } = wholeRange(document, child.index)
    if (last <= from || first > end || (first > from && isOfSaying(document, child))) continue
    end = Math.max(end, last)
  }
  return end
}

const PARTS = ['obl', 'xcomp', 'ccomp', 'advcl', 'obj', 'acl', 'nmod', 'dep', 'advmod', 'nsubj']
