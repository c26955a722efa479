import type { Context } from 'hono'
import { redact } from '../redact/index.ts'
import type { Env } from './site.ts'

/** Answers with records as whoever asks may see them. */
export function answer<Records>(c: Context<Env>, records: Records): Response {
  return c.json(redact(records, c.var.user.profile) as never)
}
