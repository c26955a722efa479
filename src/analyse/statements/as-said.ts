import { childBy, childrenBy } from '../../text/index.ts'
import { cueRange, isFinite, reportOf, sourceOf, wholeRange } from './clause.ts'
import { contentAround } from './content.ts'
import type { StatementRule } from './rule.ts'

/** "as the army said": the sentence around it is what is said. */
export const asSaid: StatementRule = {
  name: 'as-said',
  starts: 'verb',
  examples: {
    'As the mayor noted, the bridge was closed.': 'the mayor | noted | the bridge was closed',
    'As the mayor noted the damage, the bridge closed.': '-',
  },
  read(place) {
    const { document, cue } = place
    const { verb } = place
    if (!verb?.needs.has('clause') || !isFinite(cue) || !cue.deprel.startsWith('advcl'))
      return undefined
    if (!childrenBy(document, cue.index, 'mark').some(({ lower }) => lower === 'as'))
      return undefined
    if (childBy(document, cue.index, 'obj', 'ccomp', 'xcomp')) return undefined
    const source = sourceOf(place)
    if (!source) return undefined
    const content = contentAround(place, reportOf(place), wholeRange(document, cue.index))
    if (content.length === 0) return undefined
    return { cue: cueRange(place), source, content, stance: verb.stance, lemma: verb.lemma }
  },
}
