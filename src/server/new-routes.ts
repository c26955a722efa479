import { OpenAPIHono, z } from '@hono/zod-openapi'
import { AscribeError } from '../base/errors.ts'
import type { Env } from './site.ts'

/** Routes that refuse a request that is not as they say, with the place and the reason. */
export function newRoutes(): OpenAPIHono<Env> {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      const [issue] = result.error.issues
      const at = issue?.path.join('.') ?? ''
      throw new AscribeError('bad-usage', `${result.target} ${at}: ${issue?.message ?? ''}`)
    },
  })
}

/** The `request` of a route to what an id names. */
export const BY_ID = { params: z.object({ id: z.string() }) }

/** The same, to a version of a report; without one to the latest. */
export const BY_VERSION = {
  ...BY_ID,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
}

/** The `request` of a route that takes an object of these keys and no others. */
export function jsonBody<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const content = { 'application/json': { schema: z.strictObject(shape) } }
  return { body: { content, required: true as const } }
}
