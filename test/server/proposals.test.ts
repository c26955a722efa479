import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page, Proposal, ShownProposal, Tried } from '../../src/server/api.ts'
import { hashPassword } from '../../src/server/guard/password.ts'
import { makeApp } from '../../src/server/index.ts'
import {
  addAccount,
  backUp,
  eraseReports,
  listOwnActors,
  listProposals,
  restore,
  verifyStore,
} from '../../src/store/index.ts'
import { asker, cookieOf, type Asker } from '../support/ask.ts'
import { STORES } from '../support/db.ts'
import { fill, NOW, openSite } from '../support/site.ts'

describe.each(STORES)('proposals, $name', async ({ open }) => {
  const site = await openSite({ db: await open() })
  const app = makeApp(site)
  const PASSWORD = 'seven herons at dawn'
  const people = new Map<string, Asker>()
  const TEXT =
    'Snow fell. Fighters of the Harrow Front shot dead two farmers near Selin on Tuesday.'
  const origin = { report: 'a', version: 1, start: 11, end: TEXT.length }

  beforeAll(async () => {
    await fill(site, [{ id: 'a', text: TEXT, publishedAt: '2024-03-06' }])
    const password = await hashPassword(PASSWORD)
    for (const [name, role] of Object.entries({
      rosa: 'admin',
      ada: 'coder',
      vik: 'viewer',
    } as const)) {
      await addAccount(site.db, { name, role, password }, { at: NOW, by: 'test' })
      const entered = await asker(app).post('/api/session', { name, password: PASSWORD })
      people.set(name, asker(app, { cookie: cookieOf(entered) }))
    }
  })
  afterAll(() => site.db.close())
  const post = (name: string, path: string, body: object) =>
    (people.get(name) ?? asker(app)).post(`/api${path}`, body)
  const as = async <Answer>(name: string, path: string): Promise<Answer> =>
    (await (await (people.get(name) ?? asker(app)).get(`/api${path}`)).json()) as Answer

  const own = { folder: 'actors', date: '2024-03-06', text: 'Reedmen left Oster.' } as const
  const wanted = 'actor Reedmen (armed-group, named) "Reedmen"'
  const proposal = (more: object = {}) => ({
    ...{ kind: 'lexicon', asks: 'Reedmen are a band', origin },
    case: { ...own, title: 'a band named by its reeds', expected: wanted },
    ...more,
  })
  const made: Proposal[] = []

  test('a case is read as it is today, and says which names it has kept', async () => {
    const tried = (await (
      await post('ada', '/proposals/try', { case: { ...own, expected: wanted }, origin })
    ).json()) as Tried
    expect(tried).toMatchObject({ isRead: false, missing: [wanted], kept: [] })
    const again = { ...own, text: 'The Harrow Front left.', expected: '' }
    const { kept, read } = (await (
      await post('ada', '/proposals/try', { case: again, origin })
    ).json()) as Tried
    expect(kept).toEqual(['Harrow Front'])
    expect(read).toContain('actor Harrow Front')
    expect((await post('vik', '/proposals/try', { case: again })).status).toBe(403)
  })

  test('a proposal has a case in words of its own that is not read so today', async () => {
    expect((await post('vik', '/proposals', proposal())).status).toBe(403)
    const copied = proposal({ case: { ...proposal().case, text: TEXT } })
    expect((await post('ada', '/proposals', copied)).status).toBe(400)
    const read = { ...proposal().case, text: 'The Taliban left.' }
    const { read: expected } = (await (
      await post('ada', '/proposals/try', {
        case: { folder: 'actors', text: read.text, expected: '' },
      })
    ).json()) as Tried
    const known = { folder: 'actors', title: 'known', text: read.text, expected }
    expect((await post('ada', '/proposals', proposal({ case: known }))).status).toBe(400)
    expect((await post('ada', '/proposals', proposal({ kind: 'actor' }))).status).toBe(400)
    const lost = proposal({ origin: { ...origin, report: 'none' } })
    expect((await post('ada', '/proposals', lost)).status).toBe(404)
    const answer = await post('ada', '/proposals', proposal())
    expect(answer.status).toBe(200)
    made.push((await answer.json()) as Proposal)
    expect(made[0]).toMatchObject({ by: 'ada', state: 'open', origin })
  })

  test('a proposal is shown beside the words that it was seen in', async () => {
    const { original } = await as<ShownProposal>('vik', `/proposals/${made[0]?.id}`)
    expect(`${original?.before}${original?.words}${original?.after}`).toBe(TEXT.slice(11))
    expect((await as<Page<Proposal>>('vik', '/proposals?state=open')).rows).toHaveLength(1)
    expect((await as<Page<Proposal>>('vik', '/proposals?state=refused')).rows).toEqual([])
  })

  test('a reviewer settles it, with a reason where it is refused, and what was settled meanwhile is told', async () => {
    const path = `/proposals/${made[0]?.id}/state`
    expect((await post('ada', path, { was: 'open', state: 'accepted' })).status).toBe(403)
    expect((await post('rosa', path, { was: 'open', state: 'refused' })).status).toBe(400)
    const refused = await post('rosa', path, { was: 'open', state: 'refused', reason: 'a surname' })
    expect(await refused.json()).toMatchObject({
      state: 'refused',
      reason: 'a surname',
      settledBy: 'rosa',
    })
    expect((await post('rosa', path, { was: 'open', state: 'accepted' })).status).toBe(409)
    expect((await post('rosa', path, { was: 'refused', state: 'open' })).status).toBe(200)
  })

  test('an actor that is accepted is an entry of the dictionary, as long as it is', async () => {
    const actor = { name: 'Harrow Front', kind: 'organisation' }
    const answer = await post('ada', '/proposals', proposal({ kind: 'actor', actor }))
    const { id } = (await answer.json()) as Proposal
    const path = `/proposals/${id}/state`
    const accepted = await post('rosa', path, { was: 'open', state: 'accepted' })
    expect((await accepted.json()) as ShownProposal).toMatchObject({
      job: expect.any(String) as string,
    })
    expect((await listOwnActors(site.db)).map((entry) => entry.actor)).toMatchObject([actor])
    await post('rosa', path, { was: 'accepted', state: 'open' })
    expect(await listOwnActors(site.db)).toEqual([])
    expect((await post('rosa', path, { was: 'open', state: 'accepted' })).status).toBe(200)
  })

  test('proposals outlive their report, without its words, and a backup has them', async () => {
    await eraseReports(site.db, ['a'], { at: NOW, by: 'test', kit: site.link })
    const shown = await as<ShownProposal>('vik', `/proposals/${made[0]?.id}`)
    expect(shown).not.toHaveProperty('original')
    expect(shown).not.toHaveProperty('origin')
    const lines: unknown[] = []
    await backUp(site.db, async (line) => void lines.push(JSON.parse(line)))
    const copy = await open()
    const all = async function* () {
      yield* lines
    }
    await restore(copy, all())
    expect(await listProposals(copy, undefined, { limit: 9 })).toEqual(
      await listProposals(site.db, undefined, { limit: 9 }),
    )
    expect((await verifyStore(copy, () => [], site.link)).faults).toEqual([])
    await copy.query("update proposal set reason = 'because' where state = 'accepted'")
    expect((await verifyStore(copy, () => [], site.link)).faults).toMatchObject([
      { reason: 'is not what the log says' },
    ])
    await copy.close()
  })
})
