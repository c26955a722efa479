import { z } from 'zod'
import {
  CASE_FOLDERS,
  PROPOSAL_KINDS,
  type NewProposal,
  type ProposalOrigin,
  type RegressionCase,
} from '../proposal.ts'
import type { ShapeOf } from './evidence.ts'
import { newOwnActorSchema } from './own-actor.ts'

/** Longest title, text of a case, and records that are expected of it. */
const MOST = { title: 200, text: 1000, expected: 4000, asks: 2000 } as const

/** A line that would begin another case, or another part of it. */
const FRAME = /^(?:# |==>$)/m
const NO_FRAME = 'no line begins with “# ” or is “==>”'

/** A case as it is sent. */
export const regressionCaseSchema = z.strictObject({
  title: z
    .string()
    .trim()
    .min(1)
    .max(MOST.title)
    .refine((title) => !/\p{Cc}/u.test(title), 'a title stands on one line'),
  folder: z.enum(CASE_FOLDERS),
  date: z.iso.date().exactOptional(),
  text: z
    .string()
    .trim()
    .min(1)
    .max(MOST.text)
    .refine((text) => !FRAME.test(text), NO_FRAME)
    .refine((text) => !/^(?:date|outlet|headline) /.test(text), 'the text begins like a header'),
  expected: z
    .string()
    .trim()
    .max(MOST.expected)
    .refine((expected) => !FRAME.test(expected), NO_FRAME),
} satisfies ShapeOf<RegressionCase>) satisfies z.ZodType<RegressionCase>

const originSchema = z.strictObject({
  report: z.string().min(1).max(400),
  version: z.int().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
} satisfies ShapeOf<ProposalOrigin>) satisfies z.ZodType<ProposalOrigin>

/** A proposal as it is sent. */
export const newProposalSchema = z
  .strictObject({
    kind: z.enum(PROPOSAL_KINDS),
    asks: z.string().trim().min(1).max(MOST.asks),
    case: regressionCaseSchema,
    actor: newOwnActorSchema.exactOptional(),
    origin: originSchema.exactOptional(),
  } satisfies ShapeOf<NewProposal>)
  .refine(({ kind, actor }) => (kind === 'actor') === (actor !== undefined), {
    path: ['actor'],
    message: 'a proposal of an actor has one, and no other has',
  }) satisfies z.ZodType<NewProposal>
