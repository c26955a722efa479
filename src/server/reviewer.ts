import type { Context } from 'hono'
import type { Reviewer } from '../store/index.ts'
import { doerOf } from './doer.ts'
import { can } from './guard/can.ts'
import type { Env } from './site.ts'

/** Whoever asks, as the store knows them who review; whether they may is asked where the row is written. */
export function reviewerOf(c: Context<Env>, action: 'review' | 'undo-review'): Reviewer {
  const { user } = c.var
  return {
    ...doerOf(c.var),
    may: (owner = user.name) => can(user, action, { owner }),
  }
}
