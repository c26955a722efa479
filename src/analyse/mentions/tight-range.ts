import {
  allUpTo,
  childAbove,
  type Document,
  type Token,
  type TokenRange,
} from '../../text/index.ts'

/** Most tokens of a tight phrase. */
const LONGEST = 24
/** Determiner to head with all that stands between; behind the head only parts of a name. */
export function tightRange(document: Document, head: number): TokenRange {
  let first = head
  while (first > 0 && head - first < LONGEST && isBefore(document, first - 1, head)) first -= 1
  let last = head + 1
  while (last - head < LONGEST && isBehind(document, last, head)) last += 1
  while (first < head && isLoose(document.tokens[first])) first += 1
  while (last > head + 1 && document.tokens[last - 1]?.upos === 'PUNCT') last -= 1
  return { first, last }
}

/** Marks and conjunctions hang on what follows, but begin no phrase. */
function isLoose(token: Token | undefined): boolean {
  if (!token) return false
  const isPreposition =
    token.deprel === 'case' && /^(?:with|of|in|by|from|for|to|on|as)$/.test(token.lower)
  return token.upos === 'PUNCT' || token.deprel === 'cc' || isPreposition
}

const BEFORE = new Set([
  ...['det', 'compound', 'amod', 'nummod', 'flat', 'advmod', 'punct', 'nmod:poss', 'nmod:desc'],
  ...['fixed', 'cc', 'conj', 'goeswith', 'case', 'nmod', 'obl', 'mark'],
])
const BEHIND = new Set(['flat', 'goeswith', 'punct', 'compound'])

function isBefore(document: Document, at: number, head: number): boolean {
  if (isInNumber(document, at)) return true
  const last = childAbove(document, at, head)
  if (!last) return false
  const direct = last.deprel === 'nmod:poss' ? last.deprel : last.relation
  if (direct === 'nmod') return last.deprel === 'nmod:desc'
  if (direct === 'punct') return /^[-–'"“‘’”]$/.test(last.text)
  if (direct === 'advmod' && last.index === at && isAdverb(last)) return false
  if (NEVER_BEFORE.has(direct) && last.deprel !== 'cc:preconj') return false
  return allUpTo(document, { at, head }, mayStandBefore)
}

const NEVER_BEFORE = new Set(['conj', 'cc', 'case', 'obl', 'mark'])

function mayStandBefore({ deprel, relation }: Token): boolean {
  return BEFORE.has(deprel) || BEFORE.has(relation)
}

/** The "and" of "six hundred and sixty". */
function isInNumber({ tokens }: Document, at: number): boolean {
  if (tokens[at]?.lower !== 'and') return false
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  return (
    before?.upos === 'NUM' &&
    after?.upos === 'NUM' &&
    /^(?:hundred|thousand|million)$/.test(before.lower)
  )
}

/** "not the only analyst", "now a fellow": adverbs of the sentence; those of a number stay. */
function isAdverb({ lower }: Token): boolean {
  return !/^(?:about|around|nearly|almost|over|some|roughly|approximately|least|most|than)$/.test(
    lower,
  )
}

function isBehind(document: Document, at: number, head: number): boolean {
  return (
    childAbove(document, at, head) !== undefined && allUpTo(document, { at, head }, mayStandBehind)
  )
}

function mayStandBehind({ relation, text, upos }: Token): boolean {
  return upos === 'PUNCT' ? /^[-–'’.]$/.test(text) : BEHIND.has(relation)
}
