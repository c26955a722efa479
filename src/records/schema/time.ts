import { z } from 'zod'
import type { Time, TimeRange } from '../time.ts'
import { evidence, type ShapeOf } from './evidence.ts'
import { NOTHING, ownId, parts, saysSomething, vagueDate, words } from './parts.ts'

/** The keys of `TimeRange`. */
export const timeRange = {
  earliest: vagueDate
    .describe('The first year, month, day or minute that may be meant; as exact as the text.')
    .exactOptional(),
  latest: vagueDate
    .describe('The last that may be meant; absent where the text leaves it open.')
    .exactOptional(),
} satisfies ShapeOf<TimeRange>

/** Whether a range runs forwards, as far as both its ends say. */
export function runsForwards({ earliest, latest }: TimeRange): boolean {
  if (earliest === undefined || latest === undefined) return true
  return earliest.slice(0, latest.length) <= latest
}

export const BACKWARDS = 'earliest is after latest'

/** The earliest and latest time that are meant. */
export const timeRangeSchema = z
  .strictObject(timeRange)
  .refine(saysSomething, NOTHING)
  .refine(runsForwards, BACKWARDS)
  .meta({
    id: 'TimeRange',
    description: 'The earliest and latest time that is meant, as exact as the text.',
    minProperties: 1,
  }) satisfies z.ZodType<TimeRange>

/** One time expression. */
export const timeSchema = z
  .strictObject({
    id: ownId,
    evidence: evidence.describe('The expression.'),
    type: z
      .enum(['date', 'time', 'duration', 'set'])
      .describe('What sort of expression it is, as TIMEX3 has it.'),
    value: words
      .describe('Its TIMEX3 value: `2022-09-05`, `2022-W36`, `P3D`, `PRESENT_REF`.')
      .exactOptional(),
    mod: z
      .enum(['before', 'after', 'start', 'mid', 'end', 'approx'])
      .describe('What bends the value: "early", "before", "around".')
      .exactOptional(),
    anchor: words
      .describe('What it is counted from: `publication`, or the id of an event.')
      .register(parts, { is: 'reference', to: 'event', or: 'publication' })
      .exactOptional(),
    ...timeRange,
  } satisfies ShapeOf<Time>)
  .refine(runsForwards, BACKWARDS)
  .meta({
    id: 'Time',
    description:
      'One time expression of the report, also where it belongs to no event, resolved as far as the text allows.',
  }) satisfies z.ZodType<Time>
