import type { Token } from '../../text/index.ts'
import type { Scene } from './scene.ts'

/** One way of telling something of an event besides its trigger. Examples: text → what is read, as the rule's kin print it; `-` for silence. */
export interface EventRule<Draft> {
  readonly name: string
  readonly examples: Readonly<Record<string, string>>
  /** What the rule reads at a token. */
  read(scene: Scene, token: Token): readonly Draft[]
}

/** Everything that rules read in the paragraphs that tell of things, in order of text. */
export function readByRules<Draft>(scene: Scene, rules: readonly EventRule<Draft>[]): Draft[] {
  const { paragraphs, sentences, tokens } = scene.document
  return paragraphs.flatMap(({ kind, firstSentence, lastSentence }) => {
    if (kind !== 'text' && kind !== 'heading') return []
    const first = sentences[firstSentence]?.first ?? 0
    const last = sentences[lastSentence - 1]?.last ?? 0
    return tokens
      .slice(first, last)
      .flatMap((token) => rules.flatMap((one) => one.read(scene, token)))
  })
}
