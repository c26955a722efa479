import { cueRange, isNobody, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** One or two words are all that is said: "said so", "think so", "said the same", "said as much", "said seven". */
export const saidSo: StatementRule = {
  name: 'said-so',
  starts: 'verb',
  examples: {
    'The army said so on Monday.': 'The army | said | so',
    'Two nurses said the same.': 'Two nurses | said | the same',
    'The mayor said as much in a letter.': 'The mayor | said | as much',
    'The boy said seven.': 'The boy | said | seven',
    'The mayor said so many things.': '-',
    'The mayor said one of them had died.': '-',
  },
  read(place) {
    const { verb } = place
    if (!verb?.needs.has('clause') || !verb.needs.has('trail')) return undefined
    const cue = cueRange(place)
    const last = endOfAnswer(place, cue.last)
    const source = last === undefined ? undefined : sourceOf(place)
    if (last === undefined || !source || isNobody(place, source.range)) return undefined
    const span = contentSpan(place, { first: cue.last, last })
    const { stance, lemma } = verb
    return span && { cue, source, content: [span], stance, lemma }
  },
}

/** Where the words that stand for what is said end; they stand alone: a sign, a preposition or the end follows. */
function endOfAnswer({ document }: StatementPlace, from: number): number | undefined {
  const [first, second] = [document.tokens[from], document.tokens[from + 1]]
  const pair = `${first?.lower ?? ''} ${second?.lower ?? ''}`
  const isAlone = /^(?:so|yes|no|otherwise)$/.test(first?.lower ?? '') || first?.upos === 'NUM'
  const last = /^(?:the same|as much)$/.test(pair) ? from + 2 : isAlone ? from + 1 : undefined
  if (last === undefined) return undefined
  const next = document.tokens[last]
  const isEnd = !next || next.upos === 'PUNCT' || (next.upos === 'ADP' && next.lower !== 'of')
  return isEnd ? last : undefined
}
