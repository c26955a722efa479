import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { createMiddleware } from 'hono/factory'
import { AscribeError } from '../base/errors.ts'
import { answerError } from './errors.ts'
import { limitBody } from './guard/limit-body.ts'
import { safeHeaders } from './guard/headers.ts'
import { onlyOnce } from './guard/only-once.ts'
import { sameOrigin } from './guard/origin.ts'
import { newTries } from './guard/throttle.ts'
import { knowUser } from './guard/who.ts'
import { newRoutes } from './new-routes.ts'
import { accounts } from './routes/accounts.ts'
import { actors } from './routes/actors.ts'
import { agreement } from './routes/agreement.ts'
import { assignments } from './routes/assignments.ts'
import { changes } from './routes/changes.ts'
import { decisions } from './routes/decisions.ts'
import { dictionary } from './routes/dictionary.ts'
import { changeFeed } from './routes/feed.ts'
import { filters } from './routes/filters.ts'
import { incidentDecisions } from './routes/incident-decisions.ts'
import { incidentLists } from './routes/incident-lists.ts'
import { incidentParts } from './routes/incident-parts.ts'
import { incidents } from './routes/incidents.ts'
import { kinds } from './routes/kinds.ts'
import { proposals } from './routes/proposals.ts'
import { queue } from './routes/queue.ts'
import { jobs } from './routes/jobs.ts'
import { reports } from './routes/reports.ts'
import { rulings } from './routes/rulings.ts'
import { session } from './routes/session.ts'
import { words } from './routes/words.ts'
import type { Env, Site } from './site.ts'

/** How the routes tell themselves. */
export const OPENAPI = {
  openapi: '3.1.0',
  info: { title: 'Ascribe', version: '1', description: 'What happened and who says so.' },
}

/** The routes of the API. */
const ROUTES: readonly OpenAPIHono<Env>[] = [
  session,
  accounts,
  reports,
  filters,
  incidentLists,
  incidents,
  incidentParts,
  incidentDecisions,
  changes,
  actors,
  dictionary,
  proposals,
  words,
  decisions,
  queue,
  kinds,
  assignments,
  rulings,
  agreement,
  jobs,
  changeFeed,
]

/** All that is answered: the API below `/api`, else the workbench. Opens no port. */
export function makeApp(site: Site, routes = ROUTES): OpenAPIHono<Env> {
  const app = newRoutes()
  const tries = newTries(site.now)
  app.onError(answerError)
  app.use(safeHeaders)
  app.use(async (c, next) => {
    c.set('site', site)
    c.set('tries', tries)
    await next()
  })
  app.use(sameOrigin)
  app.use('/api/*', limitBody, knowUser, onlyOnce)
  for (const some of routes) app.route('/api', some)
  app.doc31('/api/openapi.json', OPENAPI)
  app.all('/api/*', (c) => {
    throw new AscribeError('not-found', `nothing is at ${c.req.path}`)
  })
  app.get('/assets/*', keepForGood, serveStatic({ root: site.pages }), (c) => c.notFound())
  app.get('*', serveStatic({ root: site.pages, path: 'index.html' }))
  return app
}

/** Files of the workbench carry a hash of what they hold in their names. */
const keepForGood = createMiddleware(async (c, next) => {
  await next()
  if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
})
