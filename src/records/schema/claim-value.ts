import { z } from 'zod'
import type { ActorValue, DamageValue, FigureValue, ResponsibilityValue } from '../incident.ts'
import { actorSchema } from './actor.ts'
import { eventPlaceSchema, eventSchema } from './event.ts'
import type { ShapeOf } from './evidence.ts'
import { categorySchema, peopleCount, peopleCountSchema } from './figure.ts'
import { country, flag, some, words } from './parts.ts'
import { timeRangeSchema } from './time.ts'

const actorName = {
  actor: words.describe(
    'Who it is across reports: the id of a known actor, else the name without case and article.',
  ),
  name: words.describe('The name as one report writes it.'),
  named: flag.describe('True for who has a name; absent for "gunmen".').exactOptional(),
  kind: actorSchema.shape.kind,
  country: some(country).describe('The countries that it is of.').exactOptional(),
}

const actorValueSchema = z
  .strictObject({
    ...actorName,
    confidence: z
      .enum(['fact', 'claimed', 'suspected', 'possible'])
      .describe('How it is put: as fact, by its own claim, by accusation, as possible.')
      .exactOptional(),
    count: peopleCountSchema.describe('How many there were.').exactOptional(),
  } satisfies ShapeOf<ActorValue>)
  .meta({
    id: 'ActorValue',
    description: 'Somebody who took part.',
  }) satisfies z.ZodType<ActorValue>

const responsibilityValueSchema = z
  .strictObject({
    responsibility: z
      .enum(['claims', 'denies', 'none'])
      .describe('Claimed, denied, or said to be claimed by nobody.'),
    actor: actorName.actor.exactOptional(),
    name: actorName.name.exactOptional(),
    named: actorName.named,
    kind: actorName.kind.exactOptional(),
    country: actorName.country,
  } satisfies ShapeOf<ResponsibilityValue>)
  .meta({
    id: 'ResponsibilityValue',
    description: 'Who claims that they did it, or denies it.',
  }) satisfies z.ZodType<ResponsibilityValue>

const figureValueSchema = z
  .strictObject({
    ...peopleCount,
    of: categorySchema.describe('The class of people it counts.').exactOptional(),
    total: flag.describe("True where it is told as the event's toll.").exactOptional(),
    partOf: words.describe('Id of the claim that contains it.').exactOptional(),
    series: z
      .enum(['new', 'cumulative', 'revised'])
      .describe('How it stands to earlier figures: "another 3", "rose to 17", "lowered to 9".')
      .exactOptional(),
    asOf: timeRangeSchema.describe('The time that it is counted up to.').exactOptional(),
  } satisfies ShapeOf<FigureValue>)
  .meta({
    id: 'FigureValue',
    description: 'How many came to harm, or took part.',
  }) satisfies z.ZodType<FigureValue>

const damageValueSchema = z
  .strictObject({
    text: words.describe('What was harmed.'),
    level: z.enum(['destroyed', 'damaged', 'none']).describe('How badly.'),
    count: peopleCountSchema.describe('How many of them.').exactOptional(),
  } satisfies ShapeOf<DamageValue>)
  .meta({ id: 'DamageValue', description: 'Something harmed.' }) satisfies z.ZodType<DamageValue>

/** What a claim says of its field. */
export const claimValueSchema = z
  .union([
    z.strictObject({ text: words }),
    z.strictObject({ status: eventSchema.shape.status }),
    z.strictObject({ time: timeRangeSchema }),
    z.strictObject({ place: eventPlaceSchema }),
    damageValueSchema,
    actorValueSchema,
    responsibilityValueSchema,
    figureValueSchema,
  ])
  .meta({ id: 'ClaimValue', description: 'What a claim says of its field.' })
