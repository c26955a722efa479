import { childBy, childrenBy, headOf, type Document, type Token } from '../../text/index.ts'
import { isLoneAge } from './ages.ts'
import type { MentionContext } from './context.ts'
import { behindNumber, isCountedPeople, type NounPhrase } from './noun-phrases.ts'
import { isDoerNoun, type MentionWords } from './words.ts'

interface Seen {
  readonly document: Document
  readonly context: MentionContext
}

/**
 * Whether a noun or number that no list knows stands for people by what was done to it, or by it: "killed a geologist", "injuring 47",
 * "stabbed by a nationalist", "both sides accused". Buildings, vehicles, beasts and ideas are none, whatever is done to them.
 */
export function isPeopleByDeed(seen: Seen, { head, kernel }: NounPhrase): boolean {
  const { document, context } = seen
  const { words } = context
  const token = document.tokens[head]
  const noun = document.tokens[kernel]
  if (!token || !noun) return false
  if (isLoneAge(document, token)) return false
  if (isBareNumber(words, token) && kernel === head)
    return (
      isSubject(document, token) ||
      isDoneTo(seen, token) ||
      isHarmed(seen, token) ||
      isBehindDeed(seen, token)
    )
  if (isSide(seen, noun) || isCountedPeople(document, noun)) return true
  if (words.things.has(noun.lowerLemma)) return false
  if (isDoneTo(seen, token)) return isCounted(seen, token) || isDoer(noun)
  return isDoer(noun) && isDoneBy(seen, token)
}

/** "a facilitator", "riders", "keepers": with a deed beside it the ending is enough, where a paper or an order has none. */
function isDoer({ lower }: Token): boolean {
  return isDoerNoun(lower) || /^.{3,}[dpw]ers$/.test(lower)
}

/** "12", "dozens", "several", "another", "others". */
function isBareNumber(words: MentionWords, { upos, lower }: Token): boolean {
  if (upos === 'NUM' || /^(?:another|others)$/.test(lower)) return true
  return (upos === 'NOUN' || upos === 'DET' || upos === 'ADJ') && words.is('quantity', lower)
}

/** "12 were killed": a number that does or suffers something. */
function isSubject(document: Document, { index, deprel }: Token): boolean {
  return deprel.startsWith('nsubj') && headOf(document, index)?.upos === 'VERB'
}

/** "injured over 500", "wounding more than 40": what bends a number parts it from its verb. */
function isBehindDeed(seen: Seen, { index, sentence }: Token): boolean {
  const { tokens } = seen.document
  let at = index - 1
  while (index - at < LONGEST_BEND && OF_NUMBERS.test(tokens[at]?.lower ?? '')) at -= 1
  return at < index - 1 && tokens[at]?.sentence === sentence && isDeed(seen, tokens[at])
}

/** The longest phrase that bends a number, in tokens. */
const LONGEST_BEND = 5

const OF_NUMBERS =
  /^(?:over|about|around|nearly|almost|some|at|up|to|as|many|more|least|than|roughly)$/

/** "counted 13 dead and 40 wounded": a number with a word of harm for its noun. */
function isHarmed({ document, context }: Seen, token: Token): boolean {
  return context.words.is('harmed', behindNumber(document, token)?.lower ?? '')
}

/** "both sides", "each camp", "the two sides" */
function isSide({ document, context }: Seen, { index, lowerLemma }: Token): boolean {
  if (!context.words.is('side', lowerLemma)) return false
  return childrenBy(document, index, 'det', 'nummod', 'amod', 'det:predet').some(({ lower }) =>
    context.words.is('of-sides', lower),
  )
}

/** The object of a verb of what is done to people alone, conjuncts and participles included. */
function isDoneTo(seen: Seen, token: Token): boolean {
  const { document } = seen
  const first = firstOfList(document, token)
  const above = headOf(document, first.index)
  if (/^(obj|nsubj:pass)$/.test(first.deprel)) return isDeed(seen, above)
  if (first.deprel === 'nsubj' && seen.context.words.is('dying', above?.lowerLemma ?? ''))
    return true
  return childrenBy(document, first.index, 'acl').some(
    (clause) => clause.xpos === 'VBN' && isDeed(seen, clause),
  )
}

/** Who does it: the subject of such a verb, or what stands behind "by". */
function isDoneBy(seen: Seen, token: Token): boolean {
  const { document } = seen
  const first = firstOfList(document, token)
  const isAgent = childBy(document, first.index, 'case')?.lower === 'by'
  if (first.deprel !== 'nsubj' && !(isAgent && first.deprel.startsWith('obl'))) return false
  const verb = headOf(document, first.index)
  // "dragged him out and beat him": the second verb has the same subject.
  const verbs = verb ? [verb, ...childrenBy(document, verb.index, 'conj')] : []
  return verbs.some(
    (one) => isDeed(seen, one) || seen.context.words.is('done-by-people', one.lowerLemma),
  )
}

function isDeed({ context }: Seen, verb: Token | undefined): boolean {
  return verb?.upos === 'VERB' && context.words.deeds.has(verb.lowerLemma)
}

/** The first of a list of phrases that a phrase belongs to; at most eight before it. */
function firstOfList(document: Document, token: Token): Token {
  let at = token
  for (let steps = 0; at.deprel === 'conj' && steps < 8; steps += 1) {
    const above = headOf(document, at.index)
    if (!above || above.upos === 'VERB') break
    at = above
  }
  return at
}

/** "a geologist", "three railwaymen", "another": one or a number of something. */
function isCounted({ document }: Seen, { index }: Token): boolean {
  if (childBy(document, index, 'nummod')) return true
  return /^(an?|another|several|some|many|both|two)$/.test(
    childBy(document, index, 'det', 'amod')?.lower ?? '',
  )
}
