import { obliquesOf, predicateAt, expand } from '../../text/index.ts'
import type { RelationDraft } from './relation-draft.ts'
import type { EventRule } from './rule.ts'
import { lemmaAt, tokenAt, type Scene } from './scene.ts'

/** "Shelling displaced 3,000 people", "thousands fled the clashes", "left their homes because of the floods". */
export const displacing: EventRule<RelationDraft> = {
  name: 'displacing',
  starts: ['VERB'],
  examples: {
    'Shelling displaced some 3,200 people from Selin.': 'displaced caused-by Shelling',
    'Thousands of people fled the clashes in Selin.': 'fled caused-by clashes',
    'Nine hundred families left their homes because of the shelling of Selin.':
      'left caused-by shelling',
    'The army displaced some 3,200 people from Selin.': '-',
    'Thousands of people fled the town of Selin.': '-',
  },
  read(scene, token) {
    const { document, words } = scene
    const rows = words.verbs.get(token.lowerLemma) ?? []
    if (!rows.some(({ kind }) => words.kinds.get(kind)?.family === 'displacement')) return []
    const { agents, patients, obliques } = predicateAt(document, token.index)
    const over = [...obliques, ...patients.flatMap((head) => obliquesOf(document, head))].filter(
      ({ preposition }) => /^(?:because of|as|due to|owing to|by|following)$/.test(preposition),
    )
    const to = [...agents, ...patients, ...over.map(({ head }) => head)]
      .flatMap((head) => resultOf(scene, head))
      .filter((head) => isEvent(scene, head))
    return to.length === 0
      ? []
      : [
          {
            kind: 'caused-by',
            of: [token.index],
            to: expand(document, to),
            rule: 'displacing',
          },
        ]
  },
}

/** "as a result of the flooding": the flooding. */
function resultOf(scene: Scene, head: number): number[] {
  if (!/^(?:result|consequence)$/.test(lemmaAt(scene, head))) return [head]
  return obliquesOf(scene.document, head).map((one) => one.head)
}

/** A noun for what drives people out: violence, a disaster. */
function isEvent(scene: Scene, head: number): boolean {
  const { words } = scene
  const noun = tokenAt(scene, head)
  const rows = words.nouns.get(noun?.lowerLemma ?? '') ?? words.nouns.get(noun?.lower ?? '') ?? []
  return rows.some(({ kind }) =>
    /^(?:violence|disorder|other|control)$/.test(words.kinds.get(kind)?.group ?? ''),
  )
}
