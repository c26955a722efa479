import {
  childBy,
  childrenBy,
  isPassive,
  prepositionOf,
  subtree,
  type Token,
  type TokenRange,
} from '../../text/index.ts'
import { isActorKind } from '../mentions/words.ts'
import { cueRange, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import type { StatementPlace, StatementRule } from './rule.ts'
import type { Frame } from './statement-words.ts'

/** What is said is the cue's object: "condemned the attack", "accused the army of lying", "called it a crime", "claimed responsibility". */
export const objectAfter: StatementRule = {
  name: 'object-after',
  starts: 'verb',
  examples: {
    'The mayor accused the army of theft.': 'The mayor | accused | the army of theft',
    'The mayor condemned the attack.': 'The mayor | condemned | the attack',
    'The group claimed responsibility for the blast.':
      'The group | claimed | responsibility for the blast',
    'The mayor claimed a prize.': '-',
    'The mayor saw the army.': '-',
    'One reason is the means of denying the claim.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb || isPassive(document, cue.index) || isCiting(place)) return undefined
    const range = FRAMES.flatMap(([frame, read]) =>
      verb.needs.has(frame) ? (read(place) ?? []) : [],
    )[0]
    const source = range && sourceOf(place)
    if (!source || isNobody(place, source.range) || !maySpeak(place, source.head)) return undefined
    const content = contentSpan(place, range)
    if (!content) return undefined
    return {
      cue: cueRange(place),
      source,
      content: [content],
      stance: verb.stance,
      lemma: verb.lemma,
    }
  },
}

type Reader = (place: StatementPlace) => TokenRange | undefined

const FRAMES: readonly (readonly [Frame, Reader])[] = [
  ['responsibility', responsibility],
  ['of', objectWith],
  ['as', objectAs],
  ['for', calledFor],
  ['np', object],
]

function object(place: StatementPlace): TokenRange | undefined {
  const found = objectOf(place)
  if (!found) return undefined
  const last = childrenBy(place.document, place.cue.index, 'obl', 'advcl', 'xcomp').findLast(
    ({ index }) => index > found.index && REASONS.has(linkOf(place, index)),
  )
  return rangeOf(place, found, last ?? found)
}

function responsibility(place: StatementPlace): TokenRange | undefined {
  const found = objectOf(place)
  if (found?.lemma !== 'responsibility' && found?.lemma !== 'credit') return undefined
  return rangeOf(place, found, childrenBy(place.document, place.cue.index, 'obl').at(0) ?? found)
}

/** "the army of theft", "the army for the blast". */
function objectWith(place: StatementPlace): TokenRange | undefined {
  const { document, cue } = place
  const found = objectOf(place)
  if (!found) return undefined
  const last = childrenBy(document, cue.index, 'obl', 'advcl').findLast(
    ({ index }) => index > found.index && LINKS.has(linkOf(place, index)),
  )
  const inside = childrenBy(document, found.index, 'nmod', 'acl').find(({ index }) =>
    LINKS.has(linkOf(place, index)),
  )
  return last || inside ? rangeOf(place, found, last ?? found) : undefined
}

/** "it a crime", "the raid as a crime". */
function objectAs(place: StatementPlace): TokenRange | undefined {
  const { document, cue } = place
  const found = objectOf(place)
  if (!found) return undefined
  const named = childrenBy(document, cue.index, 'xcomp', 'obl', 'advcl', 'ccomp').find(
    ({ index, deprel }) =>
      index > found.index && (deprel === 'xcomp' || linkOf(place, index) === 'as'),
  )
  return named && rangeOf(place, found, named)
}

/** "called for calm": the words after the preposition. */
function calledFor(place: StatementPlace): TokenRange | undefined {
  const { document, cue } = place
  const noun = childrenBy(document, cue.index, 'obl').find(
    ({ index }) => index > cue.index && linkOf(place, index) === 'for',
  )
  const mark = noun && childBy(document, noun.index, 'case')
  if (!noun || mark?.index !== cue.index + 1) return undefined
  const range = rangeOf(place, noun, noun)
  return { first: mark.index + 1, last: range.last }
}

function objectOf({ document, cue }: StatementPlace): Token | undefined {
  const found = childBy(document, cue.index, 'obj', 'iobj')
  return found && found.index > cue.index ? found : undefined
}

function linkOf({ document }: StatementPlace, index: number): string {
  return prepositionOf(document, index) || (childBy(document, index, 'mark')?.lower ?? '')
}

const REASONS = new Set(['as', 'for', 'over', 'about'])
const LINKS = new Set(['of', 'for', 'about', 'over', 'on', 'against'])

function rangeOf({ document }: StatementPlace, from: Token, to: Token): TokenRange {
  const first = subtree(document, from.index)[0] ?? from.index
  const last = subtree(document, to.index).at(-1) ?? to.index
  return { first, last: last + 1 }
}

/** ", citing the mayor" names the source of another statement. */
function isCiting({ document, cue }: StatementPlace): boolean {
  return /^(citing|quoting)$/.test(cue.lower) && document.tokens[cue.index - 1]?.text === ','
}

/** A reason, a blow or a day condemns nothing. */
function maySpeak({ document, mentions, words }: StatementPlace, head: number): boolean {
  const token = document.tokens[head]
  if (!token || /^(PROPN|PRON|NUM)$/.test(token.upos)) return token !== undefined
  const type = mentions.byHead(head)?.type
  if (type !== undefined && isActorKind(type)) return true
  return words.sources.has(token.lower) || words.sources.has(token.lowerLemma)
}

/** "No group has claimed responsibility" says that nobody speaks. */
function isNobody({ document }: StatementPlace, { first }: TokenRange): boolean {
  return /^(no|nobody|none|neither)$/.test(document.tokens[first]?.lower ?? '')
}
