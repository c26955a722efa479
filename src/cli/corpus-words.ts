import type { MarkWords } from '../evaluate/index.ts'
import type { Kit } from '../pipeline.ts'
import { lemmaOf } from '../text/index.ts'

/** Tags of the forms that a verb may have in a cue. */
const VERB_FORMS = ['VB', 'VBZ', 'VBD', 'VBG']

/** The lemma of a marked cue: that of the reporting verb in it, else its words with dashes ("according-to"). */
export function markWordsOf({ words, text }: Pick<Kit, 'words' | 'text'>): MarkWords {
  const { verbs } = words.statements
  const lemmaOfForm = (form: string): string | undefined =>
    VERB_FORMS.map((xpos) => lemmaOf(form, { upos: 'VERB', xpos }, text.lemmas)).find((lemma) =>
      verbs.has(lemma),
    )
  return {
    lemmaOf(cue) {
      const forms = cue.toLowerCase().split(/\s+/)
      return forms.map(lemmaOfForm).findLast((lemma) => lemma !== undefined) ?? forms.join('-')
    },
  }
}
