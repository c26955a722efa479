import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { AscribeError } from '../base/errors.ts'
import { answerError } from './errors.ts'
import { safeHeaders } from './guard/headers.ts'
import { sameOrigin } from './guard/origin.ts'
import { newRoutes } from './new-routes.ts'
import { decisions } from './routes/decisions.ts'
import { filters } from './routes/filters.ts'
import { incidentLists } from './routes/incident-lists.ts'
import { incidents } from './routes/incidents.ts'
import { reports } from './routes/reports.ts'
import type { Env, Site, User } from './site.ts'

/** Whoever sits at the machine, as long as there is no account. */
const LOCAL_USER: User = { name: 'analyst', role: 'admin', profile: 'internal' }

/** All that is answered: the API below `/api`, else the workbench. Opens no port. */
export function makeApp(site: Site): OpenAPIHono<Env> {
  const app = newRoutes()
  app.onError(answerError)
  app.use(safeHeaders)
  app.use(async (c, next) => {
    c.set('site', site)
    c.set('user', LOCAL_USER)
    await next()
  })
  app.use(sameOrigin)
  app.route('/api', reports)
  app.route('/api', filters)
  app.route('/api', incidentLists)
  app.route('/api', incidents)
  app.route('/api', decisions)
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Ascribe', version: '1', description: 'What happened and who says so.' },
  })
  app.all('/api/*', (c) => {
    throw new AscribeError('not-found', `nothing is at ${c.req.path}`)
  })
  app.get('/assets/*', serveStatic({ root: site.pages, onFound: keepForGood }))
  app.get('*', serveStatic({ root: site.pages, path: 'index.html' }))
  return app
}

/** Files of the workbench carry a hash of what they hold in their names. */
function keepForGood(_path: string, c: { header(name: string, value: string): void }): void {
  c.header('cache-control', 'public, max-age=31536000, immutable')
}
