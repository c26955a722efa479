import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AscribeError, type ErrorCode } from '../base/errors.ts'
import { complain } from './complain.ts'

/** The status that each error is answered with. */
const STATUS: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  'bad-input': 400,
  'bad-usage': 400,
  'bad-data': 500,
  'bad-codebook': 500,
  'not-found': 404,
  'bad-store': 500,
  'store-locked': 503,
  'not-logged-in': 401,
  forbidden: 403,
  conflict: 409,
  'too-many': 429,
  'too-large': 413,
  internal: 500,
}

/** An error as it is answered: RFC 9457, with our code. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly details?: Readonly<Record<string, unknown>>
}

/** The answer to a request that failed. What is our fault is told without its insides; the log of the process has them. */
export function answerError(error: Error, c: Context): Response {
  const known = asAscribeError(error)
  const status = STATUS[known.code]
  if (status >= 500) complain(error, `${c.req.method} ${routePath(c)}`)
  const problem: Problem = {
    type: 'about:blank',
    title: status >= 500 && known.code === 'internal' ? 'something went wrong here' : known.message,
    status,
    code: known.code,
    ...(Object.keys(known.details).length > 0 && { details: known.details }),
  }
  return c.json(problem, status, { 'content-type': 'application/problem+json' })
}

function asAscribeError(error: Error): AscribeError {
  if (error instanceof AscribeError) return error
  if (error instanceof HTTPException && error.status < 500)
    return new AscribeError(error.status === 404 ? 'not-found' : 'bad-input', error.message)
  return new AscribeError('internal', error.message)
}
