import { childBy, childrenBy, prepositionOf, type Token } from '../../text/index.ts'
import {
  cueRange,
  isFinite,
  relativeClauseRound,
  reportOf,
  sourceOf,
  wholeRange,
} from './clause.ts'
import { contentAround } from './content.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'

/** "as the army said", "as she put it", "as stated in the report", "as promised": the sentence around it is what is said. */
export const asSaid: StatementRule = {
  name: 'as-said',
  starts: 'verb',
  examples: {
    'As the mayor noted, the bridge was closed.': 'the mayor | noted | the bridge was closed',
    'The bridge was closed, as the mayor has now admitted.':
      'the mayor | has now admitted | The bridge was closed',
    'The bridge, as she put it, was tired.': 'she | put | The bridge … was tired',
    'As stated in the report, the bridge was closed.':
      'the report | stated | the bridge was closed',
    'The bridge opened, as promised.': '- | promised | The bridge opened',
    'As the mayor noted the damage, the bridge closed.': '-',
    'As expected, the bridge closed.': '-',
  },
  read(place) {
    const { document, cue, verb } = place
    if (!verb || !(verb.needs.has('clause') || AS.has(cue.lemma))) return undefined
    const opener = asBefore(place)
    if (!opener || cue.xpos === 'VBG' || hasOwn(place)) return undefined
    const isParticiple = cue.index <= opener.index + 2 && cue.xpos === 'VBN'
    const source = isParticiple ? sourceBehind(place) : sourceOf(place)
    if (!source && (!isParticiple || cue.lemma === 'expect' || !isSetOff(place, opener)))
      return undefined
    const hole = { first: opener.index, last: wholeRange(document, cue.index).last }
    const around = relativeClauseRound(place, opener.index) ?? reportOf(place)
    const content = contentAround(place, around, hole)
    if (content.length === 0) return undefined
    const rest = { stance: verb.stance, lemma: verb.lemma }
    return { cue: cueRange(place), content, ...rest, ...(source && { source }) }
  },
}

/** Verbs without a clause of their own that stand behind "as". */
const AS = new Set(['put', 'define', 'know'])

/** The "as" that opens the cue's clause. */
function asBefore({ document, cue, sentence }: StatementPlace): Token | undefined {
  if (!/^(advcl|acl|parataxis|root|conj)/.test(cue.deprel)) return undefined
  const own = childrenBy(document, cue.index, 'mark', 'advmod').find(({ lower }) => lower === 'as')
  if (own) return own.index < cue.index ? own : undefined
  const { first } = wholeRange(document, cue.index)
  const opening = document.tokens[first]
  return opening?.lower === 'as' &&
    first >= sentence.first &&
    cue.deprel.startsWith('advcl') &&
    isFinite(cue)
    ? opening
    : undefined
}

/** Whether something is told behind the cue itself ("as the mayor noted the damage"); "it" is what stands around "as she put it". */
function hasOwn({ document, cue }: StatementPlace): boolean {
  const own = childBy(document, cue.index, 'obj', 'ccomp', 'xcomp')
  return own !== undefined && !(cue.lemma === 'put' && own.lower === 'it')
}

/** "as stated in the report", "as defined by the army". */
function sourceBehind(place: StatementPlace): SourcePhrase | undefined {
  const { document, cue } = place
  const found = childrenBy(document, cue.index, 'obl').find(
    ({ index }) => index > cue.index && /^(in|by)$/.test(prepositionOf(document, index)),
  )
  if (!found) return undefined
  const { first, last } = wholeRange(document, found.index)
  return { head: found.index, range: { first: first + 1, last } }
}

/** ", as promised" at the head or the end, or between commas. */
function isSetOff({ document, sentence, cue }: StatementPlace, { index }: Token): boolean {
  const opens = index === sentence.first || document.tokens[index - 1]?.text === ','
  return opens && /^[,.]$/.test(document.tokens[cue.index + 1]?.text ?? '.')
}
