import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { AscribeError } from '../../base/errors.ts'
import type { Env } from '../site.ts'

const MIB = 1024 * 1024
/** Largest bodies: of any change, and of one that brings the text of a report. Files are counted as they come. */
const MOST = 4 * MIB
const MOST_TEXT = 16 * MIB
const TEXTS = '/api/intake'
const UPLOADS = '/api/uploads'

const [small, large] = [MOST, MOST_TEXT].map((maxSize) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new AscribeError('too-large', `a body has ${maxSize} bytes at most`)
    },
  }),
)

/** Refuses bodies that are too large, before they are kept. */
export const limitBody = createMiddleware<Env>(async (c, next) => {
  if (c.req.path === UPLOADS) return next()
  return (c.req.path === TEXTS ? large : small)?.(c, next)
})
