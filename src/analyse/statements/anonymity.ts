import type { Anonymity, Evidence, Span } from '../../records/index.ts'
import { evidenceAt } from '../../records/index.ts'

const NAME = '(?:\\w+ ){0,2}(?:sur)?names?'
const OWN_NAME = `(?:his|her|their|its|my) ${NAME}`
const UNNAMED_BE = 'be (?:named|identified|quoted by name)'
const ASK =
  '(?:ask|insist|request|demand|wish|prefer|want|declin|refus)(?:e|s|es|ed|ing|red|ring)?(?: (?:us|me|reporters|the \\w+))?'

/** Somebody asks for it: "asked not to be named", "on condition that his name not be printed". */
const ASKED = [
  `${ASK} (?:not )?to ${UNNAMED_BE}`,
  `${ASK} not to (?:give|print|use|publish|mention|reveal|see) ${OWN_NAME}`,
  `${ASK} to withhold ${OWN_NAME}`,
  `(?:${ASK}|on (?:the )?condition) that (?:neither )?(?:(?:his|her|their|its) ${NAME}(?: nor (?:his|her|their) \\w+)? (?:not )?be \\w+|(?:he|she|they|it) not ${UNNAMED_BE})`,
  '(?:insist(?:ed|ing)? on|request(?:ed|ing)?|ask(?:ed|ing)? for|on (?:the )?condition of) anonymity',
  'on (?:the )?condition of not being (?:named|identified|quoted by name)',
  `${ASK} to (?:be called|go by|use) (?:only )?(?:by )?(?:a pseudonym|another name|an alias|(?:his|her|their) (?:first|nick) ?name)`,
]

/** The report keeps the name back, or says that it is not known. */
const TOLD = [
  `(?:did|does|do|would|may|can|could) ?not (?:(?:wish|want) to )?${UNNAMED_BE}`,
  `(?:did|does|would) not (?:give|want to see|wish to give) ${OWN_NAME}(?: in print)?`,
  `whose ${NAME} (?:\\w+ ){0,4}withheld`,
  '(?:real )?names? (?:(?:has|have|had) been |was |were |is |are )?(?:changed|withheld)',
  'not for attribution',
  'anonymity|anonymous(?:ly)?|unnamed|unidentified|not to be (?:named|identified)',
  '(?:not|without being) (?:authori[sz]ed|permitted|allowed|cleared) to (?:speak|talk|comment|brief|discuss)',
  `not (?:his|her|their) real ${NAME}`,
  `${NAME} (?:(?:is|are|was|were) )?(?:known to (?:the )?(?:editors?|newspaper|this \\w+)|not (?:being )?(?:given|published|disclosed|revealed|used))`,
  '(?:is|are|was|were) not (?:being )?(?:naming|identifying)',
]

const ASKING = new RegExp(`^(?:${ASKED.join('|')})\\b`, 'i')
const UNNAMED = new RegExp(`\\b(?:${[...ASKED, ...TOLD].join('|')})\\b`, 'i')

/** "because he feared …": the clause alone. */
const REASON = '(?:because(?: of)?|as|since|citing|due to|given|owing to|out of|over)'
/** "for fear of reprisals", "fearing for her sons", "to discuss sensitive matters": all of it. */
const WHOLE = [
  'for fear (?:of|that|for)',
  'fearing',
  'for (?:(?:his|her|their) (?:own |family\\S* |relatives\\S* )?)?(?:safety|protection|security)',
  'for (?:\\w+ )?(?:security|safety|legal) reasons',
  'so as not to',
  '(?:in order )?to (?:protect|discuss|speak|talk|describe|avoid|share)',
  'lest',
]
const BECAUSE = new RegExp(
  `\\b(?:${REASON} ([^.”"]{3,300})|((?:${WHOLE.join('|')})\\b[^.”"]{0,300}))`,
  'i',
)

/** "asked not to be named": a verb of saying that says nothing of the matter. */
export function tellsAnonymity(words: string): boolean {
  return ASKING.test(words)
}

/** Anonymity told anywhere in a span, "who requested anonymity because …": the words that say so, and the reason they give. */
export function findAnonymity(text: string, { start, end }: Span): Anonymity | undefined {
  const words = text.slice(start, Math.min(end, start + 1000))
  const match = UNNAMED.exec(words)
  if (!match) return undefined
  const from = start + match.index
  const told = from + match[0].length
  const evidence: Evidence[] = [evidenceAt(text, { start: from, end: told })]
  const because = BECAUSE.exec(text.slice(told, start + words.length))
  const reason = (because?.[1] ?? because?.[2])?.replace(/[,;:\s]+$/, '')
  if (!because || !reason) return { evidence }
  const at = told + because.index + because[0].indexOf(reason)
  evidence.push(evidenceAt(text, { start: at, end: at + reason.length }))
  return { reason, evidence }
}
