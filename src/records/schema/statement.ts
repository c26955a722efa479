import { z } from 'zod'
import type { Evidence } from '../evidence.ts'
import type { Anonymity, Party, Source, Statement } from '../statement.ts'
import { evidence, evidenceOf, type ShapeOf } from './evidence.ts'
import { idOf, ownId, readBy, some, words } from './parts.ts'

const anonymitySchema = z
  .strictObject({
    reason: words.describe('Why, in the words of the report.').exactOptional(),
    evidence: evidence.describe('The words that say so.'),
  } satisfies ShapeOf<Anonymity>)
  .meta({
    id: 'Anonymity',
    description: 'That a source stays unnamed, and why.',
  }) satisfies z.ZodType<Anonymity>

const party = {
  text: words.describe('The words for it.'),
  actor: idOf('actor').describe('The actor it is, by id.').exactOptional(),
  evidence: evidence.describe('Where they stand.'),
} satisfies ShapeOf<Party>

const partySchema = z.strictObject(party).meta({
  id: 'Party',
  description: 'Somebody a statement is told to, or whom it came through.',
}) satisfies z.ZodType<Party>

const sourceSchema = z
  .strictObject({
    ...party,
    actors: some(idOf('actor')).describe('The actors, where several speak, by id.').exactOptional(),
    kind: z
      .enum(['named-person', 'unnamed-person', 'group', 'organisation', 'media', 'document'])
      .describe('What sort of source it is.'),
    type: z
      .enum([
        'official',
        'military',
        'police',
        'medic',
        'witness',
        'resident',
        'relative',
        'armed-group',
        'analyst',
        'aid-worker',
        'diplomat',
        'journalist',
        'rights-group',
        'other',
      ])
      .describe('What makes it a source.')
      .exactOptional(),
    anonymity: anonymitySchema
      .describe('That it stays unnamed, where the report says so.')
      .exactOptional(),
  } satisfies ShapeOf<Source>)
  .meta({
    id: 'Source',
    description: 'Who is said to have said it.',
  }) satisfies z.ZodType<Source>

const cueSchema = z
  .strictObject({
    lemma: words.describe('Its base form: `say`, `according-to`.'),
    evidence: evidence.describe('Its words.'),
  } satisfies ShapeOf<NonNullable<Statement['cue']>>)
  .meta({ id: 'Cue', description: 'The verb or phrase that ascribes.' })

/** Somebody saying something. */
export const statementSchema = z
  .strictObject({
    id: ownId,
    readBy,
    source: sourceSchema.describe('Who says it; absent where nobody is named.').exactOptional(),
    cue: cueSchema
      .describe('What ascribes it; absent where a quotation stands alone.')
      .exactOptional(),
    content: evidenceOf('any')
      .refine(isInOrder, 'spans are not in order')
      .describe('What is said: one or more spans, in order.'),
    form: z
      .enum(['direct', 'indirect', 'mixed'])
      .describe("In quotation marks, in the report's own words, or partly so."),
    stance: z
      .enum([
        'asserts',
        'confirms',
        'claims',
        'denies',
        'suggests',
        'doubts',
        'warns',
        'accuses',
        'demands',
        'promises',
        'hopes',
        'asks',
        'threatens',
        'declines',
      ])
      .describe('How the source stands to it; `declines` is a refusal to comment.'),
    certainty: z
      .enum(['certain', 'probable', 'possible', 'unstated'])
      .describe('How sure the source says it is.'),
    to: partySchema.describe('Whom it is told to: "told Radio Orrin".').exactOptional(),
    via: partySchema.describe('Through whom it came: "carried by Amaq".').exactOptional(),
    time: idOf('time').describe('The Time at which it was said, by id.').exactOptional(),
    about: z.array(idOf('event')).describe('The events it is about, by id.'),
    topic: z
      .enum(['responsibility', 'motive', 'toll', 'perpetrator', 'assessment', 'outlook', 'other'])
      .describe('What it is about in other respects.')
      .exactOptional(),
    within: idOf('statement')
      .describe('The statement that reports this one, by id.')
      .exactOptional(),
    answers: idOf('statement').describe('The question that it answers, by id.').exactOptional(),
  } satisfies ShapeOf<Statement>)
  .meta({
    id: 'Statement',
    description: 'Somebody saying, thinking, claiming or fearing something in the report.',
  }) satisfies z.ZodType<Statement>

/** Spans of one text follow each other without overlap. */
function isInOrder(content: readonly Evidence[]): boolean {
  return content.every((span, i) => {
    const before = content[i - 1]
    return before === undefined || before.in !== span.in || before.end <= span.start
  })
}
