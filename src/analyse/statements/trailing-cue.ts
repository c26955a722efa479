import type { Span } from '../../records/index.ts'
import { childBy, childrenBy, type Document, type Token } from '../../text/index.ts'
import { cueRange, isFinite } from './clause.ts'
import { contentSpan } from './content.ts'
import { contentAfter, contentBefore, isOccasion } from './trailing-content.ts'
import type { SourcePhrase, StatementPlace, StatementRule } from './rule.ts'
import { adjacentSource } from './source-beside.ts'

/** The cue stands after the content or in its middle: "…, the army said", "…, said the army, …". */
export const trailingCue: StatementRule = {
  name: 'trailing-cue',
  starts: 'verb',
  examples: {
    'The bridge was hit, the army said.': 'the army | said | The bridge was hit',
    '“We are ready,” said Dana Lor, a nurse.': 'Dana Lor, a nurse | said | “We are ready,”',
    '“We are ready,” Lor said, “and we will stay.”':
      'Lor | said | “We are ready,” … “and we will stay.”',
    'The bridge, the army said, was hit.': 'the army | said | The bridge … was hit',
    'Two men died, the port’s director, Lida Horn, told reporters.':
      'the port’s director, Lida Horn | told | Two men died',
    'The men had fled, he said, to stop the looting.':
      'he | said | The men had fled … to stop the looting',
    'He was hit by men who, she said, wore masks.': 'she | said | who … wore masks',
    'The bridge is open; the road is shut, the army said.': 'the army | said | the road is shut',
    'But the road is shut, the army said.': 'the army | said | the road is shut',
    'The bridge was hit.': '-',
    'A child was killed in Darun, the group claimed responsibility for the attack.': '-',
    'On Monday, the army left.': '-',
    'After the match, Lor said, “We have learned a lot.”': '-',
    'On the station’s “Hour of the Town,” Lor said the road was open.': '-',
    '“We fled,” Lor said, pointing at the road, “and nobody helped us.”':
      'Lor | said | “We fled,” … “and nobody helped us.”',
    'As head of the branch called “the Depot”, she said, he had killed two men.':
      'she | said | As head of the branch called “the Depot” … he had killed two men',
  },
  read(place) {
    const { verb } = place
    if (!verb || !isOpenVerb(place)) return undefined
    const cue = cueRange(place)
    const source = adjacentSource(place, cue)
    if (!source) return undefined
    const left = Math.min(source.range.first, cue.first)
    const before = contentBefore(place, left)
    if (!before || !verb.needs.has(before.quotation === undefined ? 'trail' : 'quote'))
      return undefined
    if (before.quotation === undefined && hasOwnObject(place, source)) return undefined
    const after = contentAfter(place, Math.max(source.range.last, cue.last), before)
    const first = before.range.first < before.range.last && contentSpan(place, before.range)
    if (before.isOpen ? !after : !first) return undefined
    if (isOccasion(place, before, after?.quotation)) return undefined
    const spans: Span[] = [...(first ? [first] : []), ...(after ? [after.span] : [])]
    const quotations = [before.quotation, after?.quotation].flatMap((one) => one ?? [])
    return { cue, source, content: spans, stance: verb.stance, lemma: verb.lemma, quotations }
  },
}

/** "…, the group claimed responsibility": what the cue itself tells, unless that is who was told. */
function hasOwnObject({ document, cue }: StatementPlace, { head }: SourcePhrase): boolean {
  if (ADDRESSING.test(cue.lemma) || document.tokens[cue.index + 1]?.text === ',') return false
  const found = childBy(document, cue.index, 'obj')
  return found !== undefined && found.index > cue.index && found.index !== head
}

const ADDRESSING = /^(tell|inform|assure|reassure|remind|warn|advise|brief|alert|ask)$/

/** A finite verb that takes no clause of its own to its right, unless a comma sets that off. */
function isOpenVerb({ document, cue }: StatementPlace): boolean {
  if (!isFinite(cue) && !childBy(document, cue.index, 'aux') && !isPastAlone(cue)) return false
  const next = document.tokens[cue.index + 1]
  const clause = childrenBy(document, cue.index, 'ccomp', 'xcomp').find(
    (token) => !/^(?:PROPN|NOUN)$/.test(token.upos) && !isBareParticiple(document, token),
  )
  if (next?.lower === 'that' || next?.lower === 'to') return false
  // "A month after the truce was signed, few people believe in it."
  if (next?.lower === 'in' && cue.lemma === 'believe') return false
  return !clause || clause.index < cue.index || /^[,.]$/.test(next?.text ?? '')
}

/** "says general jailed for massacre": no clause of the cue's, but who says it. */
function isBareParticiple(document: Document, { index, xpos }: Token): boolean {
  return xpos === 'VBN' && childBy(document, index, 'aux', 'nsubj') === undefined
}

/** "…, said by telephone": what is tagged a participle but modifies nothing. */
function isPastAlone({ xpos, deprel }: Token): boolean {
  return xpos === 'VBN' && /^(root|conj|parataxis|ccomp)/.test(deprel)
}
