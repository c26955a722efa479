import { z } from 'zod'
import type { Claim, ClaimField } from '../incident.ts'
import { claimValueSchema } from './claim-value.ts'
import { evidenceSchema, type ShapeOf } from './evidence.ts'
import { count, dayOrInstant, flag, some, words } from './parts.ts'
import { statementSchema } from './statement.ts'

/** Fields of an incident. */
export const claimFieldSchema = z.enum([
  'kind',
  'status',
  'time',
  'place',
  'site',
  'means',
  'size',
  'damage',
  'participant.perpetrator',
  'participant.target',
  'participant.victim',
  'participant.party',
  'participant.recipient',
  'participant.supporter',
  'figure.killed',
  'figure.injured',
  'figure.missing',
  'figure.abducted',
  'figure.detained',
  'figure.displaced',
  'figure.freed',
  'responsibility',
]) satisfies z.ZodType<ClaimField>

/** One value of an event as one source puts it. */
export const claimSchema = z
  .strictObject({
    id: words.describe(
      'Made of the report, the event, the value and the statement: the same whatever incident the event is in.',
    ),
    incident: words.describe('Id of the incident.'),
    field: claimFieldSchema.describe('What it is about.'),
    value: claimValueSchema.describe('What it says.'),
    report: words.describe('Id of the report that gives it.'),
    event: words.describe('Id of the event in the reading of the report.'),
    valueId: words.describe('Id of the value there; of kind and status, that of the event.'),
    evidence: some(evidenceSchema).describe(
      'The words that give the value, or those that confirm or deny it.',
    ),
    outlet: words.describe('Who published the report.').exactOptional(),
    publishedAt: dayOrInstant.describe('When.').exactOptional(),
    version: count.describe('Which version of the report.').exactOptional(),
    statement: words
      .describe('Id of the statement; absent where the report says it itself.')
      .exactOptional(),
    source: words.describe('Whose statement it is, in the words of the report.').exactOptional(),
    sourceActor: words.describe('The same across reports.').exactOptional(),
    sourceType: statementSchema.shape.source.unwrap().shape.type,
    involved: flag
      .describe('True where the source took part itself: its word alone is no fact.')
      .exactOptional(),
    stance: statementSchema.shape.stance,
    origin: words.describe('Id of the origin of the report.'),
  } satisfies ShapeOf<Claim>)
  .meta({
    id: 'Claim',
    description: 'One value of an event as one source puts it.',
  }) satisfies z.ZodType<Claim>
