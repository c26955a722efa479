import { expect, test } from 'vitest'
import { ApiError } from '../../../workbench/src/api/client.ts'
import { newOutbox, type Outbox, type OutboxTools } from '../../../workbench/src/api/outbox.ts'

/** A server that may be away, lose its answers or refuse, and does each key once. */
function newServer() {
  const done = new Map<string, unknown>()
  const sent: string[] = []
  const server = { isAway: false, losesAnswers: false, status: 0, conflicts: false }
  async function post(_: string, body: unknown, headers: Readonly<Record<string, string>>) {
    const key = headers['idempotency-key'] ?? ''
    sent.push(key)
    if (server.isAway) throw new ApiError(0, 'the server does not answer')
    if (server.status > 0)
      throw new ApiError(server.status, 'somebody was quicker', {
        type: 'about:blank',
        title: 'somebody was quicker',
        status: server.status,
        code: 'conflict',
        details: { theirs: 'rejected', ...(server.conflicts && { conflicts: [] }) },
      })
    if (!done.has(key)) done.set(key, body)
    if (server.losesAnswers) throw new ApiError(0, 'the server does not answer')
    return { done: body }
  }
  return Object.assign(server, { done, sent, post })
}

function newStore() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}

function open(
  server: ReturnType<typeof newServer>,
  store = newStore(),
  more: Partial<OutboxTools> = {},
): Outbox {
  let keys = 0
  return newOutbox({
    store,
    post: server.post,
    newKey: () => `key-${(keys += 1)}`,
    who: () => 'ada',
    onChange: () => undefined,
    onSent: () => undefined,
    ...more,
  })
}
const change = (body: string) => ({ path: '/decisions', body, label: body })

test('while the server is there a change is answered at once', async () => {
  const server = newServer()
  const outbox = open(server)
  expect(await outbox.send(change('one'))).toEqual({ done: 'one' })
  expect(outbox.waiting()).toEqual([])
})

test('while it is away changes wait, in order, and another page has them still', async () => {
  const [server, store] = [newServer(), newStore()]
  server.isAway = true
  const outbox = open(server, store)
  expect(await outbox.send(change('one'))).toBeUndefined()
  expect(await outbox.send(change('two'))).toBeUndefined()
  expect(await outbox.replay()).toBe(false)
  const later = open(server, store)
  server.isAway = false
  expect(await later.replay()).toBe(true)
  expect([...server.done.values()]).toEqual(['one', 'two'])
})

test('a change whose answer was lost is done once', async () => {
  const server = newServer()
  server.losesAnswers = true
  const outbox = open(server)
  await outbox.send(change('one'))
  await outbox.replay()
  server.losesAnswers = false
  await outbox.replay()
  expect(server.sent).toEqual(['key-1', 'key-1', 'key-1'])
  expect([...server.done.values()]).toEqual(['one'])
  expect(outbox.waiting()).toEqual([])
})

test('two who replay at once send each change once', async () => {
  const server = newServer()
  server.isAway = true
  const outbox = open(server)
  await outbox.send(change('one'))
  server.isAway = false
  server.sent.length = 0
  await Promise.all([outbox.replay(), outbox.replay()])
  expect(server.sent).toEqual(['key-1'])
})

test('what is sent while another is on its way goes right behind it, and each is answered', async () => {
  const server = newServer()
  const outbox = open(server)
  const answers = await Promise.all([outbox.send(change('one')), outbox.send(change('two'))])
  expect(answers).toEqual([{ done: 'one' }, { done: 'two' }])
  expect(outbox.isAway()).toBe(false)
})

test('who listens hears what was done, also of what waited', async () => {
  const server = newServer()
  const heard: unknown[] = []
  const outbox = open(server, newStore(), {
    onSent: ({ label }, answer) => heard.push([label, answer]),
  })
  server.isAway = true
  await outbox.send(change('one'))
  expect([heard, outbox.isAway()]).toEqual([[], true])
  server.isAway = false
  await outbox.send(change('two'))
  expect(heard).toEqual([
    ['one', { done: 'one' }],
    ['two', { done: 'two' }],
  ])
  expect(outbox.isAway()).toBe(false)
})

test('nobody’s changes are sent in another’s name', async () => {
  const [server, store] = [newServer(), newStore()]
  server.isAway = true
  await open(server, store).send(change('one'))
  server.isAway = false
  const other = open(server, store, { who: () => 'ben' })
  expect([other.waiting(), await other.replay()]).toEqual([[], true])
  expect(server.done.size).toBe(0)
  await open(server, store).replay()
  expect(server.done.size).toBe(1)
})

test('what is refused after it waited is kept with both versions, and the rest goes on', async () => {
  const server = newServer()
  server.isAway = true
  const outbox = open(server)
  await outbox.send(change('one'))
  server.isAway = false
  server.status = 409
  await outbox.replay()
  expect(outbox.waiting()).toEqual([])
  expect(outbox.refused()).toMatchObject([
    { body: 'one', reason: 'somebody was quicker', details: { theirs: 'rejected' } },
  ])
  outbox.drop('key-1')
  expect(outbox.refused()).toEqual([])
})

test('what is refused at once is told whoever sent it, and does not wait', async () => {
  const server = newServer()
  server.status = 403
  const outbox = open(server)
  await expect(outbox.send(change('one'))).rejects.toThrow('somebody was quicker')
  expect(outbox.waiting()).toEqual([])
})

test('what others decided otherwise is kept to be asked, and sent on what is there now', async () => {
  const server = newServer()
  server.conflicts = true
  const headers: unknown[] = []
  const outbox = open(server, newStore(), {
    post: (path, body, given) => {
      headers.push(given['if-match'])
      return server.post(path, body, given)
    },
  })
  server.status = 409
  await expect(outbox.send({ ...change('one'), ifMatch: '"4"' })).rejects.toThrow('quicker')
  const [refused] = outbox.refused()
  expect([refused?.body, outbox.waiting()]).toEqual(['one', []])
  server.status = 0
  outbox.insist(refused?.key ?? '', '"7"')
  await outbox.replay()
  expect(headers).toEqual(['"4"', '"7"'])
  expect([outbox.refused(), [...server.done.values()]]).toEqual([[], ['one']])
})

test.each(['{broken', '{"accept":["q"]}', '"text"', 'null', '[null, 3, {"path":"/x"}]'])(
  'what is kept and is no list of changes is nothing: %s',
  async (kept) => {
    const [server, store] = [newServer(), newStore()]
    for (const name of ['waiting', 'refused']) store.setItem(`ascribe.outbox.${name}`, kept)
    const outbox = open(server, store)
    expect([outbox.waiting(), outbox.refused()]).toEqual([[], []])
    expect(await outbox.send(change('one'))).toEqual({ done: 'one' })
  },
)

test('a refusal is kept where whoever asked has gone on', async () => {
  const server = Object.assign(newServer(), { status: 422 })
  const outbox = open(server)
  await expect(outbox.send(change('one'), () => true)).rejects.toThrow('somebody was quicker')
  expect(outbox.refused()).toEqual([])
  await expect(outbox.send(change('two'), () => false)).rejects.toThrow('somebody was quicker')
  expect(outbox.refused()).toMatchObject([{ body: 'two', reason: 'somebody was quicker' }])
})
