import { childBy, headOf, subtree } from '../../text/index.ts'
import { cueRange, isNobody, sourceOf, wholeRange } from './clause.ts'
import { contentSpan } from './content.ts'
import { endOfParts } from './cue-parts.ts'
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
    'The force called for air support.': '-',
    'The two sides spoke in the hall.': '-',
    'Dana Lor, who leads the town, called for the road to be opened.':
      'Dana Lor, who leads the town | called | for the road to be opened',
    'The mayor called on Monday.': '-',
  },
  read(place) {
    const { document, cue, verb } = place
    if (!verb || verb.prepositions.size === 0 || isPassiveCue(document, cue)) return undefined
    const range = cueRange(place)
    // "pointed out those features to visitors"
    if (range.last > cue.index + 1) return undefined
    const from = prepositionAt(place, range.last)
    const stance = verb.prepositions.get(document.tokens[from ?? -1]?.lower ?? '')
    if (from === undefined || !stance) return undefined
    const source = sourceOf(place)
    if (!source || isNobody(place, source.range) || source.range.last > from) return undefined
    if (isAskedOfForces(place, from)) return undefined
    const content = contentSpan(place, { first: from, last: endFrom(place, from) })
    return content && { cue: range, source, content: [content], stance, lemma: verb.lemma }
  },
}

/** Right behind the cue, or behind whoever is told. */
function prepositionAt({ document, cue, verb }: StatementPlace, after: number): number | undefined {
  const first = document.tokens[after]
  if (first && /^(ADP|SCONJ)$/.test(first.upos)) return after
  // "knew the cause of the blast"
  const isTold = verb !== undefined && /^(asks|demands|warns)$/.test(verb.stance)
  const told = isTold ? childBy(document, cue.index, 'obj', 'iobj') : undefined
  if (!told || told.index < after) return undefined
  const end =
    (subtree(document, told.index, ({ deprel }) => /^(nmod|acl)/.test(deprel)).at(-1) ??
      told.index) + 1
  return document.tokens[end]?.upos === 'ADP' ? end : undefined
}

/** To the end of the phrase, with an infinitive that the tree hangs elsewhere ("for all guests | to quietly leave"). */
function endFrom(place: StatementPlace, from: number): number {
  const { document } = place
  const last = endOfParts(place, from)
  const verb = document.tokens[last]?.xpos === 'TO' ? headOf(document, last) : undefined
  const isOpen = verb?.xpos === 'VB' && document.tokens[from]?.lower === 'for'
  return isOpen ? Math.max(last, wholeRange(document, verb.index).last) : last
}

/** "called for an airstrike", "called for air support": orders to one's own. */
function isAskedOfForces({ document, cue }: StatementPlace, from: number): boolean {
  const noun = headOf(document, from)
  if (cue.lemma !== 'call' || !noun) return false
  const isAir = childBy(document, noun.index, 'compound')?.lower === 'air'
  return (
    /^(airstrike|backup|reinforcement)$/.test(noun.lemma) ||
    (isAir && /^(support|strike)$/.test(noun.lemma))
  )
}
