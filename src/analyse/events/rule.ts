import type { Document, Token } from '../../text/index.ts'
import type { Scene } from './scene.ts'

/** One way of telling something of an event besides its trigger. Examples: text → what is read, as the rule's kin print it; `-` for silence. */
export interface EventRule<Draft> {
  readonly name: string
  readonly examples: Readonly<Record<string, string>>
  /** Parts of speech at which the rule is tried; everywhere where there are none. */
  readonly starts?: readonly string[]
  /** What the rule reads at a token. */
  read(scene: Scene, token: Token): readonly Draft[]
}

/** Everything that rules read in the paragraphs that tell of things, in order of text. */
export function readByRules<Draft>(scene: Scene, rules: readonly EventRule<Draft>[]): Draft[] {
  const { paragraphs, sentences, tokens } = scene.document
  const rulesFor = openRules(rules)
  const found: Draft[] = []
  for (const { kind, firstSentence, lastSentence } of paragraphs) {
    if (kind !== 'text' && kind !== 'heading') continue
    const first = sentences[firstSentence]?.first ?? 0
    const last = sentences[lastSentence - 1]?.last ?? 0
    for (let at = first; at < last; at += 1) {
      const token = tokens[at]
      if (!token) continue
      for (const rule of rulesFor(token.upos)) found.push(...rule.read(scene, token))
    }
  }
  return found
}

/** The rules that are tried at a part of speech. */
function openRules<Rule extends Pick<EventRule<unknown>, 'starts'>>(
  rules: readonly Rule[],
): (upos: string) => readonly Rule[] {
  const known = new Map<string, readonly Rule[]>()
  return (upos) => {
    const found = known.get(upos) ?? rules.filter(({ starts }) => starts?.includes(upos) ?? true)
    known.set(upos, found)
    return found
  }
}

/** Within how many words the further words of a phrase stand behind its first. */
const NEAR = 8

/** Whether the further words of a phrase stand behind its first word, in its sentence. */
export function partsFollow(document: Document, token: Token, parts: readonly string[]): boolean {
  for (let part = 1; part < parts.length; part += 1)
    if (!follows(document, token, parts[part])) return false
  return true
}

function follows({ tokens }: Document, token: Token, word: string | undefined): boolean {
  for (let at = token.index + 1; at <= token.index + NEAR; at += 1) {
    const near = tokens[at]
    if (near?.lower === word && near?.sentence === token.sentence) return true
  }
  return false
}
