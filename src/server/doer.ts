import type { Env } from './site.ts'

/** Who does what a request asks for, and when, as the log says it. */
export function doerOf({ site, user }: Pick<Env['Variables'], 'site' | 'user'>) {
  return { at: site.now().toISOString(), by: user.name }
}
