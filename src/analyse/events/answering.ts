import { childBy, childrenBy, obliquesOf, predicateAt, type Token } from '../../text/index.ts'
import { chargesOf } from './doing.ts'
import { isOf } from './event-words.ts'
import type { RelationDraft } from './relation-draft.ts'
import type { EventRule } from './rule.ts'
import type { Scene } from './scene.ts'

/** "arrested over the bombing", "an inquiry into the killing", "sentenced for killing two farmers". */
export const answering: EventRule<RelationDraft> = {
  name: 'answering',
  starts: ['VERB', 'NOUN'],
  examples: {
    'Police arrested a driver over the bombing of a market.': 'arrested response-to bombing',
    'The governor ordered an inquiry into the killing of two nurses.':
      'inquiry response-to killing',
    'A court sentenced Oren Talit for the murder of a judge.': 'sentenced response-to murder',
    'Police arrested a driver over his debts.': '-',
  },
  read(scene, token) {
    const { words } = scene
    const isAnswer =
      token.upos === 'VERB'
        ? isOf(words, token.lowerLemma, 'charging', 'convicting', 'inquiring')
        : isOf(words, token.lowerLemma, 'answer-noun')
    if (!isAnswer) return []
    const to = matters(scene, token)
    return to.length === 0
      ? []
      : [{ kind: 'response-to', of: [token.index], to, rule: 'answering' }]
  },
}

/** What an arrest, a trial or an inquiry is about, wherever the tree hangs it. */
function matters(scene: Scene, token: Token): number[] {
  const { document, words } = scene
  const { patients, obliques: own } =
    token.upos === 'VERB' ? predicateAt(document, token.index) : ofNoun(scene, token)
  const behind = [...patients, ...own.map(({ head }) => head)].flatMap((head) =>
    obliquesOf(document, head),
  )
  const told = [...own, ...behind].flatMap(({ preposition, head }) =>
    /^(?:over|for|of|with|into|about|after|following)$/.test(preposition)
      ? [head, ...chargesOf(scene, head)]
      : [],
  )
  // "sentenced for killing two farmers", "investigated the killing"
  const clauses = childrenBy(document, token.index, 'advcl', 'acl')
    .filter(({ index, xpos }) => xpos === 'VBG' && childBy(document, index, 'mark', 'case'))
    .map(({ index }) => index)
  const objects = isOf(words, token.lowerLemma, 'inquiring') ? patients : []
  return [...told, ...clauses, ...objects].filter((head) => head !== token.index)
}

/** "ordered an inquiry into the killing": the tree may hang the killing on the order. */
function ofNoun({ document }: Scene, { index, deprel, head }: Token) {
  const above = deprel === 'obj' ? obliquesOf(document, head) : []
  const behind = above.filter((one) => one.head > index && /^(?:into|over)$/.test(one.preposition))
  return { patients: [], obliques: [...obliquesOf(document, index), ...behind] }
}
