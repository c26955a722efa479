import { z } from 'zod'
import type { Contradiction, EventKey, Incident, Origin } from '../incident.ts'
import { claimFieldSchema, claimSchema } from './claim.ts'
import { claimValueSchema } from './claim-value.ts'
import { eventPlaceSchema, eventSchema } from './event.ts'
import type { ShapeOf } from './evidence.ts'
import { figureSchema } from './figure.ts'
import { some, words } from './parts.ts'
import { standingSchema, tollSchema } from './standing.ts'
import { timeRangeSchema } from './time.ts'

const eventKeySchema = z
  .strictObject({
    report: words.describe('Id of the report.'),
    event: words.describe('Id of the event in its reading.'),
  } satisfies ShapeOf<EventKey>)
  .meta({ id: 'EventKey', description: 'An event of a report.' }) satisfies z.ZodType<EventKey>

const originSchema = z
  .strictObject({
    id: words.describe('Made of its earliest report.'),
    reports: some(words).describe('Ids of its reports, the earliest first.'),
    why: words.describe('Why they are one; of a single report, whose telling it is.'),
  } satisfies ShapeOf<Origin>)
  .meta({
    id: 'Origin',
    description: 'Reports that tell what one outlet, agency or named source told first.',
  }) satisfies z.ZodType<Origin>

const sideSchema = z
  .strictObject({
    value: claimValueSchema.describe('A value.'),
    claims: z
      .array(words)
      .describe('Ids of the claims that give it; of a denial, those that deny it.'),
  })
  .meta({ id: 'Side', description: 'One side of a contradiction.' })

const contradictionSchema = z
  .strictObject({
    id: words.describe('Made of the field and the values.'),
    field: claimFieldSchema.describe('What it is about.'),
    kind: z
      .enum(['denied', 'another-actor', 'another-place', 'another-time', 'other-figure'])
      .describe('In what the sides differ.'),
    sides: some(sideSchema).describe('Two or more.'),
  } satisfies ShapeOf<Contradiction>)
  .meta({
    id: 'Contradiction',
    description: 'Values that cannot all be true. Listed, never averaged.',
  }) satisfies z.ZodType<Contradiction>

/** One happening, as the events of many reports tell it. */
export const incidentSchema = z
  .strictObject({
    id: words.describe('Names the incident.'),
    events: some(eventKeySchema).describe('Its events.'),
    kind: words.describe('The kind that stands.'),
    status: eventSchema.shape.status.describe(
      'The status that stands; `denied` where nobody asserts it.',
    ),
    time: timeRangeSchema.describe('The time that stands.').exactOptional(),
    place: eventPlaceSchema.describe('The place that stands.').exactOptional(),
    values: z.array(claimSchema).describe('Every value of every event, as each source puts it.'),
    stands: z
      .partialRecord(claimFieldSchema, some(standingSchema))
      .describe('By field the values that stand; several where they do not exclude each other.'),
    figures: z.partialRecord(figureSchema.shape.harm, tollSchema).describe('By harm the toll.'),
    contradictions: z.array(contradictionSchema).describe('What cannot all be true.'),
    origins: some(originSchema).describe('Where the reports go back to.'),
  } satisfies ShapeOf<Incident>)
  .meta({
    title: 'Incident',
    description: 'One happening in the world, as the events of many reports tell it.',
  }) satisfies z.ZodType<Incident>
