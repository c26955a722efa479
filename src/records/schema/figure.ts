import { z } from 'zod'
import type { Figure, People, PeopleCategory, PeopleCount } from '../figure.ts'
import { read, type ShapeOf } from './evidence.ts'
import { count, flag, idOf, saysNothing, words } from './parts.ts'
import { timeRangeSchema } from './time.ts'

const NO_NUMBER = 'no number, and not vague'
const DISORDERED = 'atLeast is more than atMost'
const NO_BOUND = saysNothing('at least 0 says nothing; unknown is an absent key')

/** The keys of `PeopleCount`. */
export const peopleCount = {
  atLeast: count.describe('The least that the words allow.').exactOptional(),
  atMost: count
    .describe('The most that they allow; the same as `atLeast` for an exact number.')
    .exactOptional(),
  vague: flag
    .describe('True where the number only stands for words like "dozens".')
    .exactOptional(),
} satisfies ShapeOf<PeopleCount>

/** In JSON Schema: one bound at least, or a vague word. */
const SOME_NUMBER = [{ required: ['atLeast'] }, { required: ['atMost'] }, { required: ['vague'] }]

function saysSome({ atLeast, atMost, vague }: PeopleCount): boolean {
  return atLeast !== undefined || atMost !== undefined || vague === true
}

function isOrdered({ atLeast = 0, atMost = Infinity }: PeopleCount): boolean {
  return atLeast <= atMost
}

/** Nobody is `{atLeast: 0, atMost: 0}`. */
function isBound({ atLeast, atMost }: PeopleCount): boolean {
  return atLeast !== 0 || atMost !== undefined
}

/** How many there are of somebody or something. */
export const peopleCountSchema = z
  .strictObject(peopleCount)
  .refine(saysSome, NO_NUMBER)
  .refine(isOrdered, DISORDERED)
  .refine(isBound, NO_BOUND)
  .meta({
    id: 'PeopleCount',
    description:
      'How many, as exact as the words: "at least 12" is `{atLeast: 12}`, "four" is `{atLeast: 4, atMost: 4}`.',
    anyOf: SOME_NUMBER,
  }) satisfies z.ZodType<PeopleCount>

/** Classes of people. */
export const categorySchema = z.enum([
  'civilian',
  'combatant',
  'police',
  'soldier',
  'official',
  'diplomat',
  'aid-worker',
  'journalist',
  'medic',
  'child',
  'woman',
  'worker',
  'detainee',
  'perpetrator',
  'unknown',
]) satisfies z.ZodType<PeopleCategory>

const peopleSchema = z
  .strictObject({
    text: words.describe('The words for them: "embassy employees".'),
    category: categorySchema.describe('The class of people they are.'),
    actor: idOf('actor').describe('The actor they are, by id.').exactOptional(),
  } satisfies ShapeOf<People>)
  .meta({ id: 'People', description: 'Whom a figure counts.' }) satisfies z.ZodType<People>

/** People harmed. */
export const figureSchema = z
  .strictObject({
    ...read,
    ...peopleCount,
    harm: z
      .enum(['killed', 'injured', 'missing', 'abducted', 'detained', 'displaced', 'freed'])
      .describe('What befell them.'),
    of: peopleSchema
      .describe('Whom it counts, where the words say more than "people".')
      .exactOptional(),
    total: flag.describe("True where it is the event's toll as a whole.").exactOptional(),
    partOf: idOf('figure')
      .describe('The figure that contains it, by id: "12 people, including 3 children".')
      .exactOptional(),
    series: z
      .enum(['new', 'cumulative', 'revised'])
      .describe('How it stands to earlier figures: "another 3", "rose to 17", "lowered to 9".')
      .exactOptional(),
    asOf: timeRangeSchema.describe('The time that the figure is counted up to.').exactOptional(),
  } satisfies ShapeOf<Figure>)
  .refine(saysSome, NO_NUMBER)
  .refine(isOrdered, DISORDERED)
  .refine(isBound, NO_BOUND)
  .meta({
    id: 'Figure',
    description: 'People harmed: how many, how, and who says so.',
    anyOf: SOME_NUMBER,
  }) satisfies z.ZodType<Figure>
