import { ancestors, obliquesOf } from '../../text/index.ts'
import { isOf } from './event-words.ts'
import type { RelationDraft } from './relation-draft.ts'
import type { EventRule } from './rule.ts'
import { isAttackNoun } from './scene.ts'

/** "killed the mastermind of last week's bombing", "arrested a suspect in the murder": what is done to whoever did it is another event. */
export const againstDoer: EventRule<RelationDraft> = {
  name: 'against-doer',
  starts: ['NOUN'],
  examples: {
    'Guards killed the mastermind of the embassy bombing.': 'killed response-to embassy bombing',
    'Guards killed the owner of the bank.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    if (!isOf(words, token.lowerLemma, 'perpetrator', 'plotter')) return []
    const to = obliquesOf(document, token.index)
      .filter(({ preposition, head }) => DEED.test(preposition) && isAttackNoun(scene, head))
      .map(({ head }) => head)
    const verb = ancestors(document, token.index).find(({ upos }) => upos === 'VERB')
    if (to.length === 0 || !verb) return []
    return [{ kind: 'response-to', of: [verb.index], to, rule: 'against-doer' }]
  },
}

/** Prepositions between somebody and what they did. */
const DEED = /^(?:of|behind|in|for)$/
