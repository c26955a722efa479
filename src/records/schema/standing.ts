import { z } from 'zod'
import type { Policy, Standing, Toll, TollBounds, TollStep } from '../incident.ts'
import { claimValueSchema } from './claim-value.ts'
import type { ShapeOf } from './evidence.ts'
import { categorySchema, peopleCount } from './figure.ts'
import { count, dayOrInstant, flag, some, words } from './parts.ts'

const policySchema = z.enum([
  'conservative',
  'range',
  'latest',
  'majority-of-origins',
  'source-order',
]) satisfies z.ZodType<Policy>

const claimIds = z.array(words)
const claimed = flag
  .describe('True where only those say so who took part: never a fact.')
  .exactOptional()
const because = claimIds.describe('Ids of the claims for it.')
const against = claimIds.describe('Ids of the claims against it: denials, and what excludes it.')

/** A value that stands. */
export const standingSchema = z
  .strictObject({
    value: claimValueSchema.describe('The value.'),
    policy: policySchema.describe('What picked it.'),
    claimed,
    because,
    against,
  } satisfies ShapeOf<Standing>)
  .meta({
    id: 'Standing',
    description: 'A value that stands under a policy.',
  }) satisfies z.ZodType<Standing>

const bounds = {
  low: count.describe('The lowest number that nothing later replaced.').exactOptional(),
  best: count.describe('The number that the policy picks.').exactOptional(),
  high: count.describe('The highest that nothing later replaced.').exactOptional(),
  open: flag.describe('True where nobody gives an upper end: "at least 12".').exactOptional(),
  vague: flag.describe('True where the words give no number: "dozens".').exactOptional(),
  claimed,
  because,
  against,
} satisfies ShapeOf<TollBounds>

const tollPartSchema = z
  .strictObject({ ...bounds, of: categorySchema.describe('Whom it counts.') })
  .meta({
    id: 'TollPart',
    description: 'How many of one class there were, by the reports that give the number in all.',
  })

const tollStepSchema = z
  .strictObject({
    ...peopleCount,
    publishedAt: dayOrInstant.describe('When it was told first.').exactOptional(),
    of: categorySchema.describe('Where it counts only some of the people: whom.').exactOptional(),
    because: claimIds.describe('Ids of the claims that give it; those of copies too.'),
    step: z
      .enum(['first', 'again', 'up', 'down', 'rival', 'more'])
      .describe('How it stands to what was told before.'),
    past: flag.describe('True where a later step took its place.').exactOptional(),
  } satisfies ShapeOf<TollStep>)
  .meta({
    id: 'TollStep',
    description: 'What one source counted at one time.',
  }) satisfies z.ZodType<TollStep>

/** How many people came to harm. */
export const tollSchema = z
  .strictObject({
    ...bounds,
    policy: policySchema.describe('What picked the best number.'),
    of: categorySchema.describe('Whom it counts, where nobody counts everybody.').exactOptional(),
    parts: some(tollPartSchema).describe('How many of each class.').exactOptional(),
    history: z.array(tollStepSchema).describe('What was counted when, the earliest first.'),
  } satisfies ShapeOf<Toll>)
  .meta({
    id: 'Toll',
    description: 'How many people came to harm, as the claims have it.',
  }) satisfies z.ZodType<Toll>
