import { z } from 'zod'
import type { NewReviewDecision, ReviewValue } from '../review.ts'
import { eventPlaceSchema, eventSchema } from './event.ts'
import { evidenceSchema, type ShapeOf } from './evidence.ts'
import { categorySchema, figureSchema, peopleCount } from './figure.ts'
import { some, vagueDate, words } from './parts.ts'
import { location } from './place.ts'
import { statementSchema } from './statement.ts'
import { BACKWARDS, runsForwards } from './time.ts'

/** Longest word of a reviewer's own. */
const LONGEST = 2000

const written = words.max(LONGEST)
const { kind, status } = eventSchema.shape
const participant = eventSchema.shape.participants.element.shape
const { stance, certainty } = statementSchema.shape

/** What a reviewer puts in the place of a value, or adds: a closed list of shapes. */
const valueSchema = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('event'), kind, status }),
  z.strictObject({ field: z.literal('kind'), kind }),
  z.strictObject({ field: z.literal('status'), status }),
  z
    .strictObject({
      field: z.literal('time'),
      earliest: vagueDate.exactOptional(),
      latest: vagueDate.exactOptional(),
    })
    .refine(runsForwards, BACKWARDS),
  z.strictObject({
    field: z.literal('place'),
    name: eventPlaceSchema.shape.name.max(LONGEST),
    ...location,
  }),
  z.strictObject({ field: z.literal('site'), text: written }),
  z.strictObject({
    field: z.literal('participant'),
    role: participant.role,
    confidence: participant.confidence,
    text: written,
    actor: words.exactOptional(),
  }),
  z.strictObject({ field: z.literal('means'), text: written }),
  z.strictObject({
    field: z.literal('figure'),
    harm: figureSchema.shape.harm,
    ...peopleCount,
    of: categorySchema.exactOptional(),
  }),
  z.strictObject({ field: z.literal('damage'), text: written }),
  z.strictObject({ field: z.literal('size'), ...peopleCount }),
  z.strictObject({
    field: z.literal('claim'),
    stance: eventSchema.shape.claims.element.shape.stance,
    text: written.exactOptional(),
  }),
  z.strictObject({
    field: z.literal('statement'),
    stance,
    certainty: certainty.exactOptional(),
  }),
  z.strictObject({
    field: z.literal('source'),
    text: written,
    actor: words.exactOptional(),
  }),
  z.strictObject({ field: z.literal('cue'), text: written }),
  z.strictObject({ field: z.literal('content'), text: written }),
  z.strictObject({ field: z.literal('stance'), stance }),
]) satisfies z.ZodType<ReviewValue>

/** A decision as it is sent. */
export const newReviewDecisionSchema = z.strictObject({
  report: words.describe('Id of the report.'),
  version: z.int().min(1).describe('Which version of it was looked at.'),
  record: words
    .max(200)
    .describe('Id of the record; `ID/field` for a part that has no id of its own.'),
  verdict: z.enum(['accept', 'reject', 'skip', 'edit', 'add']).describe('What is said of it.'),
  value: valueSchema.describe('Of an edit, and of what is added.').exactOptional(),
  of: words.max(200).describe('The event or statement that it is added to.').exactOptional(),
  evidence: some(evidenceSchema).max(50).describe('The words that say the value.').exactOptional(),
  reason: written.describe('Why.').exactOptional(),
} satisfies ShapeOf<NewReviewDecision>) satisfies z.ZodType<NewReviewDecision>
