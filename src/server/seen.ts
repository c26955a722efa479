import { z } from '@hono/zod-openapi'
import type { ReviewDecision } from '../records/index.ts'
import { redact } from '../redact/index.ts'
import { lastEntryOf, type Seen } from '../store/index.ts'
import { seenBy } from './blind.ts'
import type { User } from './site.ts'

/** How a change says which state of decisions it is made on. */
export const IF_MATCH = {
  headers: z.object({
    'if-match': z
      .string()
      .regex(/^"\d{1,9}"$/)
      .optional()
      .openapi({
        description:
          '`ETag` of the decisions that one has seen: what others decided otherwise since is answered with 409, with both (`details.conflicts`)',
      }),
  }),
}

/** The state of some decisions, as an `ETag` says it. */
export function tagOf(decisions: readonly ReviewDecision[]): string {
  return `"${lastEntryOf(decisions)}"`
}

/** What somebody has seen, as they say it; nothing where they do not say. */
export function seenUpTo(tag: string | undefined, user: User): { seen?: Seen } {
  if (tag === undefined) return {}
  return {
    seen: {
      upTo: Number(tag.slice(1, -1)),
      see: async (db, decisions) => redact(await seenBy(user, decisions, db), user.profile),
    },
  }
}
