import { z } from 'zod'
import type { Credit, Report } from '../report.ts'
import { evidence, type ShapeOf } from './evidence.ts'
import { dayOrInstant, words } from './parts.ts'

const creditSchema = z
  .strictObject({
    text: words.describe('The agency or the name in the byline.'),
    evidence: evidence.describe('Where the text names it.'),
  } satisfies ShapeOf<Credit>)
  .meta({
    id: 'Credit',
    description: 'An agency or a byline that the text names.',
  }) satisfies z.ZodType<Credit>

/** One published text. */
export const reportSchema = z
  .strictObject({
    id: words.describe('The id that came with it, or one made of outlet, address and text.'),
    text: z.string().describe('The text as it came; all offsets count in it.'),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'is no SHA-256')
      .describe('SHA-256 of the UTF-8 bytes of the text, in hexadecimal.'),
    language: z.string().min(2).describe('Its language as a BCP 47 tag: `en`.'),
    title: words.describe('Its headline.').exactOptional(),
    outlet: words.describe('Who published it.').exactOptional(),
    author: words.describe('Who wrote it, as the outlet states it.').exactOptional(),
    publishedAt: dayOrInstant.describe('Day or instant of publication, ISO 8601.').exactOptional(),
    updatedAt: dayOrInstant.describe('Day or instant of the last change.').exactOptional(),
    uri: words.describe('Where it was published.').exactOptional(),
    version: z
      .int()
      .min(1)
      .describe('Which text under this address it is, from 1.')
      .exactOptional(),
    credits: z
      .array(creditSchema)
      .min(1)
      .describe('Agencies and bylines that the text names.')
      .exactOptional(),
  } satisfies ShapeOf<Report>)
  .meta({
    id: 'Report',
    description: 'One published text of one outlet at one time, and what is known of it.',
  }) satisfies z.ZodType<Report>
