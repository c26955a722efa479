import { OpenAPIHono } from '@hono/zod-openapi'
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
