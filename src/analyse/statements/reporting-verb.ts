import type { Token } from '../../text/index.ts'
import { tellsNothing } from './no-telling.ts'
import type { StatementPlace } from './rule.ts'
import { tellsAnonymity } from './anonymity.ts'
import type { ReportingVerb } from './statement-words.ts'

/** The reporting verb that a token is, where it is used as a verb. */
export function reportingVerb(
  cue: Token,
  { document, words }: Pick<StatementPlace, 'document' | 'words'>,
): ReportingVerb | undefined {
  if (cue.deprel === 'amod' || cue.deprel === 'compound') return undefined
  if (cue.upos !== 'VERB' && !cue.xpos.startsWith('VB')) return undefined
  const verb = words.verbs.get(cue.lemma) ?? words.verbs.get(cue.lower)
  // "is convinced that …" is read as an adjective.
  if (cue.xpos === 'VBN' && words.adjectives.has(cue.lower)) return undefined
  if (!verb || tellsNothing({ document, cue, verb })) return undefined
  return tellsAnonymity(document.text.slice(cue.start, cue.start + 60)) ? undefined : verb
}
