import { childrenBy, type Token, type TokenRange } from '../../text/index.ts'
import { isActorKind } from '../mentions/words.ts'
import { cueRange, isNobody, isOfSaying, reportOf, sourceOf } from './clause.ts'
import { contentSpan } from './content.ts'
import { endOfSaying } from './end-of-saying.ts'
import {
  gerund,
  linkOf,
  objectAs,
  objectAt,
  objectDue,
  objectOf,
  objectResponsible,
  objectWith,
  rangeOf,
  relativeOf,
  responsibility,
} from './object-frames.ts'
import { isPassiveCue } from './passive.ts'
import type { StatementPlace, StatementRule } from './rule.ts'
import type { Frame } from './statement-words.ts'

/** What is said is the cue's object: "condemned the attack", "accused the army of lying", "called it a crime", "claimed responsibility". */
export const objectAfter: StatementRule = {
  name: 'object-after',
  starts: 'verb',
  examples: {
    'The mayor accused the army of theft.': 'The mayor | accused | the army of theft',
    'The mayor condemned the attack.': 'The mayor | condemned | the attack',
    'The group denied this in a leaflet.': 'The group | denied | this',
    'The group claimed responsibility for the blast, which killed nine.':
      'The group | claimed | responsibility for the blast',
    'The mayor condemned in the strongest terms the attack.': 'The mayor | condemned | the attack',
    'The group claimed responsibility for the blast.':
      'The group | claimed | responsibility for the blast',
    'Residents hold the army responsible for the blast.':
      'Residents | hold | the army responsible for the blast',
    'The blast was in what the mayor called a quiet street.': 'the mayor | called | a quiet street',
    'The army denied shelling the clinic.': 'The army | denied | shelling the clinic',
    'The mayor put the dead at nine.': 'The mayor | put | the dead at nine',
    'Residents attributed the fire to the army.': 'Residents | attributed | the fire to the army',
    'The footage shows men in uniform.': 'The footage | shows | men in uniform',
    'The mayor closed the school, citing the heat.': 'The mayor | citing | the heat',
    'The school was closed, the Post said, citing the mayor.': '-',
    'The mayor showed the bridge.': '-',
    'The mayor claimed a prize.': '-',
    'The mayor dismissed the guard.': '-',
    'The mayor saw the army.': '-',
    'One reason is the means of denying the claim.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb || isPassiveCue(document, cue) || isCiting(place)) return undefined
    const found = FRAMES.flatMap(([frame, read]) => {
      const ranges = verb.needs.has(frame) ? read(place) : undefined
      return ranges ? [{ frame, ranges }] : []
    })[0]
    const source = found && sourceOf(place)
    if (!source || isNobody(place, source.range) || !maySpeak(place, source.head)) return undefined
    if (found.frame === 'doc' && !isDocument(place, source.head)) return undefined
    const content = found.ranges.flatMap(
      ({ first, last }) =>
        contentSpan(place, { first, last: endOfSaying(place, { first, last }) }) ?? [],
    )
    return {
      cue: cueRange(place),
      source,
      content,
      stance: verb.needs.get(found.frame) ?? verb.stance,
      lemma: verb.lemma,
    }
  },
}

type Reader = (place: StatementPlace) => readonly TokenRange[] | undefined

const FRAMES: readonly (readonly [Frame, Reader])[] = [
  ['responsibility', responsibility],
  ['of', objectWith],
  ['as', objectAs],
  ['at', objectAt],
  ['due', objectDue],
  ['responsible', objectResponsible],
  ['ing', gerund],
  ['word', saidBefore],
  ['deed', deed],
  ['np', object],
  ['doc', object],
]

function object(place: StatementPlace): TokenRange[] | undefined {
  const terms = termsAfter(place)
  if (terms !== undefined) return [{ first: terms + 1, last: reportOf(place).last }]
  const found = objectOf(place) ?? relativeOf(place)
  return found && !isDismissed(place, found) ? [withReasons(place, found)] : undefined
}

/** "condemned in the strongest possible terms the attack": the last word of how it was put. */
function termsAfter({ document, cue }: StatementPlace): number | undefined {
  if (document.tokens[cue.index + 1]?.lower !== 'in') return undefined
  const terms = document.tokens
    .slice(cue.index + 2, cue.index + 7)
    .find(({ lower }) => lower === 'terms')
  const next = document.tokens[(terms?.index ?? -1) + 1]
  return terms && next && /^(DET|ADJ|NOUN|PROPN|PRON|NUM|CCONJ)$/.test(next.upos)
    ? terms.index
    : undefined
}

/** "rejected the charge": only what was said can be turned down as untrue; a plan or an offer is refused. */
function saidBefore(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place)
  const stance = place.words.nouns.get(found?.lemma ?? '')
  const isLabelled =
    found &&
    place.cue.lemma === 'dismiss' &&
    childrenBy(place.document, place.cue.index, 'obl', 'advcl').some(
      ({ index }) => linkOf(place, index) === 'as',
    )
  const isOffered = place.words.nounFrames.get(found?.lemma ?? '')?.has('to') === true
  const isSaid =
    isLabelled ||
    (stance !== undefined && !isOffered && !/^(demands|promises|threatens)$/.test(stance))
  return found && (isSaid || /^(it|this|that)$/.test(found.lower))
    ? [withReasons(place, found)]
    : undefined
}

/** "claimed the bombing": a prize is claimed otherwise. */
function deed(place: StatementPlace): TokenRange[] | undefined {
  const found = objectOf(place) ?? relativeOf(place)
  const isDeed =
    place.words.deeds.has(found?.lemma ?? '') || /^(it|this|which|that)$/.test(found?.lower ?? '')
  return found && isDeed ? [withReasons(place, found)] : undefined
}

/** An object with the reasons given for it, and with what follows it closely and does not tell when or where it was said. */
function withReasons(place: StatementPlace, found: Token): TokenRange {
  const { document, cue } = place
  const own = rangeOf(place, found, found)
  if (found.index < cue.index) return own
  let { last } = own
  for (const child of childrenBy(document, cue.index, 'obl', 'advcl', 'xcomp', 'acl')) {
    const range = rangeOf(place, child, child)
    const isNext =
      range.first === last && document.tokens[last]?.text !== ',' && isOfObject(place, found, child)
    if (range.first >= last && (isNext || REASONS.has(linkOf(place, child.index))))
      last = range.last
  }
  return { first: own.first, last }
}

/** "the attack in Darun" is where it was; "the figure at a forum", "this in a leaflet", "them to the agency" is where or to whom it was told. */
function isOfObject(
  { document, verb, words }: StatementPlace,
  found: Token,
  child: Token,
): boolean {
  if (isOfSaying(document, child)) return false
  if (verb?.needs.has('doc') || verb?.lemma === 'express') return true
  if (!child.deprel.startsWith('obl')) return true
  return words.deeds.has(found.lemma) || (found.upos === 'NOUN' && ABSTRACT.test(found.lower))
}

/** "dismissed the guard", "threatened the crew", "claimed nine lives": done to somebody, not said; who asks for anonymity or is polite tells nothing; "expressed the hope that …" is told by the noun. */
function isDismissed(
  { cue, mentions, verb, words }: StatementPlace,
  { index, lemma }: Token,
): boolean {
  if (/^(anonymity|life|condolence|sympathy|gratitude|thanks|regret)$/.test(lemma)) return true
  if (cue.lemma === 'express' && words.nouns.has(lemma)) return true
  if (cue.lemma === 'explain' && lemma === 'it') return true
  const isOfPeople =
    cue.lemma === 'recall' || /^(denies|doubts|threatens)$/.test(verb?.stance ?? '')
  if (!isOfPeople) return false
  const type = mentions.byHead(index)?.type
  return type === 'civilians' || (type !== undefined && isActorKind(type))
}

const REASONS = new Set([
  'as',
  'for',
  'over',
  'about',
  'into',
  'against',
  'of',
  'among',
  'including',
])

/** ", citing the mayor" names the source of another statement, ", citing the heat" tells a reason. */
function isCiting(place: StatementPlace): boolean {
  const { document, cue, mentions, words } = place
  if (!/^(citing|quoting)$/.test(cue.lower) || document.tokens[cue.index - 1]?.text !== ',')
    return false
  const found = objectOf(place)
  if (!found || cue.lower === 'quoting') return true
  const type = mentions.byHead(found.index)?.type
  const isSource = words.sources.has(found.lower) || words.sources.has(found.lowerLemma)
  return isSource || found.upos === 'PROPN' || (type !== undefined && isActorKind(type))
}

/** A reason, a blow or a day condemns nothing. */
function maySpeak({ document, mentions, words, cue }: StatementPlace, head: number): boolean {
  const token = document.tokens[head]
  if (!token || /^(PROPN|PRON|NUM|DET|CCONJ)$/.test(token.upos)) return token !== undefined
  const type = mentions.byHead(head)?.type
  if (type !== undefined && isActorKind(type)) return true
  if (words.sources.has(token.lower) || words.sources.has(token.lowerLemma)) return true
  return token.head === cue.index && !ABSTRACT.test(token.lower) && token.lower !== 'one'
}

/** Endings of nouns that name no people. */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ence|ance|ism|ing|ure|blast|attack|reason|fact|day)s?$/

/** Papers, pictures and inquiries show what nobody shows by hand. */
function isDocument({ document, words }: StatementPlace, head: number): boolean {
  const token = document.tokens[head]
  return token !== undefined && words.sources.get(token.lowerLemma)?.kind === 'document'
}
