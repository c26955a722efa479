import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reading } from '../../../src/records/index.ts'
import { makeApp } from '../../../src/server/index.ts'
import { newId, newSecret } from '../../../src/server/guard/secret.ts'
import { USER_ROLES, type UserRole } from '../../../src/server/site.ts'
import {
  addOwnActor,
  assign,
  decideReview,
  insertJob,
  joinIncidents,
  listAccounts,
  loadReading,
  moveAssignment,
  saveFilter,
} from '../../../src/store/index.ts'
import { insertToken } from '../../../src/store/queries/tokens.ts'
import { asker, type Asker } from '../../support/ask.ts'
import { STORES } from '../../support/db.ts'
import { addPerson, enter } from '../../support/people.ts'
import { fill, NOW, openSite } from '../../support/site.ts'

describe.each(STORES)('rows of others, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  const { db } = site
  const people = new Map<string, Asker>()
  const as = (name: string): Asker => people.get(name) ?? asker(app)
  const doer = (by: string) => ({ at: NOW, by })
  /** Somebody of each role, and somebody else of each. */
  const NAMES = USER_ROLES.flatMap((role) => [role, `other-${role}`] as const)

  let readings: Reading[] = []
  let next = 0
  /** A report that no case was done with yet. */
  const fresh = (): Reading => {
    const reading = readings[next++]
    if (!reading) throw new Error('too few reports')
    return reading
  }

  const TOWNS = ['Darun', 'Selin', 'Oster', 'Kasto', 'Tavrin', 'Marsk', 'Velkov', 'Orlo']
  beforeAll(async () => {
    const reports = Array.from({ length: 80 }, (_, i) => ({
      id: `r${i}`,
      text: `A bomb killed ${i + 2} people in ${TOWNS[i % 8] ?? ''} on 3 March ${1930 + i}.`,
      publishedAt: `${1930 + i}-03-05`,
    }))
    await fill(site, reports)
    const loaded = await Promise.all(reports.map(({ id }) => loadReading(db, id)))
    readings = loaded.flatMap((reading) => reading ?? [])
    for (const name of [...NAMES].reverse()) {
      await addPerson(db, name, name.replace('other-', '') as UserRole)
      people.set(name, asker(app, (await enter(db, name)).headers))
    }
  }, 240_000)
  afterAll(() => db.close())

  /** Something that is done to a row: who may to an own one, and who to another's, at least. */
  interface Case {
    readonly route: string
    readonly own: UserRole
    readonly foreign: UserRole
    /** Makes a row that belongs to somebody, and gives how it is asked for. */
    make(owner: string): Promise<(who: Asker, name: string) => Promise<Response>>
  }

  const session = async (owner: string) => (await enter(db, owner)).id
  const token = async (owner: string): Promise<string> => {
    const row = { id: newId(), account: owner, label: 'nightly', role: 'viewer', madeAt: NOW }
    await insertToken(db, { ...row, hash: newSecret().hash })
    return row.id
  }
  const filter = async (owner: string): Promise<string> =>
    (await saveFilter(db, { name: newId(), filter: '{}' }, doer(owner))).id
  const job = async (owner: string): Promise<string> => {
    const id = newId()
    await insertJob(db, { id, owner, at: NOW })
    return id
  }
  const decided = async (owner: string): Promise<{ group: string }> => {
    const { report, events } = fresh()
    const record = `${events[0]?.id ?? ''}/kind`
    const group = randomUUID()
    const decision = { report: report.id, version: report.version ?? 1, record }
    const decisions = [{ ...decision, verdict: 'accept' as const }]
    await decideReview(db, { group, decisions }, doer(owner))
    return { group }
  }
  /** A report that somebody codes, together with a coder, and how far they are. */
  const coded = async (owner: string, state: 'open' | 'done') => {
    const { report } = fresh()
    const key = { report: report.id, version: report.version ?? 1 }
    const coders = [owner, 'third']
    await assign(db, { reports: [key], coders }, doer('test'))
    for (const coder of state === 'done' ? coders : [])
      await moveAssignment(db, { ...key, coder, state }, { ...doer('test'), may: () => undefined })
    return key
  }
  const incidents = async (): Promise<string[]> => {
    const reports = [fresh(), fresh()].map(({ report }) => report.id)
    const found = await db.query<{ incident: string }>(
      'select incident_id as incident from event where report_id = any($1::text[]) order by 1',
      [reports],
    )
    return found.map(({ incident }) => incident)
  }
  const joined = async (owner: string): Promise<number> =>
    joinIncidents(db, await incidents(), { ...doer(owner), kit: site.link })
  const jobCase = (route: string, ask: (who: Asker, id: string) => Promise<Response>): Case => ({
    ...{ route, own: 'coder', foreign: 'reviewer' },
    async make(owner) {
      const id = await job(owner)
      return (who) => ask(who, id)
    },
  })

  const CASES: readonly Case[] = [
    {
      ...{ route: 'post /api/sessions/{id}/end', own: 'viewer', foreign: 'admin' },
      async make(owner) {
        const id = await session(owner)
        return (who) => who.post(`/api/sessions/${id}/end`)
      },
    },
    {
      ...{ route: 'post /api/tokens/{id}/end', own: 'viewer', foreign: 'admin' },
      async make(owner) {
        const id = await token(owner)
        return (who) => who.post(`/api/tokens/${id}/end`)
      },
    },
    {
      ...{ route: 'delete /api/filters/{id}', own: 'viewer', foreign: 'admin' },
      async make(owner) {
        const id = await filter(owner)
        return (who) => who.delete(`/api/filters/${id}`)
      },
    },
    jobCase('get /api/jobs/{id}', (who, id) => who.get(`/api/jobs/${id}`)),
    jobCase('get /api/jobs/{id}/items', (who, id) => who.get(`/api/jobs/${id}/items`)),
    jobCase('post /api/jobs/{id}/{how}', (who, id) => who.post(`/api/jobs/${id}/pause`)),
    jobCase('post /api/uploads', (who, id) =>
      who.post(`/api/uploads?name=x.txt&job=${id}`, 'x', {
        'content-type': 'application/octet-stream',
      }),
    ),
    {
      ...{ route: 'post /api/decisions/undo', own: 'coder', foreign: 'reviewer' },
      async make(owner) {
        const group = await decided(owner)
        return (who) => who.post('/api/decisions/undo', group)
      },
    },
    {
      ...{ route: 'post /api/decisions/redo', own: 'coder', foreign: 'reviewer' },
      async make(owner) {
        const group = await decided(owner)
        await as(owner === 'other-viewer' || owner === 'viewer' ? 'admin' : owner).post(
          '/api/decisions/undo',
          group,
        )
        return (who) => who.post('/api/decisions/redo', group)
      },
    },
    {
      ...{ route: 'post /api/incidents/undo', own: 'coder', foreign: 'reviewer' },
      async make(owner) {
        const entry = await joined(owner)
        return (who) => who.post('/api/incidents/undo', { entry })
      },
    },
    {
      ...{ route: 'post /api/dictionary/{entry}/remove', own: 'coder', foreign: 'reviewer' },
      async make(owner) {
        const actor = { name: `Band ${newId()}`, kind: 'armed-group' as const }
        const { entry } = await addOwnActor(db, actor, doer(owner))
        return (who) => who.post(`/api/dictionary/${entry}/remove`)
      },
    },
    {
      ...{ route: 'post /api/assignments/state', own: 'coder', foreign: 'reviewer' },
      async make(owner) {
        const key = await coded(owner, 'open')
        return (who) => who.post('/api/assignments/state', { ...key, coder: owner, state: 'done' })
      },
    },
    {
      // Who coded it sees it, whatever they may do otherwise.
      ...{ route: 'get /api/reports/{id}/codings', own: 'viewer', foreign: 'reviewer' },
      async make(owner) {
        const { report } = await coded(owner, 'done')
        return (who) => who.get(`/api/reports/${report}/codings`)
      },
    },
  ]

  describe.each(CASES)('$route', ({ own, foreign, make }) => {
    test.each(USER_ROLES)('as %s', async (role) => {
      const rank = USER_ROLES.indexOf(role)
      const statusOf = async (owner: string): Promise<number> =>
        (await (await make(owner))(as(role), role)).status
      const [mine, another] = [await statusOf(role), await statusOf(`other-${role}`)]
      const isDone = (status: number): boolean => status >= 200 && status < 300
      expect([mine, isDone(mine)]).toEqual([mine, rank >= USER_ROLES.indexOf(own)])
      expect([another, isDone(another)]).toEqual([another, rank >= USER_ROLES.indexOf(foreign)])
      if (!isDone(mine)) expect(mine).toBe(403)
      if (!isDone(another)) expect(another).toBe(403)
    })
  })

  /** Routes that belong to nobody, and who may use them at least. */
  const COMMON: Readonly<Record<string, readonly [UserRole, () => object | Promise<object>]>> = {
    'get /api/accounts': ['admin', () => ({})],
    'post /api/accounts': ['admin', () => ({ name: newId(), role: 'coder', password: 'short' })],
    'post /api/accounts/{name}/remove': ['admin', () => ({})],
    'post /api/intake': ['coder', () => ({ text: 'Gunmen shot a farmer near Selin.' })],
    'get /api/jobs': ['coder', () => ({})],
    'post /api/decisions': ['coder', () => ({ group: randomUUID(), decisions: [DECISION] })],
    'post /api/rulings': ['reviewer', () => ({ group: randomUUID(), decisions: [DECISION] })],
    'post /api/assignments': ['reviewer', () => ({ reports: [NOWHERE], coders: ['third'] })],
    'get /api/agreement': ['reviewer', () => ({})],
    'get /api/coders': ['reviewer', () => ({})],
    'post /api/dictionary': ['coder', () => ({ name: `Front ${newId()}`, kind: 'armed-group' })],
    'post /api/proposals': ['coder', () => ({ kind: 'rule', asks: 'it', case: CASE })],
    'post /api/proposals/try': ['coder', () => ({ case: TRIED })],
    'post /api/proposals/{id}/state': ['reviewer', () => ({ was: 'open', state: 'accepted' })],
    'post /api/incidents/join': ['coder', async () => ({ ids: await incidents() })],
    'post /api/incidents/apart': ['coder', async () => ({ pair: await incidents() })],
  }
  const TRIED = { folder: 'actors', text: 'Reedmen left.', expected: 'nobody' }
  const CASE = { ...TRIED, title: 'reeds' }
  const NOWHERE = { report: 'none', version: 1 }
  const DECISION = { ...NOWHERE, record: 'none/kind', verdict: 'accept' }

  test.each(Object.entries(COMMON))('%s', async (route, [least, body]) => {
    const [method, path = ''] = route.split(' ')
    for (const [i, role] of USER_ROLES.entries()) {
      const who = as(role)
      const at = path.replace('{name}', 'nobody')
      const { status } = await (method === 'get' ? who.get(at) : who.post(at, await body()))
      expect([role, status, status === 403]).toEqual([role, status, i < USER_ROLES.indexOf(least)])
    }
    expect((await listAccounts(db)).length).toBe(NAMES.length)
  })

  /** Routes that tell whoever asks of themselves alone, or change that alone. */
  const OWN: Readonly<Record<string, (name: string) => Promise<string>>> = {
    'get /api/sessions': session,
    'get /api/tokens': token,
    'get /api/filters': filter,
  }

  test.each(Object.entries(OWN))('%s tells nobody of those of others', async (route, make) => {
    const ids = new Map<string, string>()
    for (const name of NAMES) ids.set(name, await make(name))
    for (const name of NAMES) {
      const told = await (await as(name).get(route.slice(4))).text()
      const found = NAMES.filter((one) => told.includes(ids.get(one) ?? 'none'))
      expect(found).toEqual([name])
    }
  })

  test('lists of jobs and assignments hold those of others for reviewers alone', async () => {
    const id = await job('other-coder')
    const { report } = await coded('other-coder', 'open')
    for (const [i, role] of USER_ROLES.entries()) {
      const seesAll = i >= USER_ROLES.indexOf('reviewer')
      expect((await (await as(role).get('/api/jobs')).text()).includes(id)).toBe(seesAll)
      const listed = await as(role).get('/api/assignments?coder=other-coder')
      expect((await listed.text()).includes(`"${report}"`)).toBe(seesAll)
    }
  })

  /** Routes that change what is one's own, whatever is asked for; what they do has tests of its own. */
  const SELF = [
    ...['/api/session', '/api/session/end', '/api/session/lock', '/api/session/unlock'],
    ...['/api/password', '/api/tokens', '/api/filters'],
  ]

  /** All routes, as `[method, path]`. */
  async function routes(): Promise<[string, string][]> {
    const told = await as('admin').get('/api/openapi.json')
    const { paths } = (await told.json()) as { paths: Record<string, Record<string, unknown>> }
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method): [string, string] => [method, path]),
    )
  }

  test('each route that changes something, or shows what is somebody’s, is tried here', async () => {
    const tried = [...CASES.map(({ route }) => route), ...Object.keys(COMMON)]
    const left = (await routes()).filter(
      ([method, path]) =>
        method !== 'get' && !SELF.includes(path) && !tried.includes(`${method} ${path}`),
    )
    expect(left).toEqual([])
  })

  test('whoever is not logged in is told nothing', async () => {
    const nobody = asker(app)
    for (const [method, path] of await routes()) {
      if (path === '/api/session') continue
      const at = path.replace(/\{\w+\}/g, 'one')
      const { status } = await nobody[method as 'get' | 'post' | 'delete'](at)
      // What is sent to be kept as it comes is refused for its type.
      expect([method, path, status]).toEqual([method, path, path === '/api/uploads' ? 400 : 401])
    }
  })
})
