import type { Token } from '../../text/index.ts'
import { cueRange, isFinite, windowOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'

/** A cue without commas inside a relative clause: "a video which the army says was filmed there"; the pronoun and the rest of the clause are what is said. */
export const relativeSaid: StatementRule = {
  name: 'relative-said',
  starts: 'verb',
  examples: {
    'The group showed a video which it says was filmed in Darun.':
      'it | says | which … was filmed in Darun',
    'He took gifts, which he said were returned, and left.': 'he | said | which … were returned',
    'They saw a test that state media claimed now allows more.':
      'state media | claimed | that … now allows more',
    'The man who said the bridge was closed left.': '-',
    'The mayor said that the army was near.': '-',
  },
  read(place) {
    const { document, cue, verb } = place
    if (!verb?.needs.has('clause') || !isFinite(cue)) return undefined
    const own = cueRange(place)
    const pronoun = pronounBefore(place, own.first)
    if (pronoun === undefined || !opensVerb(place, own.last)) return undefined
    const [said, rest] = [
      contentSpan(place, { first: pronoun, last: pronoun + 1 }),
      contentSpan(place, { first: own.last, last: endOfClause(place, own.last) }),
    ]
    if (!said || !rest) return undefined
    const range = { first: pronoun + 1, last: own.first }
    const head = document.tokens[range.last - 1]?.index ?? range.first
    const { stance, lemma } = verb
    return { cue: own, source: { head, range }, content: [said, rest], stance, lemma }
  },
}

/** The relative pronoun before the few words of the cue's subject. */
function pronounBefore({ document, sentence }: StatementPlace, end: number): number | undefined {
  for (let at = end - 1; at >= Math.max(sentence.first, end - 8); at -= 1) {
    const token = document.tokens[at]
    if (token && /^(?:which|that|who)$/.test(token.lower)) return at < end - 1 ? at : undefined
    if (!isNounWord(token, at === end - 1)) return undefined
  }
  return undefined
}

function isNounWord(token: Token | undefined, isLast: boolean): boolean {
  if (!token) return false
  if (isLast) return /^(?:NOUN|PROPN|PRON)$/.test(token.upos)
  return (
    /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(token.upos) ||
    /^(?:of|its|his|her|their|['’]s)$/.test(token.lower)
  )
}

/** A verb in a tense right behind the cue, or behind one adverb. */
function opensVerb({ document }: StatementPlace, from: number): boolean {
  const [next, second] = [document.tokens[from], document.tokens[from + 1]]
  if (!next) return false
  return isFinite(next) || (next.upos === 'ADV' && second !== undefined && isFinite(second))
}

/** To the next comma, semicolon or bracket. */
function endOfClause(place: StatementPlace, from: number): number {
  const { last } = windowOf(place)
  const { tokens } = place.document
  for (let at = from; at < last; at += 1) if (/^[,;:)–—]$/.test(tokens[at]?.text ?? '')) return at
  return last
}
