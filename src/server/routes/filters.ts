import { createRoute, z } from '@hono/zod-openapi'
import {
  listSavedFilters,
  MOST_FILTERS,
  removeFilter,
  saveFilter,
  type SavedFilter,
} from '../../store/index.ts'
import { answer } from '../answer.ts'
import { doerOf } from '../doer.ts'
import { can } from '../guard/can.ts'
import { SAVED_FILTER, type FilterQuery } from '../incident-filter.ts'
import { BY_ID, jsonBody, newRoutes } from '../new-routes.ts'

const list = createRoute({
  method: 'get',
  path: '/filters',
  summary: 'the filters that whoever asks has kept, by name',
  responses: { 200: { description: 'all of them' } },
})

const save = createRoute({
  method: 'post',
  path: '/filters',
  summary: 'keeps a filter of the incidents under a name, in place of the one there was',
  request: jsonBody({ name: z.string().trim().min(1).max(100), filter: SAVED_FILTER }),
  responses: { 201: { description: 'the filter' } },
})

const remove = createRoute({
  method: 'delete',
  path: '/filters/{id}',
  summary: 'removes a filter',
  request: BY_ID,
  responses: { 204: { description: 'it is gone' } },
})

/** A filter that somebody keeps. */
export interface KeptFilter {
  readonly id: string
  readonly name: string
  readonly filter: FilterQuery
}

/** Filters of the incidents that are kept under names. */
export const filters = newRoutes()
  .openapi(list, async (c) => {
    const found = await listSavedFilters(c.var.site.db, c.var.user.name, MOST_FILTERS)
    return answer(c, { rows: found.map(toKept) })
  })
  .openapi(save, async (c) => {
    const { name, filter } = c.req.valid('json')
    const { site, user } = c.var
    const saved = await site.db.transaction((db) => {
      can(user, 'save-filter', { owner: user.name })
      return saveFilter(db, { name, filter: JSON.stringify(filter) }, doerOf(c.var))
    })
    c.status(201)
    return answer(c, toKept(saved))
  })
  .openapi(remove, async (c) => {
    const { id } = c.req.valid('param')
    const { site, user } = c.var
    const check = (row: SavedFilter): void => can(user, 'save-filter', row)
    await site.db.transaction((db) => removeFilter(db, { id, check }, doerOf(c.var)))
    return c.body(null, 204)
  })

function toKept({ id, name, filter }: SavedFilter): KeptFilter {
  return { id, name, filter: JSON.parse(filter) as FilterQuery }
}
