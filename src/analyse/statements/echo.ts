import { spanHolds } from '../../records/index.ts'
import { prepositionOf, type Document } from '../../text/index.ts'
import type { Draft } from './draft.ts'

/** Statements without echoes: in "Police said in a statement that two had died" the noun names what it was said in, and nobody says it again. "Police denied reports that two had died" holds two statements. */
export function withoutEchoes(drafts: readonly Draft[], document: Document): Draft[] {
  const { tokens } = document
  let said: Draft[] = []
  return drafts.filter((draft) => {
    if (tokens[draft.at]?.sentence !== tokens[said[0]?.at ?? -1]?.sentence) said = []
    const isEcho = isInWhich(draft, document) && said.some((other) => echoes(draft, other))
    if (!isEcho) said.push(draft)
    return !isEcho
  })
}

/** A noun that nobody is named for, in which or by which something is said. */
function isInWhich({ at, source }: Draft, document: Document): boolean {
  return !source && document.tokens[at]?.upos === 'NOUN' && IN.test(prepositionOf(document, at))
}

const IN = /^(?:in|on|through|via|with)$/

function echoes({ content: [own] }: Draft, { source, content }: Draft): boolean {
  return own !== undefined && source !== undefined && content.some((span) => spanHolds(span, own))
}
